"""What is told of a step: kept without words, and said in the language of who reads it then."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, object] = MappingProxyType({})


class Said(NamedTuple):
    """A sentence of the studio's, and the values in it."""

    key: str
    values: Mapping[str, object] = _NONE
    number: int | None = None
    """The number that it has the plural form of; None where it has none."""
    move: str = ""
    """The move whose name is `{name}` in it."""


class RefusedError(Exception):
    """What was asked for is not done."""

    def __init__(self, why: Said) -> None:
        super().__init__(why.key)
        self.why = why
