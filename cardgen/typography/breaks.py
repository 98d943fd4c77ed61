"""Where a line may break within what has no blanks, as in Chinese, Japanese, Thai and Khmer.

Rules are those of UAX #14 (uniseg); words of Thai are found by BudouX, a small trained model, those
of Lao, Khmer and Myanmar by the dictionaries of ICU, where the extra `icu` is installed. Without it
lines break at the zero-width spaces that writers put between words, and else between syllables,
only where nothing else fits.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from cardgen.memo import kept

ZWSP = "\u200b"
"""The zero-width space: a break without a blank."""
_THAI = re.compile("[\u0e00-\u0e7f]+")
_BY_DICTIONARY = re.compile("[\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Lao, Myanmar and Khmer."""
_NEVER_FIRST = tuple("\u0eaf\u0ec6\u17d7")
"""What says that a word is repeated, or cut short: no line starts with it."""
_STACKERS = "\u1039\u17d2"
"""What puts the next consonant below the one before it, in Myanmar and in Khmer."""
_IDEOGRAPHS = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Myanmar and Khmer."""


def parts_of(word: str) -> list[str]:
    """Return the parts of a word between which a line may break; zero-width spaces are gone."""
    if ZWSP in word:
        return [part for one in word.split(ZWSP) if one for part in parts_of(one)]
    if _IDEOGRAPHS.search(word):
        return list(_by_rules(word))
    if _THAI.search(word):
        return list(_parser().parse(word))
    return _by_dictionary(word) if _BY_DICTIONARY.search(word) else [word]


@kept()
def _by_rules(word: str) -> tuple[str, ...]:
    from uniseg.linebreak import line_break_units

    return tuple(line_break_units(word))


def _by_dictionary(word: str) -> list[str]:
    """Return the words of a text in which nothing stands between words; else the text alone."""
    if not _has_dictionaries():
        return [word]
    from icu4py.breakers import LineBreaker

    return _joined(LineBreaker(word, "und"))


@lru_cache(maxsize=1)
def _has_dictionaries() -> bool:
    return find_spec("icu4py") is not None


def _joined(parts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if found and part.startswith(_NEVER_FIRST):
            found[-1] += part
        else:
            found.append(part)
    return found


@lru_cache(maxsize=1)
def _parser() -> Any:  # noqa: ANN401 - without types
    import budoux

    return budoux.load_default_thai_parser()


def syllables_of(word: str) -> list[str]:
    """Return the syllables of a word of a script without blanks; else the word alone."""
    if not _WITHOUT_BLANKS.search(word):
        return [word]
    from uniseg.graphemecluster import grapheme_clusters

    found: list[str] = []
    for cluster in grapheme_clusters(word):
        if found and found[-1][-1] in _STACKERS:
            found[-1] += cluster
        else:
            found.append(cluster)
    return found
