"""What hands and feet should touch, and how far they are from it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cardgen.figure import limits
from cardgen.figure import pose as p
from cardgen.figure.body import Body
from cardgen.figure.chairs import chairs, held, nearest
from cardgen.figure.ellipsoids import Chain, Ellipsoid, surface_gap
from cardgen.figure.places import place
from cardgen.figure.props import ball_centre
from cardgen.figure.skeleton import SIDES, Skeleton
from cardgen.figure.solve import arm_of, leg_of
from cardgen.figure.vectors import Vector, cos, dots, lengths, sin
from cardgen.figure.walls import AHEAD

_ROUND, _TILT = 16, 9


@dataclass(frozen=True, slots=True)
class Contact:
    """A part, the thing it should touch, and the gap between them; overlap is negative."""

    key: str
    part: str
    thing: str
    gap: float
    give: float
    """How deep the one may press into the other."""


def contacts(pose: p.Pose, skeleton: Skeleton, body: Body) -> Iterator[Contact]:
    """Yield every touch that a pose asks for."""
    for side in SIDES:
        foot, hand = leg_of(pose, side).foot, arm_of(pose, side).hand
        if foot:
            gap, thing = _foot_gap(pose, skeleton, body, f"{side}-foot", foot.place)
            yield Contact(f"{side}-leg", f"{side} foot", thing, gap, limits.FOOT_SINKS)
        if hand is None or hand.place in ("free", "strap", "stay"):
            continue
        part = body[f"{side}-hand"]
        if hand.place in ("floor", "forearm"):
            low = _lowest(part)
            yield Contact(f"{side}-arm", f"{side} hand", "floor", low, limits.FOOT_SINKS)
            if hand.place == "forearm":
                elbow = _lowest(body[f"{side}-upper-arm"])
                yield Contact(f"{side}-arm", f"{side} elbow", "floor", elbow, limits.FOOT_SINKS)
        elif hand.place == "on wall":
            gap = float((AHEAD - _surface(part)[:, 0]).min())
            yield Contact(f"{side}-arm", f"{side} hand", "wall", gap, limits.HAND_SINKS)
        elif hand.place.startswith("on chair"):
            chair = nearest(chairs(pose, skeleton), skeleton.arms[side].upper.start)
            gap = chair.gap(_surface(part), held(hand.place.removeprefix("on ")))
            yield Contact(f"{side}-arm", f"{side} hand", "chair", gap, limits.HAND_SINKS)
        else:
            spot = place(skeleton, hand, side)
            gap = _gap(part, body[spot.part])
            yield Contact(f"{side}-arm", f"{side} hand", spot.part, gap, limits.HAND_SINKS)


def _foot_gap(
    pose: p.Pose, skeleton: Skeleton, body: Body, foot: str, where: str
) -> tuple[float, str]:
    centre = ball_centre(pose, skeleton)
    if where == "ball" and pose.props.ball and centre is not None:
        points = _surface(body[foot])
        away = float(lengths(points - centre).min())
        return away - pose.props.ball.size / 2, "ball"
    if where.startswith("on "):
        other = where.removeprefix("on ")
        own = body[foot]
        if other.endswith("-thigh"):
            own = (*own, *body[foot.replace("foot", "shin")])
        return _gap(own, body[other]), other
    return _lowest(body[foot]), "floor"


def _lowest(chains: tuple[Chain, ...]) -> float:
    return min(e.lowest for chain in chains for e in chain)


def _gap(part: tuple[Chain, ...], other: tuple[Chain, ...]) -> float:
    """Return the gap between the surfaces of two parts, about."""
    points = _surface(part)
    return min(surface_gap(points, chain) for chain in other)


def _surface(chains: tuple[Chain, ...]) -> Vector:
    return np.vstack([_points(e) for chain in chains for e in chain])


def _points(e: Ellipsoid) -> Vector:
    turns = np.linspace(0, 2 * np.pi, _ROUND, endpoint=False)
    tilts = np.linspace(-np.pi / 2, np.pi / 2, _TILT)
    a, b = (m.ravel() for m in np.meshgrid(turns, tilts))
    ball = np.stack([cos(b) * cos(a), cos(b) * sin(a), sin(b)], 1)
    return np.stack([dots(ball, row) for row in e.axes], 1) + e.centre
