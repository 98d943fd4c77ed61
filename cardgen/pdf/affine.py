"""Affine maps: blocks that stand turned on their page, and pages that a printer needs moved."""

import math

from cardgen.model.page import Bounds, Page, Placed, Turn

Matrix = tuple[float, float, float, float, float, float]
"""What takes a point to another place (ISO 32000-1, 8.3.4)."""
STILL: Matrix = (1, 0, 0, 1, 0, 0)
_TURNS: dict[Turn, tuple[int, int, int, int]] = {
    0: (1, 0, 0, 1),
    90: (0, -1, 1, 0),
    180: (-1, 0, 0, -1),
    270: (0, 1, -1, 0),
}


def turn_matrix(placed: Placed, page_height: float) -> Matrix:
    """Return what takes a block, drawn from the origin up, to its place on the page."""
    left, top, right, bottom = placed.bounds
    a, b, c, d = _TURNS[placed.turn]
    x = right if a < 0 or c < 0 else left
    y = top if b < 0 or d < 0 else bottom
    return (a, b, c, d, x, page_height - y)


def correction_matrix(page: Page) -> Matrix | None:
    """Return what moves all that is on a page, about its middle, to undo a printer's faults."""
    correction = page.correction
    if correction is None:
        return None
    angle = -math.radians(correction.turn)
    a, b = correction.scale * math.cos(angle), correction.scale * math.sin(angle)
    x, y = page.width / 2, page.height / 2
    return (a, b, -b, a, x - a * x + b * y + correction.x, y - b * x - a * y - correction.y)


def composed(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does what two do, one after the other."""
    a, b, c, d, e, f = first
    x, y = mapped(then, e, f)
    return (
        a * then[0] + b * then[2],
        a * then[1] + b * then[3],
        c * then[0] + d * then[2],
        c * then[1] + d * then[3],
        x,
        y,
    )


def mapped(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def on_page(matrix: Matrix, bounds: Bounds) -> Bounds:
    """Return the rectangle on the page round one that is drawn turned."""
    if matrix == STILL:
        return bounds
    left, low, right, top = bounds
    corners = [mapped(matrix, x, y) for x in (left, right) for y in (low, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
