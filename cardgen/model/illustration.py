"""A picture of a movement: one frame of it, with what it shows in words."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from cardgen.model.base import Model, Text, Wording
from cardgen.model.picture import NAMED

PictureName = Annotated[str, StringConstraints(pattern=rf"^[\w][\w .-]*{NAMED}")]


class Illustration(Model):
    """One frame of the movement."""

    file: PictureName
    """The picture's file name, in images/."""
    caption: Text
    """Two or three words to print under it: "Start", "Pull in"."""
    alt: Text
    """What the picture shows, for someone who cannot see it."""
    moment: Literal["start", "end"] = "end"
    """Whether it shows where the movement starts, or where it arrives.

    That of a start may be left out where there is little room.
    """
    side: Literal["left", "right"] | None = None
    """The side of the body that is worked in the picture."""
    credit: Annotated[Text, Wording.NEVER]
    """Who drew it, and under which licence."""
