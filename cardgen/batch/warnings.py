"""Warnings of many rows: each that is said of several rows is said once, of the first of them."""

from collections.abc import Iterable
from dataclasses import replace

from cardgen.errors import Problem


class Warnings:
    """Warnings in the order in which they came up."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], Problem] = {}
        self._lines: dict[tuple[str, str, str], int] = {}
        """How many other lines each was said of."""

    def add(self, warnings: Iterable[Problem]) -> None:
        """Keep warnings."""
        for one in warnings:
            key = one.file, one.field, one.message
            first = self._first.setdefault(key, one)
            if one.line != first.line:
                self._lines[key] = self._lines.get(key, 0) + 1

    def told(self) -> tuple[Problem, ...]:
        """Return each warning once, with the number of other rows that it holds for."""
        return tuple(self._told(key, one) for key, one in self._first.items())

    def _told(self, key: tuple[str, str, str], one: Problem) -> Problem:
        others = self._lines.get(key, 0)
        if not others:
            return one
        rows = "1 other row" if others == 1 else f"{others} other rows"
        return replace(one, message=f"{one.message} (and so in {rows})")
