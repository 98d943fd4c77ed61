"""How long a routine takes."""

from collections.abc import Iterator

from cardgen.check.data import limits
from cardgen.check.subject import Subject
from cardgen.choose.dose import total_seconds, whole_minutes
from cardgen.choose.moves import routine_doses
from cardgen.errors import Problem


def minutes(subject: Subject) -> Iterator[Problem]:
    """Yield each routine for so many days a week that is shorter or longer than was studied.

    A routine with a `rule` in place of days, such as "any run day", does not claim to be a dose.
    """
    least, most = limits().minutes
    for routine in subject.routines:
        known = all(item.stretch in subject.library.stretches for item in routine.value.items)
        if not known or not routine.value.frequency.days:
            continue
        doses = routine_doses(routine.value, subject.library)
        found = whole_minutes(total_seconds(doses, routine.value.transition))
        if not least <= found <= most:
            yield routine.origin("items").problem(
                f"it takes {found} minutes; {least} to {most} were studied",
                "Change the doses or the moves, or give a `frequency.rule` in place of days",
            )
