"""What the conditions of a patient do to a move, as the screens say it."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from cardgen.compose.conditions import fitted
from cardgen.model.address import id_of
from cardgen.model.caution import Caution
from cardgen.model.library import Library
from cardgen.words import lower_first


class Effect(NamedTuple):
    """What becomes of a move."""

    kind: Literal["out", "replaced", "changed", "care"]
    words: str


def effect(move: str, conditions: Collection[str], library: Library) -> Effect | None:
    """Return what people with these conditions do otherwise with a move; None where nothing."""
    stretch = library.stretches[id_of(move)].value
    own = [one for one in stretch.cautions if not set(one.conditions).isdisjoint(conditions)]
    if not own:
        return None
    found = fitted(id_of(move), library.stretches, conditions)
    advice = [f"{_who(one, conditions, library)}: {one.advice}" for one in own]
    if found.record is None:
        return Effect("out", " ".join(("Left out.", *advice, *found.instead)))
    if found.id != id_of(move):
        return Effect("replaced", " ".join((f"In its place: {found.record.value.name}.", *advice)))
    return Effect("changed" if found.changed else "care", " ".join(advice))


def _who(caution: Caution, conditions: Collection[str], library: Library) -> str:
    """Return what those of the conditions are called that a caution is about."""
    labels = [library.conditions[id_].label for id_ in caution.conditions if id_ in conditions]
    return ", ".join((labels[0], *map(lower_first, labels[1:])))


def stops(conditions: Collection[str], library: Library) -> tuple[str, ...]:
    """Return what people do in place of all moves, where a condition stops the page as a whole."""
    found = (library.conditions[id_].stop for id_ in conditions)
    return tuple(dict.fromkeys(stop for stop in found if stop))
