"""How the moves of a handout stand: in two columns or a list; where it says when to stop."""

from collections.abc import Sequence
from typing import Literal

from cardgen.layout.blocks import beside
from cardgen.layout.components.help import stop_box
from cardgen.layout.components.moves import needed
from cardgen.layout.components.tiles import (
    LIST_GUTTER,
    list_row,
    panel_width,
    text_column,
    tile,
    wide_tile,
)
from cardgen.layout.handout.sizes import COLUMN_GAP, LARGEST_PICTURE, column_width
from cardgen.layout.looks import Looks
from cardgen.model.content import Move, Signs
from cardgen.model.design import MM
from cardgen.model.page import Block, Placed

STOP, STOP_GAP, STOP_BELOW = 56 * MM, 3 * MM, 1.2 * MM
"""The width of the box behind the first move that tells when to stop, and the space before it, and
below it, where the next move has a line above it."""
StopPlace = Literal["behind the first move", "last cell", "strip"]


def stop_place(moves: Sequence[Move]) -> StopPlace:
    """Return where it says when to stop a move: where the columns leave room, or in a strip."""
    if len(moves) % 2 == 0:
        return "strip"
    return "behind the first move" if len(needed(moves[0].pictures)) > 1 else "last cell"


def dose_width(width: float) -> float:
    """Return the width in points that the dose of a move has at least.

    `width` is that of the page between its margins.
    """
    beside = text_column(column_width(width), LARGEST_PICTURE)
    return min(beside, width - panel_width(width) - LIST_GUTTER)


def grid(
    moves: Sequence[Move],
    stop: Sequence[Signs],
    place: StopPlace,
    width: float,
    looks: Looks,
    extra: float = 0,
) -> list[Block]:
    """Return the rows of two columns, each `extra` points taller than it must be.

    They are read row by row.
    """
    column, rows = column_width(width), []
    if place == "behind the first move":
        rows.append(_first_row(moves[0], stop, width, looks, extra))
        moves = moves[1:]
    elif place == "strip" and len(moves) % 2:
        # No cell stays empty: the first move has two, with start and end.
        rows += listed(moves[:1], width, looks, extra)
        moves = moves[1:]
    for left, right in zip(moves[::2], [*moves[1::2], None], strict=False):
        last = stop if place == "last cell" else ()
        rows.append(_row(left, right, last, column, looks, extra))
    return rows


def _first_row(
    move: Move, stop: Sequence[Signs], width: float, looks: Looks, extra: float
) -> Block:
    room = width - STOP - STOP_GAP
    box = stop_box(tuple(stop), STOP, looks)
    height = max(wide_tile(move, room, looks).height, box.height + STOP_BELOW) + extra
    shown = wide_tile(move, room, looks, height)
    # The box is read first: it holds for every move.
    return _mirrored(shown, stop_box(tuple(stop), STOP, looks, height - STOP_BELOW), width)


def _mirrored(last: Block, first: Block, width: float) -> Block:
    """Return two blocks side by side of which the one at the far edge is read first."""
    height = max(first.height, last.height)
    return Block(width, height, (Placed(width - first.width, 0, first), Placed(0, 0, last)))


def _row(
    left: Move, right: Move | None, stop: Sequence[Signs], width: float, looks: Looks, extra: float
) -> Block:
    def other(height: float) -> Block:
        if right:
            return tile(right, width, looks, height)
        return stop_box(tuple(stop), width, looks, height) if stop else Block(width, height)

    height = max(tile(left, width, looks).height, other(0).height) + extra
    return beside([tile(left, width, looks, height), other(height)], COLUMN_GAP)


def listed(moves: Sequence[Move], width: float, looks: Looks, extra: float = 0) -> list[Block]:
    """Return the moves one below the other, each `extra` points taller than it must be."""
    rows = []
    for move in moves:
        height = list_row(move, width, looks).height + extra
        rows.append(list_row(move, width, looks, height))
    return rows
