"""What every part of a page is drawn with: theme, measure, and one scale of type."""

from dataclasses import dataclass

from cardgen.layout.measure import Measure, Style
from cardgen.model.design import Theme
from cardgen.model.page import Face

SMALLEST_REFERENCE = 6.0


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far lines and blocks stand apart, in type sizes."""

    leading: float
    unit: float


OPEN, CLOSE = Spacing(1.24, 0.4), Spacing(1.15, 0.32)
SPACINGS = (OPEN, CLOSE, Spacing(1.1, 0.28))
"""From the most open to the tightest that is allowed."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A body size in points, from which all other sizes follow, and the spacing."""

    theme: Theme
    measure: Measure
    body: float
    spacing: Spacing = OPEN

    @property
    def unit(self) -> float:
        """Return the unit of space: every gap is a multiple of it."""
        return self.body * self.spacing.unit

    def style(self, ratio: float = 1, colour: str | None = None, face: Face = "regular") -> Style:
        """Return a style `ratio` times the body size; running text where nothing is said."""
        return Style(self.body * ratio, colour or self.theme.ink, self.spacing.leading, face)

    @property
    def reference(self) -> Style:
        """Return the style of references: quiet, and never under the smallest size."""
        return Style(max(SMALLEST_REFERENCE, self.body * 0.62), self.theme.quiet, 1.14)
