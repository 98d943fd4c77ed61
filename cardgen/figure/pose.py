"""The pose language: what a pose file may say. docs/poses.md teaches it."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cardgen.figure.pose_limbs import Arm, Ball3, Foot, Hand, Leg
from cardgen.figure.pose_things import Arrow, Ball, Chair, Props, Table, Wall, Zoom
from cardgen.figure.pose_words import (
    Degrees,
    Length,
    MuscleName,
    Part,
    PartName,
    PoseId,
    Rest,
    Share,
    ViewFrom,
    as_list,
    as_trunk,
    short,
)
from cardgen.model.base import Text

__all__ = [
    "Arm",
    "Arrow",
    "Ball",
    "Ball3",
    "Chair",
    "Foot",
    "Hand",
    "Leg",
    "Pose",
    "Props",
    "Spine",
    "Table",
    "Trunk",
    "View",
    "Wall",
    "Zoom",
]


class View(Part):
    """From where the figure is seen."""

    from_: ViewFrom = "right"
    """The side of the person that faces the viewer: right, left, front or back."""
    turn: Degrees = 0
    """How far the viewer walks from there toward the front, or the feet, in degrees."""
    height: Degrees = 6
    """How far the viewer looks down, in degrees."""


class Trunk(Part):
    """How the trunk stands."""

    angle: Degrees = 90
    """0 level with the face down, 90 upright, 180 on the back; in degrees."""
    shoulders: Length | None = None
    """A height of the shoulders to reach, by turning the trunk; in statures."""


class Spine(Part):
    """How the spine bends, region by region, in degrees; forward is positive."""

    lumbar: Degrees = 0
    """The low back."""
    thoracic: Degrees = 0
    """The upper back."""
    neck: Degrees = 0
    """The neck, beyond its rest."""
    head: Degrees = 0
    """The nod of the head: the chin comes in."""
    turn: Degrees = 0
    """The turn of the head."""
    side: Degrees = 0
    """The bend to the right."""
    flat: Share = 0
    """How far the floor presses the back flat, 0 to 1."""


class Pose(Part):
    """One frame of a movement."""

    title: Text
    """The name of the picture."""
    description: Text
    """What is to be seen, for someone who cannot see it."""
    from_: PoseId | None = None
    """The pose that this one extends: each key written here replaces that pose's."""
    movement: PoseId | None = None
    """The movement that it is a frame of: its frames share one size."""
    crop: bool = False
    """Whether it is cropped to itself, not to all frames of its movement; its scale stays."""
    side: Literal["left", "right"] | None = None
    """The side that is worked."""
    view: Annotated[View, short("from")] = View()
    """From where it is seen."""
    trunk: Annotated[Trunk, as_trunk] = Trunk()
    """upright, level, on-back, an angle in degrees, or {angle, shoulders}."""
    roll: Degrees = 0
    """How far the body is rolled about its length, toward lying on its left; in degrees."""
    spine: Spine = Spine()
    """The bends of the spine."""
    rest: Rest = "feet"
    """What the body rests on."""
    legs: Leg = Leg()
    """Both legs."""
    left_leg: Leg | None = None
    """The left leg, where it differs."""
    right_leg: Leg | None = None
    """The right leg, where it differs."""
    arms: Arm = Arm()
    """Both arms."""
    left_arm: Arm | None = None
    """The left arm, where it differs."""
    right_arm: Arm | None = None
    """The right arm, where it differs."""
    stretch: Annotated[tuple[MuscleName, ...], Field(strict=False), as_list] = ()
    """The muscles to mark."""
    gap: bool = False
    """Whether to mark the gap between the low back and the floor."""
    arrow: Annotated[tuple[Arrow, ...], Field(strict=False), as_list] = ()
    """The arrow that shows the movement, or a list of them."""
    zoom: Zoom | None = None
    """A circle that shows a small place larger."""
    props: Props = Props()
    """Things in the picture."""
    shoes: bool = False
    """Whether the person wears shoes."""
    ground: Literal["mat", "floor", "none"] = "mat"
    """What the figure is on."""
    hide: tuple[PartName, ...] = ()
    """Parts that are left out: hidden by the body, but for a sliver."""
    over: tuple[tuple[PartName, PartName], ...] = ()
    """Pairs of parts: the first is drawn over the second, whatever the depth says."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        limbs = [self.legs, self.left_leg, self.right_leg]
        feet = {leg.foot.place for leg in limbs if leg and leg.foot}
        reaches = [self.arms, self.left_arm, self.right_arm]
        hands = {arm.hand.place for arm in reaches if arm and arm.hand}
        if "ball" in feet and not (self.props.ball and self.props.ball.under):
            raise ValueError("a foot is on a ball, but `props` has no `ball` under it")
        if "strap" in hands and not self.props.strap:
            raise ValueError("a hand holds a strap, but `props` has none")
        sits = self.rest == "sitting"
        if not self.props.chair and (sits or any(h.startswith("on chair") for h in hands)):
            raise ValueError("the person sits on a chair or holds one, but `props` has no `chair`")
        if "stay" in feet | hands and not self.from_:
            raise ValueError("`stay` needs a pose that this one extends: add `from`")
        if self.props.wall and {"left-hand", "right-hand"} <= set(self.hide):
            raise ValueError("a wall that hands touch needs a hand that is not hidden")
        return self
