"""The ids that fields of requests choose from: what there is, and whether an id is among it."""

from functools import lru_cache
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem, gathered
from cardgen.kinds import kind_in
from cardgen.model.library import Library
from cardgen.paths import data_ids, definition_ids
from cardgen.words import suggestion

_SHIPPED = {"type": "type", "locales": "language"}
"""Kinds that a person has none of their own of, and what a person calls one."""


def offered(kind: str, folder: Path) -> list[str]:
    """Return the ids of a kind, such as "papers", that someone in `folder` can choose from."""
    return list(_shipped(kind)) if kind in _SHIPPED else definition_ids(kind, folder)


@lru_cache(maxsize=4)
def _shipped(kind: str) -> tuple[str, ...]:
    return tuple(data_ids(kind))


def id_problems(kind: str, id_: str, field: str, library: Library) -> tuple[Problem, ...]:
    """Return what is wrong with the id that a field names: there is none, or its file is broken."""
    return gathered(lambda: _find(kind, id_, field, library))


def _find(kind: str, id_: str, field: str, library: Library) -> None:
    """Raise InvalidDataError where the library has nothing that an id stands for."""
    from cardgen.library.sizes import find_paper, find_sheet, find_size

    if kind in _SHIPPED:
        if id_ not in (known := _shipped(kind)):
            message = f"there is no {_SHIPPED[kind]} '{id_}'"
            raise InvalidDataError([Problem("", 0, 0, field, message, suggestion(id_, known))])
    elif kind in _MEASURED:
        {"papers": find_paper, "sizes": find_size, "sheets": find_sheet}[kind](id_, library)
    else:
        library.pick(kind, id_, kind_in(kind).words, field)


_MEASURED = ("papers", "sizes", "sheets")
"""Kinds of which measures may be given, or other names."""
