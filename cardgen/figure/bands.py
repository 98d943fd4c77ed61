"""Bands and straps: flat, taut things that go round limbs."""

import math
from collections.abc import Iterator

import numpy as np
from shapely.geometry import LineString, MultiPoint, Polygon

from cardgen.figure.camera import Camera
from cardgen.figure.extremities import foot
from cardgen.figure.interpolate import widths
from cardgen.figure.shapes import Shape, smoothed, union
from cardgen.figure.silhouette import silhouette
from cardgen.figure.skeleton import Extremity, Segment, Side, Skeleton
from cardgen.figure.tables import SHIN, THIGH, Table
from cardgen.figure.vectors import Vector, circle, dot, lengths, smooth_step, unit, vec

# Half the breadth of a band on a limb, and in the middle of its free span: rubber that is
# stretched is narrower.
_ON_LIMB, _STRETCHED = 0.0145, 0.0075
_STRAP_HALF, _STRAP_THICK = 0.0115, 0.007
_TAIL, _ROUND = 0.07, 0.004
_BAND_AT = {"thighs": (0.80, THIGH), "ankles": (0.84, SHIN)}
_SNUG = 1.06
_RING, _SPAN = 40, 24
_EASE = 0.3
"""Over which part of the span the breadth changes."""


def band(where: str, skeleton: Skeleton, camera: Camera) -> Shape:
    """Return the near side of a band round both legs."""
    at, table = _BAND_AT[where]
    bones = [leg.thigh if where == "thighs" else leg.shin for leg in skeleton.legs.values()]
    rings = [np.array(list(_ring(bone, table, at))) for bone in bones]
    line, half = _taut(_near_side(np.vstack(rings), camera))
    middle = np.array([camera(point) for point in line])
    rise = half[:, None] * vec(0, 1)
    return smoothed(Polygon(np.vstack([middle + rise, (middle - rise)[::-1]])).buffer(0), 0.003)


def _ring(bone: Segment, table: Table, at: float) -> Iterator[Vector]:
    front, back, aside = widths(table, at)
    centre = bone.at(at) + bone.front * (front - back) / 2
    for x, y in circle(np.linspace(0, 2 * math.pi, _RING, endpoint=False)):
        yield centre + _SNUG * (bone.front * (front + back) / 2 * x + bone.aside * aside * y)


def _near_side(points: Vector, camera: Camera) -> Vector:
    """Return the points that a band pulled tight touches on the viewer's side, left to right."""
    ahead = unit(camera.toward * vec(1, 0, 1))
    plan = {(dot(p, camera.right), dot(p, ahead)): p for p in points}
    hull = list(MultiPoint(list(plan)).convex_hull.exterior.coords)[:-1]
    first, last = hull.index(min(hull)), hull.index(max(hull))
    one = [*hull[first:], *hull[:first]]
    cut = one.index(hull[last])
    ways = one[: cut + 1], [one[0], *one[: cut - 1 : -1]]
    near = max(ways, key=lambda way: sum(depth for _, depth in way) / len(way))
    return np.array([plan[place] for place in near])


def _taut(points: Vector) -> tuple[Vector, Vector]:
    """Return the line with its longest step divided, and half the breadth at each point."""
    step = int(lengths(np.diff(points, axis=0)).argmax())
    share = np.linspace(0, 1, _SPAN)[1:-1]
    span = points[step] + share[:, None] * (points[step + 1] - points[step])
    line = np.vstack([points[: step + 1], span, points[step + 1 :]])
    half = np.full(len(line), _ON_LIMB)
    ease = smooth_step(np.minimum(share, 1 - share) / _EASE)
    half[step + 1 : step + 1 + len(span)] += ease * (_STRETCHED - _ON_LIMB)
    return line, half


def strap(where: str, skeleton: Skeleton, camera: Camera) -> Shape:
    """Return a strap from one hand, round the sole, and back to the other."""
    side: Side = "left" if where.startswith("left") else "right"
    extremity = skeleton.legs[side].foot
    sole = extremity.joint + extremity.tips * 0.062 - extremity.upper * 0.040
    hands = [skeleton.arms[s].hand for s in skeleton.arms]
    near = max(hands, key=lambda hand: dot(hand.joint, camera.toward))
    strands = [
        _strand(camera(_grip(hand)), camera(sole), _TAIL if hand is near else 0) for hand in hands
    ]
    taut = union(strands)
    round_ = silhouette(camera, foot(extremity)).buffer(_STRAP_THICK)
    return _clipped(taut, round_, camera(sole), camera(extremity.upper))


def _strand(hand: Vector, sole: Vector, tail: float) -> Shape:
    """Return half of the loop: from a hand, with its loose end, to the sole and a little on."""
    way = unit(sole - hand)
    line = LineString([hand - way * tail, sole + way * _TAIL])
    return line.buffer(_STRAP_HALF, cap_style="flat")


def _grip(hand: Extremity) -> Vector:
    return hand.joint + hand.tips * 0.034


def _clipped(taut: Shape, wrapped: Shape, sole: Vector, upper: Vector) -> Shape:
    """Return a strap that ends where it goes round the sole, in the sole's own curve."""
    across = vec(-upper[1], upper[0])
    before = Polygon([sole - across, sole + across, sole + across + upper, sole - across + upper])
    return taut.intersection(wrapped.union(before)).buffer(-_ROUND).buffer(_ROUND)
