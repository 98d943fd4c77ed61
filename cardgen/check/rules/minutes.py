"""How long a routine takes."""

from collections.abc import Iterator

from pydantic import ValidationError

from cardgen.check.data import limits
from cardgen.check.subject import Subject
from cardgen.choose.dose import total_seconds, whole_minutes
from cardgen.choose.moves import routine_doses
from cardgen.errors import Problem
from cardgen.model.library import Library
from cardgen.model.routine import Routine


def minutes(subject: Subject) -> Iterator[Problem]:
    """Yield each routine for so many days a week that is shorter or longer than was studied.

    A routine with a `rule` in place of days, such as "any run day", does not claim to be a dose.
    """
    least, most = limits().minutes
    for routine in subject.routines:
        found = _minutes(routine.value, subject.library)
        if routine.value.frequency.days and found and not least <= found <= most:
            yield routine.origin("items").problem(
                f"it takes {found} minutes; {least} to {most} were studied",
                "Change the doses or the moves, or give a `frequency.rule` in place of days",
            )


def _minutes(routine: Routine, library: Library) -> int | None:
    """Return the minutes of a routine, if its stretches and doses are sound."""
    try:
        doses = routine_doses(routine, library)
    except (KeyError, ValidationError):  # told as errors already
        return None
    return whole_minutes(total_seconds(doses, routine.transition))
