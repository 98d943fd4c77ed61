"""Blocks that stand turned on their page, pages that a printer needs moved, and what follows."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cardgen.model.page import Bounds, Correction, Page, Placed, Turn

Matrix = tuple[float, float, float, float, float, float]
_TURNS: dict[Turn, tuple[int, int, int, int]] = {
    0: (1, 0, 0, 1),
    90: (0, -1, 1, 0),
    180: (-1, 0, 0, -1),
    270: (0, 1, -1, 0),
}
"""The first four numbers of the matrix of each turn (ISO 32000-1, 8.3.4)."""


def turn_matrix(placed: Placed, page_height: float) -> Matrix:
    """Return what takes a block, drawn from the origin up, to its place on the page."""
    left, top, right, bottom = placed.bounds
    a, b, c, d = _TURNS[placed.turn]
    x = right if a < 0 or c < 0 else left
    y = top if b < 0 or d < 0 else bottom
    return (a, b, c, d, x, page_height - y)


def correction_matrix(correction: Correction, width: float, height: float) -> Matrix:
    """Return what moves all that is on a page, about its middle, to undo a printer's faults."""
    angle = -math.radians(correction.turn)
    a, b = correction.scale * math.cos(angle), correction.scale * math.sin(angle)
    x, y = width / 2, height / 2
    return (a, b, -b, a, x - a * x + b * y + correction.x, y - b * x - a * y - correction.y)


@contextmanager
def corrected(canvas: Any, page: Page) -> Iterator[None]:
    """Within: all that is drawn is moved as the page's correction says."""
    if page.correction is None:
        yield
        return
    canvas.saveState()
    canvas.transform(*correction_matrix(page.correction, page.width, page.height))
    yield
    canvas.restoreState()


def on_page(canvas: Any, bounds: Bounds) -> Bounds:
    """Return where a rectangle of what is being drawn lies on the page, turned as it may be."""
    left, low, right, top = bounds
    corners = [canvas.absolutePosition(x, y) for x in (left, right) for y in (low, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
