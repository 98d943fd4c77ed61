"""What stops a picture from printing, and what a person should know of one that prints."""

from typing import Literal, NamedTuple

SAVE_AGAIN = "Save it again from a drawing program, as plain SVG, PNG or JPEG"


class BrokenPictureError(Exception):
    """Why a picture cannot be printed, and what to do about it."""

    def __init__(self, reason: str, remedy: str = SAVE_AGAIN) -> None:
        super().__init__(reason)
        self.remedy = remedy


class Note(NamedTuple):
    """What a person should know of a picture that prints."""

    kind: Literal["light", "coarse", "file"]
    """Whether it can be seen, whether it is sharp, or what its file is."""
    message: str
    remedy: str
