"""Doses that are changed on the command line: `figure-four.dose.hold=20`."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.load.check import checked
from cardgen.load.glyphs import unprintable
from cardgen.load.tree import Tree, scalar
from cardgen.model.dose import DoseChange

_SETTING = re.compile(r"([a-z0-9-]+)\.dose\.([a-z_]+)=(.*)", re.DOTALL)
OPTION = "--set"


def read_settings(
    texts: Iterable[str], glyphs: frozenset[int]
) -> tuple[tuple[str, DoseChange], ...]:
    """Return, by stretch, the changes that texts such as "figure-four.dose.hold=20" ask for.

    A value is read as YAML reads it. Raises InvalidDataError with every problem.
    """
    problems: list[Problem] = []
    fields: dict[str, dict[str, Any]] = {}
    for text in texts:
        match = _SETTING.fullmatch(text)
        if not match:
            message = f"expected STRETCH.dose.FIELD=VALUE, found '{text}'"
            problems.append(_problem("", message, "Write it as figure-four.dose.hold=20"))
        elif match[2] in fields.setdefault(match[1], {}):
            message, remedy = "it is set twice", "Keep one of the two"
            problems.append(_problem(f"{match[1]}.dose.{match[2]}", message, remedy))
        else:
            fields[match[1]][match[2]] = scalar(match[3])
    changes = {id_: list(_change(id_, found, glyphs, problems)) for id_, found in fields.items()}
    if problems:
        raise InvalidDataError(problems)
    return tuple((id_, change) for id_, (change,) in changes.items())


def _change(
    id_: str, fields: dict[str, Any], glyphs: frozenset[int], problems: list[Problem]
) -> Iterator[DoseChange]:
    """Yield the change that the fields make, or add what is wrong to `problems`."""
    tree = Tree("", fields, {}, {})
    faults = list(unprintable(tree, glyphs))
    try:
        yield checked(tree, DoseChange)
    except CardgenError as error:
        faults += error.problems
    problems += [_problem(f"{id_}.dose.{p.field}", p.message, p.remedy) for p in faults]


def _problem(field: str, message: str, remedy: str) -> Problem:
    return Problem("", 0, 0, f"{OPTION} {field}".strip(), message, remedy)
