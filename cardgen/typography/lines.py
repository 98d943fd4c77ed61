"""Words to lines: breaks between words, and never leaves one word alone on the last line."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from cardgen.model.page import Line, Run
from cardgen.typography.manner import Piece, run_of
from cardgen.typography.measure import letters_width, run_width
from cardgen.typography.style import Style
from cardgen.typography.words import Word, broken_up, hyphenated

SHORT, NARROWEST = 0.3, 0.72
"""A last line under this part of the width is short; so far a paragraph is narrowed to spare it."""
_STEP = 0.02
_STEPS = round((1 - NARROWEST) / _STEP)
TOLERANCE = 0.01
"""So many points wider a line may be: sums of widths are not exact."""


class TooWideError(Exception):
    """A word that is wider than its line."""

    def __init__(self, word: Word) -> None:
        super().__init__(word.text)
        self.word = word


def balanced(found: Sequence[Word], width: float, more: float) -> list[list[Word]]:
    """Return lines broken at the full width, or narrower where the last would be short.

    `width` is in type sizes; a line may be `more` wider. Raises TooWideError for a word that is
    wider than that, and cannot be broken; see `broken`.
    """
    best = lines = broken(found, width + more)
    for step in range(1, _STEPS + 1):
        if not lines[1:] or reach(lines[-1]) >= SHORT * width:
            break
        try:
            lines = broken(found, width * (1 - step * _STEP) + more, whole_words=True)
        except TooWideError:
            break
        if len(lines) > len(best):
            break
        best = lines
    return best


def broken(found: Sequence[Word], width: float, *, whole_words: bool = False) -> list[list[Word]]:
    """Return as many words on each line as `width` holds, in type sizes.

    A word that is wider is broken where an address may be, or else at a soft hyphen, unless all are
    to be `whole_words`. Raises TooWideError where that does not help.
    """
    lines: list[list[Word]] = []
    at = gap = 0.0
    ended = True
    waiting = list(reversed(found))
    while waiting:
        word = waiting.pop()
        if not ended and at + gap + word.width <= width:
            lines[-1].append(word)
            at += gap + word.width
        elif word.width > width:
            waiting += reversed(_parts(word, width, whole_words=whole_words))
            continue
        else:
            lines.append([word])
            at = word.width
        gap, ended = word.gap, word.is_last
    return lines


def _parts(word: Word, width: float, *, whole_words: bool) -> Sequence[Word]:
    """Return the parts of a word that is too wide. Raises TooWideError where it has none."""
    if not whole_words:
        if len(parts := broken_up(word)) > 1:
            return parts
        if parts := hyphenated(word, width):
            return parts
    raise TooWideError(word)


def reach(line: Sequence[Word]) -> float:
    """Return the width of a line in type sizes, the blank at its end included."""
    return sum([word.width + word.gap for word in line])


def line_of(words: Sequence[Word], style: Style, y: float) -> Line:
    """Return words as a line whose baseline is at `y` points."""
    # A blank at the end of a line does not show, but keeps words apart when read aloud.
    pieces = [piece for word in words for piece in (*word.pieces, word.blank) if piece]
    if style.setting.to_left or any(manner.font for _, manner in pieces):
        from cardgen.typography.mixed import mixed_line

        return mixed_line(words, style, y)
    width = reach(words) - words[-1].gap
    runs = tuple(_runs(pieces, style))
    starts = _starts(runs) if any(run.circled for run in runs) else ()
    return Line(0, y, width * style.size, runs, starts)


def _starts(runs: Sequence[Run]) -> tuple[float, ...]:
    """Return where each run starts, in points: a number in the middle of its circle."""
    found, at = [], 0.0
    for run in runs:
        width = run_width(run)
        found.append(at + (width - letters_width(run)) / 2)
        at += width
    return tuple(found)


def _runs(pieces: Sequence[Piece], style: Style) -> Iterator[Run]:
    """Yield neighbours of the same manner as one run, so that a line is few operators."""
    for manner, group in groupby(pieces, itemgetter(1)):
        yield run_of("".join([text for text, _ in group]), manner, style)
