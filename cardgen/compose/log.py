"""The words of a log: which days, how many of them a week, and how bad the pain was."""

from cardgen.model.design import Locale
from cardgen.model.handout import Log
from cardgen.model.routine import Frequency


def log_of(frequency: Frequency, weeks: int, locale: Locale, *, asked: bool = True) -> Log:
    """Return the log of so many weeks of a routine; `asked` is in `Log`."""
    goal, aim = _goal(frequency, locale)
    return Log(
        title=locale.say("log"),
        hint=" ".join([locale.say("log-hint"), *aim, locale.say("log-scale")]),
        weeks=week_names(1, weeks, locale),
        days=locale.weekdays,
        done=locale.say("log-done"),
        goal=goal,
        pain=locale.say("log-pain"),
        alt=locale.say("log-alt", weeks=weeks),
        asked=asked,
    )


def week_names(first: int, count: int, locale: Locale) -> tuple[str, ...]:
    """Return the names of `count` weeks, the first of which has the number `first`."""
    return tuple(locale.say("log-week", n=n) for n in range(first, first + count))


def _goal(frequency: Frequency, locale: Locale) -> tuple[str, list[str]]:
    """Return what to reach in a week, as it stands in a row and as a sentence; or nothing."""
    if frequency.days is None:
        return "", []
    low, high = frequency.days
    if low == high:
        return (
            locale.say("log-goal-same", low=low),
            [locale.say("log-aim-same", low=low, unit=locale.units["day"].of(low))],
        )
    return (
        locale.say("log-goal", low=low, high=high),
        [locale.say("log-aim", low=low, high=high)],
    )
