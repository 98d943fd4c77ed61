"""Doses, minutes and days as a person says them."""

from collections.abc import Sequence

from cardgen.model.dose import Dose, DoseWords, Side
from cardgen.model.locale import Locale
from cardgen.model.routine import Frequency
from cardgen.model.stretch import Stretch


def dose_words(dose: Dose, locale: Locale, stretch: Stretch | None = None) -> DoseWords:
    """Return a dose in words: "30 seconds" and "2 times each side, rest 20 seconds …".

    `stretch` is whose dose it is, where its side may have to be said.
    """
    figure, first = _held(dose, stretch, locale) if dose.is_hold else _moved(dose, stretch, locale)
    told = (first, *_one_side(dose, stretch, locale), dose.load, _rest(dose, locale))
    parts = (*told, _times_a_day(dose, locale), dose.note)
    rest = [part for part in parts if part]
    line = locale.row("parts", [figure, *rest])
    return DoseWords(figure, locale.row("parts", rest), line)


def _held(dose: Dose, stretch: Stretch | None, locale: Locale) -> tuple[str, str]:
    """Return how long to hold, and how often."""
    side = _each_side(dose, stretch, locale)
    times = "" if dose.sets == 1 and side else locale.count(dose.unit, dose.sets)
    return locale.count("second", dose.hold or 1), _beside(times, side, locale)


def _moved(dose: Dose, stretch: Stretch | None, locale: Locale) -> tuple[str, str]:
    """Return how often to move, and how long each time takes, where that is to be said."""
    figure = locale.count(dose.unit, dose.reps)
    if dose.sets != 1:
        label = "sets-of-times" if dose.unit == "time" else "sets"
        sets, number = locale.count("set", dose.sets), locale.amount(dose.reps)
        figure = locale.say(label, sets=sets, reps=figure, n=number)
    return _beside(figure, _each_side(dose, stretch, locale), locale), _tempo(dose, locale)


def _beside(times: str, side: str, locale: Locale) -> str:
    """Return how often, and on which sides; either may be ""."""
    return locale.say("with-side", times=times, side=side) if times and side else times or side


def _tempo(dose: Dose, locale: Locale) -> str:
    if dose.hold:
        return locale.say("hold", seconds=locale.count("second", dose.hold))
    if dose.unit == "round":
        return locale.say("each-seconds", seconds=locale.count("second", dose.rep_seconds or 1))
    return ""


def _each_side(dose: Dose, stretch: Stretch | None, locale: Locale) -> str:
    if not dose.each_side:
        return ""
    side = locale.say(f"side-{dose.unit}")
    if not (stretch and stretch.side):
        return side
    return locale.say("side-first", side=side, order=locale.say(f"order-{stretch.side}"))


def _one_side(dose: Dose, stretch: Stretch | None, locale: Locale) -> tuple[str, ...]:
    """Return that it is for one side only, and where steps and pictures show the other."""
    if not dose.side:
        return ()
    shown = _shown(stretch) if stretch else None
    other = (locale.say(f"shown-{shown}"),) if shown and shown != dose.side else ()
    return (locale.say(f"only-{dose.side}"), *other)


def _shown(stretch: Stretch) -> Side | None:
    """Return the side that a stretch tells of: what it says, or what its pictures show."""
    pictured = {one.side for one in stretch.illustrations if one.side}
    return stretch.side or (pictured.pop() if len(pictured) == 1 else None)


def _rest(dose: Dose, locale: Locale) -> str:
    if not dose.rest or not dose.has_rest:
        return ""
    return locale.say("rest", seconds=locale.count("second", dose.rest))


def _times_a_day(dose: Dose, locale: Locale) -> str:
    if dose.times_a_day is None:
        return ""
    if dose.times_a_day == 1:
        return locale.say("once-a-day")
    return locale.say("a-day", times=locale.count("time", dose.times_a_day))


def total_seconds(doses: Sequence[Dose], transition: int) -> float:
    """Return how long the doses take one after the other, `transition` seconds between them."""
    return sum(dose.seconds for dose in doses) + transition * (len(doses) - 1)


def whole_minutes(seconds: float) -> int:
    """Return minutes as people are told them: to the nearest one, and at least one."""
    return max(1, int(seconds / 60 + 0.5))


def days_words(frequency: Frequency, locale: Locale) -> tuple[str, str]:
    """Return how often, as a figure and what stands under it: "3-5 days", "a week"."""
    often = frequency.times_a_day
    times = locale.count("time", often) if often else ""
    if frequency.days is None:
        if times:
            return times, locale.say("a-day-label")
        return frequency.rule or "", locale.say("how-often")
    figure = locale.count("day", frequency.days, "range-short")
    label = locale.say("a-week-and-day", times=times) if times else locale.say("a-week")
    return figure, label
