"""The body: every part of the skeleton as chains of ellipsoids."""

import math
from collections.abc import Iterator, Mapping

import numpy as np

from cardgen.figure.ellipsoids import Chain, ellipsoid, limb
from cardgen.figure.extremities import foot, hand
from cardgen.figure.interpolate import widths
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.spine import Frame
from cardgen.figure.tables import (
    FLAT_BACK,
    FOREARM,
    HEAD_HEIGHT,
    NECK_FROM,
    NECK_REST,
    NECK_TO,
    SHIN,
    THIGH,
    TORSO,
    TORSO_FROM,
    TORSO_TO,
    UPPER_ARM,
)
from cardgen.figure.vectors import rotated, smooth_step

Body = Mapping[str, tuple[Chain, ...]]
"""Chains by the name of the part: torso, neck, head, left-thigh, right-hand …"""

TORSO_STEPS = 31
LEG_STEPS = 12
ARM_STEPS = 9


def body(skeleton: Skeleton) -> Body:
    """Return all parts of a solved skeleton."""
    return dict(_parts(skeleton))


def _parts(skeleton: Skeleton) -> Iterator[tuple[str, tuple[Chain, ...]]]:
    yield "torso", (_torso(skeleton),)
    yield "neck", (_neck(skeleton),)
    yield "head", (_head(skeleton),)
    for side, leg in skeleton.legs.items():
        yield f"{side}-thigh", (limb(leg.thigh, THIGH, LEG_STEPS, (0.75, 1)),)
        yield f"{side}-shin", (limb(leg.shin, SHIN, LEG_STEPS, (1, 1)),)
        yield f"{side}-foot", foot(leg.foot)
    for side, arm in skeleton.arms.items():
        yield f"{side}-upper-arm", (limb(arm.upper, UPPER_ARM, ARM_STEPS, (1, 1)),)
        yield f"{side}-forearm", (limb(arm.fore, FOREARM, ARM_STEPS, (1, 1)),)
        yield f"{side}-hand", hand(arm.hand, side)


def torso_widths(skeleton: Skeleton, s: float) -> tuple[float, float, float]:
    """Return the trunk's half-widths at `s`: to the belly, to the back, to the sides."""
    front, back, aside = widths(TORSO, s)
    edges = smooth_step(np.array([(s + 0.02) / 0.05, (0.26 - s) / 0.06]))
    pressed = skeleton.flat * float(edges[0] * edges[1])
    return front, back + pressed * (FLAT_BACK - back), aside


def _torso(skeleton: Skeleton) -> Chain:
    chain = []
    for i, s in enumerate(np.linspace(TORSO_FROM, TORSO_TO, TORSO_STEPS)):
        at = skeleton.spine.at(float(s))
        front, back, aside = torso_widths(skeleton, float(s))
        chain.append(
            ellipsoid(
                at.origin + at.front * (front - back) / 2,
                at.front * (front + back) / 2,
                at.right * aside,
                at.along * (0.03 if i == 0 else 0.006),
            )
        )
    return tuple(chain)


def _neck(skeleton: Skeleton) -> Chain:
    chain = []
    for s in np.linspace(NECK_FROM, NECK_TO + 0.01, 6):
        at = skeleton.spine.at(float(s))
        centre = at.origin - at.front * 0.006 * (1 - (float(s) - NECK_FROM) / 0.08)
        chain.append(ellipsoid(centre, at.front * 0.034, at.right * 0.032, at.along * 0.006))
    return tuple(chain)


def head_frame(skeleton: Skeleton) -> Frame:
    """Return the base of the skull, with the ways to the crown and to the face."""
    top = skeleton.spine.at(math.inf)
    nod = NECK_REST - skeleton.head_tip
    along, front = (rotated(v, top.right, nod) for v in (top.along, top.front))
    return Frame(top.origin, along, rotated(front, along, skeleton.head_turn))


def _head(skeleton: Skeleton) -> Chain:
    at, h = head_frame(skeleton), HEAD_HEIGHT
    centre = at.origin + at.along * 0.145 * h
    return (ellipsoid(centre, at.front * 0.44 * h, at.along * 0.49 * h, at.right * 0.36 * h),)
