"""Small helpers over shapely: plane geometry of the picture."""

import math
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from shapely import set_precision
from shapely.geometry import LineString, MultiLineString, Polygon
from shapely.ops import linemerge, unary_union

from cardgen.figure.vectors import Vector, exp, hermite, length, walked

Shape = Any
"""A shapely geometry; shapely comes without types."""

_GRID = 2e-5
_STEP = 0.002
_DECIMALS = 9
"""Decimals of a point that all processors agree on."""


def polygons(shape: Shape) -> list[Shape]:
    """Return the polygons that a geometry is made of."""
    parts = shape.geoms if hasattr(shape, "geoms") else [shape]
    return [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]


def lines(shape: Shape) -> Iterator[Shape]:
    """Yield the lines that a geometry is made of."""
    if shape.is_empty:
        return
    if shape.geom_type == "LineString":
        yield shape
    elif shape.geom_type == "LinearRing":
        yield LineString(shape.coords)
    elif hasattr(shape, "geoms"):
        for part in shape.geoms:
            yield from lines(part)


def joined(pieces: Iterable[Shape]) -> list[Shape]:
    """Return line pieces joined to lines as long as can be."""
    found = [line for line in pieces if line.length > 1e-5]
    if not found:
        return []
    snapped = set_precision(MultiLineString(found), _GRID)
    many = list(lines(snapped))
    return list(lines(linemerge(MultiLineString(many)) if len(many) > 1 else snapped))


def union(shapes: Iterable[Shape]) -> Shape:
    """Return the union of shapes."""
    return unary_union(list(shapes))


def smooth_ring(points: Vector, sigma: float, step: float = _STEP) -> Vector:
    """Return a closed line resampled every `step` and smoothed by a Gaussian."""
    ring = np.vstack([points, points[:1]]) if not np.allclose(points[0], points[-1]) else points
    whole = float(walked(ring)[-1])
    count = max(int(whole / step), 24)
    even = _resampled(ring, np.linspace(0, whole, count, endpoint=False))
    weights = _gauss(sigma, whole / count, count - 1)
    k = len(weights) // 2
    return _convolved(np.vstack([even[-k:], even, even[:k]]), weights)


def smooth_line(line: Shape, sigma: float) -> Vector:
    """Return a line smoothed by a Gaussian; an open one keeps its ends."""
    points = np.array(line.coords)
    if np.allclose(points[0], points[-1]):
        ring = smooth_ring(points[:-1], sigma, 0.0015)
        return np.vstack([ring, ring[:1]])
    count = max(int(line.length / 0.0015), 8)
    even = _resampled(points, np.linspace(0, line.length, count))
    weights = _gauss(sigma, line.length / (count - 1), count - 1)
    k = len(weights) // 2
    # Mirrored at its ends, so that they stay where they are.
    before, after = 2 * even[0] - even[k:0:-1], 2 * even[-1] - even[-2 : -k - 2 : -1]
    return _convolved(np.vstack([before, even, after]), weights)


def _resampled(points: Vector, at: Vector) -> Vector:
    """Return the points at distances along a line."""
    sums = walked(points)
    return np.stack([np.interp(at, sums, points[:, k]) for k in (0, 1)], 1)


def _gauss(sigma: float, step: float, most: int) -> Vector:
    k = min(int(3 * sigma / step) + 1, most)
    off = np.arange(-k, k + 1) * step / sigma
    weights = exp(-0.5 * off * off)
    return np.asarray(weights / weights.sum())


def _convolved(points: Vector, weights: Vector) -> Vector:
    count = len(points) - len(weights) + 1
    found = np.zeros((count, 2))
    for k, weight in enumerate(weights):
        found += weight * points[k : k + count]
    return np.round(found, _DECIMALS)


def smoothed(shape: Shape, sigma: float) -> Shape:
    """Return polygons with their outlines smoothed, without specks."""
    found = []
    for part in polygons(shape):
        if part.area < 1e-5:
            continue
        holes = [
            smooth_ring(np.array(hole.coords[:-1]), sigma)
            for hole in part.interiors
            if Polygon(hole).area > 2e-4
        ]
        outline = smooth_ring(np.array(part.exterior.coords[:-1]), sigma)
        found.append(Polygon(outline, holes).buffer(0))
    return union(found)


def curve_through(points: Iterable[Iterable[float]], *, closed: bool, steps: int = 10) -> Vector:
    """Return a smooth line through points: a centripetal Catmull-Rom spline."""
    p = np.array([tuple(point) for point in points], dtype=np.float64)
    n = len(p)
    found = []
    for i in range(n if closed else n - 1):
        four = [p[(i + k) % n] if closed else p[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2)]
        found.append(_catmull_rom(four, steps))
    if not closed:
        found.append(p[-1:])
    return np.vstack(found)


def _catmull_rom(four: list[Vector], steps: int) -> Vector:
    p0, p1, p2, p3 = four
    a, b, c = (max(math.sqrt(length(v)), 1e-4) for v in (p1 - p0, p2 - p1, p3 - p2))
    m1 = ((p1 - p0) / a - (p2 - p0) / (a + b) + (p2 - p1) / b) * b
    m2 = ((p2 - p1) / b - (p3 - p1) / (b + c) + (p3 - p2) / c) * b
    m1 = p2 - p1 if np.allclose(p0, p1) else m1
    m2 = p2 - p1 if np.allclose(p2, p3) else m2
    u = np.linspace(0, 1, steps, endpoint=False)[:, None]
    return hermite(u, (p1, p2), (m1, m2))
