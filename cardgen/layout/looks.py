"""What a page with fixed sizes is set with: colours, and sizes by what they are for."""

from typing import NamedTuple

from cardgen.layout.type_scale import Colours, colours_of
from cardgen.model.design import Theme
from cardgen.model.direction import USUAL, Setting
from cardgen.model.page import FontStyle
from cardgen.typography.style import Style

LEAST = 9.5
"""The least type in points of what a patient reads."""


class Sizes(NamedTuple):
    """Sizes of type and of pictures in points, by what they are for."""

    title: float
    lead: float
    name: float
    """Of a move."""
    dose: float
    step: float
    caution: float
    heading: float
    """Of a box or a list."""
    text: float
    """Of what stands in it."""
    source: float
    picture: float
    """The width of a picture that lies."""
    tallest: float
    """The height of one that stands."""
    gap: float
    """The least space between two parts of a page."""
    leading: float = 1.19
    """Of what stands in boxes and lists, in its sizes."""


class Looks(NamedTuple):
    """A value: two that are equal set the same content alike."""

    colours: Colours
    headings: FontStyle
    sizes: Sizes
    setting: Setting = USUAL

    def plain(self, size: float, leading: float = 1.2, colour: str | None = None) -> Style:
        """Return the style of running text of a size in points."""
        floor = min(size, LEAST)
        tall = leading * self.setting.leading
        return Style(size, colour or self.colours.ink, tall, "regular", floor, self.setting)

    def bold(self, size: float, leading: float = 1.17, colour: str | None = None) -> Style:
        """Return the style of bold text."""
        return self.plain(size, leading, colour)._replace(face="bold")

    def head(self, size: float, leading: float = 1.17, colour: str | None = None) -> Style:
        """Return the style of a heading."""
        return self.plain(size, leading, colour)._replace(face=self.headings)

    @property
    def step(self) -> Style:
        """Return the style of the steps of a move."""
        return self.plain(self.sizes.step, 1.18)

    @property
    def dose(self) -> Style:
        """Return the style of a dose: the loudest after the name."""
        return self.bold(self.sizes.dose, 1.22, self.colours.accent)

    @property
    def caution(self) -> Style:
        """Return the style of what anyone can feel, under a move."""
        return self.plain(self.sizes.caution, 1.22)

    @property
    def text(self) -> Style:
        """Return the style of what stands in boxes and lists."""
        return self.plain(self.sizes.text, self.sizes.leading)

    @property
    def source(self) -> Style:
        """Return the style of sources."""
        style = self.plain(self.sizes.source, 1.186, self.colours.quiet)
        return style._replace(face="source", floor=0)


def looks_of(theme: Theme, sizes: Sizes) -> Looks:
    """Return how a theme looks in some sizes."""
    return Looks(colours_of(theme), theme.headings, sizes, theme.setting)
