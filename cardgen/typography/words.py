"""Texts to words: what stays together on a line, each measured once for all sizes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.model.content import Span
from cardgen.model.direction import FOREIGN, USUAL, Setting
from cardgen.model.glyphs import UPEM, Cluster, width_of
from cardgen.model.page import FontStyle
from cardgen.typography.fonts import HYPHEN, is_plain, plain_width
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

_ADDRESS_ENDS = "/.- "
"""What a word that is wider than its column breaks behind: a slash, a full stop, a hyphen, or the
blank between a number and its unit."""
_LAST_RESORT = re.compile(rf"[^{re.escape(_ADDRESS_ENDS)}]*[{re.escape(_ADDRESS_ENDS)}]+|.+")
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
    written: tuple[Piece, ...] = ()
    """Its pieces with their soft hyphens, if it has any."""
    shaped: tuple[tuple[Cluster, ...], ...] = ()
    """The glyphs of each piece, where one is shaped: a word is shaped once, for all sizes."""

    @property
    def text(self) -> str:
        """Return what it says."""
        return "".join(text for text, _ in self.pieces)


def words_of(spans: Sequence[Span], face: FontStyle, setting: Setting = USUAL) -> Iterator[Word]:
    """Yield the words of some spans in a paragraph of a face.

    Raises LackingGlyphError for a character that no typeface has.
    """
    pieces: list[Piece] = []
    for text, manner in _tokens(spans, face, setting):
        if text not in SEPARATORS:
            pieces.append((text, manner))
        elif pieces:
            yield _word(pieces, None if text == BREAK else manner, is_last=text == LINE_END)
            pieces.clear()
    if pieces:
        yield _word(pieces, Manner(face, entry=pieces[-1][1].entry))


def _tokens(spans: Sequence[Span], face: FontStyle, setting: Setting) -> Iterator[Piece]:
    """Yield pieces of words and what separates them."""
    if setting in (USUAL, FOREIGN) and all(is_plain(span.text) for span in spans):
        return _plain_tokens(spans, face)
    from cardgen.typography.segments import segments

    return segments(spans, face, setting)


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
    written: tuple[Piece, ...] = ()
    if any(HYPHEN in text for text, _ in pieces):
        written, pieces = tuple(pieces), _without_hyphens(pieces)
    shaped = _shaped(pieces) if any(manner.font for _, manner in pieces) else ()
    width = _width(pieces, shaped)
    after = (BLANK, blank) if blank else None
    gap = piece_width(after) if after else 0.0
    return Word(tuple(pieces), width, after, gap, is_last, written, shaped)


def _shaped(pieces: Sequence[Piece]) -> tuple[tuple[Cluster, ...], ...]:
    from cardgen.typography.segments import clusters_of

    return tuple([clusters_of(text, manner) for text, manner in pieces])


def _width(pieces: Sequence[Piece], shaped: Sequence[tuple[Cluster, ...]]) -> float:
    """Return the width of pieces that may have been shaped."""
    if not shaped:
        return sum([piece_width(piece) for piece in pieces])
    return sum(
        [
            _with_circle(width_of(clusters) / UPEM * piece[1].size, piece[1])
            if clusters
            else piece_width(piece)
            for piece, clusters in zip(pieces, shaped, strict=True)
        ]
    )


def _with_circle(width: float, manner: Manner) -> float:
    return circle_width(width) if manner.circled else width


def _without_hyphens(pieces: Sequence[Piece]) -> list[Piece]:
    bare = [(text.replace(HYPHEN, ""), manner) for text, manner in pieces]
    return [piece for piece in bare if piece[0]]


def piece_width(piece: Piece) -> float:
    """Return the width of a piece of text, in type sizes of its paragraph."""
    text, manner = piece
    if manner.font is None:
        return _with_circle(plain_width(text, manner.face, manner.size), manner)
    from cardgen.typography.segments import clusters_width

    return _with_circle(clusters_width(text, manner) * manner.size, manner)


def broken_up(word: Word) -> list[Word]:
    """Return the parts of a word that is too wide: it may break where an address may.

    A word without such a place is its only part.
    """
    parts: list[list[Piece]] = [[]]
    for text, manner in word.written or word.pieces:
        for number, part in enumerate(_parts(text, manner)):
            if number or (parts[-1] and parts[-1][-1][0][-1] in _ADDRESS_ENDS):
                parts.append([])
            parts[-1].append((part, manner))
    *first, last = parts
    return [*(_word(part, None) for part in first), _ended(last, word)]


def hyphenated(word: Word, width: float) -> list[Word]:
    """Return the most of a word that `width` holds, with a hyphen, and the rest of it.

    It is broken at a soft hyphen. `width` is in type sizes. Nothing comes back for a word that has
    no such place.
    """
    places = [(n, i) for n, (text, _) in enumerate(word.written) for i in _hyphens(text)]
    for number, place in reversed(places):
        text, manner = word.written[number]
        before, behind = word.written[:number], word.written[number + 1 :]
        *others, (end, ending) = _without_hyphens([*before, (text[:place], manner)])
        first = (*others, (end + HYPHEN, ending))
        wide = sum([piece_width(piece) for piece in first])
        if wide <= width:
            rest = [(text[place + 1 :], manner), *behind]
            return [Word(first, wide, None, 0.0), _ended(rest, word)]
    return []


def _hyphens(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter == HYPHEN]


def _ended(pieces: Sequence[Piece], word: Word) -> Word:
    """Return the end of a word, with what follows the whole."""
    made = _word(pieces, None)
    return replace(made, blank=word.blank, gap=word.gap, is_last=word.is_last)


def _parts(text: str, manner: Manner) -> list[str]:
    """Return the parts of some letters between which a line may break where nothing else fits."""
    if len(text) == 1:
        return [text]
    parts = _LAST_RESORT.findall(text)
    if manner.font is None or len(parts) > 1:
        return parts
    from cardgen.typography.breaks import syllables_of

    return syllables_of(text)
