"""Polylines to SVG path text: whole numbers, relative, curves where the line is curved."""

import math
from itertools import pairwise

import numpy as np

from cardgen.figure.bezier import fit
from cardgen.figure.vectors import Vector, length, lengths

SCALE = 2000
"""Units of a drawing in one stature."""
_CORNER = 40
_DENSE = 0.004
_SAME = 1e-6
_TINY = 1e-9


def path(points: Vector, tolerance: float, *, closed: bool, straight: bool) -> str:
    """Return the path of a line (in statures, y up) within `tolerance`; "" for a mere point."""
    # Rounded first, so that another machine's last digits change nothing.
    points = _distinct(np.round(points, 5), closed=closed)
    if len(points) < 2:
        return ""
    if straight:
        ring = np.vstack([points, points[:1]]) if closed else points
        pieces = [ring[k : k + 2] for k in range(len(ring) - 1)]
        curves = [c for piece in pieces for c in fit(piece, tolerance)]
    else:
        curves = _curves(points, tolerance, closed=closed)
    return _written(curves, tolerance, closed=closed)


def _distinct(points: Vector, *, closed: bool) -> Vector:
    keep = np.r_[True, lengths(np.diff(points, axis=0)) > _SAME]
    points = points[keep]
    if closed and len(points) > 1 and length(points[0] - points[-1]) < _SAME:
        points = points[:-1]
    return points


def _curves(points: Vector, tolerance: float, *, closed: bool) -> list[Vector]:
    corners = _corners(points, closed=closed)
    if closed and not corners:
        ring = np.vstack([points, points[:1]])
        way = ring[1] - ring[-2]
        way = way / max(length(way), _SAME)
        return fit(_dense(ring), tolerance, (way, -way))
    if closed:
        points = np.roll(points, -corners[0], axis=0)
        corners = [c - corners[0] for c in corners]
        points, cuts = np.vstack([points, points[:1]]), [*corners, len(points)]
    else:
        cuts = [0, *corners, len(points) - 1]
    found: list[Vector] = []
    for a, b in pairwise(cuts):
        run = points[a : b + 1]
        found += fit(run if len(run) == 2 else _dense(run), tolerance)
    return found


def _corners(points: Vector, *, closed: bool) -> list[int]:
    n = len(points)
    inner = range(n) if closed else range(1, n - 1)
    return [i for i in inner if _turn(points[i - 1], points[i], points[(i + 1) % n]) > _CORNER]


def _turn(a: Vector, b: Vector, c: Vector) -> float:
    before = math.atan2(b[1] - a[1], b[0] - a[0])
    after = math.atan2(c[1] - b[1], c[0] - b[0])
    return abs((math.degrees(after - before) + 180) % 360 - 180)


def _dense(points: Vector) -> Vector:
    """Return the line with points put in, so that none are farther apart than _DENSE."""
    steps = np.diff(points, axis=0)
    counts = np.maximum((lengths(steps) / _DENSE).astype(int), 1)
    which = np.repeat(np.arange(len(steps)), counts)
    nth = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts) + 1
    return np.vstack([points[:1], points[which] + steps[which] * (nth / counts[which])[:, None]])


def _written(curves: list[Vector], tolerance: float, *, closed: bool) -> str:
    if not curves:
        return ""
    now = _units(curves[0][0])
    text, last = "M" + _numbers(now), "M"
    for curve in curves:
        a, b, end = (_units(p) for p in curve[1:])
        if (end == now).all():
            continue
        letter = "l" if _is_straight(curve, tolerance / 2) else "c"
        steps = (end - now,) if letter == "l" else (a - now, b - now, end - now)
        numbers = _numbers(np.concatenate(steps))
        text += letter + numbers if letter != last else _spaced(numbers)
        now, last = end, letter
    return "" if last == "M" else text + ("z" if closed else "")


def _units(point: Vector) -> Vector:
    return np.array([round(float(point[0]) * SCALE), round(-float(point[1]) * SCALE)])


def _is_straight(curve: Vector, tolerance: float) -> bool:
    chord = curve[3] - curve[0]
    long = length(chord)
    if long < _TINY:
        return False
    off = [abs(float(chord[0] * (p - curve[0])[1] - chord[1] * (p - curve[0])[0])) for p in curve]
    return max(off) / long < tolerance


def _numbers(values: Vector) -> str:
    text = ""
    for value in values:
        text += f"{int(value)}" if not text or value < 0 else f" {int(value)}"
    return text


def _spaced(numbers: str) -> str:
    return numbers if numbers.startswith("-") else f" {numbers}"
