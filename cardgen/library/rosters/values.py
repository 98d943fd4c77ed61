"""Typed values as a cell of a text table has them."""

import datetime
import json
from typing import Any

_SECONDS_AN_HOUR, _SECONDS_A_MINUTE = 3600, 60
_EXACT = 2**53
"""Up to here a number of a spreadsheet is a whole one in each of its figures."""


def shown(value: Any) -> str:  # noqa: PLR0911 - a line for each type
    """Return a value as text: 20 for 20.0, 2026-11-22 for a date; a list has blanks between.

    Lines of `field: value` are JSON.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, list):
        return " ".join(map(shown, value))
    if isinstance(value, dict):
        return json.dumps(value)
    return _moment(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return f"{value:.15g}"  # as spreadsheets do: 0.1 + 0.2 is 0.3


def _moment(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, datetime.timedelta):
        seconds = int(value.total_seconds())
        hours, rest = divmod(seconds, _SECONDS_AN_HOUR)
        minutes, left = divmod(rest, _SECONDS_A_MINUTE)
        return f"{hours}:{minutes:02d}" + (f":{left:02d}" if left else "")
    if isinstance(value, datetime.time):
        return value.isoformat("seconds" if value.second else "minutes")
    return str(value)  # a date, a whole number


def kind_of(value: Any) -> str:
    """Return what a value is that no text stands for; "" where one does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return "lines of `field: value`" if isinstance(value, dict) else ""
