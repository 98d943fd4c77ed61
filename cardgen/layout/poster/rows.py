"""The moves of a poster in rows as wide as the page, which are together as low as can be."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from cardgen.layout.blocks import aligned, beside
from cardgen.layout.components.moves import needed
from cardgen.layout.fitting.refusal import nearest
from cardgen.layout.poster.cells import Stand, pictures, words
from cardgen.layout.type_scale import TypeScale
from cardgen.memo import kept
from cardgen.model.content import Move
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed
from cardgen.typography.style import TooLargeError

GAP = 5 * MM
"""Between the moves of a row."""
MOST = 6
"""So many moves stand in a row at the most."""
LEAST_WORDS = 30 * MM
"""The least width of words beside a picture."""
LINES = 10.0, 8.0
"""The same in type sizes, where that is more: as it looks well, and as it may be where all moves
have no room on a sheet otherwise."""
TOLERANCE = 0.01
"""How far widths may differ, in points."""


_Way = Callable[[Sequence[Move], Stand, float, TypeScale], Block]
"""Sets moves side by side in a width in points."""


class _Rows(NamedTuple):
    """Rows of the first moves, and how tall they are."""

    height: float = 0
    blocks: tuple[Block, ...] = ()


def rows(
    moves: Sequence[Move], width: float, scale: TypeScale, gap: float, line: float
) -> tuple[Block, ...]:
    """Return the moves in rows, `gap` apart, as low as can be; `line` is one of `LINES`.

    Raises TooLargeError.
    """
    made: list[_Rows | None] = [_Rows()]
    errors: list[TooLargeError] = []
    for end in range(1, len(moves) + 1):
        found = []
        for start in range(max(0, end - MOST), end):
            if (above := made[start]) is None:
                continue
            try:
                row = _lowest(tuple(moves[start:end]), width, scale, line)
            except TooLargeError as error:
                errors.append(error.with_traceback(None))
            else:
                tall = above.height + gap + row.height
                found.append(_Rows(tall, (*above.blocks, row)))
        made.append(min(found, key=lambda some: some.height) if found else None)
    if made[-1] is None:
        raise nearest(errors)
    return made[-1].blocks


@kept()
def _lowest(moves: tuple[Move, ...], width: float, scale: TypeScale, line: float) -> Block:
    """Return moves side by side, in the way that is the lowest. Raises TooLargeError."""
    made: list[Block] = []
    errors: list[TooLargeError] = []
    several = any(len(needed(move.pictures)) > 1 for move in moves)
    stands: tuple[Stand, ...] = ("abreast", "above") if several else ("abreast",)
    ways: tuple[_Way, ...] = (_below, partial(_beside, line=line))
    for row, stand in product(ways, stands):
        try:
            made.append(row(moves, stand, width, scale))
        except TooLargeError as error:
            errors.append(error.with_traceback(None))
    if not made:
        raise nearest(errors)
    return min(made, key=lambda block: block.height)


def _below(moves: Sequence[Move], stand: Stand, width: float, scale: TypeScale) -> Block:
    """Return moves side by side, their words level below their pictures."""
    shown = [pictures(move, stand, scale) for move in moves]
    widths = shared([block.width for block in shown], width)
    told = [words(move, each, scale) for move, each in zip(moves, widths, strict=True)]
    low = max(block.height for block in shown)
    under = low + 0.5 * scale.unit
    height = under + max(block.height for block in told)
    cells = []
    for picture, said, each in zip(shown, told, widths, strict=True):
        middle = Placed((each - picture.width) / 2, low - picture.height, picture)
        cells.append(Block(each, height, (Placed(0, under, said), middle), "Sect"))
    return beside(cells, GAP)


def _beside(
    moves: Sequence[Move], stand: Stand, width: float, scale: TypeScale, *, line: float
) -> Block:
    """Return moves side by side, each with its words beside its pictures, all equally wide."""
    shown = [pictures(move, stand, scale) for move in moves]
    lefts = [block.width + GAP for block in shown]
    room = (width - GAP * (len(moves) - 1) - sum(lefts)) / len(moves)
    if (missing := max(LEAST_WORDS, line * scale.body) - room) > TOLERANCE:
        raise TooLargeError(missing * len(moves))
    cells = []
    for move, picture, left in zip(moves, shown, lefts, strict=True):
        said = words(move, room, scale)
        cells.append(aligned(left + room, (left, said), (0, picture), role="Sect"))
    return beside(cells, GAP)


def shared(least: Sequence[float], width: float) -> list[float]:
    """Return widths that fill `width` with gaps: equal, but where one needs more than that.

    `least` are the least of them, in points. Raises TooLargeError where these are too wide.
    """
    room = width - GAP * (len(least) - 1)
    if (excess := sum(least) - room) > TOLERANCE:
        raise TooLargeError(excess)
    widths = dict.fromkeys(range(len(least)), 0.0)
    widest_first = sorted(widths, key=lambda index: -least[index])
    for done, index in enumerate(widest_first):
        widths[index] = max(least[index], room / (len(least) - done))
        room -= widths[index]
    return list(widths.values())
