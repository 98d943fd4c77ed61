"""One person's own routine: what is left out, added and changed, by wish or by condition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError

from cardgen.errors import InvalidDataError, Problem
from cardgen.model.condition import Condition
from cardgen.model.dose import DoseChange
from cardgen.model.library import Library, Record
from cardgen.model.request import HandoutRequest
from cardgen.model.routine import Item, Routine
from cardgen.model.stretch import Stretch
from cardgen.words import suggestion


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine as one person does it, and what each of their conditions took away."""

    record: Record[Routine]
    hidden: tuple[tuple[Condition, tuple[str, ...]], ...]
    """Ids of the stretches that are left out, by condition."""


def planned(record: Record[Routine], library: Library, request: HandoutRequest) -> Plan:
    """Return the routine with everything done to it that `request` asks for.

    Raises InvalidDataError when a stretch is not there, or when nothing is left to do.
    """
    problems = list(_misnamed(record, library, request))
    if problems:
        raise InvalidDataError(problems)
    items = [item for item in record.value.items if item.stretch not in request.without]
    for id_ in request.add:
        items.insert(_place(id_, items, library), Item(stretch=id_))
    changes = dict(request.changes)
    items = [changed(item, changes.get(item.stretch)) for item in items]
    _check_doses(items, library)
    hidden = {
        condition: tuple(i.stretch for i in items if _hides(library, i.stretch, condition))
        for condition in request.conditions
    }
    gone = {id_ for ids in hidden.values() for id_ in ids}
    kept = [item for item in items if item.stretch not in gone]
    if not kept:
        message = f"nothing of the routine '{record.id}' is left to do"
        raise InvalidDataError([Problem("", 0, 0, "", message, "Leave out less, or --add a move")])
    if record.value.order == "by-posture":
        kept = _grouped(kept, library)
    routine = record.value.model_copy(update={"items": tuple(kept)})
    return Plan(replace(record, value=routine), tuple(hidden.items()))


def _misnamed(
    record: Record[Routine], library: Library, request: HandoutRequest
) -> Iterator[Problem]:
    """Yield a Problem for each stretch that cannot be left out, added or changed."""
    there = [item.stretch for item in record.value.items]
    for id_ in request.without:
        if id_ not in there:
            yield _unknown("--without", id_, there, record.id)
    left = [id_ for id_ in there if id_ not in request.without]
    for id_ in request.add:
        if id_ not in library.stretches:
            message, known = f"there is no stretch '{id_}'", list(library.stretches)
            yield Problem("", 0, 0, "--add", message, suggestion(id_, known))
        elif id_ in left:
            message = f"'{id_}' is in the routine '{record.id}' already"
            yield Problem("", 0, 0, "--add", message, "To change its dose, use --set")
        left.append(id_)
    for id_, _ in request.changes:
        if id_ not in left:
            yield _unknown("--set", id_, left, record.id)


def _unknown(option: str, id_: str, known: Sequence[str], routine: str) -> Problem:
    message = f"there is no move '{id_}' in the routine '{routine}'"
    return Problem("", 0, 0, option, message, suggestion(id_, known))


def _place(id_: str, items: Sequence[Item], library: Library) -> int:
    """Return where a move goes in: behind the last one of the same posture, or at the end."""
    posture = library.stretches[id_].value.position
    same = [i for i, item in enumerate(items) if _posture(item, library) == posture]
    return same[-1] + 1 if same else len(items)


def _posture(item: Item, library: Library) -> str:
    return library.stretches[item.stretch].value.position


def _grouped(items: Sequence[Item], library: Library) -> list[Item]:
    """Return the items with those of one posture together, postures by first appearance."""
    postures = list(dict.fromkeys(_posture(item, library) for item in items))
    return sorted(items, key=lambda item: postures.index(_posture(item, library)))


def changed(item: Item, change: DoseChange | None) -> Item:
    """Return an item with what one person does otherwise."""
    if change is None:
        return item
    before = item.dose.model_dump(exclude_unset=True) if item.dose else {}
    both = {**before, **change.model_dump(exclude_unset=True)}
    return Item(stretch=item.stretch, dose=DoseChange(**both))


def _check_doses(items: Sequence[Item], library: Library) -> None:
    """Raise InvalidDataError with each dose whose changes clash."""
    problems = []
    for item in items:
        try:
            if item.dose:
                item.dose.applied_to(library.stretches[item.stretch].value.dose)
        except ValidationError as error:
            said = error.errors()[0]["msg"].removeprefix("Value error, ")
            problems.append(Problem("", 0, 0, f"--set {item.stretch}.dose", said))
    if problems:
        raise InvalidDataError(problems)


def _hides(library: Library, id_: str, condition: Condition) -> bool:
    cautions = library.stretches[id_].value.cautions
    return any(c.condition == condition and c.effect == "hide" for c in cautions)


def concerned(stretch: Stretch, condition: Condition) -> bool:
    """Tell whether a stretch has a caution for a condition."""
    return any(caution.condition == condition for caution in stretch.cautions)
