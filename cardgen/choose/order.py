"""Which sources a handout cites, in the order in which they are read."""

from collections.abc import Iterator, Sequence

from cardgen.choose.moves import caution_groups, group_sources, split_cautions
from cardgen.model.condition import Condition
from cardgen.model.library import Library
from cardgen.model.routine import Routine
from cardgen.model.safety import BEFORE, DANGER, Safety


def cited(
    routine: Routine, library: Library, conditions: Sequence[Condition], *, claims_last: bool
) -> list[str]:
    """Return the ids of the sources that print, each once, by first use on the page.

    The claims of the routine stand before the signs of danger, or last.
    """
    safety = library.safety[routine.safety].value
    claims = [source for claim in routine.claims for source in claim.sources]
    danger = list(_signs(safety, DANGER))
    end = [*danger, *claims] if claims_last else [*claims, *danger]
    ids = dict.fromkeys([*_before_and_moves(routine, library, conditions), *end])
    return [id_ for id_ in ids if library.sources[id_].value.prints]


def _before_and_moves(
    routine: Routine, library: Library, conditions: Sequence[Condition]
) -> Iterator[str]:
    safety = library.safety[routine.safety].value
    yield from routine.frequency.sources
    yield from _signs(safety, BEFORE)
    for item in routine.items:
        own, others = split_cautions(library.stretches[item.stretch].value, conditions)
        for group in ([own] if own else []) + caution_groups(others):
            yield from group_sources(group)


def _signs(safety: Safety, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        for sign in getattr(safety, name).signs:
            yield from sign.sources
