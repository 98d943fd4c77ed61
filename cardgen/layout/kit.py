"""What every part of a page is drawn with: theme, measure, and one scale of type."""

from dataclasses import dataclass

from cardgen.layout.measure import Measure, Style
from cardgen.model.design import Theme
from cardgen.model.page import Face

SMALLEST_REFERENCE, SMALLEST_SECOND = 6.0, 8.25
"""The least sizes of the sources, and of text that is read after the instructions."""
REFERENCE, SECOND = 0.57, 0.8
"""Their sizes where there is room, in body sizes."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far lines and blocks stand apart, in type sizes."""

    leading: float
    unit: float


OPEN, CLOSE = Spacing(1.24, 0.4), Spacing(1.15, 0.32)
SPACINGS = (OPEN, CLOSE, Spacing(1.1, 0.28))
"""From the most open to the tightest that is allowed."""


LINE = 33.0
"""The longest line that is easy to read, about 70 letters, in type sizes."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A body size in points, from which all other sizes follow, and the spacing."""

    theme: Theme
    measure: Measure
    body: float
    spacing: Spacing = OPEN
    least: float = 0
    """No type is smaller: for large print."""

    @property
    def unit(self) -> float:
        """Return the unit of space: every gap is a multiple of it."""
        return self.body * self.spacing.unit

    def style(self, ratio: float = 1, colour: str | None = None, face: Face = "regular") -> Style:
        """Return a style `ratio` times the body size; running text where nothing is said."""
        size = max(self.least, self.body * ratio)
        return Style(size, colour or self.theme.ink, self.spacing.leading, face)

    def heading(self, ratio: float = 1, colour: str | None = None) -> Style:
        """Return the style of a heading or a large figure, `ratio` times the body size."""
        return self.style(ratio, colour, self.theme.headings)

    def second(self, colour: str | None = None) -> Style:
        """Return the style of cautions, danger signs and reasons: smaller, as far as it may be."""
        return self.style(max(SECOND, SMALLEST_SECOND / self.body), colour)

    @property
    def reference(self) -> Style:
        """Return the style of references: quiet, and never under the smallest size."""
        size = max(SMALLEST_REFERENCE, self.least, self.body * REFERENCE)
        return Style(size, self.theme.quiet, 1.14)

    @property
    def for_references(self) -> "Kit":
        """Return the one kit of all that have the same references, at any body size or spacing."""
        body = max(self.body, SMALLEST_REFERENCE / REFERENCE)
        return Kit(self.theme, self.measure, body, least=self.least)
