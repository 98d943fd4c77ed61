"""Doses, minutes and days as a person says them."""

from collections.abc import Sequence

from cardgen.model.content import DoseWords
from cardgen.model.design import Locale
from cardgen.model.dose import Dose
from cardgen.model.routine import Frequency


def dose_words(dose: Dose, locale: Locale) -> DoseWords:
    """Return a dose in words: "30 seconds" and "2 times each side"."""
    if dose.is_hold:
        return DoseWords(
            locale.say("seconds", n=dose.hold), _joined(_hold_rest(dose, locale), dose)
        )
    return DoseWords(_figure(dose, locale), _joined(_movement_rest(dose, locale), dose))


def _joined(rest: str, dose: Dose) -> str:
    return ", ".join(part for part in (rest, dose.note) if part)


def _figure(dose: Dose, locale: Locale) -> str:
    unit = locale.units[dose.unit].of(dose.reps)
    if dose.sets == 1:
        figure = locale.say("times", n=dose.reps, unit=unit)
    else:
        named = str(dose.reps) if dose.unit == "time" else f"{dose.reps} {unit}"
        figure = locale.say("sets", sets=dose.sets, reps=named)
    return f"{figure} {locale.say(f'side-{dose.unit}')}" if dose.each_side else figure


def _hold_rest(dose: Dose, locale: Locale) -> str:
    side = locale.say(f"side-{dose.unit}") if dose.each_side else ""
    if dose.sets == 1 and side:
        return side
    times = locale.say("times", n=dose.sets, unit=locale.units[dose.unit].of(dose.sets))
    return f"{times} {side}".strip()


def _movement_rest(dose: Dose, locale: Locale) -> str:
    if dose.hold:
        return locale.say("hold", n=dose.hold)
    if dose.unit == "round":
        return locale.say("each-seconds", n=f"{dose.rep_seconds:g}")
    return ""


def total_seconds(doses: Sequence[Dose], transition: int) -> float:
    """Return how long the doses take one after the other, `transition` seconds between them."""
    return sum(dose.seconds for dose in doses) + transition * (len(doses) - 1)


def whole_minutes(seconds: float) -> int:
    """Return minutes as people are told them: to the nearest one, and at least one."""
    return max(1, int(seconds / 60 + 0.5))


def days_words(frequency: Frequency, locale: Locale) -> tuple[str, str]:
    """Return how often, as a figure and what stands under it: "3-5 days", "a week"."""
    if frequency.days is None:
        return frequency.rule or "", locale.say("how-often")
    low, high = frequency.days
    if low == high:
        figure = locale.say("days-same", low=low, unit=locale.units["day"].of(low))
    else:
        figure = locale.say("days", low=low, high=high)
    return figure, locale.say("a-week")
