"""Props: ball, band, strap, towel, pillow and chair."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, MultiPoint, Point, box

from cardgen.figure import pose as p
from cardgen.figure.body import torso_widths
from cardgen.figure.camera import Camera
from cardgen.figure.ellipsoids import Chain, Ellipsoid
from cardgen.figure.interpolate import widths
from cardgen.figure.part import Mark, Part
from cardgen.figure.shapes import Shape
from cardgen.figure.skeleton import Segment, Side, Skeleton
from cardgen.figure.solve import ball_top
from cardgen.figure.tables import SHIN, THIGH, WAIST, Table
from cardgen.figure.vectors import Vector, circle, dot, unit, vec

_BAND_HALF, _STRAP_HALF = 0.0095, 0.0085
_BAND_AT = {"thighs": (0.80, THIGH), "ankles": (0.86, SHIN)}
_SQUASH = 0.006


@dataclass(frozen=True, slots=True)
class Prop:
    """A prop, and where it is in the drawing's order."""

    part: Part
    chain: Chain = ()
    """Its body, when depth decides where it is drawn."""
    over: bool = False
    """Whether it is drawn over the figure, up to the hands; or else under all of it."""


def props(pose: p.Pose, skeleton: Skeleton, camera: Camera) -> Iterator[Prop]:
    """Yield the props of a pose but the wall and the ground."""
    things = pose.props
    if things.ball:
        yield _ball(pose, things.ball, skeleton, camera)
    if things.band:
        yield Prop(_plain("band", _band(things.band, skeleton, camera), "strap"), over=True)
    if things.strap:
        yield Prop(_plain("strap", _strap(things.strap, skeleton, camera), "strap"), over=True)
    if things.towel:
        yield Prop(_towel(camera(skeleton.joints[things.towel]), camera))
    if things.pillow:
        yield Prop(_plain("pillow", _pillow(skeleton, camera), "prop"))
    if things.chair is not None:
        yield Prop(_plain("chair", _chair(things.chair, skeleton, camera), "prop"))


def _plain(name: str, shape: Shape, role: str) -> Part:
    return Part(name, shape, ((role, shape),))


def ball_centre(pose: p.Pose, skeleton: Skeleton) -> Vector | None:
    """Return the middle of the ball of a pose."""
    ball = pose.props.ball
    if ball is None:
        return None
    top = ball_top(pose, skeleton)
    if top is not None:
        return top - vec(0, ball.size / 2, 0)
    at = skeleton.spine.at(WAIST)
    _, back, _ = torso_widths(skeleton, WAIST)
    return at.origin - at.front * (back + ball.size / 2 - _SQUASH) + vec(0, ball.up, 0)


def _ball(pose: p.Pose, ball: p.Ball, skeleton: Skeleton, camera: Camera) -> Prop:
    centre = ball_centre(pose, skeleton)
    assert centre is not None  # noqa: S101 - the pose has a ball
    radius, middle = ball.size / 2, camera(centre)
    shape = Point(middle).buffer(radius, 64)
    shine = np.radians(np.linspace(105, 165, 20))
    arc = LineString(middle + radius * 0.78 * circle(shine))
    part = Part("ball", shape, (("prop", shape),), (), (Mark(arc, "detail"),))
    chain: Chain = (Ellipsoid(centre, np.eye(3) * radius),)
    return Prop(part, chain if ball.under else ())


def _band(where: str, skeleton: Skeleton, camera: Camera) -> Shape:
    """A band round both legs: the hull of its rings on the two limbs, as it is stretched."""
    at, table = _BAND_AT[where]
    rings = []
    for leg in skeleton.legs.values():
        bone = leg.thigh if where == "thighs" else leg.shin
        rings += [camera(q) for q in _ring(bone, table, at)]
    return MultiPoint(np.array(rings)).convex_hull


def _ring(bone: Segment, table: Table, at: float) -> Iterator[Vector]:
    front, back, aside = widths(table, at)
    centre = bone.at(at) + bone.front * (front - back) / 2
    for x, y in circle(np.linspace(0, 2 * math.pi, 40, endpoint=False)):
        edge = bone.front * (front + back) / 2 * x + bone.aside * aside * y
        for up in (-_BAND_HALF, _BAND_HALF):
            yield centre + edge * 1.06 + vec(0, up, 0)


def _strap(foot: str, skeleton: Skeleton, camera: Camera) -> Shape:
    """A strap from the hands, round the sole, and back."""
    side: Side = "left" if foot.startswith("left") else "right"
    extremity = skeleton.legs[side].foot
    sole = extremity.joint + extremity.tips * 0.062 - extremity.upper * 0.040
    top = sole + extremity.upper * 0.046
    hands = [skeleton.arms[s].hand for s in skeleton.arms]
    grips = [camera(hand.joint + hand.tips * 0.034) for hand in hands]
    depths = [dot(hand.joint, camera.toward) for hand in hands]
    near = grips[0] if depths[0] > depths[1] else grips[1]
    loop = [near, camera(top), camera(sole)]
    tail = near + unit(near - camera(top)) * 0.07
    line = LineString([tail, *loop])
    return line.buffer(_STRAP_HALF, cap_style="flat", join_style="round")


def _towel(knee: Vector, camera: Camera) -> Part:
    floor = float(camera(vec(0, 0, 0))[1])
    shape = box(knee[0] - 0.085, floor - 0.012, knee[0] + 0.06, floor + 0.018)
    shape = shape.buffer(-0.008).buffer(0.008)
    fold = LineString([(knee[0] - 0.08, floor + 0.003), (knee[0] + 0.055, floor + 0.003)])
    return Part("towel", shape, (("prop", shape),), (), (Mark(fold, "fine"),))


def _pillow(skeleton: Skeleton, camera: Camera) -> Shape:
    x, y = camera(skeleton.joints["head"])
    floor = float(camera(vec(0, 0, 0))[1])
    top = max(y - 0.045, floor + 0.03)
    return box(x - 0.11, floor - 0.004, x + 0.11, top).buffer(-0.018).buffer(0.018)


def _chair(along: float, skeleton: Skeleton, camera: Camera) -> Shape:
    hip = skeleton.spine.at(0).origin
    x = float(camera(vec(float(hip[0]) + along, 0, 0))[0])
    seat = box(x, 0.245, x + 0.24, 0.27)
    legs = [box(x + k, 0, x + k + 0.018, 0.25) for k in (0.012, 0.21)]
    return seat.union(legs[0]).union(legs[1]).union(box(x + 0.222, 0.25, x + 0.24, 0.52))
