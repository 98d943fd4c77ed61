"""Arrows: placed by what they mean, then moved along their way until they touch nothing."""

import numpy as np
from shapely.geometry import LineString, Polygon

from cardgen.figure import pose as p
from cardgen.figure.camera import Camera
from cardgen.figure.directions import direction
from cardgen.figure.shapes import Shape, union
from cardgen.figure.skeleton import Side, Skeleton
from cardgen.figure.vectors import Vector, circle, unit, vec, walked

CLEARANCE = 0.026
"""The white space between an arrow and the figure."""
_SHAFT, _HEAD = 0.0155, 0.048
_STEP, _FARTHEST = 0.004, 0.7
_POINTS = 24


def arrow(spec: p.Arrow, skeleton: Skeleton, camera: Camera, figure: Shape) -> Shape:
    """Return the outline of an arrow beside `figure`."""
    shift = camera(vec(*spec.shift, 0))
    if spec.around:
        return _outline(_arc(spec, camera(skeleton.joints[spec.around]) + shift))
    joint = spec.from_ or spec.to or "pelvis"
    side: Side = "left" if joint.startswith("left-") else "right"
    way = unit(camera(direction(spec.toward, side)))
    base = camera(skeleton.joints[joint]) + shift
    retreat = way if spec.from_ else -way
    line = _line(way, spec.length, spec.curve)
    if not spec.from_:
        line = line - line[-1]
    for k in range(int(_FARTHEST / _STEP)):
        shape = _outline(line + base + retreat * k * _STEP)
        if shape.distance(figure) >= CLEARANCE:
            return shape
    return _outline(line + base)


def _line(way: Vector, length: float, curve: float) -> Vector:
    """Return a line from the origin that turns by `curve` degrees in all."""
    turn = circle(np.radians(curve) * np.linspace(-0.5, 0.5, _POINTS))
    aside = np.array([-way[1], way[0]])
    steps = (turn[:, :1] * way + turn[:, 1:] * aside) * length / _POINTS
    return np.vstack([np.zeros(2), np.cumsum(steps, axis=0)])


def _arc(spec: p.Arrow, centre: Vector) -> Vector:
    t = np.radians(np.linspace(spec.start, spec.end, _POINTS))
    return centre + spec.radius * circle(t)


def _outline(line: Vector) -> Shape:
    sums = walked(line)
    whole = float(sums[-1])
    head = min(_HEAD * 1.15, whole * 0.55)

    def at(way: float) -> Vector:
        return np.array([np.interp(way, sums, line[:, k]) for k in (0, 1)])

    shaft = LineString([at(w) for w in np.linspace(0, whole - head * 0.85, _POINTS)])
    tip = at(whole)
    way = unit(tip - at(whole - head))
    base, aside = tip - way * head, np.array([-way[1], way[0]]) * _HEAD / 2
    barb = Polygon([tip, base + aside, base + way * head * 0.12, base - aside])
    return union([shaft.buffer(_SHAFT / 2, cap_style="round"), barb.buffer(0.0015)])
