"""A pose solved: trunk first, then legs, then the floor, then hands and feet."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from cardgen.figure import arms as arm_kinematics
from cardgen.figure import legs as leg_kinematics
from cardgen.figure import pose as p
from cardgen.figure import reach
from cardgen.figure.body import body
from cardgen.figure.chairs import SEAT, chairs
from cardgen.figure.skeleton import SIDES, Leg, Side, Skeleton
from cardgen.figure.spine import curve
from cardgen.figure.tables import ANKLE_HEIGHT, BALL, SHOULDERS
from cardgen.figure.vectors import Vector, vec

_SECANT_STEPS = 24
_RESTING: dict[str, tuple[str, ...]] = {
    "back": ("torso", "head"),
    "front": ("torso", "left-thigh", "right-thigh"),
    "knees": ("left-shin", "right-shin", "left-foot", "right-foot"),
    "left-knee": ("left-shin", "left-foot"),
    "right-knee": ("right-shin", "right-foot"),
    "feet": ("left-foot", "right-foot"),
    "left-side": ("torso", "left-upper-arm"),
    "right-side": ("torso", "right-upper-arm"),
    "sitting": ("torso",),
}
# The joint that stands at x = 0, so that the frames of a movement lie on one another.
_ANCHOR = {
    "back": "right-shoulder",
    "front": "right-hip",
    "knees": "right-knee",
    "left-knee": "left-knee",
    "right-knee": "right-knee",
    "feet": "left-ball",
    "left-side": "left-shoulder",
    "right-side": "right-shoulder",
    "sitting": "pelvis",
}


def solve(pose: p.Pose, parent: Skeleton | None = None) -> Skeleton:
    """Return the skeleton of `pose`; `parent` is that of the pose it extends."""
    if pose.trunk.shoulders is None:
        return _placed(pose, pose.trunk.angle, parent)
    height = pose.trunk.shoulders

    def miss(angle: float) -> float:
        return float(_grounded(pose, angle).shoulders[1]) - height

    return _placed(pose, _root(miss, pose.trunk.angle), parent)


def _root(miss: Callable[[float], float], guess: float) -> float:
    """Return where `miss` is 0, by the secant method from `guess`, within 60 degrees of it."""
    a, b = guess, guess + 5.0
    at_a, at_b = miss(a), miss(b)
    for _ in range(_SECANT_STEPS):
        if abs(at_b) < 1e-6 or abs(at_b - at_a) < 1e-12:
            break
        a, b, at_a = (
            b,
            float(np.clip(b - at_b * (b - a) / (at_b - at_a), guess - 60, guess + 60)),
            at_b,
        )
        at_b = miss(b)
    return round(b, 4)


def leg_of(pose: p.Pose, side: Side) -> p.Leg:
    """Return what `pose` says of a leg."""
    return (pose.left_leg if side == "left" else pose.right_leg) or pose.legs


def arm_of(pose: p.Pose, side: Side) -> p.Arm:
    """Return what `pose` says of an arm."""
    return (pose.left_arm if side == "left" else pose.right_arm) or pose.arms


def _trunk(pose: p.Pose, angle: float, root: Vector) -> Skeleton:
    return Skeleton(
        curve(root, angle, pose.roll, pose.spine),
        {},
        trunk=angle,
        flat=pose.spine.flat,
        head_tip=pose.spine.head,
        head_turn=pose.spine.turn,
    )


def _grounded(pose: p.Pose, angle: float) -> Skeleton:
    """Return trunk and freely held limbs, with what the body rests on on the floor, or the seat."""
    skeleton = _with_free_limbs(pose, _trunk(pose, angle, vec(0, 0, 0)))
    parts = body(skeleton)
    resting = [name for name in _RESTING[pose.rest] if name in parts]
    low = min(e.lowest for name in resting for chain in parts[name] for e in chain)
    level = SEAT if pose.rest == "sitting" else 0
    return _with_free_limbs(pose, _trunk(pose, angle, vec(0, level - low, 0)))


def _with_free_limbs(pose: p.Pose, skeleton: Skeleton) -> Skeleton:
    legs: dict[Side, Leg] = {}
    for side in SIDES:
        spec = leg_of(pose, side)
        if spec.foot is None or spec.hip or spec.thigh is not None:
            legs[side] = leg_kinematics.by_angles(spec, skeleton.spine.at(0), side)
    chest = skeleton.spine.at(SHOULDERS)
    arms = {
        side: arm_kinematics.by_angles(arm_of(pose, side), chest, side)
        for side in SIDES
        if arm_of(pose, side).hand is None
    }
    return replace(skeleton, legs=legs, arms=arms)


def _placed(pose: p.Pose, angle: float, parent: Skeleton | None) -> Skeleton:
    grounded = _grounded(pose, angle)
    first = _limbs(pose, grounded, parent)
    # A flat foot's ankle stands there; when the heel lifts, the ball stays.
    stands = BALL[0] if pose.rest == "feet" else 0
    shift = stands - float(first.joints[_ANCHOR[pose.rest]][0])
    root = grounded.spine.at(0).origin + vec(shift, 0, 0)
    return _limbs(pose, _trunk(pose, angle, root), parent)


def _limbs(pose: p.Pose, trunk: Skeleton, parent: Skeleton | None) -> Skeleton:
    skeleton = replace(trunk, legs={})
    ball = ball_top(pose, trunk)
    # A leg that lies on the other one comes after it.
    for side in sorted(SIDES, key=lambda s: _leans(leg_of(pose, s))):
        found = reach.leg(leg_of(pose, side), skeleton, side, parent, ball)
        skeleton = replace(skeleton, legs={**skeleton.legs, side: found})
    chest = skeleton.spine.at(SHOULDERS)
    near = chairs(pose, skeleton)
    found_arms = {
        side: reach.arm(arm_of(pose, side), skeleton, chest, side, reach.Around(parent, near))
        for side in SIDES
    }
    return replace(skeleton, arms=found_arms)


def _leans(spec: p.Leg) -> bool:
    return spec.foot is not None and spec.foot.place.startswith("on ")


def ball_top(pose: p.Pose, skeleton: Skeleton) -> Vector | None:
    """Return the top of a ball that a foot rests on."""
    ball = pose.props.ball
    if ball is None or ball.under is None:
        return None
    hip = skeleton.spine.at(0).origin
    aside = ANKLE_HEIGHT if ball.under == "right-foot" else -ANKLE_HEIGHT
    return vec(hip[0] + ball.along, ball.size, hip[2] + aside)
