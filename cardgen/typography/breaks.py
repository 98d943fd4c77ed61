"""Where a line may break within what has no blanks, as in Chinese, Japanese, Thai and Khmer.

Rules are those of UAX #14 (uniseg); words of Thai are found by BudouX, a small trained model. For
Lao, Khmer and Myanmar there is no such one: lines break at the zero-width spaces that their
writers put between words, and else between syllables, only where nothing else fits.
"""

import re
from functools import lru_cache
from typing import Any

ZWSP = "\u200b"
"""The zero-width space: a break without a blank."""
_THAI = re.compile("[\u0e00-\u0e7f]+")
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
        from uniseg.linebreak import line_break_units

        return list(line_break_units(word))
    return _parser().parse(word) if _THAI.search(word) else [word]


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
