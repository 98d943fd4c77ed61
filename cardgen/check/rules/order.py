"""The order of a routine: easy before hard, and few changes of posture."""

from collections.abc import Iterator
from itertools import combinations, groupby

from cardgen.check.data import limits
from cardgen.check.subject import Subject
from cardgen.check.words import has
from cardgen.errors import Problem
from cardgen.model.library import Library, Record
from cardgen.model.routine import Routine
from cardgen.model.stretch import Stretch

_Placed = tuple[int, Record[Stretch]]


def harder_first(subject: Subject) -> Iterator[Problem]:
    """Yield each item that comes before its easier form, as the stretches themselves tell it."""
    for routine in subject.routines:
        for (i, first), (_, second) in combinations(_placed(routine, subject.library), 2):
            if _is_harder(first.value, second.value):
                yield routine.origin("items", i).problem(
                    f"{first.value.name} is harder than {second.value.name}, and comes before it",
                    "Put the easier one first",
                )


def _is_harder(one: Stretch, other: Stretch) -> bool:
    return has(other.harder, [one.name]) or has(one.easier, [other.name])


def postures(subject: Subject) -> Iterator[Problem]:
    """Yield each routine that goes back to postures it has left, more often than it may."""
    for routine in subject.routines:
        runs = [
            p for p, _ in groupby(s.value.position for _, s in _placed(routine, subject.library))
        ]
        returns = len(runs) - len(set(runs))
        if returns > limits().posture_returns:
            yield routine.origin("items").problem(
                f"it goes back {returns} times to a posture that it has left ({', '.join(runs)})",
                "Keep stretches of one posture together",
            )


def _placed(routine: Record[Routine], library: Library) -> list[_Placed]:
    return [
        (i, library.stretches[item.stretch])
        for i, item in enumerate(routine.value.items)
        if item.stretch in library.stretches
    ]
