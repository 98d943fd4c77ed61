"""Finds what a person named."""

from collections.abc import Mapping
from typing import TypeVar

from cardgen.errors import InvalidDataError, Problem
from cardgen.words import suggestion

T = TypeVar("T")


def pick(known: Mapping[str, T], id_: str, kind: str) -> T:
    """Return the definition with this id. Raises InvalidDataError with the nearest name."""
    if id_ not in known:
        remedy = suggestion(id_, list(known))
        raise InvalidDataError([Problem("", 0, 0, "", f"there is no {kind} '{id_}'", remedy)])
    return known[id_]
