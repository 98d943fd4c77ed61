"""Which sources a handout cites, in the order in which they are likely read."""

from collections.abc import Iterator, Sequence

from cardgen.choose.moves import caution_groups, group_sources, split_cautions
from cardgen.model.arrangement import Arrangement
from cardgen.model.condition import Condition
from cardgen.model.library import Library
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER, Safety

BOTH = 2
"""Sides of a sheet."""


def cited(
    routine: Routine,
    library: Library,
    conditions: Sequence[Condition],
    arrangement: Arrangement,
) -> list[str]:
    """Return the ids of the sources that print, each once, by first use on the page.

    Only layout knows what goes on on a back that is not asked for: see `Fitted.cited`.
    """
    safety = library.safety[routine.safety].value
    danger = list(_signs(safety, DANGER))
    moves = [*_signs(safety, BEFORE), *_moves(routine, library, conditions)]
    claims = [source for claim in routine.claims for source in claim.sources]
    if arrangement.large_print:
        parts = [danger, moves, claims]
    elif arrangement.pages == BOTH:
        parts = [moves, danger, claims]
    else:
        parts = [moves, claims, danger]
    ids = dict.fromkeys([*routine.frequency.sources, *(id_ for part in parts for id_ in part)])
    return [id_ for id_ in ids if library.sources[id_].value.prints]


def _moves(routine: Routine, library: Library, conditions: Sequence[Condition]) -> Iterator[str]:
    for item in routine.items:
        own, others = split_cautions(library.stretches[item.stretch].value, conditions)
        for group in ([own] if own else []) + caution_groups(others):
            yield from group_sources(group)


def _signs(safety: Safety, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        for sign in getattr(safety, name).signs:
            yield from sign.sources
