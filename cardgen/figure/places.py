"""Places on the body that a hand or a foot can rest on: a point of the surface and its normal."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

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


def place(skeleton: Skeleton, words: str, side: Side, at: float | None) -> Place:
    """Return the place that words such as "behind right-thigh" name, for a hand of `side`."""
    manner, _, name = words.partition(" ")
    if name in ("belly", "hip", "back-hip"):
        return _trunk(skeleton, name, side)
    owner, _, bone = name.partition("-")
    leg = skeleton.legs["right" if owner == "right" else "left"]
    segment, table, part = _bone(leg, bone)
    return _on(segment, table, _ALONG[bone] if at is None else at, manner, side, f"{owner}-{part}")


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


def _trunk(skeleton: Skeleton, name: str, side: Side) -> Place:
    height = {"belly": _BELLY, "hip": _HIP, "back-hip": _BACK_HIP}[name]
    frame = skeleton.spine.at(height)
    front, back, lateral = widths(TORSO, height)
    middle = frame.origin + frame.front * (front - back) / 2
    outward = frame.right * sign(side)
    if name == "hip":
        normal = unit(outward + frame.front * 0.15)
        return Place(middle + outward * lateral + frame.front * 0.01, normal, "torso")
    # A little to the side of the navel or the spine, where the body has begun to curve away.
    share, ahead = 0.62, frame.front if name == "belly" else -frame.front
    depth = (front + back) / 2 * math.sqrt(1 - share * share)
    point = middle + outward * lateral * share + ahead * depth
    normal = unit(ahead * depth / ((front + back) / 2) ** 2 + outward * share / lateral)
    return Place(point, normal, "torso")
