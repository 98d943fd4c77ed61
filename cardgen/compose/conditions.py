"""What conditions make of moves: a function of definitions and of the ids of conditions.

For each move the gravest effect counts: hide, then replace, then change. What takes the place of a
move is looked at in the same way. Changes that ask for different things of the same field do not go
together: one that gives way leaves its advice; where none does, the move is replaced or left out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from cardgen.compose.beside import beside_others
from cardgen.model.caution import Caution, Effect
from cardgen.model.dose import DoseChange
from cardgen.model.library import Record
from cardgen.model.stretch import Stretch
from cardgen.model.texts import OPTIONAL

Stretches = Mapping[str, Record[Stretch]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A move as people with some conditions do it, or that they do not do it."""

    record: Record[Stretch] | None
    """As changed, with the cautions that concern them; None for one that is left out."""
    doses: tuple[DoseChange, ...] = ()
    """What is changed of its dose."""
    changed: tuple[str, ...] = ()
    """The conditions that changed it, its words, its pictures or its dose."""
    reworded: bool = False
    """Whether it is another form of the move: what changes its words does not give way."""
    conditions: tuple[str, ...] = ()
    """The conditions by which it is left out, or something else stands in its place."""
    instead: tuple[str, ...] = ()
    """What is done instead, in words; often nothing is said."""
    barred: tuple[str, ...] = ()
    """More conditions by which it is not done, for another reason, which may last longer."""

    @property
    def id(self) -> str:
        """Return the id of the stretch that is done; "" where none is."""
        return self.record.id if self.record else ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A move that people with some conditions do not do."""

    name: str
    conditions: tuple[str, ...]
    instead: tuple[str, ...]
    """What they do instead, in words; often nothing is said."""
    place_of: str = ""
    """The id of the stretch that takes its place; "" where none does."""
    is_other: bool = False
    """Whether it is another reason beside one that says what to do instead."""
    is_there: bool = False
    """Whether that is done anyway, as a move of its own or in the place of another."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The moves of a routine as people with some conditions do them, in order."""

    moves: tuple[tuple[int, Fitted], ...]
    """Each with the place of the item that it is, or that it takes the place of, from 0 on."""
    left_out: tuple[LeftOut, ...]


def arranged(
    ids: Sequence[str],
    stretches: Stretches,
    conditions: Collection[str],
    barred: Collection[str] = (),
) -> Arranged:
    """Return the moves of some stretches as people with these conditions do them.

    What takes the place of a move stands there once, and not where the routine has it already.
    `barred` are moves that they do not want: none of them comes back in the place of another.
    """
    made = [(id_, fitted(id_, stretches, conditions, barred)) for id_ in ids]
    there = {id_ for id_, found in made if found.id == id_}
    moves: list[tuple[int, Fitted]] = []
    left: list[LeftOut] = []
    for place, (id_, found) in enumerate(made):
        if found.id == id_:
            moves.append((place, found))
            continue
        name = stretches[id_].value.called
        left.append(
            LeftOut(name, found.conditions, found.instead, found.id, is_there=found.id in there)
        )
        left += [LeftOut(name, found.barred, (), is_other=True)] if found.barred else []
        if found.id and found.id not in there:
            there.add(found.id)
            moves.append((place, found))
    return Arranged(tuple(moves), tuple(dict.fromkeys(left)))


def fitted(
    id_: str, stretches: Stretches, conditions: Collection[str], barred: Collection[str] = ()
) -> Fitted:
    """Return a move as people with these conditions do it, `barred` taking no place of another."""
    record = beside_others(stretches[id_], conditions)
    own = [one for one in record.value.cautions if not set(one.conditions).isdisjoint(conditions)]
    replacing = _with(own, "replace")
    if hiding := _with(own, "hide"):
        named = _named(hiding, conditions)
        barred_by = tuple(id_ for id_ in _named(replacing, conditions) if id_ not in named)
        return Fitted(None, conditions=named, instead=_instead(hiding), barred=barred_by)
    if replacing:
        return _replaced(record, replacing, stretches, conditions, barred)
    made, given_way, clashing = settled(_with(own, "change"))
    if clashing:
        return _replaced(record, clashing, stretches, conditions, barred)
    kept = [
        for_whom(one, conditions)
        for one in record.value.cautions
        if not one.conditions or one in given_way or (one in own and one.effect == "warn")
    ]
    doses = tuple(
        one.changes.dose for one in (*made, *given_way) if one.changes and one.changes.dose
    )
    reworded = any(_texts(one) for one in made if not one.gives_way)
    changed = _equipped(_changed(record, made, kept), kept, record.value.equipment)
    return Fitted(changed, doses, _changing(made, conditions), reworded)


def _equipped(
    record: Record[Stretch], cautions: Sequence[Caution], usual: Sequence[str]
) -> Record[Stretch]:
    """Return a stretch that needs what its cautions need, also those that gave way.

    What one can do without is left out where a caution has need of it, and of the `usual` things
    those in whose place it has another: a towel, where it has a thick pad.
    """
    given = [things for one in cautions if (things := _things(one))]
    spared = {thing for things in given for thing in usual if thing not in things}
    had = [thing for thing in record.value.equipment if thing not in spared]
    told = (thing for one in cautions for thing in (*one.needs, *_things(one)))
    more = [thing for thing in dict.fromkeys(told) if thing not in had]
    if not more:
        return record
    kept = [thing for thing in had if thing.removesuffix(OPTIONAL).strip() not in more]
    equipment = (*kept, *more)
    return replace(record, value=record.value.model_copy(update={"equipment": equipment}))


def _things(caution: Caution) -> tuple[str, ...]:
    return (caution.changes.equipment or ()) if caution.changes else ()


def for_whom(caution: Caution, conditions: Collection[str]) -> Caution:
    """Return a caution that names no conditions but these: a page speaks to one person."""
    own = tuple(id_ for id_ in caution.conditions if id_ in conditions)
    return caution if own == caution.conditions else caution.model_copy(update={"condition": own})


def _with(cautions: Sequence[Caution], effect: Effect) -> list[Caution]:
    return [caution for caution in cautions if caution.effect == effect]


def _named(cautions: Sequence[Caution], conditions: Collection[str]) -> tuple[str, ...]:
    """Return those of some conditions that cautions name, in the order of the conditions."""
    named = {id_ for caution in cautions for id_ in caution.conditions}
    return tuple(id_ for id_ in conditions if id_ in named)


def _changing(made: Sequence[Caution], conditions: Collection[str]) -> tuple[str, ...]:
    """Return the conditions that change a move, also those that do so beside another one."""
    beside = {id_ for one in made for other in one.beside for id_ in other.condition}
    named = {*_named(made, conditions), *beside}
    return tuple(id_ for id_ in conditions if id_ in named)


def _instead(cautions: Sequence[Caution]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.instead for one in cautions if one.instead))


def _replaced(
    record: Record[Stretch],
    cautions: Sequence[Caution],
    stretches: Stretches,
    conditions: Collection[str],
    barred: Collection[str],
) -> Fitted:
    """Return the first that can take the place of a move, or that the move is left out."""
    named, tried = _named(cautions, conditions), {*barred, record.id}
    for caution in cautions:
        if not caution.replace_by or caution.replace_by in tried:
            continue
        found = fitted(caution.replace_by, stretches, conditions, tried)
        if found.record:
            return replace(found, conditions=named, instead=_instead([caution]))
        tried.add(caution.replace_by)
    # The words of a replacement lead to a move that there is not.
    return Fitted(None, conditions=named, instead=_instead(_with(cautions, "hide")))


def settled(changes: Sequence[Caution]) -> tuple[list[Caution], list[Caution], list[Caution]]:
    """Return the changes that are made, those that give way, and those that do not go together."""
    firm = [one for one in changes if not one.gives_way]
    clashing = [one for pair in combinations(firm, 2) if _clash(*pair) for one in pair]
    if clashing:
        return [], [], list(dict.fromkeys(clashing))
    made, given_way = [*firm], list[Caution]()
    for one in changes:
        if one.gives_way:
            (given_way if any(_clash(one, other) for other in made) else made).append(one)
    return made, given_way, []


def _clash(one: Caution, other: Caution) -> bool:
    """Tell whether two changes ask for different things of the same field; doses never do."""
    first, second = _texts(one), _texts(other)
    return any(first[field] != second[field] for field in first.keys() & second.keys())


def _texts(caution: Caution) -> dict[str, Any]:
    return caution.changes.texts if caution.changes else {}


def _changed(
    record: Record[Stretch], made: Sequence[Caution], kept: Sequence[Caution]
) -> Record[Stretch]:
    """Return a stretch with changes, each field with the place in which it then stands."""
    values: dict[str, Any] = {"cautions": tuple(kept)}
    places = dict(record.places)
    for caution in made:
        values |= (texts := _texts(caution))
        if "name" in texts and "short_name" not in texts:
            values["short_name"] = None
        home = ("cautions", record.value.cautions.index(caution), "changes")
        for path, place in record.places.items():
            if path[:3] == home and path[3:4] and path[3] in texts:
                places[path[3:]] = place
    return replace(record, value=record.value.model_copy(update=values), places=places)
