"""Hands and feet brought to what they touch."""

from dataclasses import dataclass, replace

import numpy as np

from cardgen.figure import arms, legs
from cardgen.figure import pose as p
from cardgen.figure.chairs import Chair
from cardgen.figure.directions import direction
from cardgen.figure.places import Place, on_chair, on_leg, on_wall, place
from cardgen.figure.skeleton import Arm, Extremity, HandShape, Leg, Side, Skeleton, sign
from cardgen.figure.spine import Frame
from cardgen.figure.tables import ANKLE_HEIGHT
from cardgen.figure.vectors import UP, Vector, square_to, vec

HAND_THICKNESS = 0.0118
PALM = 0.034
_HAND_HEIGHT = 0.016
ELBOW_HEIGHT = 0.0245
"""How high the joint of an elbow is that lies on the floor."""
_FEET_APART = 0.053
"""How far apart the ankles are of feet that lie on one another."""
_SETTLE = 4


@dataclass(frozen=True, slots=True)
class Around:
    """What a hand can reach beside its own body: where it was, and chairs."""

    parent: Skeleton | None
    chairs: tuple[Chair, ...]


def arm(spec: p.Arm, skeleton: Skeleton, chest: Frame, side: Side, around: Around) -> Arm:
    """Return the arm that `spec` describes on a body whose spine and legs are solved."""
    hand, parent = spec.hand, around.parent
    if hand is None or hand.place in ("free", "strap"):
        return arms.by_angles(spec, chest, side)
    if hand.place == "stay" and parent is not None:
        return arms.by_hand(spec, chest, side, parent.arms[side].hand)
    if hand.place == "forearm":
        return arms.by_elbow(spec, chest, side, ELBOW_HEIGHT, _HAND_HEIGHT)
    if hand.place in ("floor", "stay"):
        return arms.by_hand(spec, chest, side, _on_floor(spec, hand, chest, side))
    shoulder = arms.shoulder_joint(spec, chest, side)
    if hand.place == "on wall":
        spot = on_wall(shoulder + vec(0, hand.along, sign(side) * hand.aside))
    elif hand.place.startswith("on chair"):
        spot = on_chair(around.chairs, hand.place, shoulder)
    else:
        spot = place(skeleton, hand, side)
    return _on(spec, hand, spot, chest, side)


def _on_floor(spec: p.Arm, hand: p.Hand, chest: Frame, side: Side) -> Extremity:
    shoulder = arms.shoulder_joint(spec, chest, side)
    wrist = vec(shoulder[0] + hand.along, _HAND_HEIGHT, shoulder[2] + sign(side) * hand.aside)
    return Extremity(wrist, square_to(direction(hand.fingers or "forward", side), UP), UP)


def _on(spec: p.Arm, hand: p.Hand, spot: Place, chest: Frame, side: Side) -> Arm:
    """The palm lies on the spot; the fingers follow the forearm unless the pose says otherwise."""
    shape: HandShape = "curl" if hand.place.startswith("behind") else "flat"
    # A hand that closes round a limb leaves room for its fingers.
    thickness = HAND_THICKNESS * (1.4 if shape == "curl" else 1)
    ahead: Vector = spot.point - arms.shoulder_joint(spec, chest, side)
    found = None
    for _ in range(_SETTLE):
        tips = square_to(direction(hand.fingers, side) if hand.fingers else ahead, spot.normal)
        wrist = spot.point + spot.normal * thickness - tips * PALM
        found = arms.by_hand(spec, chest, side, Extremity(wrist, tips, spot.normal, shape))
        ahead = found.fore.along
    assert found is not None  # noqa: S101 - the loop runs at least once
    return found


def leg(
    spec: p.Leg, skeleton: Skeleton, side: Side, parent: Skeleton | None, ball: Vector | None
) -> Leg:
    """Return the leg that `spec` describes; `ball` is the top of the ball, if there is one."""
    pelvis, foot = skeleton.spine.at(0), spec.foot
    if foot is None or spec.hip or spec.thigh is not None:
        return legs.by_angles(spec, pelvis, side)
    if foot.place == "stay" and parent is not None:
        stood = parent.legs[side].foot
        return replace(legs.by_foot(spec, pelvis, side, stood.joint, stood.upper), foot=stood)
    if foot.place == "ball" and ball is not None:
        return legs.by_foot(spec, pelvis, side, ball + vec(0, ANKLE_HEIGHT - 0.002, 0), None)
    if foot.place in ("on left-foot", "on right-foot"):
        return _on_foot(spec, skeleton, side)
    if foot.place.startswith("on "):
        return _on_thigh(spec, foot, skeleton, side)
    target = legs.floor_target(spec, foot, pelvis, side)
    return legs.by_foot(spec, pelvis, side, target, None if foot.place == "heel" else UP)


def _on_foot(spec: p.Leg, skeleton: Skeleton, side: Side) -> Leg:
    """The foot lies with its inner side on that of the other, both soles the same way."""
    pelvis, other = skeleton.spine.at(0), skeleton.legs["left" if side == "right" else "right"].foot
    across = np.cross(other.tips, other.upper) * sign(side)
    return legs.by_foot(spec, pelvis, side, other.joint + across * _FEET_APART, other.upper)


def _on_thigh(spec: p.Leg, foot: p.Foot, skeleton: Skeleton, side: Side) -> Leg:
    """The outer side of the ankle lies on the front of the other thigh."""
    spot = on_leg(skeleton, foot.place, side, foot.at)
    across = vec(0, 0, -sign(side))
    ankle = spot.point + spot.normal * 0.014 + square_to(across, spot.normal) * 0.030
    return legs.by_foot(spec, skeleton.spine.at(0), side, ankle, None)
