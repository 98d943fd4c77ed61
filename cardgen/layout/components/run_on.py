"""A list whose entries run on, each behind the last on its line, in columns.

What is read, and what a screen reader is told, stays a list: each entry has its own label and text,
wherever its lines stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from cardgen.layout.blocks import stack
from cardgen.layout.components.references import sources_title
from cardgen.memo import kept
from cardgen.model.content import Span
from cardgen.model.design import MM
from cardgen.model.page import Block, Line, Placed, Role
from cardgen.model.reference_list import Reference
from cardgen.typography.lines import TOLERANCE, TooWideError, broken, line_of
from cardgen.typography.manner import BLANK, Manner
from cardgen.typography.paragraph import first_baseline
from cardgen.typography.style import Style, TooLargeError
from cardgen.typography.words import Word, piece_width, words_of

GAP = 4 * MM
"""The space between two columns."""
APART = 0.9
"""The space between two entries on a line, in type sizes, beside a blank."""


class _Owner(NamedTuple):
    """What a word belongs to: the label or the text of an entry, by its index."""

    entry: int
    is_text: bool


_TITLE = _Owner(-1, is_text=True)
"""What the words of the title belong to."""
_NO_BREAK = "\u00a0"


class _Unit(NamedTuple):
    """What stays together on a line: a word, or a label with the first word behind it."""

    whole: Word
    owned: tuple[tuple[_Owner, Word], ...]


@kept()
def run_on(
    title: str,
    listed: tuple[Reference, ...],
    width: float,
    columns: int,
    style: Style,
    head: Style,
) -> Block:
    """Return a title and entries that run on behind it, in columns as level as can be.

    On a page from right to left they stand below it: they run the other way. Raises TooLargeError
    for a word that is wider than a column.
    """
    language = next((entry.text.language for entry in listed), "")
    below = style.setting.to_left
    if language:
        style = style.foreign()
    column = (width - GAP * (columns - 1)) / columns
    entries = [unit for index, entry in enumerate(listed) for unit in _units(index, entry, style)]
    units = entries if below else [_heading(title, head), *entries]
    try:
        whole = [unit.whole for unit in units]
        lines = broken(whole, (column + TOLERANCE) / style.size, whole_words=True)
    except TooWideError as error:
        excess = error.word.width * style.size - column
        raise TooLargeError(excess, error.word.text) from None
    rows = -(-len(lines) // columns)
    found: dict[_Owner, list[Line]] = {}
    waiting = iter(units)
    for number, line in enumerate(lines):
        x = number // rows * (column + GAP)
        y = first_baseline(style) + number % rows * style.line
        for owner, words, start in _parts([next(waiting) for _ in line]):
            made = line_of(words, head if owner == _TITLE else style, y)
            found.setdefault(owner, []).append(replace(made, x=x + start * style.size))
    height = rows * style.line
    items = [_item(index, entry, found, width, height, style) for index, entry in enumerate(listed)]
    role: Role = "OL" if any(entry.label for entry in listed) else "UL"
    listing = Block(width, height, tuple(items), role, language=language)
    if below:
        return stack([sources_title(title, listed, width, head), listing], role="Sect")
    said = Block(width, style.line, tuple(found[_TITLE]), "H2")
    return Block(width, height, (Placed(0, 0, said), Placed(0, 0, listing)), "Sect")


def _heading(title: str, head: Style) -> _Unit:
    words = list(words_of((Span(title.replace(" ", _NO_BREAK)),), head.face, head.setting))
    blank = (BLANK, Manner(head.face))
    # Chinese may break between any two letters.
    pieces = tuple(piece for word in words for piece in word.pieces)
    width, gap = sum(word.width for word in words), piece_width(blank) + APART
    # What was shaped is of the first of them alone.
    word = replace(words[0], pieces=pieces, shaped=(), width=width, blank=blank, gap=gap)
    return _Unit(word, ((_TITLE, word),))


def _units(index: int, entry: Reference, style: Style) -> Iterator[_Unit]:
    """Yield what stays together of an entry; a blank follows each, and more behind the last."""
    manner = Manner(style.face)
    blank = (BLANK, manner)
    gap = piece_width(blank)
    label, text = _Owner(index, is_text=False), _Owner(index, is_text=True)
    words = list(words_of(entry.text.spans, style.face))
    words[-1] = replace(words[-1], blank=blank, gap=gap + APART)
    if entry.label:
        (first,) = words_of((Span(entry.label, bold=True),), style.face)
        first = replace(first, blank=blank, gap=gap)
        behind = words.pop(0)
        width = first.width + gap + behind.width
        yield _Unit(replace(behind, width=width), ((label, first), (text, behind)))
    yield from (_Unit(word, ((text, word),)) for word in words)


def _parts(units: Sequence[_Unit]) -> Iterator[tuple[_Owner, list[Word], float]]:
    """Yield the parts of a line that belong together, and where each starts, in type sizes."""
    at = 0.0
    owned = (pair for unit in units for pair in unit.owned)
    for owner, group in groupby(owned, lambda pair: pair[0]):
        words = [word for _, word in group]
        yield owner, words, at
        at += sum(word.width + word.gap for word in words)


def _item(
    index: int,
    entry: Reference,
    found: dict[_Owner, list[Line]],
    width: float,
    height: float,
    style: Style,
) -> Placed:
    """Return an entry, its corner where its first line stands: that is where markers lead."""
    roles: tuple[tuple[bool, Role], ...] = (False, "Lbl"), (True, "LBody")
    shown = [
        (found[owner], role)
        for is_text, role in roles
        if (owner := _Owner(index, is_text)) in found
    ]
    lines = [line for of_role, _ in shown for line in of_role]
    left, top = min(line.x for line in lines), lines[0].y - first_baseline(style)
    kids = tuple(
        Placed(-left, -top, Block(width, height, tuple(of_role), role)) for of_role, role in shown
    )
    return Placed(left, top, Block(width - left, height - top, kids, "LI", anchor=entry.id))
