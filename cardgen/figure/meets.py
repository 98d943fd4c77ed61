"""Where neighbouring parts pass into one another in a picture."""

from cardgen.figure.camera import Camera
from cardgen.figure.joints import MEETINGS, THIGHS, THIGHS_LYING, Meeting, landmark
from cardgen.figure.lines import Meet
from cardgen.figure.skeleton import SIDES, Skeleton
from cardgen.figure.vectors import UP, dot, length, unit

_FARTHEST = 0.15
_ROUNDED = 0.014
_UPRIGHT = 0.7


def meets(
    view: Camera, skeleton: Skeleton, *, frontal: bool, shod: bool = False
) -> dict[str, tuple[Meet, ...]]:
    """Return the meetings of each part, by its name; a shoe and a shin are no one skin."""
    found: dict[str, tuple[Meet, ...]] = {}
    every = [
        (meeting.of(side), side)
        for meeting in MEETINGS
        if not (shod and meeting.joint == "{side}-ankle")
        for side in (SIDES if "{side}" in meeting.second + meeting.first else ("",))
    ]
    upright = dot(skeleton.spine.at(0).along, UP) > _UPRIGHT
    middle = (THIGHS if upright else THIGHS_LYING, "")
    for meeting, side in [*every, middle] if frontal else every:
        centre = view(landmark(skeleton, meeting.joint))
        reach = max(meeting.reach, _crease(view, skeleton, meeting, side))
        for own, other in (
            (meeting.first, meeting.second),
            (meeting.second, meeting.first),
        ):
            found[own] = (*found.get(own, ()), Meet(other, centre, reach))
    return found


def _crease(view: Camera, skeleton: Skeleton, meeting: Meeting, side: str) -> float:
    """Return how far from a bent hinge its crease begins, with the rounding of the corner."""
    if meeting.hinge is None:
        return 0
    *ends, half = meeting.hinge
    middle = skeleton.joints[meeting.joint]
    ways = [unit(view(skeleton.joints[f"{side}-{end}"] - middle)) for end in ends]
    sine_of_half = length(ways[0] - ways[1]) / 2
    return min(half / max(sine_of_half, 0.01) + _ROUNDED, _FARTHEST)
