"""A routine as some people do it: what is left out, added and changed, by wish or by condition."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from cardgen.compose.conditions import Fitted, LeftOut, arranged
from cardgen.compose.dose import total_seconds
from cardgen.compose.otherwise import said_to
from cardgen.compose.plan_doses import own_dose, routine_dose
from cardgen.compose.plan_words import choices, for_these, without_moves
from cardgen.compose.presumed import as_presumed, changes_more
from cardgen.errors import InvalidDataError, Problem
from cardgen.memo import kept
from cardgen.model.address import addresses, id_of, meant, next_address
from cardgen.model.dose import Dose, DoseChange
from cardgen.model.library import Library, Record
from cardgen.model.origin import requested
from cardgen.model.programme import ProgrammeRecord
from cardgen.model.routine import Item, Routine, with_headings
from cardgen.model.stretch import Stretch
from cardgen.model.value import HashedOnce, hashed_once

_Placed = tuple[str, Item]
"""A move of a routine with its full address."""


class Stop(NamedTuple):
    """A condition by which people do no move of a routine, and what they do in its place."""

    condition: str
    instead: str


@hashed_once
@dataclass(frozen=True, slots=True)
class Plan(HashedOnce):
    """A routine as some people do it, but for the changes to its doses."""

    record: Record[Routine]
    conditions: tuple[str, ...]
    """The conditions that they have."""
    left_out: tuple[LeftOut, ...]
    """The moves that conditions leave out, and what takes their place."""
    changed: tuple[tuple[str, tuple[int, ...]], ...]
    """By condition, the places of the moves that it changes, from 0 on."""
    stops: tuple[Stop, ...]
    """What stops the page as a whole: it then has no moves."""
    addresses: tuple[str, ...]
    """The full address of each move, as the routine is written."""
    stretches: tuple[Record[Stretch], ...]
    """As conditions change them, with the cautions that concern these people."""
    doses: tuple[Dose, ...]
    """As the routine has them."""
    dosed: tuple[tuple[DoseChange, ...], ...]
    """What conditions change of each."""
    seconds: float
    """How long these take together."""
    oldest: datetime.date
    """The day when that of its texts was checked which was checked first."""

    def number(self, id_: str) -> int:
        """Return the number of the first move with a stretch, from 1 on."""
        return [record.id for record in self.stretches].index(id_) + 1


@kept(256)
def planned(
    record: Record[Routine],
    library: Library,
    without: tuple[str, ...] = (),
    add: tuple[str, ...] = (),
    conditions: tuple[str, ...] = (),
    *,
    personal: bool = False,
) -> Plan:
    """Return a routine without some moves, with others, and as conditions change it.

    Doses are its own, and the moves that are named are there. A `personal` plan, and one with
    conditions, speaks to these alone. Raises InvalidDataError where there is nothing to be told.
    """
    given, presumed = _told_of(record, conditions)
    own, had = personal or bool(given), (*presumed, *given)
    record = said_to(record, had, own=own)
    routine = record.value
    stops = _stops(routine, library, had)
    items = [] if stops else _wanted(routine, library, without, add)
    barred = tuple(id_of(address) for address in without)
    moves, left_out = _arranged(items, library, had, barred, own=own or bool(presumed))
    moves = [move.among(presumed, library, own=own) for move in moves]
    if not moves and not stops:
        raise InvalidDataError([_nothing_left(record.id, items, left_out)])
    if routine.order == "by-posture":
        moves = _grouped(moves, library)
    stretches = tuple(move.found.record for move in moves if move.found.record)
    doses = _doses(record, moves, library)
    choose = choices(routine, [move.item.stretch for move in moves], library, given, barred)
    done = tuple(move.item for move in moves)
    said = without_moves(routine) if stops else for_these(routine, done, choose, given)
    return Plan(
        record=replace(record, value=said),
        conditions=given,
        left_out=left_out,
        changed=tuple(_changed(moves, record, given, library)),
        stops=stops,
        addresses=tuple(move.address for move in moves),
        stretches=stretches,
        doses=doses,
        dosed=tuple(move.found.doses for move in moves),
        seconds=total_seconds(doses, routine.transition),
        oldest=_oldest(record, *stretches, library.safety[routine.safety]),
    )


class _Move(NamedTuple):
    """A move of a plan: its full address, its item, and what conditions make of it."""

    address: str
    item: Item
    found: Fitted
    asked: DoseChange | None = None
    """What the routine changes of the dose of the move whose place it takes."""
    swapped: bool = False
    """Whether it takes the place of another."""

    def among(self, presumed: Sequence[str], library: Library, *, own: bool) -> "_Move":
        """Return it as it is where all have the `presumed` conditions; see `as_presumed`."""
        return self._replace(found=as_presumed(self.found, presumed, library, own=own))


def moves_of(
    record: Record[Routine],
    library: Library,
    without: tuple[str, ...] = (),
    conditions: tuple[str, ...] = (),
) -> Plan:
    """Return a plan that has moves, for what is nothing without them: cards, a poster.

    Raises InvalidDataError, also where people with `conditions` do something else in its place.
    """
    plan = planned(record, library, without, conditions=conditions)
    if plan.stops:
        instead = " ".join(dict.fromkeys(stop.instead for stop in plan.stops))
        message = f"there are no moves for this: {instead.rstrip('.。')}"
        remedy = "A handout says so on the page, with the danger signs"
        raise InvalidDataError([requested("conditions").problem(message, remedy)])
    return plan


def _told_of(
    record: Record[Routine], conditions: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the conditions that a page tells of, and those that all have whom the routine is for.

    A programme is one person's own: its conditions are told of as those that are asked for.
    """
    had = tuple(dict.fromkeys((*record.value.conditions, *conditions)))
    told = had if isinstance(record, ProgrammeRecord) else conditions
    return tuple(id_ for id_ in had if id_ in told), tuple(id_ for id_ in had if id_ not in told)


def _stops(routine: Routine, library: Library, conditions: Sequence[str]) -> tuple[Stop, ...]:
    """Return what people with conditions do in place of the routine as a whole, if any does so."""
    known = library.conditions
    said = ((id_, known[id_].stop) for id_ in conditions if id_ in known)
    found = [Stop(id_, words) for id_, words in said if words]
    for one in routine.not_for:
        found += [Stop(id_, one.instead) for id_ in conditions if id_ in one.condition]
    return tuple(found)


def _arranged(
    placed: Sequence[_Placed],
    library: Library,
    conditions: tuple[str, ...],
    barred: Sequence[str],
    *,
    own: bool,
) -> tuple[list[_Move], tuple[LeftOut, ...]]:
    """Return the moves that are done, and those that conditions leave out."""
    if not own:
        return [
            _Move(address, item, Fitted(library.stretches[item.stretch]))
            for address, item in placed
        ], ()
    ids = [item.stretch for _, item in placed]
    made = arranged(ids, library.stretches, conditions, barred)
    full = [address for address, _ in placed]
    moves = []
    for place, found in made.moves:
        address, item = placed[place]
        if found.id != item.stretch:
            address = next_address(found.id, full)
            full.append(address)
            placed_there = Item(stretch=found.id, heading=item.heading)
            moves.append(_Move(address, placed_there, found, item.dose, swapped=True))
            continue
        if found.reworded:
            # What a routine says of the move as it was may not be true of it now.
            item = item.model_copy(update={"note": None})
        moves.append(_Move(address, item, found))
    return moves, made.left_out


def _nothing_left(id_: str, placed: Sequence[_Placed], left_out: Sequence[LeftOut]) -> Problem:
    message = f"nothing of the routine '{id_}' is left to do"
    if not placed:
        return requested("without").problem(message, "Leave out fewer moves")
    said = " ".join(dict.fromkeys(words for one in left_out for words in one.instead))
    told = f". What its moves say to do instead: {said}" if said else ""
    return requested("conditions").problem(message, f"Choose another routine{told}")


def _oldest(*records: Record[Any]) -> datetime.date:
    oldest: datetime.date = min(record.value.reviewed.date for record in records)
    return oldest


def _doses(record: Record[Routine], moves: Sequence[_Move], library: Library) -> tuple[Dose, ...]:
    stretches, named = library.stretches, record.value.conditions
    asked = [(move.item, move.found, move.asked) for move in moves]
    if isinstance(record, ProgrammeRecord):
        return tuple(own_dose(*one, stretches, named) for one in asked)
    return tuple(routine_dose(*one, stretches) for one in asked)


def _changed(
    moves: Sequence[_Move], record: Record[Routine], given: Sequence[str], library: Library
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield by condition the places of the moves that it changes otherwise than for everyone."""
    all_have = () if isinstance(record, ProgrammeRecord) else record.value.conditions
    for id_ in given:
        # What takes the place of a move is told of where that is left out.
        own = ((i, move.found) for i, move in enumerate(moves) if not move.swapped)
        if places := tuple(
            i
            for i, found in own
            if id_ in found.changed
            and changes_more(id_, library.stretches[found.id].value.cautions, all_have)
        ):
            yield id_, places


def _wanted(
    routine: Routine, library: Library, without: Sequence[str], add: Sequence[str]
) -> list[_Placed]:
    """Return the moves of a routine without some and with others, each under its heading."""
    items = with_headings(routine.items)
    full = [*addresses(item.stretch for item in items)]
    gone = {one for address in without for one in meant(address, full)}
    moves = [move for move in zip(full, items, strict=True) if move[0] not in gone]
    for id_ in add:
        full.append(next_address(id_, full))
        place = _place(id_, [item for _, item in moves], library)
        near = moves[max(0, place - 1)][1].heading if moves else None
        moves.insert(place, (full[-1], Item(stretch=id_, heading=near)))
    return moves


def _place(id_: str, items: Sequence[Item], library: Library) -> int:
    """Return where a move goes in: behind the last one of the same posture, or at the end."""
    posture = library.stretches[id_].value.position
    same = [i for i, item in enumerate(items) if _posture(item, library) == posture]
    return same[-1] + 1 if same else len(items)


def _posture(item: Item, library: Library) -> str:
    return library.stretches[item.stretch].value.position


def _grouped(moves: Sequence[_Move], library: Library) -> list[_Move]:
    """Return the moves with those of one posture together, postures by first appearance.

    Each stays below its heading.
    """
    headings = list(dict.fromkeys(move.item.heading for move in moves))
    postures = list(dict.fromkeys(_posture(move.item, library) for move in moves))
    return sorted(
        moves,
        key=lambda move: (
            headings.index(move.item.heading),
            postures.index(_posture(move.item, library)),
        ),
    )
