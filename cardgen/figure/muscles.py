"""Muscles: where each is on the skeleton (data), and its place in a picture.

Each row: the bone it lies on, how far along (0 to 1; on the trunk statures above the hips), its
middle as offsets to the front and outward, its half-length, its half-width, and the parts that
it may colour.
"""

from dataclasses import dataclass
from typing import Final

from cardgen.figure.ellipsoids import Ellipsoid, ellipsoid
from cardgen.figure.skeleton import Side, Skeleton, sign
from cardgen.figure.vectors import dot


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle's place, in statures from its bone's axis."""

    bone: str
    along: float
    front: float
    out: float
    half_length: float
    half_width: float
    parts: tuple[str, ...]


MUSCLES: Final[dict[str, Muscle]] = {
    "buttock": Muscle("trunk", -0.028, -0.055, 0.052, 0.042, 0.040, ("thigh", "torso")),
    "outer-hip": Muscle("trunk", 0.005, 0.0, 0.085, 0.042, 0.038, ("thigh", "torso")),
    "hip-flexor": Muscle("thigh", 0.10, 0.045, 0.0, 0.068, 0.028, ("thigh", "torso")),
    "hamstring": Muscle("thigh", 0.55, -0.032, 0.01, 0.085, 0.026, ("thigh",)),
    "quad": Muscle("thigh", 0.5, 0.032, 0.01, 0.085, 0.026, ("thigh",)),
    "calf": Muscle("shin", 0.34, -0.024, 0.008, 0.068, 0.024, ("shin",)),
    "side": Muscle("trunk", 0.15, -0.03, 0.06, 0.075, 0.032, ("torso",)),
    "low-back": Muscle("trunk", 0.075, -0.048, 0.0, 0.062, 0.024, ("torso",)),
    "back": Muscle("trunk", 0.13, -0.052, 0.0, 0.095, 0.026, ("torso",)),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A muscle on a body: its flesh, and the parts that it may colour."""

    flesh: Ellipsoid
    parts: tuple[str, ...]


def spot(skeleton: Skeleton, name: str) -> Spot:
    """Return the muscle of a name such as "left-buttock"."""
    side: Side = "left" if name.startswith("left-") else "right"
    muscle = MUSCLES[name.removeprefix("left-").removeprefix("right-")]
    parts = tuple("torso" if part == "torso" else f"{side}-{part}" for part in muscle.parts)
    if muscle.bone == "trunk":
        frame = skeleton.spine.at(muscle.along)
        origin, along, front, out = frame.origin, frame.along, frame.front, frame.right * sign(side)
    else:
        leg = skeleton.legs[side]
        bone = leg.thigh if muscle.bone == "thigh" else leg.shin
        origin, along, front = bone.at(muscle.along), bone.along, bone.front
        out = bone.aside * (
            1 if dot(bone.aside, skeleton.spine.at(0).right) * sign(side) > 0 else -1
        )
    centre = origin + front * muscle.front + out * muscle.out
    wide = muscle.half_width
    return Spot(ellipsoid(centre, along * muscle.half_length, front * wide, out * wide), parts)
