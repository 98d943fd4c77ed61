"""What a routine says beside its moves, for people who do only some of them."""

from collections.abc import Collection, Sequence

from cardgen.compose.conditions import fitted
from cardgen.model.library import Library
from cardgen.model.routine import Choice, Item, Routine


def for_these(
    routine: Routine, items: tuple[Item, ...], choose: tuple[Choice, ...], given: Collection[str]
) -> Routine:
    """Return a routine with these moves and lines to choose by.

    It is done as often as people with conditions that are `given` do it.
    """
    often = routine.frequency
    own = (one.how_often for one in routine.only_for if not set(one.condition).isdisjoint(given))
    if rule := next(filter(None, own), None):
        often = often.model_copy(update={"rule": rule, "days": None, "times_a_day": None})
    return routine.model_copy(update={"items": items, "choose": choose, "frequency": often})


def choices(
    routine: Routine,
    there: Sequence[str],
    library: Library,
    conditions: tuple[str, ...],
    barred: Sequence[str],
) -> tuple[Choice, ...]:
    """Return the lines to choose by whose moves people do.

    A move of the routine must be among those that are `there`; any other must be as its stretch has
    it, and not `barred`.
    """
    usual = [item.stretch for item in routine.items]

    def done(id_: str) -> bool:
        if id_ in usual:
            return id_ in there
        found = fitted(id_, library.stretches, conditions)
        return id_ not in barred and found.id == id_ and not found.reworded

    return tuple(one for one in routine.choose if all(map(done, one.moves)))


def without_moves(routine: Routine) -> Routine:
    """Return a routine that says nothing of moves, nor why to do them."""
    fields = Routine.model_fields.items()
    usual = {name: field.get_default() for name, field in fields if not field.is_required()}
    return routine.model_copy(update={**usual, "items": (), "claims": ()})
