"""Amounts of a dose: a number, or from so many to so many; seconds as people write them."""

import re
from collections.abc import Callable
from typing import Annotated, Any
from unicodedata import decimal

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema

from cardgen.model.findings import shown

Range = int | tuple[int, int]
"""A number, or the fewest and the most."""
MOST_COUNT, MOST_SECONDS, MINUTE = 100, 600, 60
_UNIT = "s|secs?|seconds?|mins?|minutes?"
_PAIR = r"(\d+) ?(?:to|-|\u2013) ?(\d+)"
_NUMBER = re.compile(r"\d+(\.\d+)?")
_COUNTS = re.compile(_PAIR)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_SECONDS = re.compile(rf"(\d+(?:\.\d+)?) ?({_UNIT})")
_SECONDS_PAIR = re.compile(rf"{_PAIR}(?: ?({_UNIT}))?")


def least(amount: Range) -> int:
    """Return the fewest of an amount."""
    return amount[0] if isinstance(amount, tuple) else amount


def most(amount: Range) -> int:
    """Return the most of an amount."""
    return amount[1] if isinstance(amount, tuple) else amount


def middle(amount: Range) -> float:
    """Return what an amount is reckoned as: halfway between the fewest and the most."""
    return (least(amount) + most(amount)) / 2


def _in_western_figures(given: Any) -> Any:  # noqa: ANN401 - not checked yet
    """Return words in the figures of another script in those from 0 to 9, a number as one.

    YAML and spreadsheets take 8 for a number, and "\u0668" for a word.
    """
    if not isinstance(given, str) or given.isascii():
        return given
    said = "".join(str(decimal(letter, letter)) for letter in given).replace("\u066b", ".")
    if not _NUMBER.fullmatch(said):
        return said
    return float(said) if "." in said else int(said)


def as_counts(given: Any) -> Any:  # noqa: ANN401 - not checked yet
    """Return "8 to 12" or "8-12" as a pair, and anything else as it is."""
    given = _in_western_figures(given)
    found = _COUNTS.fullmatch(given) if isinstance(given, str) else None
    return (int(found[1]), int(found[2])) if found else given


def as_seconds(given: Any) -> Any:  # noqa: ANN401 - not checked yet
    """Return "1:30", "30 s" or "2 min" as seconds, and anything else as it is."""
    given = _in_western_figures(given)
    if not isinstance(given, str):
        return given
    if clock := _CLOCK.fullmatch(given):
        return int(clock[1]) * MINUTE + int(clock[2])
    if not (found := _SECONDS.fullmatch(given)):
        return given
    number = float(found[1]) * _in_seconds(found[2])
    return int(number) if number.is_integer() else number


def _as_seconds_or_pair(given: Any) -> Any:  # noqa: ANN401 - not checked yet
    given = _in_western_figures(given)
    found = _SECONDS_PAIR.fullmatch(given) if isinstance(given, str) else None
    if not found:
        return as_seconds(given)
    unit = _in_seconds(found[3] or "s")
    return int(found[1]) * unit, int(found[2]) * unit


def _in_seconds(unit: str) -> int:
    return MINUTE if unit.startswith("m") else 1


def _checked(read: Callable[[Any], Any], top: int) -> PlainValidator:
    """Return what checks an amount from 1 to `top`; `read` takes words to numbers."""

    def check(given: Any) -> Range:  # noqa: ANN401 - checked here
        value = read(given)
        if not isinstance(value, (list, tuple)):
            return _whole(value, top)
        if len(value) != len(("fewest", "most")):
            message = "expected a number, or the fewest and the most, such as [8, 12]"
            raise ValueError(f"{message}, found {shown(given)}")
        low, high = (_whole(one, top) for one in value)
        if low > high:
            raise ValueError(f"expected the fewest and then the most, found {low} and {high}")
        return low if low == high else (low, high)

    return PlainValidator(check)


def _whole(value: Any, top: int) -> int:  # noqa: ANN401 - checked here
    whole = isinstance(value, float) and value.is_integer()
    if isinstance(value, bool) or not (whole or isinstance(value, int)):
        raise ValueError(f"expected a whole number, found {shown(value)}")
    number = int(value)
    if number < 1:
        raise ValueError(f"expected a number over 0, found {number}")
    if number > top:
        raise ValueError(f"expected a number up to {top}, found {number}")
    return number


def _in_schema(top: int, words: str) -> WithJsonSchema:
    one = {"type": "integer", "minimum": 1, "maximum": top}
    pair = {"type": "array", "items": one, "minItems": 2, "maxItems": 2}
    return WithJsonSchema({"anyOf": [one, pair, {"type": "string", "pattern": f"^({words})$"}]})


_WORDS = rf"\d{{1,2}}:[0-5]\d|\d+(\.\d+)? ?({_UNIT})"
_PAIR_WORDS = r"[1-9]\d{0,2} ?(to|-|\u2013) ?[1-9]\d{0,2}"


def _written(value: Range) -> int | list[int]:
    return list(value) if isinstance(value, tuple) else value


_WRITTEN = PlainSerializer(_written)
Counts = Annotated[
    Range, _checked(as_counts, MOST_COUNT), _WRITTEN, _in_schema(MOST_COUNT, _PAIR_WORDS)
]
"""How many: 10, or from so many to so many: [8, 12], or "8 to 12"."""
Hold = Annotated[
    Range,
    _checked(_as_seconds_or_pair, MOST_SECONDS),
    _WRITTEN,
    _in_schema(MOST_SECONDS, rf"{_WORDS}|{_PAIR_WORDS}( ?({_UNIT}))?"),
]
"""Seconds, or from so many to so many: 30, "1:30", "30 s", [10, 30]."""


def _or_words(**number: Any) -> WithJsonSchema:  # noqa: ANN401 - JSON Schema
    return WithJsonSchema({"anyOf": [number, {"type": "string", "pattern": f"^({_WORDS})$"}]})


MOST_TRANSITION = 120
Pause = Annotated[
    int,
    Field(ge=0, le=MOST_SECONDS),
    BeforeValidator(as_seconds),
    _or_words(type="integer", minimum=0, maximum=MOST_SECONDS),
]
"""Seconds of rest: 90, "1:30" or "90 s"."""
Transition = Annotated[
    int,
    Field(ge=0, le=MOST_TRANSITION),
    BeforeValidator(as_seconds),
    _or_words(type="integer", minimum=0, maximum=MOST_TRANSITION),
]
"""Seconds to get from one move to the next."""
Tempo = Annotated[
    float,
    Field(gt=0, le=MINUTE),
    BeforeValidator(as_seconds),
    _or_words(type="number", exclusiveMinimum=0, maximum=MINUTE),
]
"""Seconds that a repetition takes: 4, 2.5 or "4 s"."""
