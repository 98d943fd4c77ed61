"""Words are broken by the patterns of the language that they are in."""

import pytest
from pyphen import LANGUAGES

from cardgen.library.data import load_locale
from cardgen.paths import data_ids
from cardgen.typography.fonts import HYPHEN
from cardgen.typography.hyphenation import softened


@pytest.mark.parametrize(
    ("word", "patterns", "parts"),
    [
        ("isquiotibiales", "es", ["isquio", "ti", "bia", "les"]),
        ("isquiotibiales", None, ["isqui", "otib", "iales"]),
        ("fisioterapeuta", "es", ["fisio", "te", "ra", "peuta"]),
    ],
)
def test_spanish_is_broken_by_its_own_patterns(word, patterns, parts):
    assert softened(word, patterns).split(HYPHEN) == parts


def test_patterns_of_a_language_are_for_its_letters_alone():
    assert softened("реабилитация", "es") == softened("реабилитация")


@pytest.mark.parametrize("id_", data_ids("locales"))
def test_the_patterns_that_a_locale_names_are_there(id_):
    patterns = load_locale(id_).hyphenation
    assert patterns is None or patterns in LANGUAGES
