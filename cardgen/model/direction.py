"""Words from right to left within others: isolates keep the ones from turning the others round.

A number behind an Arabic name belongs to the name, by the Unicode Bidirectional Algorithm, and
moves to its other side: "10 times" of "For ..., 10 times" prints before the name.
"""

import re
from typing import NamedTuple

FSI, PDI = "\u2068", "\u2069"
"""First Strong Isolate and Pop Directional Isolate (UAX #9, 2.4)."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks that Unicode keeps for scripts from right to left."""

_GROUPED = r"\+?[0-9]+(?:[-/.:][0-9]+){2,}|(?:\+|\(?0)[0-9]+\)?(?:[-/. ]\(?[0-9]+\)?)+"
"""A date or a telephone number: its parts stay in their order, whatever stands around it."""
_RANGE = (
    r"[0-9]+(?:[-\u2013/.:,\u00d7x][0-9]+| [\u00d7x\u2013-] [0-9]+)+"
    r"|\([0-9]+\)(?:[- ]?[0-9]+)+"
    r"|[0-9]+ ?(?:mm|cm|kg|lb)\b"
)
"""A range, a time, so many times so many, a measure: where a line runs from right to left, these do
not."""
_ANYWHERE, _TO_LEFT = re.compile(_GROUPED), re.compile(f"{_GROUPED}|{_RANGE}")


class Setting(NamedTuple):
    """What a language asks of the lines of a page, whatever they say."""

    to_left: bool = False
    """Whether the page runs from right to left: a line does, whatever letter it begins with."""
    letters: str = ""
    """Letters that a typeface must have to set any Latin letter of the page: without those of
    Vietnamese, a word would have its letters from two."""
    leading: float = 1
    """How much taller lines are than those of Latin letters."""
    raised: float = 0
    """How far letters stand above the baseline of Latin ones, in type sizes, where they reach deep
    below it."""
    to_right: bool = False
    """Whether a line runs from left to right, whatever letter it begins with."""


USUAL = Setting()
"""That of English."""
FOREIGN = Setting(to_right=True)
"""That of sources on a page in another language."""


def has_right_to_left(text: str) -> bool:
    """Tell whether a text may have letters that run from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def isolated(words: str) -> str:
    """Return words that are put into a sentence, kept apart from it."""
    return f"{FSI}{words}{PDI}"


def with_numbers_isolated(text: str, *, to_left: bool) -> str:
    """Return a text with dates and telephone numbers kept apart: their parts stay in their order.

    So are ranges and times, where it runs from right to left.
    """
    return (_TO_LEFT if to_left else _ANYWHERE).sub(lambda match: isolated(match[0]), text)
