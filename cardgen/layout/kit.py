"""What every part of a page is drawn with: theme, measure, and one scale of type."""

from dataclasses import dataclass

from cardgen.layout.measure import Measure, Style
from cardgen.model.design import Theme
from cardgen.model.page import Face

SMALLEST_REFERENCE = 6.0


@dataclass(frozen=True, slots=True)
class Kit:
    """A body size in points, from which all other sizes follow, and how tight lines stand."""

    theme: Theme
    measure: Measure
    body: float
    tight: bool = False

    @property
    def unit(self) -> float:
        """Return the unit of space: every gap is a multiple of it."""
        return self.body * (0.32 if self.tight else 0.4)

    def style(self, ratio: float = 1, colour: str | None = None, face: Face = "regular") -> Style:
        """Return a style `ratio` times the body size; running text where nothing is said."""
        leading = 1.15 if self.tight else 1.24
        return Style(self.body * ratio, colour or self.theme.ink, leading, face)

    @property
    def reference(self) -> Style:
        """Return the style of references: quiet, and never under the smallest size."""
        return Style(max(SMALLEST_REFERENCE, self.body * 0.64), self.theme.quiet, 1.17)
