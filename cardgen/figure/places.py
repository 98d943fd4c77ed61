"""Places on the body that a hand or a foot can rest on: a point of the surface and its normal."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cardgen.figure import pose as p
from cardgen.figure.chairs import Chair, hold
from cardgen.figure.interpolate import widths
from cardgen.figure.skeleton import Leg, Segment, Side, Skeleton, sign
from cardgen.figure.tables import SHIN, THIGH, TORSO, Table
from cardgen.figure.vectors import UP, Vector, unit, vec
from cardgen.figure.walls import AHEAD

# How far along its segment a hand lies when the pose does not say.
_ALONG = {"thigh": 0.55, "knee": 0.98, "shin": 0.35, "ankle": 0.92, "foot": 1.0}
# How far above the hips a hand lies on the trunk.
_BELLY, _HIP, _BACK_HIP = 0.115, 0.045, 0.055


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the body's surface, the way out of the body there, and the part it is on."""

    point: Vector
    normal: Vector
    part: str


def place(skeleton: Skeleton, hand: p.Hand, side: Side) -> Place:
    """Return the place that words such as "behind right-thigh" name, for a hand of `side`."""
    name = hand.place.partition(" ")[2]
    if name == "hip":
        return _hip(skeleton, side)
    if name in ("belly", "back-hip"):
        return _trunk(skeleton, name, side, hand)
    return on_leg(skeleton, hand.place, side, hand.at)


def on_leg(skeleton: Skeleton, words: str, side: Side, at: float | None) -> Place:
    """Return the place on a leg that `words` name, `at` along its part, for a limb of `side`."""
    manner, _, name = words.partition(" ")
    owner, _, bone = name.partition("-")
    leg = skeleton.legs["right" if owner == "right" else "left"]
    segment, table, part = _bone(leg, bone)
    at = _ALONG[bone] if at is None else at
    return _on(segment, table, at, manner, side, f"{owner}-{part}")


def on_chair(chairs: Sequence[Chair], words: str, shoulder: Vector) -> Place:
    """Return the place that "on chair-back" or "on chair-seat" names, for a hand of `shoulder`."""
    return Place(hold(chairs, words.removeprefix("on "), shoulder), UP, "chair")


def on_wall(near: Vector) -> Place:
    """Return the place on a wall ahead that is beside and above as `near` is."""
    return Place(vec(AHEAD, *near[1:]), vec(-1, 0, 0), "wall")


def _bone(leg: Leg, bone: str) -> tuple[Segment, Table, str]:
    if bone in ("thigh", "knee"):
        return leg.thigh, THIGH, "thigh"
    return leg.shin, SHIN, "shin"


def _on(segment: Segment, table: Table, at: float, manner: str, side: Side, part: str) -> Place:
    front, back, lateral = widths(table, at)
    centre = segment.at(at) + segment.front * (front - back) / 2
    outward = segment.aside * (1 if segment.aside[2] * sign(side) > 0 else -1)
    normal, half = {
        "on": (segment.front, (front + back) / 2),
        "behind": (-segment.front, (front + back) / 2),
        "outside": (outward, lateral),
    }[manner]
    return Place(centre + normal * half, normal, part)


def _hip(skeleton: Skeleton, side: Side) -> Place:
    frame = skeleton.spine.at(_HIP)
    front, back, lateral = widths(TORSO, _HIP)
    outward = frame.right * sign(side)
    point = frame.origin + frame.front * ((front - back) / 2 + 0.01) + outward * lateral
    return Place(point, unit(outward + frame.front * 0.15), "torso")


def _trunk(skeleton: Skeleton, name: str, side: Side, hand: p.Hand) -> Place:
    height = (_BELLY if name == "belly" else _BACK_HIP) + hand.along
    frame = skeleton.spine.at(height)
    front, back, lateral = widths(TORSO, height)
    middle = frame.origin + frame.front * (front - back) / 2
    outward = frame.right * sign(side)
    # A little to the side of the navel or the spine, where the body has begun to curve away.
    share = 0.62 + hand.aside / lateral
    ahead = frame.front if name == "belly" else -frame.front
    depth = (front + back) / 2 * math.sqrt(max(1 - share * share, 0.04))
    point = middle + outward * lateral * share + ahead * depth
    normal = unit(ahead * depth / ((front + back) / 2) ** 2 + outward * share / lateral)
    return Place(point, normal, "torso")
