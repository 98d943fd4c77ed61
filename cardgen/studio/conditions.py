"""What the conditions of a patient do to a move, as the screens say it."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from markupsafe import Markup

from cardgen.compose.conditions import fitted
from cardgen.model.address import id_of
from cardgen.model.caution import Caution
from cardgen.studio.tongue import Tongue


class Effect(NamedTuple):
    """What becomes of a move."""

    kind: Literal["out", "replaced", "changed", "care"]
    words: Markup


def effect(move: str, conditions: Collection[str], tongue: Tongue) -> Effect | None:
    """Return what people with these conditions do otherwise with a move; None where nothing."""
    stretch, library = tongue.stretch(move), tongue.library
    own = [one for one in stretch.cautions if not set(one.conditions).isdisjoint(conditions)]
    if not own:
        return None
    found = fitted(id_of(move), library.stretches, conditions)
    told = [
        tongue.say("advice", who=names_of(ids, tongue), advice=tongue.row("sentences", advice))
        for ids, advice in _by_whom(own, conditions, tongue).items()
    ]
    if found.record is None:
        advice = tongue.row("sentences", [*told, *map(tongue.own, found.instead)])
        return Effect("out", tongue.say("effect-out", advice=advice))
    advice = tongue.row("sentences", told)
    if found.id != id_of(move):
        name = tongue.own(found.record.value.name)
        return Effect("replaced", tongue.say("effect-replaced", name=name, advice=advice))
    return Effect("changed" if found.changed else "care", advice)


def _by_whom(
    cautions: Collection[Caution], conditions: Collection[str], tongue: Tongue
) -> dict[tuple[str, ...], list[Markup]]:
    """Return what is advised, by those of the conditions that it is of."""
    found: dict[tuple[str, ...], list[Markup]] = {}
    for one in cautions:
        ids = tuple(id_ for id_ in one.conditions if id_ in conditions)
        found.setdefault(ids, []).append(tongue.own(one.advice))
    return found


def names_of(ids: Collection[str], tongue: Tongue) -> Markup:
    """Return what conditions are called, in a row."""
    first, *others = (tongue.library.conditions[id_].label for id_ in ids)
    within = [one if tongue.lang(one) else tongue.locale.within(one) for one in others]
    return tongue.row("names", map(tongue.own, [first, *within]))


def stops(conditions: Collection[str], tongue: Tongue) -> tuple[Markup, ...]:
    """Return what people do in place of all moves, where a condition stops the page as a whole."""
    found = (tongue.library.conditions[id_].stop for id_ in conditions)
    return tuple(tongue.own(stop) for stop in dict.fromkeys(found) if stop)
