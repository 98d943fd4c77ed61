"""What every part of a page is set with: colours, and one scale of type."""

from typing import NamedTuple

from cardgen.model.design import Theme
from cardgen.model.direction import USUAL, Setting
from cardgen.model.page import FontStyle
from cardgen.typography.style import Style

SMALLEST_REFERENCE, SMALLEST_SECOND, SMALLEST_BODY = 6.0, 8.25, 9.0
"""The least sizes of the sources, of text that is read after the instructions, and of those."""
REFERENCE, SECOND = 0.57, 0.8
"""Their sizes where there is room, in body sizes."""
LINE = 33.0
"""The longest line that is easy to read, about 70 letters, in type sizes."""


class Spacing(NamedTuple):
    """How far lines and blocks stand apart, in type sizes."""

    leading: float
    unit: float


OPEN, CLOSE = Spacing(1.24, 0.4), Spacing(1.15, 0.32)
SPACINGS = (OPEN, CLOSE, Spacing(1.1, 0.28))
"""From the most open to the tightest that is allowed."""


class Colours(NamedTuple):
    """Colours by what they are for, as '#rrggbb'; see `cardgen.model.design.Theme`."""

    ink: str
    quiet: str
    accent: str
    rule: str
    tint: str
    paper: str
    warning: str
    """The mark of a caution, which is a shape as well."""

    @property
    def is_plain(self) -> bool:
        """Tell whether there are no grounds, so that lines must set parts of a page apart."""
        return self.tint == self.paper


class TypeScale(NamedTuple):
    """A body size in points, from which all other sizes follow, with colours and spacing.

    A value: two that are equal set the same content alike.
    """

    colours: Colours
    headings: FontStyle
    body: float
    spacing: Spacing = OPEN
    least: float = 0
    """No type is smaller, in points: for large print."""
    setting: Setting = USUAL

    @property
    def unit(self) -> float:
        """Return the unit of space in points: every gap is a multiple of it."""
        return self.body * self.spacing.unit

    def style(
        self, ratio: float = 1, colour: str | None = None, face: FontStyle = "regular"
    ) -> Style:
        """Return a style `ratio` times the body size; running text where nothing is said."""
        size = max(self.least, self.body * ratio)
        floor = min(size, max(self.least, SMALLEST_BODY * ratio))
        return self.fixed(size, self.spacing.leading, colour, face, floor)

    def fixed(
        self,
        size: float,
        leading: float = 1.25,
        colour: str | None = None,
        face: FontStyle = "regular",
        floor: float = 0,
    ) -> Style:
        """Return a style of a size in points that does not follow from the body size."""
        tall = leading * self.setting.leading
        return Style(size, colour or self.colours.ink, tall, face, floor, self.setting)

    def heading(self, ratio: float = 1, colour: str | None = None) -> Style:
        """Return the style of a heading or a large figure, `ratio` times the body size."""
        return self.style(ratio, colour, self.headings)

    def second(self, colour: str | None = None) -> Style:
        """Return the style of cautions, danger signs and reasons: smaller, as far as it may be."""
        style = self.style(max(SECOND, SMALLEST_SECOND / self.body), colour)
        return style._replace(floor=max(self.least, SMALLEST_SECOND))

    @property
    def reference(self) -> Style:
        """Return the style of references: quiet, and never under the smallest size."""
        size = max(SMALLEST_REFERENCE, self.least, self.body * REFERENCE)
        return self.fixed(size, 1.14, self.colours.quiet, "source")


def type_scale(theme: Theme, body: float, spacing: Spacing = OPEN, least: float = 0) -> TypeScale:
    """Return the scale of a theme at a body size in points."""
    return TypeScale(colours_of(theme), theme.headings, body, spacing, least, theme.setting)


def colours_of(theme: Theme) -> Colours:
    """Return the colours of a theme by what they are for; a caution has that of its arrows."""
    arrow = theme.drawing["arrow"]
    return Colours(theme.ink, theme.quiet, theme.accent, theme.rule, theme.tint, theme.paper, arrow)
