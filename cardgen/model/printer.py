"""What a person has measured of a printer, and what undoes its faults."""

import math
import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from cardgen.model.base import Model
from cardgen.model.correction import Correction
from cardgen.model.design import MM, Length, points
from cardgen.model.printing import UNPRINTABLE

SCALES_APART = 170 * MM
"""From the upper scale of the calibration page to the lower one."""
LINE = 150 * MM
"""The length of the line on it that a person measures."""
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%")
_MOST_SHIFT, _LEAST_SCALE, _MOST_SCALE = 12 * MM, 0.9, 1.1


def shift(text: object) -> float:
    """Return a reading such as "0.8 mm" or "-0.4 mm" in points. Raises ValueError."""
    negative = isinstance(text, str) and text.startswith("-")
    value = -points(str(text)[1:].strip()) if negative else points(text)
    if abs(value) > _MOST_SHIFT:
        raise ValueError(f"expected -12 mm to 12 mm, got '{text}'")
    return value


def scale(text: object) -> float:
    """Return a scale from "99.6 %", or from what the line measures: "149.4 mm".

    Raises ValueError.
    """
    match = _PERCENT.fullmatch(text) if isinstance(text, str) else None
    value = float(match[1]) / 100 if match else points(text) / LINE
    if not _LEAST_SCALE <= value <= _MOST_SCALE:
        raise ValueError(f"expected 90 % to 110 %, or 135 mm to 165 mm, got '{text}'")
    return value


Shift = Annotated[float, BeforeValidator(shift)]
Scale = Annotated[float, BeforeValidator(scale)]


class PrinterProfile(Model):
    """Readings from the calibration page: where creases through its middle cross its scales."""

    x: Shift = 0
    """On the upper scale of the front, to the right."""
    x_below: Shift | None = None
    """On the lower scale, where it differs: then the printer turns the page."""
    y: Shift = 0
    """On the upright scale, downward."""
    back_x: Shift | None = None
    """The same on the back, where it differs."""
    back_x_below: Shift | None = None
    back_y: Shift | None = None
    scale: Scale = 1
    """How large things print: 99.6 %."""
    margin: Length = Field(UNPRINTABLE, le=20 * MM)
    """The band along each edge that it does not reach."""

    @property
    def front(self) -> Correction:
        """Return what moves a front to where it belongs."""
        return self._correction(self.x, self.x_below, self.y)

    @property
    def back(self) -> Correction:
        """Return what moves a back to where it belongs: as a front, where nothing else was read."""
        if self.back_x is None and self.back_y is None:
            return self.front
        x, y = self.back_x or 0, self.back_y or 0
        return self._correction(x, self.back_x_below, y)

    def _correction(self, x: float, below: float | None, y: float) -> Correction:
        # A crease crosses the scale at +1 mm when the print lies 1 mm too far left.
        below = x if below is None else below
        turn = math.degrees(math.atan2(below - x, SCALES_APART))
        return Correction((x + below) / 2, y, 1 / self.scale, -turn)
