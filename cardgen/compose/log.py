"""The words of a log: which days, how many of them a week, and how bad the pain was."""

from cardgen.model.handout import Log
from cardgen.model.locale import Locale
from cardgen.model.routine import Frequency


def log_of(
    frequency: Frequency, weeks: int, locale: Locale, *, first: int = 1, asked: bool = True
) -> Log:
    """Return the log of so many weeks of a routine from the `first` on; `asked` is in `Log`."""
    goal, aim = _goal(frequency, locale)
    return Log(
        title=locale.say("log"),
        hint=locale.row("sentences", [locale.say("log-hint"), *aim, locale.say("log-scale")]),
        weeks=week_names(first, weeks, locale),
        days=locale.weekdays,
        done=locale.say("log-done"),
        goal=goal,
        pain=locale.say("log-pain"),
        alt=locale.say("log-alt", weeks=locale.count("week", weeks)),
        asked=asked,
        letters=locale.weekday_letters,
    )


def week_names(first: int, count: int, locale: Locale) -> tuple[str, ...]:
    """Return the names of `count` weeks, the first of which has the number `first`."""
    return tuple(locale.say("log-week", n=n) for n in range(first, first + count))


def _goal(frequency: Frequency, locale: Locale) -> tuple[str, list[str]]:
    """Return what to reach in a week, as it stands in a row and as a sentence; or nothing."""
    if frequency.days is None:
        return "", []
    goal = locale.amount(frequency.days, "range-short")
    aim = locale.count("day", frequency.days, "range")
    return locale.say("log-goal", days=goal), [locale.say("log-aim", days=aim)]
