"""Hyphens in words that are wider than their line at the least size of type.

Patterns are those of pyphen, which come from LibreOffice. The language of a name is not known: its
script says which patterns are tried.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pyphen import Pyphen

from cardgen.typography.fallback import script_of
from cardgen.typography.fonts import SOFT
from cardgen.typography.words import Word, piece_width

HYPHEN = chr(SOFT)
"""Prints as a hyphen, and is no letter of its word when that is read back."""
_LANGUAGES = {"Latn": "en_US", "Cyrl": "ru_RU", "Grek": "el_GR"}


@lru_cache(maxsize=8)
def _patterns(language: str) -> Pyphen:
    return Pyphen(lang=language, left=3, right=3)


def split(word: Word, width: float) -> tuple[Word, Word] | None:
    """Return the most of a word that `width` holds, with a hyphen, and the rest of it.

    `width` is in type sizes. Nothing comes back for a word that has no such place.
    """
    if len(word.pieces) != 1:
        return None
    ((text, manner),) = word.pieces
    for place in _places(text):
        first = (text[:place] + HYPHEN, manner)
        if (wide := piece_width(first)) <= width:
            rest = (text[place:], manner)
            made = replace(word, pieces=(first,), width=wide, blank=None, gap=0.0, is_last=False)
            return made, replace(word, pieces=(rest,), width=piece_width(rest))
    return None


def _places(text: str) -> Iterator[int]:
    """Yield the places where a word may be broken, from its end."""
    language = _LANGUAGES.get(script_of(text))
    if language:
        yield from sorted(_patterns(language).positions(text.lower()), reverse=True)
