"""The locales that ship with cardgen: one shape, and the grammar of the CLDR."""

from string import Formatter

import pytest
from babel import Locale as Cldr
from babel.dates import get_month_names

from cardgen.library.data import load_locale
from cardgen.model.locale import Plural, Row
from cardgen.model.plural import category
from cardgen.paths import data_ids

IDS = data_ids("locales")
NUMBERS = [*range(130), 200, 1_000, 1_000_000, 0.5, 1.5, 2.0]


def placeholders(pattern):
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def forms(plural):
    return {name: form for name, form in plural.model_dump().items() if form is not None}


@pytest.mark.parametrize("id_", IDS)
def test_a_locale_says_all_that_english_says(id_):
    english, locale = load_locale("en"), load_locale(id_)
    assert list(locale.labels) == list(english.labels)
    assert list(locale.counts) == list(english.counts)
    assert list(locale.rows) == list(english.rows)
    for label, pattern in english.labels.items():
        assert placeholders(locale.labels[label]) == placeholders(pattern), label
        assert locale.labels[label].count("**") == pattern.count("**"), label


@pytest.mark.parametrize("id_", IDS)
def test_a_count_has_the_plural_forms_of_the_cldr(id_):
    locale = load_locale(id_)
    cldr = Cldr.parse(locale.language, sep="-")
    for what, plural in locale.counts.items():
        assert set(forms(plural)) == {*cldr.plural_form.tags, "other"}, what
        # What stands below a number names none.
        wanted = set() if what.endswith("-below") else {"n"}
        assert placeholders(plural.other) == wanted, what
        assert all(placeholders(form) <= wanted for form in forms(plural).values()), what


@pytest.mark.parametrize("id_", IDS)
def test_categories_are_those_of_the_cldr(id_):
    tag = load_locale(id_).language
    rule = Cldr.parse(tag, sep="-").plural_form
    for number in NUMBERS:
        printed = int(number) if number == int(number) else number
        assert category(tag, number) == rule(printed), number


@pytest.mark.parametrize("id_", IDS)
def test_months_are_those_of_the_cldr(id_):
    locale = load_locale(id_)
    cldr = Cldr.parse(locale.language, sep="-")
    # Chinese has "11月" in a date, and "十一月" as a word.
    names = [
        tuple(get_month_names(width, locale=cldr).values()) for width in ("wide", "abbreviated")
    ]
    assert locale.months in names


def test_a_form_that_names_no_number_does_not_stand_behind_a_range():
    plural = Plural(one="once", other="{n} times")
    assert plural.of("1", 1, "en") == "once"
    assert plural.of("0 or 1", (0, 1), "en") == "0 or 1 times"


@pytest.mark.parametrize(
    ("said", "row"),
    [([], ""), (["a"], "a."), (["a", "b"], "a y b."), (["a", "b", "hi"], "a, b e hi."),
     (["a", "b", "c"], "a, b y c.")],
)  # fmt: skip
def test_a_row_parts_what_stands_in_it(said, row):
    assert Row(between=", ", last=" y ", before={"hi": " e "}, end=".").of(said) == row
