"""Arms: from angles (forward kinematics), or from where the hand is (inverse kinematics)."""

import math

import numpy as np

from cardgen.figure import pose as p
from cardgen.figure.directions import direction
from cardgen.figure.inverse import middle_joint
from cardgen.figure.skeleton import Arm, Extremity, HandShape, Segment, Side, sign
from cardgen.figure.spine import Frame
from cardgen.figure.tables import FOREARM_LENGTH, SHOULDER_HALF_WIDTH, UPPER_ARM_LENGTH
from cardgen.figure.vectors import UP, Vector, cos, dot, length, rotated, sin, square_to, unit

_ALMOST_STRAIGHT = 0.05
_BENT_BACK = 0.5


def shoulder_joint(spec: p.Arm, chest: Frame, side: Side) -> Vector:
    """Return where the shoulder joint is."""
    return (
        chest.origin
        + chest.right * sign(side) * SHOULDER_HALF_WIDTH
        + chest.front * (spec.protract - 0.004)
        + chest.along * spec.elevate
    )


def by_angles(spec: p.Arm, chest: Frame, side: Side) -> Arm:
    """Return an arm from the angles of its joints."""
    shoulder = spec.shoulder or p.Ball3()
    bend, out = math.radians(shoulder.bend), math.radians(shoulder.out)
    aside = chest.right * sign(side)
    upper = chest.front * sin(bend) - chest.along * cos(bend)
    fold = chest.front * cos(bend) + chest.along * sin(bend)
    upper = upper * cos(out) + aside * sin(out)
    fold = rotated(square_to(fold, upper), upper, -shoulder.turn * sign(side))
    elbow = math.radians(spec.elbow)
    fore = upper * cos(elbow) + fold * sin(elbow)
    start = shoulder_joint(spec, chest, side)
    wrist = start + upper * UPPER_ARM_LENGTH + fore * FOREARM_LENGTH
    shape: HandShape = "fist" if spec.hand and spec.hand.place == "strap" else "flat"
    tips = direction(spec.hand.fingers, side) if spec.hand and spec.hand.fingers else fore
    back = _back(tips, fore, aside, chest)
    return _arm(start, upper, fore, chest, Extremity(wrist, tips, back, shape))


def _back(tips: Vector, fore: Vector, aside: Vector, chest: Frame) -> Vector:
    """Return where the back of a free hand looks.

    It turns neither palm up nor down: its back looks outward, its thumb ahead. One that is bent
    back at the wrist presses with its palm, and its back looks back along the forearm.
    """
    if dot(tips, fore) < _BENT_BACK:
        return square_to(-fore, tips)
    return square_to(aside if abs(dot(aside, tips)) < 0.9 else chest.front, tips)


def by_hand(spec: p.Arm, chest: Frame, side: Side, hand: Extremity) -> Arm:
    """Return an arm whose wrist is where `hand` has it."""
    start = shoulder_joint(spec, chest, side)
    toward = chest.right * sign(side) * 0.3 - chest.front
    if spec.elbow_toward:
        toward = direction(spec.elbow_toward, side)
    elbow, wrist = middle_joint(start, hand.joint, UPPER_ARM_LENGTH, FOREARM_LENGTH, toward)
    reached = Extremity(wrist, hand.tips, hand.upper, hand.shape)
    return _arm(start, unit(elbow - start), unit(wrist - elbow), chest, reached)


def by_elbow(spec: p.Arm, chest: Frame, side: Side, elbow: float, wrist: float) -> Arm:
    """Return an arm whose forearm lies on the floor, its elbow and wrist joint as high as given.

    The elbow stands off from under the shoulder the way that `elbow_toward` says, as far as the
    upper arm's length asks; the forearm points as the fingers do. Heights are in statures.
    """
    start = shoulder_joint(spec, chest, side)
    drop = min(float(start[1]) - elbow, UPPER_ARM_LENGTH)
    off = square_to(direction(spec.elbow_toward or "forward", side), UP)
    upper = unit(off * math.sqrt(UPPER_ARM_LENGTH**2 - drop**2) - UP * drop)
    ahead = square_to(direction((spec.hand and spec.hand.fingers) or "forward", side), UP)
    sink = min(max(float((start + upper * UPPER_ARM_LENGTH)[1]) - wrist, 0), FOREARM_LENGTH)
    fore = unit(ahead * math.sqrt(FOREARM_LENGTH**2 - sink**2) - UP * sink)
    end = start + upper * UPPER_ARM_LENGTH + fore * FOREARM_LENGTH
    return _arm(start, upper, fore, chest, Extremity(end, ahead, UP))


def _arm(start: Vector, upper: Vector, fore: Vector, chest: Frame, hand: Extremity) -> Arm:
    if length(np.cross(upper, fore)) > _ALMOST_STRAIGHT:
        front = square_to(fore, upper)
    else:
        ahead = chest.front if abs(dot(chest.front, upper)) < 0.9 else chest.along
        front = square_to(ahead, upper)
    first = Segment(start, upper, front, UPPER_ARM_LENGTH)
    second = Segment(first.end, fore, square_to(front - upper * 0.3, fore), FOREARM_LENGTH)
    return Arm(first, second, hand)
