"""The sizes of type of a card, by what is said: larger on larger cards."""

from typing import NamedTuple, Self

from cardgen.layout.type_scale import Colours, Spacing, TypeScale, type_scale
from cardgen.model.design import MM, CardSize, Theme
from cardgen.typography.style import Style

SMALLEST = 8.0
"""The least size of all but sources and small print, in points."""
LEAST_NAME = 0.85
"""How far names and doses shrink where steps must, in their own sizes."""
_SMALL, _LARGE = 53.98 * MM, 105 * MM
"""The shorter sides of a bank card and of a postcard, between which sizes are reckoned."""
_TYPE = {
    "name": (12.0, 20.0),
    "dose": (14.0, 20.0),
    "steps": (10.0, 14.5),
    "back": (9.5, 13.5),
    "heading": (12.0, 16.0),
    "source": (6.5, 7.5),
}
"""Sizes in points, of a bank card and of a postcard."""
_LARGEST = 26.0
LINES = Spacing(1.19, 0.32)
"""How lines and blocks of cards stand apart."""
CLOSER = Spacing(1.1, 0.25)
"""How they do at the least size of type, where a language takes more words than have room."""
TAG = 3.6
"""The width of what tells which card of several one is, in sizes of its type."""


class CardType(NamedTuple):
    """Sizes in points, the largest that a card of some size takes."""

    name: float
    dose: float
    steps: float
    back: float
    heading: float
    source: float

    @classmethod
    def of(cls, size: CardSize) -> Self:
        """Return the sizes of a card."""
        shorter = min(size.width, size.height)
        part = (shorter - _SMALL) / (_LARGE - _SMALL)
        sizes = {
            role: min(_LARGEST, max(0.8 * small, small + part * (large - small)))
            for role, (small, large) in _TYPE.items()
        }
        quarters = {role: round(4 * points) / 4 for role, points in sizes.items()}
        return cls(**{**quarters, "source": max(_TYPE["source"][0], quarters["source"])})


class CardScale(NamedTuple):
    """What a face of a card is set with: its running text in one size, all else to match."""

    text: TypeScale
    """The scale of running text."""
    name: Style
    dose: Style
    heading: Style
    source: Style

    @property
    def colours(self) -> Colours:
        """Return the colours of the theme."""
        return self.text.colours

    @property
    def unit(self) -> float:
        """Return the unit of space in points."""
        return self.text.unit

    @property
    def closer(self) -> Self | None:
        """Return the scale with lines closer to each other; None but at the least size."""
        if self.text.body > SMALLEST:
            return None
        return self._replace(text=self.text._replace(spacing=CLOSER))

    def coloured(self, colour: str) -> Self:
        """Return the scale with running text and headings in another colour."""
        colours = self.text.colours._replace(ink=colour)
        text, heading = self.text._replace(colours=colours), self.heading._replace(colour=colour)
        return self._replace(text=text, heading=heading)

    def small(self, colour: str | None = None) -> Style:
        """Return the style of what is read last, but for sources."""
        size = max(SMALLEST, 0.8 * self.text.body)
        return self.text.fixed(size, LINES.leading, colour or self.colours.quiet)


def card_scale(theme: Theme, types: CardType, body: float, usual: float) -> CardScale:
    """Return the scale of a face whose running text has `body` points, where `usual` is its most.

    Names and doses shrink with it, but less.
    """
    scale = type_scale(theme, body, LINES)
    shrunk = max(LEAST_NAME, min(1.0, body / usual))
    colours = scale.colours
    return CardScale(
        text=scale,
        name=scale.fixed(types.name * shrunk, 1.09, colours.ink, scale.headings),
        dose=scale.fixed(types.dose * shrunk, 1.11, colours.accent, scale.headings),
        heading=scale.fixed(types.heading * shrunk, 1.09, colours.ink, scale.headings),
        source=scale.fixed(types.source, 1.18, colours.quiet, "source"),
    )
