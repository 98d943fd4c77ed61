"""Words to lines: breaks between words, never in them, and never leaves one word alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from cardgen.layout.measure import Measure, Style, TooLargeError
from cardgen.layout.slots import is_watched, note
from cardgen.model.content import Span, Words
from cardgen.model.page import CAPITAL, Block, Face, Line, Role, Run

MARKER_SIZE, MARKER_RISE = 0.66, 0.36
SHORT, NARROWEST = 0.3, 0.72
"""A last line under this part of the width is short; so far a paragraph is narrowed to spare it."""
_STEP = 0.02
_TOLERANCE = 0.01
_ADDRESS_PART = re.compile(r".*?/(?!/)|.+")


@dataclass(frozen=True, slots=True)
class _Word:
    """What stays together on a line, and the blank that follows it, if one does."""

    runs: tuple[Run, ...]
    width: float
    blank: Run | None
    gap: float
    """The width of the blank."""


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
    lines = _balanced(_words(text, style, measure), width)
    # Capitals stand in the middle of their line, so that blocks of text look evenly spaced.
    first = (style.line + CAPITAL * style.size) / 2
    block = Block(
        width=width,
        height=style.line * len(lines),
        kids=tuple(_line(line, first + i * style.line) for i, line in enumerate(lines)),
        role=role,
    )
    return block, any(span.slot for span in text)


def _note(text: Words, style: Style, width: float, measure: Measure) -> None:
    """Note a paragraph if it has words that may differ."""
    if not is_watched(text):
        return

    def count(other: Words) -> int:
        try:
            return len(_balanced(_words(other, style, measure), width))
        except TooLargeError:
            return 0

    found = _words(text, style, measure)
    slot = next(run for word in found for run in word.runs if run.slot)
    inside = sum(measure.width(span.text, slot.face, slot.size) for span in text if span.slot)
    spare = width - _reach(found) + found[-1].gap + inside
    note(text, slot.face, slot.size, spare, count(text), count)


def shrunk(text: str, style: Style, width: float, least: float, measure: Measure) -> Style:
    """Return `style` at a size that sets `text` on one line of `width`.

    It stays as it was where that would take less than `least` times its size.
    """
    ratio = (width - 0.5) / measure.width(text, style.face, style.size)
    return replace(style, size=style.size * ratio) if least <= ratio < 1 else style


def flush_right(block: Block, measure: Measure) -> Block:
    """Return a paragraph with the right ends of its lines level, at its right edge."""
    lines = [kid for kid in block.kids if isinstance(kid, Line)]
    return replace(block, kids=tuple(_flush(line, block.width, measure) for line in lines))


def _flush(line: Line, edge: float, measure: Measure) -> Line:
    last = line.runs[-1]
    blank = measure.width(" ", last.face, last.size)
    return replace(line, x=edge - line.width, right=edge + blank)


def _balanced(found: Sequence[_Word], width: float) -> list[list[_Word]]:
    """Break at the full width, or narrower where that would leave a short last line."""
    best = _broken(found, width)
    lines, narrower = best, width
    while len(lines) > 1 and _reach(lines[-1]) < SHORT * width and narrower > NARROWEST * width:
        narrower -= _STEP * width
        try:
            lines = _broken(found, narrower)
        except TooLargeError:
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
        if lines and reach + gap + word.width <= width + _TOLERANCE:
            lines[-1].append(word)
            reach += gap + word.width
        else:
            if word.width > width + _TOLERANCE:
                raise TooLargeError(word.width - width, "".join(run.text for run in word.runs))
            lines.append([word])
            reach = word.width
        gap = word.gap
    return lines


def _line(line: Sequence[_Word], y: float) -> Line:
    # A blank at the end of a line does not show, but keeps words apart when read aloud.
    runs = [run for word in line for run in (*word.runs, word.blank) if run]
    width = sum(word.width for word in line) + sum(word.gap for word in line[:-1])
    return Line(0, y, width, _joined(runs))


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Join neighbours of the same manner, so that a line is few operators."""
    joined: list[Run] = []
    for manner, group in groupby(runs, _manner):
        same = list(group)
        text = "".join(run.text for run in same)
        joined.append(Run(text, *manner) if len(same) > 1 else same[0])
    return tuple(joined)


def _manner(run: Run) -> tuple[Face, float, str, float, str | None, str | None]:
    return run.face, run.size, run.colour, run.rise, run.link, run.slot


@lru_cache(maxsize=4096)
def _words(text: Words, style: Style, measure: Measure) -> tuple[_Word, ...]:
    # The ladder sets the same words again and again, only at other widths.
    return tuple(_found(text, style, measure))


def _found(text: Words, style: Style, measure: Measure) -> Iterator[_Word]:
    runs: list[Run] = []

    def word(blank: Run | None) -> _Word:
        width = sum(measure.width(run.text, run.face, run.size) for run in runs)
        gap = measure.width(" ", blank.face, blank.size) if blank else 0.0
        made = _Word(tuple(runs), width, blank, gap)
        runs.clear()
        return made

    for span in text:
        for piece in _pieces(span):
            if piece == " ":
                if runs:
                    plain = span.marker or span.link
                    blank = replace(span, marker=False, link=None) if plain else span
                    yield word(_run(" ", blank, style))
                continue
            if piece:
                runs.append(_run(piece, span, style))
            else:
                yield word(None)
    if runs:
        yield word(Run(" ", style.face, style.size, style.colour))


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


def _run(text: str, span: Span, style: Style) -> Run:
    bold = span.bold or style.face in ("bold", "bold-italic")
    italic = span.italic or style.face in ("italic", "bold-italic")
    face: Face = "regular"
    if style.face == "heading":
        face = "heading"
    elif bold:
        face = "bold-italic" if italic else "bold"
    elif italic:
        face = "italic"
    if span.marker:
        return Run(
            text, face, style.size * MARKER_SIZE, style.colour, style.size * MARKER_RISE, span.link
        )
    return Run(text, face, style.size, style.colour, link=span.link, slot=span.slot)
