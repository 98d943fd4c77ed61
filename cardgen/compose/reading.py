"""The order in which a handout is read, and so in which its sources are numbered."""

from dataclasses import replace

from cardgen.compose.citations import (
    Cite,
    marked_danger,
    marked_moves,
    marked_panel,
    marked_signs,
)
from cardgen.model.arrangement import Sides
from cardgen.model.content import Move, Panel, SafetyWords


def marked_as_read(
    moves: tuple[Move, ...], safety: SafetyWords, why: Panel | None, cite: Cite, sides: Sides
) -> tuple[tuple[Move, ...], SafetyWords, Panel | None]:
    """Return moves, safety texts and why to do it, with markers in the order of reading."""
    if sides.large_print:
        safety = marked_danger(safety, cite)
    safety = replace(safety, before=marked_signs(safety.before, cite))
    front = len(moves) if sides.in_front is None else sides.in_front
    moves = (*marked_moves(moves[:front], cite), *moves[front:])
    if why and not sides.back:
        why = marked_panel(why, cite)
    safety = marked_danger(safety, cite)
    moves = (*moves[:front], *marked_moves(moves[front:], cite))
    return moves, safety, why and marked_panel(why, cite)
