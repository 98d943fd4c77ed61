"""Where a line may break within what has no blanks, as in Chinese, Japanese, Thai and Khmer.

Rules are those of UAX #14 (uniseg); words of Thai are found by BudouX, a small trained model, those
of Lao, Khmer and Myanmar by the dictionaries of ICU, where the extra `icu` is installed. Without it
lines break at the zero-width spaces that writers put between words, and else between syllables,
only where nothing else fits.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from typing import Any, NamedTuple

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
_UNITS = ("分钟", "小时", "毫米", "厘米", "公里", "英里", "个月", "星期")
"""Units of two letters. Of any other the first letter stays with its number: "30秒"."""
_NUMBER = re.compile(r"\d ?(?P<letter>[^\d\W]?)$")
"""A number at the end of what stays together, and the first letter of its unit."""
_ALIKE = "\u4e2d\u3002}!\uff01\uff1a\u3063,\u2026a\u00b71()\uff08\uac00\uac01"
"""A sign of each kind of which two say whether a line may break between them, whatever stands
around them: by far most signs of East Asian texts are like one of these."""


class _Kind(NamedTuple):
    """What the rules of UAX #14 ask of a sign."""

    line_break: str
    is_wide: bool


def parts_of(word: str) -> list[str]:
    """Return the parts of a word between which a line may break; zero-width spaces are gone."""
    if ZWSP in word:
        return [part for one in word.split(ZWSP) if one for part in parts_of(one)]
    if _IDEOGRAPHS.search(word):
        return _with_units(_by_rules(word))
    if _THAI.search(word):
        return list(_parser().parse(word))
    return _by_dictionary(word) if _BY_DICTIONARY.search(word) else [word]


def _with_units(parts: Iterable[str]) -> list[str]:
    """Return the parts of a text, each number in one with its unit."""
    found: list[str] = []
    for part in parts:
        number = _NUMBER.search(found[-1]) if found else None
        if number and _is_unit(number["letter"], part):
            found[-1] += part
        else:
            found.append(part)
    return found


def _is_unit(letter: str, part: str) -> bool:
    """Tell whether a part begins with a unit, of which a first letter may stand before it."""
    return (letter + part).startswith(_UNITS) if letter else bool(_IDEOGRAPHS.match(part))


def _by_rules(word: str) -> list[str]:
    """Return what UAX #14 keeps together; uniseg is asked of each pair of kinds but once."""
    kinds = [_kind_of(sign) for sign in word]
    if not _alike().keys() >= set(kinds):
        from uniseg.linebreak import line_break_units

        return list(line_break_units(word))
    places = [i for i, pair in enumerate(pairwise(kinds), 1) if _breaks(*pair)]
    return [word[start:end] for start, end in pairwise([0, *places, len(word)])]


@lru_cache(maxsize=1 << 12)
def _kind_of(sign: str) -> _Kind:
    from uniseg.linebreak import line_break
    from uniseg.unicodedatawrapper import east_asian_width

    return _Kind(line_break(sign).value, east_asian_width(sign).value in ("F", "H", "W"))


@lru_cache(maxsize=1)
def _alike() -> Mapping[_Kind, str]:
    return {_kind_of(sign): sign for sign in _ALIKE}


@lru_cache(maxsize=1 << 10)
def _breaks(first: _Kind, second: _Kind) -> bool:
    from uniseg.linebreak import line_break_units

    pair = _alike()[first] + _alike()[second]
    return len(list(line_break_units(pair))) > 1


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
