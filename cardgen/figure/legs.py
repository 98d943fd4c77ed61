"""Legs: from angles (forward kinematics), or from where the foot is (inverse kinematics)."""

import math

import numpy as np

from cardgen.figure import pose as p
from cardgen.figure.directions import direction
from cardgen.figure.inverse import middle_joint
from cardgen.figure.skeleton import Extremity, Leg, Segment, Side, sign
from cardgen.figure.spine import Frame
from cardgen.figure.tables import (
    ANKLE_HEIGHT,
    BALL,
    BALL_HEIGHT,
    HIP_HALF_WIDTH,
    SHIN_LENGTH,
    THIGH_LENGTH,
)
from cardgen.figure.vectors import (
    UP,
    Vector,
    cos,
    dot,
    heading,
    length,
    rotated,
    sin,
    square_to,
    unit,
    vec,
)

_ALMOST_STRAIGHT = 0.05


def hip_joint(pelvis: Frame, side: Side) -> Vector:
    """Return where the hip joint is."""
    return pelvis.origin + pelvis.right * sign(side) * HIP_HALF_WIDTH


def by_angles(spec: p.Leg, pelvis: Frame, side: Side) -> Leg:
    """Return a leg from the angles of its joints."""
    if spec.thigh is not None:
        thigh = heading(spec.thigh)
        shin = heading(spec.thigh if spec.shin is None else spec.shin)
        front = rotated(thigh, pelvis.right, 90)
        return _leg(spec, hip_joint(pelvis, side), thigh, shin, front)
    hip = spec.hip or p.Ball3()
    bend, out = math.radians(hip.bend), math.radians(hip.out)
    aside = pelvis.right * sign(side)
    thigh = pelvis.front * sin(bend) - pelvis.along * cos(bend)
    front = pelvis.front * cos(bend) + pelvis.along * sin(bend)
    thigh = thigh * cos(out) + aside * sin(out)
    front = rotated(front, thigh, -hip.turn * sign(side))
    knee = math.radians(spec.knee or 0)
    shin = thigh * cos(knee) - front * sin(knee)
    return _leg(spec, hip_joint(pelvis, side), thigh, shin, front)


def by_foot(spec: p.Leg, pelvis: Frame, side: Side, ankle: Vector, sole: Vector | None) -> Leg:
    """Return a leg whose ankle is at `ankle`, its foot square to `sole` where that is given."""
    start = hip_joint(pelvis, side)
    toward = direction(spec.knee_toward, side) if spec.knee_toward else pelvis.front
    knee, end = middle_joint(start, ankle, THIGH_LENGTH, SHIN_LENGTH, toward)
    thigh, shin = unit(knee - start), unit(end - knee)
    return _leg(spec, start, thigh, shin, _knee_front(thigh, shin, pelvis), sole)


def floor_target(spec: p.Leg, foot: p.Foot, pelvis: Frame, side: Side) -> Vector:
    """Return the ankle of a foot on the floor: as far off as the bend of the knee says."""
    start = hip_joint(pelvis, side)
    aside = pelvis.origin[2] + sign(side) * foot.aside
    height = _ankle_height(foot)
    if foot.along is not None:
        return vec(start[0] + foot.along, height, aside)
    bend = math.radians(180 - (90 if spec.knee is None else spec.knee))
    reach = math.sqrt(THIGH_LENGTH**2 + SHIN_LENGTH**2 - 2 * THIGH_LENGTH * SHIN_LENGTH * cos(bend))
    down, across = start[1] - height, aside - start[2]
    return vec(start[0] + math.sqrt(max(reach**2 - down**2 - across**2, 0)), height, aside)


def _ankle_height(foot: p.Foot) -> float:
    """Return how high the ankle is when the foot is flat, or turned up about the ball."""
    if foot.place != "toes":
        return ANKLE_HEIGHT
    lift, (before, below) = math.radians(foot.lift), BALL
    return float(BALL_HEIGHT + before * sin(lift) + below * cos(lift))


def _leg(
    spec: p.Leg,
    hip: Vector,
    thigh: Vector,
    shin: Vector,
    front: Vector,
    sole: Vector | None = None,
) -> Leg:
    upper = Segment(hip, thigh, front, THIGH_LENGTH)
    # The front turns about the knee with the shin, however far that bends.
    shin_front = front * dot(shin, thigh) - thigh * dot(shin, front)
    lower = Segment(upper.end, shin, square_to(shin_front, shin), SHIN_LENGTH)
    return Leg(upper, lower, _foot(spec, lower, sole))


def _knee_front(thigh: Vector, shin: Vector, pelvis: Frame) -> Vector:
    if length(np.cross(thigh, shin)) > _ALMOST_STRAIGHT:
        return square_to(-shin, thigh)
    ahead = pelvis.front if abs(dot(pelvis.front, thigh)) < 0.9 else pelvis.along
    return square_to(ahead, thigh)


def _foot(spec: p.Leg, shin: Segment, sole: Vector | None) -> Extremity:
    if spec.foot and spec.foot.place in ("floor", "stay", "toes"):
        sole = UP
    if sole is not None:
        ahead = square_to(direction(spec.toes) if spec.toes else shin.front, sole)
        if spec.foot and spec.foot.place == "toes":
            return _tiptoe(shin.end, ahead, sole, spec.foot.lift)
        return Extremity(shin.end, ahead, sole)
    bend = math.radians(spec.ankle)
    toes = shin.front * cos(bend) - shin.along * sin(bend)
    upper = -shin.along * cos(bend) - shin.front * sin(bend)
    return Extremity(shin.end, toes, upper)


def _tiptoe(ankle: Vector, ahead: Vector, up: Vector, lift: float) -> Extremity:
    """Return a foot whose heel is `lift` degrees up and whose toes lie flat."""
    across = np.asarray(np.cross(ahead, up))
    tips, upper = (rotated(v, across, -lift) for v in (ahead, up))
    return Extremity(ankle, tips, upper, flex=lift)
