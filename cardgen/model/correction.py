"""What undoes the faults of a printer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """What undoes a printer's faults: a shift in points, a scale, a turn in degrees clockwise.

    Scale and turn are about the middle of the page.
    """

    x: float = 0
    y: float = 0
    scale: float = 1
    turn: float = 0
