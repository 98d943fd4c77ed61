"""Dates as people and spreadsheets write them.

Where a date is in numbers, its separator and its figures tell in which order they stand, or else a
person does. Points stand between day, month and year in every locale of the CLDR that has them in
this order of lengths; slashes and hyphens stand in several orders.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import get_args

from cardgen.model.findings import ValueRefusedError
from cardgen.model.roster import DateOrder

ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
TODAY = "today"
EXAMPLE = "2026-11-22"
_REMEDY = f"Write it as {EXAMPLE}"
_SAY = "Say which by `date_order`, or name your `country`; cardgen.yaml can have both"
_CENTURY = 2000
_SHORT = 2
"""Figures of a year without its century."""
_MOST_DAYS, _MONTHS = 31, 12
_EPOCH = datetime.date(1899, 12, 30)
"""The day 0 of spreadsheets, since they take 1900 for a leap year."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_NUMBERS = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:[.,]0+)?")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]*([a-z]{3,9})\.?[ ,-]*(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? *(\d{1,2})(?:st|nd|rd|th)?(?:, *| +)(\d{4})")
_TIME = re.compile(r"(?:t| +)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?([ap]m)?(?:z|[+-]00:?00)?$")
_MIDNIGHT = ("0", "00", "000")


def read_date(words: str, order: DateOrder | None, today: datetime.date | None) -> datetime.date:
    """Return the date that words stand for, also as spreadsheets number days, or that of "today".

    `order` is that of dates in numbers, where it is known. Raises ValueRefusedError.
    """
    said = " ".join(words.lower().split())
    if said == TODAY and today:
        return today
    found = _read(_without_midnight(said), order)
    if found is None:
        absent = _absent(_without_midnight(said), order)
        message = absent or f"expected a date such as {EXAMPLE}, found '{words}'"
        raise ValueRefusedError(message, _REMEDY)
    return found


def is_in_numbers(words: str) -> bool:
    """Tell whether words are a date in numbers alone: 2026-11-22, 22/11/2026, 46348."""
    return any(form.fullmatch(words) for form in (_YEAR_FIRST, _NUMBERS, _SERIAL))


def without_time(words: str) -> str:
    """Return words without a time of day at their end."""
    return _TIME.sub("", words.lower())


def orders_of(words: str) -> frozenset[DateOrder]:
    """Return the orders in which words are a date; none where the order does not matter to them."""
    said = " ".join(words.split())
    # Most are in no numbers, or begin with the year.
    match = _NUMBERS.fullmatch(without_time(said)) if _NUMBERS.match(said) else None
    found = _in_orders(match) if match else {}
    return frozenset(found) if len(set(found.values())) > 1 or len(found) == 1 else frozenset()


def settled(cells: Iterable[str]) -> frozenset[DateOrder]:
    """Return the orders in which all cells of a column are dates, so far as any of them tells."""
    left = frozenset(ORDERS)
    for cell in cells:
        if (told := orders_of(cell)) and left & told:
            left &= told
        elif told:
            return frozenset()
    return left


def _without_midnight(said: str) -> str:
    """Return words without the time of day that a database adds; any other stays."""
    match = _TIME.search(said)
    if not match:
        return said
    hour, minute, second, half = match.groups()
    hour = "0" if half == "am" and hour == "12" else hour
    is_midnight = not any(int(part or 0) for part in (hour, minute, second)) and half != "pm"
    return said[: match.start()] if is_midnight else said


def _read(said: str, order: DateOrder | None) -> datetime.date | None:
    if match := _YEAR_FIRST.fullmatch(said):
        return _day(match[1], match[3], match[4])
    if match := _SERIAL.fullmatch(said):
        return _EPOCH + datetime.timedelta(days=int(match[1]))
    if match := _NUMBERS.fullmatch(said):
        return _in_order(said, match, order)
    said = _WEEKDAY.sub("", said, count=1)
    if match := _DAY_MONTH.fullmatch(said):
        return _day(match[3], _months().get(match[2], ""), match[1])
    if match := _MONTH_DAY.fullmatch(said):
        return _day(match[3], _months().get(match[1], ""), match[2])
    return None


def _in_order(said: str, match: re.Match[str], order: DateOrder | None) -> datetime.date | None:
    found = _in_orders(match, order)
    if order:
        if order in found or not found:
            return found.get(order)
        message = f"expected {order}, found '{said}'"
        raise ValueRefusedError(message, _REMEDY)
    if len(set(found.values())) > 1:
        days = " or ".join(dict.fromkeys(day.isoformat() for day in found.values()))
        raise ValueRefusedError(f"'{said}' may be {days}", _SAY)
    return next(iter(found.values()), None)


def _in_orders(
    match: re.Match[str], asked: DateOrder | None = None
) -> Mapping[DateOrder, datetime.date]:
    """Return the days that numbers stand for, by the orders that they may be in."""
    first, sign, second, third = match.groups()
    # A year of two figures stands first only behind hyphens, unless somebody says so.
    year_first = len(third) == _SHORT and (sign == "-" or asked == "year-month-day")
    found = {
        "day-month-year": _day(third, second, first),
        "month-day-year": _day(third, first, second),
        "year-month-day": _day(first, second, third) if year_first else None,
    }
    days: dict[DateOrder, datetime.date] = {o: day for o in ORDERS if (day := found[o])}
    if sign == "." and "day-month-year" in days and not asked:
        return {"day-month-year": days["day-month-year"]}
    return days


def _absent(said: str, order: DateOrder | None) -> str:
    """Return that there is no such day, where words name one by its number: 31 February."""
    forms = (_YEAR_FIRST, _NUMBERS, _DAY_MONTH, _MONTH_DAY)
    said = _WEEKDAY.sub("", said, count=1)
    for form, match in ((form, form.fullmatch(said)) for form in forms):
        for day, month in _days_of(form, match, order) if match else ():
            if 1 <= day <= _MOST_DAYS and 1 <= month <= _MONTHS:
                return f"there is no {day} {_names()[month - 1]} in that year"
    return ""


def _days_of(
    form: re.Pattern[str], match: re.Match[str], order: DateOrder | None
) -> Iterator[tuple[int, int]]:
    """Yield the days, each with its month, that words may name."""
    if form is _YEAR_FIRST:
        yield int(match[4]), int(match[3])
    elif form is _DAY_MONTH:
        yield int(match[1]), int(_months().get(match[2], 0))
    elif form is _MONTH_DAY:
        yield int(match[2]), int(_months().get(match[1], 0))
    else:
        first, second = int(match[1]), int(match[3])
        both: dict[DateOrder, tuple[int, int]] = {
            "day-month-year": (first, second),
            "month-day-year": (second, first),
        }
        yield from (day for one, day in both.items() if order in (None, one))


def _day(year: str, month: str, day: str) -> datetime.date | None:
    """Return a day; a year of two figures is one of this century. None where there is no such."""
    try:
        century = _CENTURY if len(year) == _SHORT else 0
        return datetime.date(century + int(year), int(month), int(day))
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> Mapping[str, str]:
    """Return the numbers of months by their names, and by the three letters these begin with."""
    names = [name.lower() for name in _names()]
    short = {name[:3]: str(i) for i, name in enumerate(names, 1)}
    return {**short, "sept": short["sep"], **{n: str(i) for i, n in enumerate(names, 1)}}


def _names() -> Sequence[str]:
    from cardgen.library.data import load_locale

    return load_locale("en").months
