"""Where parts meet (data): how far the outline is dropped there, and how corners are rounded."""

from dataclasses import dataclass, replace

from cardgen.figure.skeleton import Skeleton
from cardgen.figure.vectors import Vector


@dataclass(frozen=True, slots=True)
class Fillet:
    """An inner corner that is rounded: at `joint`, out to `reach`, with `radius`."""

    limb: str
    other: str
    joint: str
    reach: float
    radius: float

    def of(self, side: str) -> "Fillet":
        """Return the fillet of one side."""
        limb, other, joint = (
            text.replace("{side}", side) for text in (self.limb, self.other, self.joint)
        )
        return replace(self, limb=limb, other=other, joint=joint)

    def centre(self, skeleton: Skeleton) -> Vector:
        """Return where the corner is."""
        return landmark(skeleton, self.joint)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two parts that are one skin: within `reach` of `joint` no line divides them."""

    first: str
    second: str
    joint: str
    reach: float
    hinge: tuple[str, str, float] | None = None
    """For a hinge, the joints at the far ends of the two parts, and half their thickness: a sharply
    bent knee has its crease farther from the joint."""

    def of(self, side: str) -> "Meeting":
        """Return the meeting of one side."""
        first, second, joint = (
            text.replace("{side}", side) for text in (self.first, self.second, self.joint)
        )
        return replace(self, first=first, second=second, joint=joint)


FILLETS = (
    Fillet("{side}-thigh", "{side}-shin", "{side}-knee", 0.13, 0.018),
    Fillet("{side}-shin", "{side}-foot", "{side}-ankle", 0.05, 0.014),
    Fillet("{side}-upper-arm", "{side}-forearm", "{side}-elbow", 0.05, 0.014),
    Fillet("{side}-forearm", "{side}-hand", "{side}-wrist", 0.035, 0.010),
    Fillet("{side}-thigh", "torso", "{side}-hip", 0.13, 0.055),
    Fillet("{side}-upper-arm", "torso", "{side}-shoulder", 0.085, 0.022),
    Fillet("neck", "torso", "spine:0.32", 0.09, 0.035),
    Fillet("neck", "head", "neck", 0.06, 0.012),
)
MEETINGS = (
    Meeting("torso", "{side}-thigh", "{side}-seat", 0.098),
    Meeting("{side}-thigh", "{side}-shin", "{side}-knee", 0.052, ("hip", "ankle", 0.036)),
    Meeting("{side}-shin", "{side}-foot", "{side}-ankle", 0.046),
    Meeting("torso", "{side}-upper-arm", "{side}-shoulder", 0.056),
    Meeting(
        "{side}-upper-arm", "{side}-forearm", "{side}-elbow", 0.038, ("shoulder", "wrist", 0.024)
    ),
    Meeting("{side}-forearm", "{side}-hand", "{side}-wrist", 0.028),
    Meeting("neck", "torso", "spine:0.34", 0.062),
    Meeting("neck", "head", "neck", 0.06),
)
THIGHS = Meeting("left-thigh", "right-thigh", "crotch", 0.11)
THIGHS_LYING = replace(THIGHS, reach=0.075)
"""From the front, the thighs meet in the middle; lying, the one lies on or beside the other, and a
line divides them."""


def landmark(skeleton: Skeleton, name: str) -> Vector:
    """Return a joint by its name, or "spine:0.32", "crotch" or "left-seat"."""
    if name.startswith("spine:"):
        return skeleton.spine.at(float(name.removeprefix("spine:"))).origin
    pelvis = skeleton.spine.at(0)
    if name == "crotch":
        return pelvis.origin - pelvis.along * 0.07
    if name.endswith("-seat"):
        # The fold of the groin lies a little to the back of the hip joint.
        return skeleton.joints[name.replace("seat", "hip")] - pelvis.front * 0.03
    return skeleton.joints[name]
