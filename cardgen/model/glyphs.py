"""Shaped text: which glyphs stand for which letters, and where."""

from collections.abc import Sequence
from typing import NamedTuple

UPEM = 2000
"""Units to a type size: of all measures of glyphs, and of the fonts that a document embeds."""


class Font(NamedTuple):
    """A typeface of the fallback chain, by its id there, in one style."""

    id: str
    bold: bool = False
    italic: bool = False


class Glyph(NamedTuple):
    """A glyph of a font, by its number there, moved by (x, y) units; y runs up."""

    font: Font
    number: int
    x: int
    y: int


class Cluster(NamedTuple):
    """Letters that cannot be told apart in print: one with its marks, a syllable, a ligature."""

    text: str
    """In the order in which it is read."""
    glyphs: tuple[Glyph, ...]
    advance: int
    """How far the next one is, in units."""


def width_of(clusters: Sequence[Cluster]) -> int:
    """Return how wide clusters are side by side, in units."""
    return sum([cluster.advance for cluster in clusters])
