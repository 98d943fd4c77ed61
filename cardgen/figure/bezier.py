"""Schneider's curve fitting: a dense polyline becomes a few cubic Bézier curves.

P. J. Schneider, "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990.
"""

import numpy as np

from cardgen.figure.vectors import Vector, length, lengths, walked

_ROUNDS = 4
_HOPELESS = 5
_TANGENT = 0.004
_TINY = 1e-9


def fit(
    points: Vector, tolerance: float, ends: tuple[Vector, Vector] | None = None
) -> list[Vector]:
    """Return cubic curves (four points each) within `tolerance` of `points`.

    `ends` are the directions in which the line leaves its two ends, inward.
    """
    if len(points) == 2:
        return [np.array([points[0] + (points[1] - points[0]) * t for t in (0, 1 / 3, 2 / 3, 1)])]
    first, last = ends or (_tangent(points, 0, 1), _tangent(points, len(points) - 1, -1))
    sums = walked(points)
    if sums[-1] < _TINY:
        return []
    u, worst, curve = sums / sums[-1], 0, points
    for _ in range(_ROUNDS):
        curve = _curve(points, u, first, last)
        errors = lengths(_at(curve, u) - points)
        worst = int(errors.argmax())
        if errors[worst] < tolerance:
            return [curve]
        if errors[worst] > _HOPELESS * tolerance:
            break
        u = _reparametrised(curve, points, u)
    return _halves(points, tolerance, min(max(worst, 1), len(points) - 2), first, last)


def _halves(
    points: Vector, tolerance: float, cut: int, first: Vector, last: Vector
) -> list[Vector]:
    way = _unit(_tangent(points, cut, -1) - _tangent(points, cut, 1))
    if not way.any():
        way = _tangent(points, cut, -1)
    return [
        *fit(points[: cut + 1], tolerance, (first, way)),
        *fit(points[cut:], tolerance, (-way, last)),
    ]


def _unit(v: Vector) -> Vector:
    long = length(v)
    return v / long if long > 1e-12 else v


def _tangent(points: Vector, i: int, way: int) -> Vector:
    """Return the direction from point `i`, looking a short way along the line."""
    gone, j = 0.0, i
    while 0 <= j + way < len(points) and gone < _TANGENT:
        gone += length(points[j + way] - points[j])
        j += way
    return _unit(points[j] - points[i])


def _at(curve: Vector, u: Vector) -> Vector:
    return sum((b[:, None] * p for b, p in zip(_weights(u), curve, strict=True)), np.zeros(2))


def _weights(u: Vector) -> tuple[Vector, Vector, Vector, Vector]:
    """Return Bernstein's polynomials: how much of each of the four points is in the curve."""
    m = 1 - u
    return m * m * m, 3 * u * m * m, 3 * u * u * m, u * u * u


def _curve(points: Vector, u: Vector, first: Vector, last: Vector) -> Vector:
    """Return the cubic with given ends and tangents that is nearest by least squares."""
    b0, b1, b2, b3 = _weights(u)
    a1, a2 = b1[:, None] * first, b2[:, None] * last
    rest = points - ((b0 + b1)[:, None] * points[0] + (b2 + b3)[:, None] * points[-1])
    c00, c01, c11 = float((a1 * a1).sum()), float((a1 * a2).sum()), float((a2 * a2).sum())
    x0, x1 = float((a1 * rest).sum()), float((a2 * rest).sum())
    det = c00 * c11 - c01 * c01
    chord = length(points[-1] - points[0])
    left = right = 0.0
    if abs(det) > 1e-14:
        left, right = (x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det
    if not (1e-3 * chord <= left <= 3 * chord and 1e-3 * chord <= right <= 3 * chord):
        left = right = chord / 3
    return np.array([points[0], points[0] + first * left, points[-1] + last * right, points[-1]])


def _reparametrised(curve: Vector, points: Vector, u: Vector) -> Vector:
    """Return parameters nearer to the points, by one step of Newton's method."""
    d1 = 3 * (curve[1:] - curve[:-1])
    d2 = 2 * (d1[1:] - d1[:-1])
    t = u[:, None]
    m = 1 - t
    off = _at(curve, u) - points
    v1 = m * m * d1[0] + 2 * m * t * d1[1] + t * t * d1[2]
    v2 = m * d2[0] + t * d2[1]
    slope = (v1 * v1).sum(1) + (off * v2).sum(1)
    sure = np.abs(slope) > 1e-12
    moved = u.copy()
    moved[sure] -= ((off * v1).sum(1))[sure] / slope[sure]
    moved = np.clip(moved, 0, 1)
    return moved if (np.diff(moved) >= 0).all() else u
