"""The ids that fields of requests choose from: what there is, and whether an id is among it."""

from pathlib import Path
from typing import TYPE_CHECKING

from cardgen.errors import CardgenError, Problem
from cardgen.kinds import kind_in
from cardgen.paths import data_ids, definition_ids
from cardgen.words import nearest, unknown

if TYPE_CHECKING:
    from cardgen.model.library import Library

_SHIPPED = {"type": "type", "locales": "language"}
"""Kinds that a person has none of their own of, and what a person calls one."""


def offered(kind: str, folder: Path) -> list[str]:
    """Return the ids of a kind, such as "papers", that someone in `folder` can choose from."""
    return data_ids(kind) if kind in _SHIPPED else definition_ids(kind, folder)


def id_problems(kind: str, id_: str, field: str, library: "Library") -> tuple[Problem, ...]:
    """Return what is wrong with the id that a field names: there is none, or its file is broken."""
    from cardgen.library.sizes import MEASURED

    try:
        if kind in MEASURED:
            MEASURED[kind](id_, library)
        elif kind not in _SHIPPED:
            said = kind_in(kind).words
            library.pick(kind, id_, said, field)
        elif id_ not in (known := data_ids(kind)):
            return (unknown(_SHIPPED[kind], id_, known, field),)
    except CardgenError as error:
        return _if_stretch(kind, id_, field, library) or error.problems
    return ()


def _if_stretch(kind: str, id_: str, field: str, library: "Library") -> tuple[Problem, ...]:
    """Return the problem of a stretch where a routine is wanted; nothing for other ids."""
    if kind != "routines" or nearest(id_, list(library.routines)):
        return ()
    move = nearest(id_, list(library.stretches), 1.0)
    remedy = f"`{move}` is a stretch: write `cardgen cards {move}`, or name it in a routine"
    said = f"there is no routine '{id_}'"
    return (Problem("", 0, 0, field, said, remedy),) if move else ()
