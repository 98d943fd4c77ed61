"""Texts to words: what stays together on a line, each measured once for all sizes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cardgen.model.content import Span
from cardgen.model.page import FontStyle
from cardgen.typography.fonts import text_width

MARKER_SIZE, MARKER_RISE = 0.66, 0.36
"""The size of a raised number, and how far it is raised, in type sizes of its paragraph."""
_ADDRESS_PART = re.compile(r".*?/(?!/)|.+")
_LAST_RESORT = re.compile(r"[^/.\-]*[/.\-]+|[^/.\-]+")
"""What a word that is wider than its column breaks behind: a slash, a full stop, a hyphen."""


class Manner(NamedTuple):
    """How a piece of text is set; sizes count in type sizes of its paragraph."""

    face: FontStyle
    size: float = 1
    rise: float = 0
    link: str | None = None


Piece = tuple[str, Manner]


@dataclass(frozen=True, slots=True)
class Word:
    """What stays together on a line, and the blank that follows it, if one does.

    Widths count in type sizes.
    """

    pieces: tuple[Piece, ...]
    width: float
    blank: Piece | None
    gap: float
    """The width of the blank."""

    @property
    def text(self) -> str:
        """Return what it says."""
        return "".join(text for text, _ in self.pieces)


def words_of(spans: Sequence[Span], face: FontStyle) -> Iterator[Word]:
    """Yield the words of some spans in a paragraph of a face."""
    pieces: list[Piece] = []

    def word(blank: Manner | None) -> Word:
        made = _word(pieces, blank)
        pieces.clear()
        return made

    for span in spans:
        manner = _manner(span, face)
        for piece in _pieces(span):
            if piece == " ":
                if pieces:
                    bare = span._replace(marker=False, link=None) if span.marker else span
                    yield word(_manner(bare, face))
            elif piece:
                pieces.append((piece, manner))
            else:
                yield word(None)
    if pieces:
        yield word(Manner(face))


def _word(pieces: Sequence[Piece], blank: Manner | None) -> Word:
    width = sum([text_width(text, manner.face, manner.size) for text, manner in pieces])
    gap = text_width(" ", blank.face, blank.size) if blank else 0.0
    return Word(tuple(pieces), width, (" ", blank) if blank else None, gap)


def broken_up(word: Word) -> list[Word]:
    """Return the parts of a word that is too wide: it may break where an address may.

    A word without such a place is its only part.
    """
    parts = [
        (part, manner)
        for text, manner in word.pieces
        for part in (_LAST_RESORT.findall(text) if len(text) > 1 else [text])
    ]
    *first, (text, manner) = parts
    last = Word(((text, manner),), text_width(text, manner.face, manner.size), word.blank, word.gap)
    return [*(_word([part], None) for part in first), last]


def _pieces(span: Span) -> Iterator[str]:
    """Yield the words of a span, a blank between two of them, and "" where an address may break."""
    for i, word in enumerate(span.text.split(" ")):
        if i:
            yield " "
        parts = _ADDRESS_PART.findall(word) if span.text.startswith("http") else [word]
        for j, part in enumerate(parts):
            if j:
                yield ""
            if part:
                yield part


def _manner(span: Span, face: FontStyle) -> Manner:
    """Return how a span is set in a paragraph of some face."""
    size, rise = (MARKER_SIZE, MARKER_RISE) if span.marker else (1, 0)
    return Manner(styled(span, face), size, rise, span.link)


def styled(span: Span, face: FontStyle) -> FontStyle:
    """Return the face of a span in a paragraph of some face."""
    if face == "heading":
        return "heading"
    italic = span.italic or face in ("italic", "bold-italic")
    if span.bold or face in ("bold", "bold-italic"):
        return "bold-italic" if italic else "bold"
    return "italic" if italic else "regular"
