"""Lines of a routine that speak of some people's condition, and stand on the pages of others."""

from collections.abc import Iterator

from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Agreement, data
from cardgen.lint.reading import found
from cardgen.model.origin import FieldPath
from cardgen.model.routine import Routine


def unsorted_people(subject: LintContext) -> Iterator[Problem]:
    """Yield each line of a routine of some people's condition that reads alike on all pages."""
    people = data("agreement", Agreement).people
    for record in subject.routines:
        routine = record.value
        elsewhere = {
            *routine.conditions,
            *(id_ for one in routine.not_for for id_ in one.condition),
        }
        for field, path, said in _lines(routine):
            for condition, words in people.items():
                named = next(iter(found(said, words)), None)
                if named is None or condition in elsewhere or _is_told(routine, condition, field):
                    continue
                yield record.origin(*path).problem(
                    f"it speaks of '{named}', and says the same to people with `{condition}`",
                    "Say in `otherwise` what they read, and what people without a condition do",
                )


def _lines(routine: Routine) -> Iterator[tuple[str, FieldPath, str]]:
    """Yield what may be said otherwise: the field of `otherwise`, where it stands, and the text."""
    yield "before", ("before",), routine.before
    yield "note", ("frequency", "note"), routine.frequency.note or ""
    for i, said in enumerate(routine.move_up or ()):
        yield "move_up", ("move_up", i), said


def _is_told(routine: Routine, condition: str, field: str) -> bool:
    return any(
        condition in (one.condition or ()) and getattr(one, field) is not None
        for one in routine.otherwise
    )
