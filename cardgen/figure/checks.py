"""Checks of a figure: what should touch does, and nothing is where no body can be."""

from collections.abc import Iterator

from cardgen.errors import Problem
from cardgen.figure import limits
from cardgen.figure.contacts import contacts
from cardgen.figure.drawing import Figure
from cardgen.figure.skeleton import SIDES, Side, Skeleton
from cardgen.figure.tables import FOREARM_LENGTH, SHIN_LENGTH, THIGH_LENGTH, UPPER_ARM_LENGTH
from cardgen.figure.vectors import Vector, angle_between, dot, length

_BONES = (
    ("hip", "knee", THIGH_LENGTH),
    ("knee", "ankle", SHIN_LENGTH),
    ("shoulder", "elbow", UPPER_ARM_LENGTH),
    ("elbow", "wrist", FOREARM_LENGTH),
)

Range = tuple[float, float]


def problems(figure: Figure) -> list[Problem]:
    """Return all that is wrong with a figure."""
    return sorted(
        {
            *_touching(figure),
            *_lengths(figure),
            *_floor(figure),
            *_angles(figure),
            *_bends(figure),
            *_arrows(figure),
            *_lens(figure),
            *_sides(figure),
        }
    )


def _touching(figure: Figure) -> Iterator[Problem]:
    for contact in contacts(figure.file.pose, figure.scene.skeleton, figure.scene.body):
        if -contact.give <= contact.gap <= limits.TOUCH:
            continue
        off = "away from" if contact.gap > 0 else "inside"
        yield figure.file.problem(
            contact.key,
            f"the {contact.part} is {abs(contact.gap):.1%} of the stature {off}"
            f" the {contact.thing}",
            "Move it, or bend the joints so that it reaches",
        )


def _lengths(figure: Figure) -> Iterator[Problem]:
    joints = figure.scene.skeleton.joints
    for side in SIDES:
        for start, end, long in _BONES:
            found = length(joints[f"{side}-{start}"] - joints[f"{side}-{end}"])
            if abs(found - long) > limits.LENGTH:
                message = f"from {side} {start} to {side} {end} it is {found:.3f}, not {long:.3f}"
                yield figure.file.problem("title", message, "A bone keeps its length")


def _floor(figure: Figure) -> Iterator[Problem]:
    for name, chains in figure.scene.body.items():
        low = min(e.lowest for chain in chains for e in chain)
        if low < -limits.BELOW_FLOOR:
            side, _, rest = name.partition("-")
            limb = "arm" if "arm" in rest or rest == "hand" else "leg"
            key = f"{side}-{limb}" if rest else "trunk"
            message = f"the {name} is {-low:.1%} of the stature below the floor"
            yield figure.file.problem(key, message, "Change its joints, or what the body rests on")


def _angles(figure: Figure) -> Iterator[Problem]:
    skeleton = figure.scene.skeleton
    for side in SIDES:
        for limb, joint, found, (low, high) in _measured(skeleton, side):
            if not low <= found <= high:
                message = f"the {side} {joint} bends {found:.0f} degrees"
                remedy = f"A body reaches from {low:.0f} to {high:.0f}"
                yield figure.file.problem(f"{side}-{limb}", message, remedy)


def _measured(skeleton: Skeleton, side: Side) -> Iterator[tuple[str, str, float, Range]]:
    leg, arm, pelvis = skeleton.legs[side], skeleton.arms[side], skeleton.spine.at(0)
    hip = _hip(leg.thigh.along, pelvis.along, pelvis.front)
    yield "leg", "hip", hip, (-limits.HIP_BACK, limits.HIP_BENT)
    yield "leg", "knee", _hinge(leg.thigh.along, leg.shin.along, leg.thigh.front), limits.KNEE
    toes_up = 90 - angle_between(leg.foot.tips, -leg.shin.along)
    yield "leg", "ankle", toes_up, limits.ANKLE
    yield "arm", "elbow", angle_between(arm.upper.along, arm.fore.along), limits.ELBOW


def _hip(thigh: Vector, up: Vector, front: Vector) -> float:
    bend = angle_between(thigh, -up)
    return bend if dot(thigh, front) >= 0 or bend > 90 else -bend


def _hinge(upper: Vector, lower: Vector, front: Vector) -> float:
    """Return the bend of a knee; one that bends forward is negative."""
    bend = angle_between(upper, lower)
    return -bend if dot(lower, front) > 1e-6 else bend


def _bends(figure: Figure) -> Iterator[Problem]:
    for name, (low, high) in limits.SPINE.items():
        found = getattr(figure.file.pose.spine, name)
        if not low <= found <= high:
            message = f"`{name}` bends {found:.0f} degrees"
            yield figure.file.problem(
                "spine", message, f"A body reaches from {low:.0f} to {high:.0f}"
            )


def _arrows(figure: Figure) -> Iterator[Problem]:
    outline = figure.scene.figure
    if figure.lens:
        outline = outline.union(figure.lens)
    for shape in figure.arrows:
        if shape.distance(outline) < limits.ARROW_CLEAR:
            yield figure.file.problem(
                "arrow",
                "the arrow touches the figure",
                "Give it another joint, `shift` or `radius`",
            )


def _lens(figure: Figure) -> Iterator[Problem]:
    if figure.lens and figure.lens.intersects(figure.scene.figure):
        yield figure.file.problem(
            "zoom", "the circle lies over the figure", "Give it another `shift`, or make it smaller"
        )


def _sides(figure: Figure) -> Iterator[Problem]:
    pose = figure.file.pose
    for muscle in pose.stretch:
        owner = muscle.partition("-")[0]
        both = {f"{side}-{muscle.partition('-')[2]}" for side in SIDES} <= {*pose.stretch}
        if owner in SIDES and owner != pose.side and not both:
            yield figure.file.problem(
                "stretch",
                f"`{muscle}` is marked, but `side` is not {owner}",
                f"Add `side: {owner}`",
            )
