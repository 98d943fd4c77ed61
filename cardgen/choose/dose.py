"""Doses, minutes and days as a person says them."""

from cardgen.model.content import DoseWords
from cardgen.model.design import Locale
from cardgen.model.dose import Dose
from cardgen.model.routine import Frequency


def dose_words(dose: Dose, locale: Locale) -> DoseWords:
    """Return a dose in words: "30 seconds" and "2 times each side"."""
    rest = _hold_rest(dose, locale) if dose.is_hold else _movement_rest(dose, locale)
    parts = [part for part in (rest, dose.note) if part]
    return DoseWords(_figure(dose, locale), ", ".join(parts))


def _figure(dose: Dose, locale: Locale) -> str:
    if dose.is_hold:
        return locale.say("seconds", n=dose.hold)
    unit = locale.units[dose.unit].of(dose.reps)
    if dose.sets == 1:
        return locale.say("times", n=dose.reps, unit=unit)
    named = str(dose.reps) if dose.unit == "time" else f"{dose.reps} {unit}"
    return locale.say("sets", sets=dose.sets, reps=named)


def _hold_rest(dose: Dose, locale: Locale) -> str:
    side = locale.say(f"side-{dose.unit}") if dose.each_side else ""
    if dose.sets == 1 and side:
        return side
    times = locale.say("times", n=dose.sets, unit=locale.units[dose.unit].of(dose.sets))
    return f"{times} {side}".strip()


def _movement_rest(dose: Dose, locale: Locale) -> str:
    parts = [locale.say(f"side-{dose.unit}")] if dose.each_side else []
    if dose.hold:
        parts.append(locale.say("hold", n=dose.hold))
    elif dose.unit == "round":
        parts.append(locale.say("each-seconds", n=f"{dose.rep_seconds:g}"))
    return ", ".join(parts)


def total_seconds(doses: list[Dose], transition: int) -> float:
    """Return how long the doses take one after the other, `transition` seconds between them."""
    return sum(dose.seconds for dose in doses) + transition * (len(doses) - 1)


def whole_minutes(seconds: float) -> int:
    """Return minutes as people are told them: to the nearest one, and at least one."""
    return max(1, int(seconds / 60 + 0.5))


def days_words(frequency: Frequency, locale: Locale) -> tuple[str, str]:
    """Return how often, as a figure and what stands under it: "3–5 days", "a week"."""
    if frequency.days is None:
        return frequency.rule or "", ""
    low, high = frequency.days
    if low == high:
        figure = locale.say("days-same", low=low, unit=locale.units["day"].of(low))
    else:
        figure = locale.say("days", low=low, high=high)
    return figure, locale.say("a-week")
