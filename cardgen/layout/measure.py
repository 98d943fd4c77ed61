"""What layout needs to know about type and pictures, without knowing who draws them."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from cardgen.model.design import MM
from cardgen.model.library import Origin
from cardgen.model.page import Face


class Measure(Protocol):
    """Widths of text and shapes of pictures. What it says of a text does not change."""

    def __hash__(self) -> int:
        """Return what tells this measure from others."""
        ...

    def width(self, text: str, face: Face, size: float) -> float:
        """Return the width of `text` in points."""
        ...

    def aspect(self, file: Path) -> float:
        """Return width divided by height of a picture."""
        ...


class TooLargeError(Exception):
    """Content larger than its place; `points` says by how much.

    `origin` is where the content comes from, as far as that is known.
    """

    def __init__(self, points: float, what: str = "") -> None:
        self.points = points
        self.what = what
        self.origin: Origin | None = None
        super().__init__(f"{points:.1f} pt too large: {what}")

    @property
    def millimetres(self) -> float:
        """Return the excess to a tenth of a millimetre, and never as nothing."""
        return math.ceil(self.points / MM * 10) / 10


@contextmanager
def from_place(origin: Origin | None) -> Iterator[None]:
    """Within: what is too large comes from `origin`, unless a place nearer to it is known."""
    try:
        yield
    except TooLargeError as error:
        error.origin = error.origin or origin
        raise


class Style(NamedTuple):
    """How a paragraph is set. `leading` is the distance of its baselines, in type sizes.

    A named tuple, since it is very often asked for what has been set in the same style before.
    """

    size: float
    colour: str
    leading: float = 1.25
    face: Face = "regular"

    @property
    def line(self) -> float:
        """Return the height of a line in points."""
        return self.size * self.leading
