"""Words to lines: breaks between words, never in them, and never leaves one word alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from cardgen.layout.measure import Measure, Style, TooLargeError
from cardgen.layout.slots import is_watched, note
from cardgen.model.content import Span, Words
from cardgen.model.page import CAPITAL, Block, Face, Line, Role, Run

MARKER_SIZE, MARKER_RISE = 0.66, 0.36
SHORT, NARROWEST = 0.3, 0.72
"""A last line under this part of the width is short; so far a paragraph is narrowed to spare it."""
_STEP = 0.02
_STEPS = round((1 - NARROWEST) / _STEP)
_TOLERANCE = 0.01
"""So many points wider a line may be: sums of widths are not exact."""
_ADDRESS_PART = re.compile(r".*?/(?!/)|.+")


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a piece of text is set; sizes count in type sizes of its paragraph."""

    face: Face
    size: float = 1
    rise: float = 0
    link: str | None = None
    slot: str | None = None


_Piece = tuple[str, _Manner]


@dataclass(frozen=True, slots=True)
class _Word:
    """What stays together on a line, and the blank that follows it, if one does.

    Widths count in type sizes, so that words are measured once for all sizes.
    """

    pieces: tuple[_Piece, ...]
    width: float
    blank: _Piece | None
    gap: float
    """The width of the blank."""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def paragraph(
    text: Words, style: Style, width: float, measure: Measure, role: Role | None = "P"
) -> Block:
    """Return `text` set in lines of at most `width`.

    Raises TooLargeError when a single word is wider.
    """
    try:
        block, slotted = _paragraph(text, style, width, measure, role)
    except TooLargeError:
        _note(text, style, width, measure)
        raise
    if slotted:
        _note(text, style, width, measure)
    return block


@lru_cache(maxsize=1 << 13)
def _paragraph(
    text: Words, style: Style, width: float, measure: Measure, role: Role | None
) -> tuple[Block, bool]:
    """Return a paragraph, and whether it has a slot."""
    # The ladder sets most texts again and again, and so does the next person's page.
    lines = _set(text, style, width, measure)
    # Capitals stand in the middle of their line, so that blocks of text look evenly spaced.
    first = (style.line + CAPITAL * style.size) / 2
    block = Block(
        width=width,
        height=style.line * len(lines),
        kids=tuple(_line(line, style, first + i * style.line) for i, line in enumerate(lines)),
        role=role,
    )
    return block, any(span.slot for span in text)


def _note(text: Words, style: Style, width: float, measure: Measure) -> None:
    """Note a paragraph if it has words that may differ."""
    if not is_watched(text):
        return

    def count(other: Words) -> int:
        try:
            return len(_set(other, style, width, measure))
        except TooLargeError:
            return 0

    found = _words(text, style.face, measure)
    face = next(manner.face for word in found for _, manner in word.pieces if manner.slot)
    inside = sum(measure.width(span.text, face, style.size) for span in text if span.slot)
    spare = width - (_reach(found) - found[-1].gap) * style.size + inside
    note(text, face, style.size, spare, count(text), count)


def shrunk(text: str, style: Style, width: float, least: float, measure: Measure) -> Style:
    """Return `style` at a size that sets `text` on one line of `width`.

    It stays as it was where that would take less than `least` times its size.
    """
    ratio = (width - 0.5) / measure.width(text, style.face, style.size)
    return style._replace(size=style.size * ratio) if least <= ratio < 1 else style


def flush_right(block: Block, measure: Measure) -> Block:
    """Return a paragraph with the right ends of its lines level, at its right edge."""
    flushed = (_flush(line, block.width, measure) for line in block.lines)
    return replace(block, kids=tuple(flushed))


def _flush(line: Line, edge: float, measure: Measure) -> Line:
    last = line.runs[-1]
    blank = measure.width(" ", last.face, last.size)
    return replace(line, x=edge - line.width, right=edge + blank)


def _set(text: Words, style: Style, width: float, measure: Measure) -> list[list[_Word]]:
    """Return the lines of a text. Raises TooLargeError when a single word is wider."""
    try:
        words = _words(text, style.face, measure)
        return _balanced(words, width / style.size, _TOLERANCE / style.size)
    except _TooWideError as error:
        excess = error.word.width * style.size - width
        raise TooLargeError(excess, error.word.text) from None


class _TooWideError(Exception):
    """A word that is wider than its line."""

    def __init__(self, word: _Word) -> None:
        super().__init__(word.text)
        self.word = word


def _balanced(found: Sequence[_Word], width: float, more: float) -> list[list[_Word]]:
    """Break at the full width, or narrower where that would leave a short last line.

    A line may be `more` wider than it should.
    """
    best = lines = _broken(found, width + more)
    for step in range(1, _STEPS + 1):
        if not lines[1:] or _reach(lines[-1]) >= SHORT * width:
            break
        try:
            lines = _broken(found, width * (1 - step * _STEP) + more)
        except _TooWideError:
            break
        if len(lines) > len(best):
            break
        best = lines
    return best


def _reach(line: Sequence[_Word]) -> float:
    return sum(word.width + word.gap for word in line)


def _broken(found: Sequence[_Word], width: float) -> list[list[_Word]]:
    lines: list[list[_Word]] = []
    reach = gap = 0.0
    for word in found:
        if lines and reach + gap + word.width <= width:
            lines[-1].append(word)
            reach += gap + word.width
        else:
            if word.width > width:
                raise _TooWideError(word)
            lines.append([word])
            reach = word.width
        gap = word.gap
    return lines


def _line(line: Sequence[_Word], style: Style, y: float) -> Line:
    # A blank at the end of a line does not show, but keeps words apart when read aloud.
    pieces = [piece for word in line for piece in (*word.pieces, word.blank) if piece]
    width = _reach(line) - line[-1].gap
    return Line(0, y, width * style.size, tuple(_runs(pieces, style)))


def _runs(pieces: Sequence[_Piece], style: Style) -> Iterator[Run]:
    """Yield neighbours of the same manner as one run, so that a line is few operators."""
    for manner, group in groupby(pieces, itemgetter(1)):
        text = "".join(text for text, _ in group)
        size, rise = style.size * manner.size, style.size * manner.rise
        yield Run(text, manner.face, size, style.colour, rise, manner.link, manner.slot)


@lru_cache(maxsize=4096)
def _words(text: Words, face: Face, measure: Measure) -> tuple[_Word, ...]:
    # The ladder sets the same words again and again, only at other widths.
    return tuple(_found(text, face, measure))


def _found(text: Words, face: Face, measure: Measure) -> Iterator[_Word]:
    """Yield the words of a text in a paragraph of some face."""
    pieces: list[_Piece] = []

    def word(blank: _Manner | None) -> _Word:
        width = sum(measure.width(text, manner.face, manner.size) for text, manner in pieces)
        gap = measure.width(" ", blank.face, blank.size) if blank else 0.0
        made = _Word(tuple(pieces), width, (" ", blank) if blank else None, gap)
        pieces.clear()
        return made

    for span in text:
        manner = _manner(span, face)
        for piece in _pieces(span):
            if piece == " ":
                if pieces:
                    plain = span.marker or span.link
                    bare = span._replace(marker=False, link=None) if plain else span
                    yield word(_manner(bare, face))
            elif piece:
                pieces.append((piece, manner))
            else:
                yield word(None)
    if pieces:
        yield word(_Manner(face))


def _pieces(span: Span) -> Iterator[str]:
    """Yield the words of a span, a blank between two of them, and "" where an address may break."""
    for i, word in enumerate(span.text.split(" ")):
        if i:
            yield " "
        parts = _ADDRESS_PART.findall(word) if _is_address(span) else [word]
        for j, part in enumerate(parts):
            if j:
                yield ""
            if part:
                yield part


def _is_address(span: Span) -> bool:
    return span.text.startswith("http")


def _manner(span: Span, face: Face) -> _Manner:
    """Return how a span is set in a paragraph of some face."""
    size, rise = (MARKER_SIZE, MARKER_RISE) if span.marker else (1, 0)
    return _Manner(_face(span, face), size, rise, span.link, None if span.marker else span.slot)


def _face(span: Span, face: Face) -> Face:
    if face == "heading":
        return "heading"
    italic = span.italic or face in ("italic", "bold-italic")
    if span.bold or face in ("bold", "bold-italic"):
        return "bold-italic" if italic else "bold"
    return "italic" if italic else "regular"
