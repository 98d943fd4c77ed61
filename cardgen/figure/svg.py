"""Drawings as SVG: title, description and paths in solid colours, nothing else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import numpy as np
from shapely.geometry import Polygon
from shapely.geometry.polygon import orient

from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.palette import COLOUR
from cardgen.figure.paths import SCALE, path
from cardgen.figure.shapes import Shape, polygons
from cardgen.figure.vectors import Vector
from cardgen.model.drawing import CREDIT, WEIGHTS

_FILL_TOLERANCE, _LINE_TOLERANCE = 0.0016, 0.0012
_SMALLEST, _SMALLEST_HOLE = 4e-6, 2e-5
_MARGIN = 20

Box = tuple[int, int, int, int]
"""Left, top, right and bottom of a drawing, in its units, y down."""


@dataclass(frozen=True, slots=True)
class _Path:
    tag: str
    data: str
    stroked: bool


def bounds(items: Sequence[Item]) -> Box:
    """Return the box round all that is drawn, with a small margin."""
    low, high = np.full(2, math.inf), np.full(2, -math.inf)
    for item in items:
        if isinstance(item, Stroke):
            corners, pad = item.points, WEIGHTS[item.weight] / SCALE / 2
        else:
            x0, y0, x1, y1 = item.shape.bounds
            corners, pad = np.array([[x0, y0], [x1, y1]]), 0.0
        low = np.minimum(low, corners.min(0) - pad)
        high = np.maximum(high, corners.max(0) + pad)
    return (
        math.floor(low[0] * SCALE) - _MARGIN,
        math.floor(-high[1] * SCALE) - _MARGIN,
        math.ceil(high[0] * SCALE) + _MARGIN,
        math.ceil(-low[1] * SCALE) + _MARGIN,
    )


def joint_box(boxes: Sequence[Box]) -> Box:
    """Return the box round boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def document(items: Sequence[Item], box: Box, title: str, text: str, *, mirror: bool) -> str:
    """Return the SVG of a drawing; mirrored, its box is mirrored too."""
    flip = np.array([-1.0 if mirror else 1.0, 1.0])
    left, top, right, bottom = (-box[2], box[1], -box[0], box[3]) if mirror else box
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="{left} {top} {right - left} {bottom - top}">'
        f"<title>{escape(title)}</title>"
        f"<desc>{escape(text)} {CREDIT}.</desc>"
    )
    paths: list[_Path] = []
    for item in items:
        paths += _stroke(item, flip) if isinstance(item, Stroke) else _fill(item, flip)
    return "\n".join([head, *_grouped(_merged(paths)), "</svg>\n"])


def _stroke(item: Stroke, flip: Vector) -> list[_Path]:
    points = item.points * flip
    closed = len(points) > 2 and bool(np.allclose(points[0], points[-1]))
    data = path(
        points[:-1] if closed else points, _LINE_TOLERANCE, closed=closed, straight=item.straight
    )
    tag = f'stroke="{COLOUR[item.role]}" stroke-width="{WEIGHTS[item.weight]}"'
    return [_Path(tag, data, stroked=True)] if data else []


def _fill(item: Fill, flip: Vector) -> list[_Path]:
    found = []
    for part in polygons(item.shape):
        if part.area < _SMALLEST:
            continue
        tidy = orient(part.simplify(0.0001))
        rings = [tidy.exterior, *(h for h in tidy.interiors if Polygon(h).area > _SMALLEST_HOLE)]
        data = "".join(_ring(ring, flip, straight=item.straight) for ring in rings)
        found.append(_Path(f'fill="{COLOUR[item.role]}"', data, stroked=False))
    return found


def _ring(ring: Shape, flip: Vector, *, straight: bool) -> str:
    points = np.array(ring.coords[:-1]) * flip
    return path(points, _FILL_TOLERANCE, closed=True, straight=straight)


def _merged(paths: Sequence[_Path]) -> list[_Path]:
    """Let neighbours with equal looks share a path; fills stay apart, for holes' sake."""
    found: list[_Path] = []
    for p in paths:
        if found and p.stroked and found[-1].tag == p.tag:
            found[-1] = _Path(p.tag, found[-1].data + p.data, stroked=True)
        else:
            found.append(p)
    return found


def _grouped(paths: Sequence[_Path]) -> list[str]:
    """Write paths; runs of strokes share a group that says they are not filled."""
    rows, inside = [], False
    for p in paths:
        if p.stroked and not inside:
            rows.append('<g fill="none" stroke-linecap="round" stroke-linejoin="round">')
        if inside and not p.stroked:
            rows.append("</g>")
        rows.append(f'<path {p.tag} d="{p.data}"/>')
        inside = p.stroked
    return [*rows, "</g>"] if inside else rows
