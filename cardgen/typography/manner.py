"""How a piece of text is set, and what separates pieces."""

import re
from typing import NamedTuple

from cardgen.model.content import Span
from cardgen.model.glyphs import Font
from cardgen.model.marks import Entry
from cardgen.model.page import FontStyle, Run
from cardgen.typography.style import Style

MARKER_SIZE, MARKER_RISE = 0.66, 0.36
"""The size of a raised number, and how far it is raised, in type sizes of its paragraph."""
BLANK, BREAK, LINE_END = " ", "", "\n"
SEPARATORS = (BLANK, BREAK, LINE_END)
"""What stands between words: a blank, a place where a line may break, the end of a line."""
_USUAL: dict[tuple[bool, bool], FontStyle] = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold-italic",
}
"""The faces of running text, by whether they are bold, and italic."""
_SOURCE: dict[tuple[bool, bool], FontStyle] = {
    (False, False): "source",
    (True, False): "source-bold",
    (False, True): "source-italic",
    (True, True): "source-bold-italic",
}
"""Those of sources."""
CIRCLE, AROUND = 1.11, 0.5
"""The least width of a circle about a number, and how much wider than it one is, in type sizes."""
_ADDRESS_PART = re.compile(r".*?/(?!/)|.+")


class Manner(NamedTuple):
    """How a piece of text is set; sizes count in type sizes of its paragraph."""

    face: FontStyle
    size: float = 1
    rise: float = 0
    link: str | None = None
    font: Font | None = None
    """The font that it is shaped with; None where its letters stand side by side."""
    level: int = 0
    """Its embedding level: an odd one runs from right to left."""
    circled: str = ""
    """As it is read aloud, where it stands in a circle, which takes more room than its letters."""
    entry: Entry | None = None
    """What it is of, in a list that runs on."""


Piece = tuple[str, Manner]


def address_parts(span: Span, word: str) -> list[str]:
    """Return the parts of a word between which a line may break: those of a web address."""
    return _ADDRESS_PART.findall(word) if span.text.startswith("http") else [word]


def manner_of(span: Span, face: FontStyle) -> Manner:
    """Return how a span is set in a paragraph of some face."""
    size, rise = (MARKER_SIZE, MARKER_RISE) if span.marker else (1, 0)
    return Manner(styled(span, face), size, rise, span.link, circled=span.circled, entry=span.entry)


def manner_of_blank(span: Span, face: FontStyle) -> Manner:
    """Return how a blank of a span is set: as the span, but for a marker, which ends before it."""
    link = None if span.marker else span.link
    return Manner(styled(span, face), link=link, entry=span.entry)


def styled(span: Span, face: FontStyle) -> FontStyle:
    """Return the face of a span in a paragraph of some face."""
    if face == "heading":
        return "heading"
    bold, italic = span.bold or "bold" in face, span.italic or "italic" in face
    return (_SOURCE if face.startswith("source") else _USUAL)[bold, italic]


def circle_width(letters: float) -> float:
    """Return the width of the circle about a number so many type sizes wide."""
    return max(CIRCLE, letters + AROUND)


def run_of(text: str, manner: Manner, style: Style) -> Run:
    """Return text whose letters stand side by side as a run."""
    size, rise = style.size * manner.size, style.size * manner.rise
    return Run(
        text,
        manner.face,
        size,
        style.colour,
        rise,
        manner.link,
        circled=manner.circled,
        entry=manner.entry,
    )
