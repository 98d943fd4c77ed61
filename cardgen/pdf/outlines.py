"""Outlines of glyphs, as a TrueType font has them: points on and off quadratic curves."""

from functools import lru_cache
from typing import NamedTuple

from cardgen.model.glyphs import Font, Glyph
from cardgen.typography.fallback import shaper

Point = tuple[float, float]
_EXACT = 0.75
"""So many units a curve may lie off, and a point off the middle of its neighbours."""


class Outline(NamedTuple):
    """The points of a glyph, contour after contour."""

    points: tuple[tuple[int, int, bool], ...]
    """x, y, and whether the point is on the curve."""
    ends: tuple[int, ...]
    """The index of the last point of each contour."""


@lru_cache(maxsize=4096)
def outline(font: Font, number: int) -> Outline:
    """Return the outline of a glyph, in units of ours.

    It is kept: glyphs are those of a typeface, and say nothing of a text.
    """
    pen = _Pen()
    shaper(font).draw_glyph_with_pen(number, pen)
    points: list[tuple[int, int, bool]] = []
    ends = []
    for contour in pen.contours:
        points += contour
        ends.append(len(points) - 1)
    return Outline(tuple(points), tuple(ends))


def composed(glyphs: tuple[Glyph, ...]) -> Outline:
    """Return the outlines of glyphs at their places as one."""
    points: list[tuple[int, int, bool]] = []
    ends: list[int] = []
    for font, number, x, y in glyphs:
        one = outline(font, number)
        ends += [len(points) + end for end in one.ends]
        points += [(px + x, py + y, on) for px, py, on in one.points]
    return Outline(tuple(points), tuple(ends))


class _Pen:
    """Collects what HarfBuzz draws; cubic curves become quadratic ones."""

    def __init__(self) -> None:
        self.contours: list[list[tuple[int, int, bool]]] = []
        self._points: list[tuple[float, float, bool]] = []

    def moveTo(self, to: Point) -> None:  # noqa: N802 - the protocol of pens
        """Start a contour."""
        self._points = [(*to, True)]

    def lineTo(self, to: Point) -> None:  # noqa: N802
        """Go straight on."""
        self._points.append((*to, True))

    def qCurveTo(self, *through: Point) -> None:  # noqa: N802
        """Go on in quadratic curves."""
        *off, to = through
        self._points += [(*point, False) for point in off]
        self._points.append((*to, True))

    def curveTo(self, *through: Point) -> None:  # noqa: N802
        """Go on in a cubic curve."""
        from fontTools.cu2qu import curve_to_quadratic

        start = self._points[-1][:2]
        self.qCurveTo(*curve_to_quadratic((start, *through), _EXACT)[1:])

    def closePath(self) -> None:  # noqa: N802
        """End the contour."""
        points = self._points
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        kept = [p for i, p in enumerate(points) if not _is_implied(points, i)]
        self.contours.append([(round(x), round(y), on) for x, y, on in kept])

    endPath = closePath  # noqa: N815


def _is_implied(points: list[tuple[float, float, bool]], index: int) -> bool:
    """Tell whether a point on the curve lies between two off it, where one is taken to be."""
    x, y, on = points[index]
    before, after = points[index - 1], points[(index + 1) % len(points)]
    if not on or before[2] or after[2] or len(points) < 3:  # noqa: PLR2004 - a line has no middle
        return False
    return abs(before[0] + after[0] - 2 * x) + abs(before[1] + after[1] - 2 * y) < _EXACT
