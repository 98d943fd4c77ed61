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
        tongue.say("advice", who=_who(one, conditions, tongue), advice=tongue.own(one.advice))
        for one in own
    ]
    if found.record is None:
        advice = tongue.row("sentences", [*told, *map(tongue.own, found.instead)])
        return Effect("out", tongue.say("effect-out", advice=advice))
    advice = tongue.row("sentences", told)
    if found.id != id_of(move):
        name = tongue.own(found.record.value.name)
        return Effect("replaced", tongue.say("effect-replaced", name=name, advice=advice))
    return Effect("changed" if found.changed else "care", advice)


def _who(caution: Caution, conditions: Collection[str], tongue: Tongue) -> Markup:
    """Return what those of the conditions are called that a caution is about."""
    known = tongue.library.conditions
    first, *others = (known[id_].label for id_ in caution.conditions if id_ in conditions)
    within = [one if tongue.lang(one) else tongue.locale.within(one) for one in others]
    return tongue.row("names", map(tongue.own, [first, *within]))


def stops(conditions: Collection[str], tongue: Tongue) -> tuple[Markup, ...]:
    """Return what people do in place of all moves, where a condition stops the page as a whole."""
    found = (tongue.library.conditions[id_].stop for id_ in conditions)
    return tuple(tongue.own(stop) for stop in dict.fromkeys(found) if stop)
