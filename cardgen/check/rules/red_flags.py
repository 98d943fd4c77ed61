"""Danger signs that safety texts must name."""

from collections.abc import Iterator

from cardgen.check.data import RedFlags, data
from cardgen.check.subject import Subject
from cardgen.check.words import has
from cardgen.errors import Problem


def red_flags(subject: Subject) -> Iterator[Problem]:
    """Yield each danger sign of the back that a routine's safety texts leave out."""
    used = {routine.value.safety for routine in subject.library.routines.values()}
    for safety in subject.safety:
        if safety.id not in used:
            continue
        signs = (*safety.value.emergency.signs, *safety.value.same_day.signs)
        said = " ".join(f"{sign.text} {sign.clinical or ''}" for sign in signs)
        for sign, words in data("red-flags", RedFlags).signs.items():
            if not has(said, words):
                yield safety.origin("emergency").problem(
                    f"no danger sign tells of {sign}",
                    "Add it to `emergency` or `same_day`; safety/low-back.yaml has the words",
                )
