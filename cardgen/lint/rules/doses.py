"""Doses: what is given and does not print."""

from collections.abc import Iterator

from cardgen.errors import Problem
from cardgen.lint.context import LintContext


def unprinted(subject: LintContext) -> Iterator[Problem]:
    """Yield each field of a dose that a routine gives and that does not print.

    A rest needs something to rest between. How long a repetition takes is counted in the minutes of
    any movement, and prints of slow rounds: a routine that changes it alone changes no word. What
    stands in a stretch may be for the routines that do more of it.
    """
    for routine in subject.routines:
        for i, item in enumerate(routine.value.items):
            change = item.dose
            if change is None:
                continue
            dose = change.applied_to(subject.library.stretches[item.stretch].value.dose)
            if change.rest and not dose.has_rest:
                yield routine.origin("items", i, "dose", "rest").problem(
                    "this rest does not print: there is one set, and nothing to rest between",
                    "Give `sets`, or leave out `rest`",
                )
            alone = change.model_fields_set == {"rep_seconds"}
            if alone and (dose.unit != "round" or dose.hold):
                yield routine.origin("items", i, "dose", "rep_seconds").problem(
                    "it counts in the minutes, and no word of the page changes",
                    'Say it in `note`: "slowly, 5 seconds each"',
                )
