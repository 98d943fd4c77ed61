"""The second ink of a press, beside black."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FULL = 255
_SLACK = 0.02
"""So much a part of a colour may lie off a tint: it was rounded to one of 255 steps."""
_PROCESS = frozenset(("all", "none", "cyan", "magenta", "yellow", "black"))
"""Names that a press knows otherwise (ISO 32000-1, 8.6.6.4)."""


@dataclass(frozen=True, slots=True)
class Plate:
    """The second ink of a press: the name that its plate has, and its colour, such as "#0b6577"."""

    name: str
    colour: str

    def tint(self, parts: Sequence[float]) -> float | None:
        """Return how much of the ink a colour is, from 0 for paper to 1; None for no tint of it.

        `parts` are its red, green and blue, from 0 to 1.
        """
        most = [1 - part for part in parts_of(self.colour)]
        share, full = max(zip([1 - part for part in parts], most, strict=True), key=lambda p: p[1])
        tint = share / full
        off = (abs(1 - part - tint * whole) for part, whole in zip(parts, most, strict=True))
        return tint if max(off) <= _SLACK else None


def parts_of(colour: str) -> tuple[float, ...]:
    """Return red, green and blue of a colour such as "#0b6577", from 0 to 1."""
    return tuple(int(colour[i : i + 2], 16) / _FULL for i in (1, 3, 5))


def is_plate_name(name: str) -> bool:
    """Tell whether an ink may have this name: no process colour has it, and it is plain text."""
    return name.lower() not in _PROCESS and bool(re.fullmatch(r"[!-~]+( [!-~]+)*", name))
