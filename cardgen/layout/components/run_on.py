"""A list whose entries run on, each behind the last on its line, in two columns.

What is read, and what a screen reader is told, stays a list: each entry has its own label and text,
wherever its lines stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from cardgen.memo import kept
from cardgen.model.content import Reference, Span
from cardgen.model.page import Block, Line, Placed, Role
from cardgen.typography.lines import TOLERANCE, TooWideError, broken, line_of
from cardgen.typography.manner import BLANK, Manner
from cardgen.typography.paragraph import first_baseline
from cardgen.typography.style import Style, TooLargeError
from cardgen.typography.words import Word, piece_width, words_of

APART = 0.9
"""The space between two entries on a line, in type sizes, beside a blank."""


class _Owner(NamedTuple):
    """What a word belongs to: the label or the text of an entry, by its index."""

    entry: int
    is_text: bool


@kept()
def run_on(listed: tuple[Reference, ...], width: float, gap: float, style: Style) -> Block:
    """Return entries that run on in two columns, which are as level as can be.

    Raises TooLargeError for a word that is wider than a column.
    """
    column = (width - gap) / 2
    owned = [pair for index, entry in enumerate(listed) for pair in _words(index, entry, style)]
    try:
        lines = broken([word for _, word in owned], (column + TOLERANCE) / style.size)
    except TooWideError as error:
        excess = error.word.width * style.size - column
        raise TooLargeError(excess, error.word.text) from None
    left = -(-len(lines) // 2)
    found: dict[_Owner, list[Line]] = {}
    owners = _owners(lines, owned)
    for number, line in enumerate(lines):
        x = 0.0 if number < left else column + gap
        y = first_baseline(style) + number % left * style.line
        for owner, words, start in _parts(line, owners):
            made = line_of(words, style, y)
            found.setdefault(owner, []).append(replace(made, x=x + start * style.size))
    height = left * style.line
    items = [_item(index, entry, found, width, height) for index, entry in enumerate(listed)]
    role: Role = "OL" if any(entry.label for entry in listed) else "UL"
    return Block(width, height, tuple(Placed(0, 0, item) for item in items), role)


def _words(index: int, entry: Reference, style: Style) -> Iterator[tuple[_Owner, Word]]:
    """Yield the words of an entry, with what they belong to; a blank follows each."""
    manner = Manner(style.face)
    blank = piece_width((BLANK, manner))
    parts = (False, [Span(entry.label, bold=True)] if entry.label else []), (True, entry.text.spans)
    for is_text, spans in parts:
        owner = _Owner(index, is_text)
        *others, last = words_of(spans, style.face) if spans else (None,)
        yield from ((owner, word) for word in others if word)
        if last:
            apart = blank + APART * is_text
            yield owner, replace(last, blank=(BLANK, manner), gap=apart)


def _owners(
    lines: Sequence[Sequence[Word]], owned: Sequence[tuple[_Owner, Word]]
) -> Iterator[_Owner]:
    """Yield what each word of some lines belongs to: a word may have been broken into several."""
    waiting = iter(owned)
    owner, rest = next(waiting)
    left = len(rest.text)
    for word in (word for line in lines for word in line):
        yield owner
        left -= len(word.text)
        if left <= 0:
            owner, rest = next(waiting, (owner, rest))
            left = len(rest.text)


def _parts(
    line: Sequence[Word], owners: Iterator[_Owner]
) -> Iterator[tuple[_Owner, list[Word], float]]:
    """Yield the parts of a line that belong together, and where each starts, in type sizes."""
    at = 0.0
    pairs = [(next(owners), word) for word in line]
    for owner, group in groupby(pairs, lambda pair: pair[0]):
        words = [word for _, word in group]
        yield owner, words, at
        at += sum(word.width + word.gap for word in words)


def _item(
    index: int, entry: Reference, found: dict[_Owner, list[Line]], width: float, height: float
) -> Block:
    roles: tuple[tuple[bool, Role], ...] = (False, "Lbl"), (True, "LBody")
    kids = tuple(
        Placed(0, 0, Block(width, height, tuple(found[owner]), role, origin=entry.text.origin))
        for is_text, role in roles
        if (owner := _Owner(index, is_text)) in found
    )
    return Block(width, height, kids, "LI", anchor=entry.id)
