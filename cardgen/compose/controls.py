"""The words of what a person can press or tick on a page for a phone."""

from dataclasses import fields

from cardgen.model.amount import least
from cardgen.model.dose import Dose
from cardgen.model.locale import Locale
from cardgen.model.web import Controls

SHORTEST = 5
"""In seconds: nobody needs a timer for less."""


def controls_of(locale: Locale) -> Controls:
    """Return the words of all controls."""
    labels = {one.name: f"phone-{one.name.replace('_', '-')}" for one in fields(Controls)}
    return Controls(**{name: locale.labels[label] for name, label in labels.items()})


def timer_words(dose: Dose) -> str | None:
    """Return what the timer of a dose needs: seconds of a hold, how many holds, seconds of rest.

    None where nothing is held long enough to be timed. Of a range the least is taken.
    """
    if not dose.hold or least(dose.hold) < SHORTEST:
        return None
    sides = 2 if dose.each_side else 1
    count = least(dose.sets) * least(dose.reps) * sides
    return f"{least(dose.hold)} {count} {dose.rest:g}"
