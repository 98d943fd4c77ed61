"""How text is set, and what is said of text that has no room."""

import math
from collections.abc import Sequence
from typing import NamedTuple, Self

from cardgen.model.design import MM
from cardgen.model.direction import FOREIGN, USUAL, Setting
from cardgen.model.origin import Origin
from cardgen.model.page import Block, FontStyle


class TooLargeError(Exception):
    """Content larger than its place; `points` says by how much.

    `what` is a word that is too wide, or "". `origin` is where the text comes from that has no
    room, None where no one text is to blame.
    """

    def __init__(
        self,
        points: float,
        what: str = "",
        origin: Origin | None = None,
        among: Sequence[Block] = (),
    ) -> None:
        """`among` are the blocks that are too tall together."""
        self.points = points
        self.what = what
        self.origin = origin
        self.among = among
        super().__init__(f"{points:.1f} pt too large: {what}")

    @property
    def words(self) -> tuple[str, ...]:
        """Return the word that is too wide, or nothing."""
        return (self.what,) if self.what else ()

    @property
    def millimetres(self) -> float:
        """Return the excess to a tenth of a millimetre, and never as nothing."""
        return math.ceil(self.points / MM * 10) / 10


class Style(NamedTuple):
    """How a paragraph is set: `size` in points, `leading` from baseline to baseline in sizes.

    A named tuple, since it is very often asked for what has been set in the same style before.
    """

    size: float
    colour: str
    leading: float = 1.25
    face: FontStyle = "regular"
    floor: float = 0
    """The least size in points to which the words of merge fields may shrink."""
    setting: Setting = USUAL

    def foreign(self) -> Self:
        """Return the style of words of another language than the page: that of sources."""
        return self._replace(leading=self.leading / self.setting.leading, setting=FOREIGN)

    @property
    def line(self) -> float:
        """Return the height of a line in points."""
        return self.size * self.leading
