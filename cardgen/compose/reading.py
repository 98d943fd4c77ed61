"""The order in which a handout is read, and so in which its sources are numbered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from cardgen.compose.citations import (
    Cite,
    marked_danger,
    marked_figures,
    marked_moves,
    marked_notes,
    marked_panel,
    marked_signs,
    without_markers,
)
from cardgen.model.arrangement import Sides
from cardgen.model.content import Figure, Move, Panel, SafetyWords, Signs, Text


class Parts(NamedTuple):
    """What may rest on sources in a handout."""

    moves: tuple[Move, ...]
    safety: SafetyWords
    notes: tuple[Text, ...]
    why: Panel | None
    figures: tuple[Figure, ...] = ()


def marked_as_read(parts: Parts, cite: Cite, sides: Sides) -> Parts:
    """Return all parts with markers in the order of reading."""
    for step in _order(sides):
        parts = _STEPS[step](parts, cite, sides)
    return parts


def _order(sides: Sides) -> tuple[str, ...]:
    if sides.danger_first:
        known = ("danger", "stop", "ask")
        # A screen has its figures behind the signs, and large print above them.
        start = (*known, "figures") if sides.screen else ("figures", *known)
        return (*start, "moves", "notes", "why")
    first = ("stop", "moves") if sides.stop_first or sides.back else ("moves", "stop")
    rest = ("danger", "ask", "notes", "why") if sides.back else ("ask", "notes", "why", "danger")
    return ("figures", *first, *rest)


def _moves(parts: Parts, cite: Cite, sides: Sides) -> Parts:
    """Mark the cautions that print with moves: all where there is room, else what anyone feels."""
    printed, others = ("cautions", "felt") if sides.danger_first else ("felt", "cautions")
    moves = marked_moves(parts.moves, cite, ("advice", printed))
    return parts._replace(moves=marked_moves(moves, without_markers, (others,)))


def _before(*, each_move: bool) -> "Step":
    def step(parts: Parts, cite: Cite, _: Sides) -> Parts:
        def level(signs: Signs) -> Signs:
            return marked_signs([signs], cite)[0] if signs.each_move == each_move else signs

        before = tuple(level(signs) for signs in parts.safety.before)
        return parts._replace(safety=replace(parts.safety, before=before))

    return step


def _danger(parts: Parts, cite: Cite, _: Sides) -> Parts:
    return parts._replace(safety=marked_danger(parts.safety, cite))


def _figures(parts: Parts, cite: Cite, _: Sides) -> Parts:
    return parts._replace(figures=marked_figures(parts.figures, cite))


def _notes(parts: Parts, cite: Cite, _: Sides) -> Parts:
    return parts._replace(notes=marked_notes(parts.notes, cite))


def _why(parts: Parts, cite: Cite, _: Sides) -> Parts:
    return parts._replace(why=parts.why and marked_panel(parts.why, cite))


Step = Callable[[Parts, Cite, Sides], Parts]
_STEPS: Mapping[str, Step] = {
    "figures": _figures,
    "moves": _moves,
    "stop": _before(each_move=True),
    "ask": _before(each_move=False),
    "danger": _danger,
    "notes": _notes,
    "why": _why,
}
