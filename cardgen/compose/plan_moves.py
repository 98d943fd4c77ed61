"""The moves of a plan, as they print."""

from dataclasses import replace

from cardgen.compose.moves import Artworks, images, in_its_place, make_move
from cardgen.compose.plan import Plan
from cardgen.memo import kept
from cardgen.model.content import Move
from cardgen.model.library import Library
from cardgen.model.locale import Locale


def plan_moves(
    plan: Plan, library: Library, locale: Locale, artworks: Artworks, *, shortly: bool = False
) -> tuple[Move, ...]:
    """Return the moves of a plan in order, with the marks of their sources.

    `artworks` has the pictures of all of them. `shortly` is whether each has its short name alone,
    since lines of the page that tell what was changed call it so.
    """
    items, place = plan.record.value.items, plan.record.origin("items")
    own = bool(plan.conditions)
    made = (
        make_move(i + 1, record, dose, library, locale, images(record, artworks), own=own)
        for i, (record, dose) in enumerate(zip(plan.stretches, plan.doses, strict=True))
    )
    called = (_shortly(move) if shortly else move for move in made)
    return tuple(in_its_place(move, items, i, place) for i, move in enumerate(called))


@kept()
def _shortly(move: Move) -> Move:
    """Return a move that is called by its short name."""
    return replace(move, name=move.short_name)
