"""Props: ball, band, strap, towel, pillow, chairs and a table."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, Point, box

from cardgen.figure import pose as p
from cardgen.figure.bands import band, strap
from cardgen.figure.body import torso_widths
from cardgen.figure.camera import Camera
from cardgen.figure.chairs import chairs, drawn, table
from cardgen.figure.ellipsoids import Chain, Ellipsoid
from cardgen.figure.part import Mark, Part
from cardgen.figure.shapes import Shape
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.solve import ball_top
from cardgen.figure.tables import WAIST
from cardgen.figure.vectors import Vector, circle, dot, vec

_SQUASH = 0.006
_NEARER = 0.1
"""How much nearer than the hips a chair stands that is drawn over the legs."""


@dataclass(frozen=True, slots=True)
class Prop:
    """A prop, and where it is in the drawing's order."""

    part: Part
    chain: Chain = ()
    """Its body, when depth decides where it is drawn."""
    over: bool = False
    """Whether it is drawn over the figure, up to the hands; or else under all of it."""
    gripped: bool = False
    """Whether both hands close round it."""


def props(pose: p.Pose, skeleton: Skeleton, camera: Camera) -> Iterator[Prop]:
    """Yield the props of a pose but the wall and the ground."""
    things = pose.props
    if things.ball:
        yield _ball(pose, things.ball, skeleton, camera)
    if things.band:
        yield Prop(_plain("band", band(things.band, skeleton, camera), "strap"), over=True)
    if things.strap:
        yield Prop(
            _plain("strap", strap(things.strap, skeleton, camera), "strap"), over=True, gripped=True
        )
    if things.towel:
        yield Prop(_towel(skeleton.joints[things.towel], camera))
    if things.pillow:
        shape = (_headrest if things.pillow == "head" else _seat)(skeleton, camera)
        yield Prop(_plain("pillow", shape, "prop"))
    for k, chair in enumerate(chairs(pose, skeleton)):
        nearer = dot(chair.middle - skeleton.joints["pelvis"], camera.toward) > _NEARER
        for part in drawn(chair, camera, f"chair-{k + 1}"):
            yield Prop(part, over=nearer)
    for part in table(pose, skeleton, camera):
        yield Prop(part)


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


def _towel(knee: Vector, camera: Camera) -> Part:
    x, floor = camera(vec(knee[0], 0, knee[2]))
    shape = box(x - 0.11, floor - 0.022, x + 0.095, floor + 0.016)
    shape = shape.buffer(-0.008).buffer(0.008)
    fold = LineString([(x - 0.105, floor - 0.003), (x + 0.09, floor - 0.003)])
    return Part("towel", shape, (("prop", shape),), (), (Mark(fold, "fine"),))


def _headrest(skeleton: Skeleton, camera: Camera) -> Shape:
    x, y = camera(skeleton.joints["head"])
    floor = float(camera(vec(0, 0, 0))[1])
    top = max(y - 0.045, floor + 0.03)
    return box(x - 0.11, floor - 0.004, x + 0.11, top).buffer(-0.018).buffer(0.018)


def _seat(skeleton: Skeleton, camera: Camera) -> Shape:
    """Return a pillow from the heels up into the seat; the legs are drawn over it."""
    hip, ankle = (camera(skeleton.joints[f"right-{joint}"]) for joint in ("hip", "ankle"))
    low, high = ankle[1] + 0.005, hip[1] - 0.04
    return box(ankle[0] - 0.11, low, ankle[0] + 0.14, high).buffer(-0.025).buffer(0.025)
