"""The words that cardgen adds to those of the definitions, and the ways of a language with them."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from cardgen.model.base import Model, Text
from cardgen.model.direction import Setting
from cardgen.model.pair import Pair
from cardgen.model.plural import category
from cardgen.words import lower_first

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
Number = int | float | tuple[int, int]
"""A number, or a range from the least to the most."""
_N = "{n}"


def _expression(pattern: str) -> str:
    """Accept a regular expression. Raises ValueError."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"expected a regular expression: {error}") from None
    return pattern


class Plural(Model):
    """What is said beside a number, by the categories of the CLDR that the language has.

    `{n}` stands for the number; a form may do without, as where one word says "two of them".
    """

    zero: Text | None = None
    one: Text | None = None
    two: Text | None = None
    few: Text | None = None
    many: Text | None = None
    other: Text

    def of(self, number: str, count: Number, language: str) -> str:
        """Return the form for a number or the end of a range, with `number` as it is written."""
        return self.form(count, language).format(n=number)

    def form(self, count: Number, language: str) -> str:
        """Return the form for a number or the end of a range, with its braces."""
        is_range = isinstance(count, tuple)
        form = self._form(count[1] if isinstance(count, tuple) else count, language)
        # A word that says "two" by itself cannot stand behind "1 to".
        return self.other if form is None or (is_range and _N not in form) else form

    def _form(self, count: float, language: str) -> str | None:
        # A language with one form for all numbers need not load any rules.
        only = not any((self.zero, self.one, self.two, self.few, self.many))
        found: str | None = self.other if only else getattr(self, category(language, count))
        return found


class Row(Model):
    """How several stand in a row. Blanks are part of what stands between them."""

    between: str
    """What stands between two: ", "."""
    last: str | None = None
    """What stands before the last, where that is something else: " and "."""
    before: Mapping[Annotated[str, AfterValidator(_expression)], str] = Field(default_factory=dict)
    """What stands before a last one that begins in a certain way, by that beginning, a regular
    expression: in Spanish " e " before "hi"."""
    end: str = ""
    """What stands behind all of them: "."."""

    def of(self, said: Iterable[str]) -> str:
        """Return texts in a row, or "" where there are none."""
        *others, final = list(said) or [""]
        if not others:
            return f"{final}{self.end}" if final else ""
        return f"{self.between.join(others)}{self._before(final)}{final}{self.end}"

    def _before(self, final: str) -> str:
        for beginning, sign in self.before.items():
            if re.match(beginning, final):
                return sign
        return self.between if self.last is None else self.last


class Locale(Model):
    """The words that cardgen adds to those of the definitions."""

    language: Tag
    """BCP 47, such as en-US, es or zh-Hans: what a screen reader goes by."""
    name: Text
    """The language in its own words: "Español"."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Where a line begins: ltr for the left, rtl for the right."""
    letters: str = ""
    """Letters that a typeface must have to set any Latin letter, where ours lacks some of them."""
    leading: Annotated[float, Field(ge=1, le=2)] = 1
    """How much taller lines are than those of Latin letters, as marks and tails ask for."""
    raised: Annotated[float, Field(ge=0, le=0.5)] = 0
    """How far its letters stand above the baseline of Latin ones, in type sizes."""
    hyphenation: Text | None = None
    """The patterns of pyphen by which words of Latin letters are broken; without it, those of
    English: what is too wide in Chinese is no Chinese word."""
    lower_in_sentence: bool = False
    """Whether what begins with a capital has a small letter where it goes on within a sentence."""
    decimal: Text = "."
    """The sign before decimals."""
    stop: Text = "."
    """The sign at the end of a sentence."""
    question: str = "? "
    """What parts a question from what is said behind it, with its blank."""
    other_side: tuple[Text, ...] = ()
    """Words by which a step says to change sides."""
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]
    """As a date has them."""
    weekdays: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]
    """Short names of the days of a week, Monday first."""
    weekday_letters: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]
    """The same in a letter or two, for a narrow log."""
    counts: Mapping[str, Plural]
    """What is said beside a number: "{n} moves"."""
    rows: Mapping[str, Row]
    """How several stand in a row, by what they are."""
    labels: Mapping[str, Text]
    """Patterns with the values in braces; what stands between two ** is bold."""
    texts: tuple[Pair, ...] = ()
    """The words of definitions that come with cardgen itself: conditions, countries, levels."""

    def __hash__(self) -> int:
        return hash(self.language)

    @property
    def is_right_to_left(self) -> bool:
        """Tell whether a line begins at the right."""
        return self.direction == "rtl"

    @property
    def setting(self) -> Setting:
        """Return what it asks of the lines of a page."""
        return Setting(self.is_right_to_left, self.letters, self.leading, self.raised)

    @property
    def of_sources(self) -> str:
        """Return the language of sources, which are in none but English; "" where it is its own."""
        return "" if self.language.startswith("en") else "en"

    def say(self, label: str, **values: object) -> str:
        """Return the label with its values filled in."""
        return self.labels[label].format(**values)

    def count(self, what: str, count: Number, as_range: str = "") -> str:
        """Return a number, or a range, with what it counts: "7 moves", "8 to 12 times".

        `as_range` is as `amount` has it.
        """
        if isinstance(count, tuple) and count[0] == count[1]:
            count = count[0]
        return self.counts[what].of(self.amount(count, as_range), count, self.language)

    def amount(self, count: Number, as_range: str = "") -> str:
        """Return a number, or a range in words: "8", "8 to 12", "2 or 3".

        `as_range` is the label by which a range is said in another way, such as "range-short".
        """
        if not isinstance(count, tuple):
            return (
                f"{count:g}".replace(".", self.decimal) if isinstance(count, float) else str(count)
            )
        low, high = count
        if low == high:
            return str(low)
        usual = "range-next" if high == low + 1 else "range"
        return self.say(as_range or usual, low=low, high=high)

    def row(self, what: str, said: Iterable[str]) -> str:
        """Return texts in a row, as such things stand in one: "names", "and", "sentences"."""
        return self.rows[what].of(said)

    def listed(self, names: Iterable[str]) -> str:
        """Return names in a row, small letters from the second on: "Hernia, late pregnancy"."""
        first, *others = dict.fromkeys(names)
        return self.row("names", [first, *map(self.within, others)])

    def within(self, said: str) -> str:
        """Return a text as it goes on within a sentence."""
        return lower_first(said) if self.lower_in_sentence else said
