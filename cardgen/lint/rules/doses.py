"""Doses: what is given and does not print."""

from collections.abc import Iterator

from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.model.dose import Dose
from cardgen.model.origin import Origin


def unprinted(subject: LintContext) -> Iterator[Problem]:
    """Yield each field of a dose that was given and does not print.

    A rest needs something to rest between. How long a repetition takes is counted in the minutes of
    any movement, and prints of slow rounds: a routine that changes it alone changes no word.
    """
    for stretch in subject.stretches:
        if stretch.value.dose.rest:
            yield from _rest(stretch.value.dose, stretch.origin("dose", "rest"))
    for routine in subject.routines:
        for i, item in enumerate(routine.value.items):
            stretch_ = subject.library.stretches.get(item.stretch)
            if item.dose is None or stretch_ is None or item.dose.clash(stretch_.value.dose):
                continue
            dose, given = item.dose.applied_to(stretch_.value.dose), item.dose.model_fields_set
            if item.dose.rest:
                yield from _rest(dose, routine.origin("items", i, "dose", "rest"))
            if given == {"rep_seconds"} and (dose.unit != "round" or dose.hold):
                yield routine.origin("items", i, "dose", "rep_seconds").problem(
                    "it counts in the minutes, and no word of the page changes",
                    'Say it in `note`: "slowly, 5 seconds each"',
                )


def _rest(dose: Dose, origin: Origin) -> Iterator[Problem]:
    if not dose.has_rest:
        yield origin.problem(
            "this rest does not print: there is one set, and nothing to rest between",
            "Give `sets`, or leave out `rest`",
        )
