"""Texts to words: what stays together on a line, each measured once for all sizes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.model.content import Span
from cardgen.model.page import FontStyle
from cardgen.typography.fonts import is_plain, plain_width
from cardgen.typography.manner import (
    BLANK,
    BREAK,
    LINE_END,
    SEPARATORS,
    Manner,
    Piece,
    address_parts,
    circle_width,
    manner_of,
    manner_of_blank,
)

_LAST_RESORT = re.compile(r"[^/.\- ]*[/.\- ]+|[^/.\- ]+")
"""What a word that is wider than its column breaks behind: a slash, a full stop, a hyphen, or the
blank between a number and its unit."""
_GAP = re.compile(r"(?<!\d) | (?![a-z%°])")
"""A blank where a line may break: not the one in "30 seconds" or "5 cm"."""


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
    is_last: bool = False
    """Whether its line ends behind it."""

    @property
    def text(self) -> str:
        """Return what it says."""
        return "".join(text for text, _ in self.pieces)


def words_of(spans: Sequence[Span], face: FontStyle) -> Iterator[Word]:
    """Yield the words of some spans in a paragraph of a face.

    Raises LackingGlyphError for a character that no typeface has.
    """
    pieces: list[Piece] = []
    for text, manner in _tokens(spans, face):
        if text not in SEPARATORS:
            pieces.append((text, manner))
        elif pieces:
            yield _word(pieces, None if text == BREAK else manner, is_last=text == LINE_END)
            pieces.clear()
    if pieces:
        yield _word(pieces, Manner(face, entry=pieces[-1][1].entry))


def _tokens(spans: Sequence[Span], face: FontStyle) -> Iterator[Piece]:
    """Yield pieces of words and what separates them."""
    if all(is_plain(span.text) for span in spans):
        return _plain_tokens(spans, face)
    from cardgen.typography.segments import segments

    return segments(spans, face)


def _plain_tokens(spans: Sequence[Span], face: FontStyle) -> Iterator[Piece]:
    for span in spans:
        manner, blank = manner_of(span, face), manner_of_blank(span, face)
        for i, word in enumerate(_GAP.split(span.text)):
            if i:
                yield BLANK, blank
            for j, part in enumerate(address_parts(span, word)):
                if j:
                    yield BREAK, manner
                if part:
                    yield part, manner


def _word(pieces: Sequence[Piece], blank: Manner | None, *, is_last: bool = False) -> Word:
    width = sum([piece_width(piece) for piece in pieces])
    after = (BLANK, blank) if blank else None
    return Word(tuple(pieces), width, after, piece_width(after) if after else 0.0, is_last)


def piece_width(piece: Piece) -> float:
    """Return the width of a piece of text, in type sizes of its paragraph."""
    text, manner = piece
    if manner.font is None:
        width = plain_width(text, manner.face, manner.size)
        return circle_width(width) if manner.circled else width
    from cardgen.typography.segments import clusters_width

    return clusters_width(text, manner) * manner.size


def broken_up(word: Word) -> list[Word]:
    """Return the parts of a word that is too wide: it may break where an address may.

    A word without such a place is its only part.
    """
    parts = [(part, manner) for text, manner in word.pieces for part in _parts(text, manner)]
    *first, last = parts
    return [
        *(_word([part], None) for part in first),
        replace(word, pieces=(last,), width=piece_width(last)),
    ]


def _parts(text: str, manner: Manner) -> list[str]:
    """Return the parts of some letters between which a line may break where nothing else fits."""
    if len(text) == 1:
        return [text]
    parts = _LAST_RESORT.findall(text)
    if manner.font is None or len(parts) > 1:
        return parts
    from cardgen.typography.breaks import syllables_of

    return syllables_of(text)
