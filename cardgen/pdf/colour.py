"""Colours as a press takes them: greys are black alone, a second ink has a plate of its own."""

from dataclasses import dataclass
from functools import lru_cache

from cardgen.model.plate import Plate, parts_of

_PARTS = 3
INK = "Ink"
"""What pages call the space of the second ink."""
_GREYS = {"rg": "g", "RG": "G"}
"""The operator that sets a grey, by the one that sets red, green and blue."""


@lru_cache(maxsize=64)
def grey_of(name: str) -> float | None:
    """Return how light a colour such as "#808080" is, from 0 to 1; None where it is not neutral.

    A press prints a grey of three equal parts of red, green and blue with all four inks, and one
    in the space of greys with black alone (ISO 32000-1, 8.6.4.2).
    """
    red, green, blue = parts_of(name)
    return red if red == green == blue else None


@dataclass(frozen=True, slots=True)
class Inks:
    """The inks that colours are printed in: those of the process, or black and a second one."""

    plate: Plate | None = None

    def tint_of(self, name: str) -> float | None:
        """Return how much of the second ink a colour such as "#0b6577" takes.

        None where there is no second ink, and for greys, which are black.
        """
        if self.plate is None or grey_of(name) is not None:
            return None
        return self.plate.tint(parts_of(name))

    def fill(self, name: str) -> bytes:
        """Return the operator that fills in a colour such as "#0b6577"."""
        return _fill(self, name)

    def line(self, line: str) -> str:
        """Return a line of operators; one that only sets a colour sets it in these inks.

        Red, green and blue that are alike are a grey.
        """
        *parts, operator = line.split(" ")
        if len(parts) != _PARTS or operator not in _GREYS:
            return line
        if len(set(parts)) == 1:
            return f"{parts[0]} {_GREYS[operator]}"
        tint = self.plate.tint([float(part) for part in parts]) if self.plate else None
        return line if tint is None else inked(tint, stroke=operator == "RG")


PROCESS = Inks()
"""The four inks of the process: there is no second ink beside black."""


def inked(tint: float, *, stroke: bool = False) -> str:
    """Return the operators that fill, or stroke, in a tint of the second ink, from 0 to 1."""
    space, colour = ("CS", "SCN") if stroke else ("cs", "scn")
    return f"/{INK} {space} {tint:.3g} {colour}"


@lru_cache(maxsize=64)
def _fill(inks: Inks, name: str) -> bytes:
    grey, tint = grey_of(name), inks.tint_of(name)
    if grey is not None:
        return f"{grey:.3g} g\n".encode()
    if tint is not None:
        return f"{inked(tint)}\n".encode()
    return f"{' '.join(f'{part:.3g}' for part in parts_of(name))} rg\n".encode()
