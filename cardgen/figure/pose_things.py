"""Arrows and props in the pose language."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cardgen.figure.pose_words import Degrees, Direction, JointName, Length, Part, as_list, short


class Arrow(Part):
    """An arrow that shows the movement; it is moved until it touches nothing."""

    from_: JointName | None = None
    """The joint that it leaves, from the outline outward."""
    to: JointName | None = None
    """The joint that it comes to, up to the outline."""
    around: JointName | None = None
    """The joint that it goes round, in an arc."""
    toward: Direction = "up"
    """Which way it points."""
    length: Length = 0.11
    """Its length; in statures."""
    curve: Degrees = 0
    """How far it turns on its way, anticlockwise, in degrees."""
    start: Degrees = 0
    """Where the arc starts: 0 right, 90 up, in the picture."""
    end: Degrees = 0
    """Where the arc ends."""
    radius: Length = 0.4
    """The radius of the arc; in statures."""
    shift: Annotated[tuple[float, float], Field(strict=False)] = (0, 0)
    """A last shift, forward and up; in statures."""


class Zoom(Part):
    """A circle beside the figure that shows a small place larger."""

    around: JointName
    """The joint by which the place is."""
    offset: Annotated[tuple[float, float], Field(strict=False)] = (0, 0)
    """How far the place is from the joint, forward and up; in statures."""
    radius: Annotated[float, Field(ge=0.02, le=0.2)] = 0.06
    """The radius of the place; in statures."""
    times: Annotated[float, Field(ge=1.2, le=5)] = 2.2
    """How many times larger it is shown."""
    shift: Annotated[tuple[float, float], Field(strict=False)]
    """How far the circle is from the place, forward and up; in statures."""


class Ball(Part):
    """An exercise ball."""

    behind: Literal["waist"] | None = None
    """What it is pressed against."""
    under: Literal["left-foot", "right-foot"] | None = None
    """What rests on it, when the ball stands on the floor."""
    size: Annotated[float, Field(ge=0.1, le=0.6)] = 0.32
    """Its diameter; 0.32 is a 55 cm ball; in statures."""
    along: Length = 0.0
    """How far forward of the hips it stands; in statures."""
    up: Length = 0.0
    """How far above the waist it is pressed; in statures."""


class Wall(Part):
    """A wall."""

    touch: Literal["ball", "hands", "back", "backdrop"]
    """What touches it; a backdrop is the wall that the person lies in front of."""
    height: Length = 1.0
    """How high it is drawn; in statures."""


class Chair(Part):
    """A chair to sit on, or to hold."""

    along: Length = 0
    """Where the middle of its seat is, forward of the hips; in statures."""
    aside: Length = 0
    """How far it is to the person's right; in statures."""
    turn: Degrees = 0
    """Which way it faces: 0 as the person does, 180 toward the person; in degrees."""


class Table(Part):
    """A table beside the person, as high as one to eat at."""

    along: Length = 0
    """Where its middle is, forward of the hips; in statures."""


class Props(Part):
    """Things in the picture, by name."""

    ball: Ball | None = None
    """An exercise ball."""
    wall: Annotated[Wall | None, short("touch")] = None
    """A wall, by what touches it."""
    band: Literal["thighs", "ankles"] | None = None
    """A band around both legs."""
    strap: Literal["left-foot", "right-foot"] | None = None
    """A strap round a foot, held by the hands."""
    towel: Literal["left-knee", "right-knee"] | None = None
    """A folded towel under a knee."""
    pillow: Literal["head", "hips"] | None = None
    """A pillow under the head, or between the hips and the heels of someone who kneels."""
    chair: Annotated[tuple[Chair, ...], Field(strict=False), as_list] = ()
    """A chair, or a list of them."""
    table: Table | None = None
    """A table."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.wall and self.wall.touch == "ball" and not self.ball:
            raise ValueError("the wall touches a ball, but there is no `ball`")
        return self
