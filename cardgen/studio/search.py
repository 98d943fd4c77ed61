"""The search for moves: by their words, by what others call these, and with a letter wrong."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from cardgen.compose.conditions import fitted
from cardgen.kinds import ORIGINAL
from cardgen.library.files import read_record
from cardgen.model.base import Model
from cardgen.model.library import Library
from cardgen.paths import DATA
from cardgen.words import nearest

_ALIKE = 0.8
"""So alike are a word and one in which a letter is wrong, as difflib reckons it."""
_SHORTEST = 4
"""In letters: a shorter word is like too many others."""


class Synonyms(Model):
    """What is typed, and what stands for it."""

    words: Mapping[str, tuple[str, ...]]
    """By word, the words of which a move has one."""
    conditions: Mapping[str, str]
    """By word, the condition that it is of."""


def search(typed: str, known: Mapping[str, str], library: Library) -> frozenset[str]:
    """Return the ids of the moves that are meant.

    `known` has what is said of each, in small letters. Where no move has all words, each that none
    has at all is taken for the word that is most like it.
    """
    words = typed.casefold().split()
    if found := _with(words, known, library):
        return found
    everything = sorted({word for text in known.values() for word in text.split()})
    return _with([_meant(word, everything, known, library) for word in words], known, library)


def _with(words: Sequence[str], known: Mapping[str, str], library: Library) -> frozenset[str]:
    return frozenset(
        id_ for id_, text in known.items() if all(_has(id_, text, word, library) for word in words)
    )


def _has(id_: str, text: str, word: str, library: Library) -> bool:
    synonyms = _synonyms()
    if word in text or any(one in text for one in synonyms.words.get(word, ())):
        return True
    condition = synonyms.conditions.get(word)
    if condition is None or condition not in library.conditions:
        return False
    return fitted(id_, library.stretches, (condition,)).id == id_


def _meant(word: str, words: Sequence[str], known: Mapping[str, str], library: Library) -> str:
    if len(word) < _SHORTEST or _with([word], known, library):
        return word
    return nearest(word, [*words, *_synonyms().words], _ALIKE) or word


@lru_cache(maxsize=1)
def _synonyms() -> Synonyms:
    return read_record(DATA / "search" / f"{ORIGINAL}.yaml", Synonyms).value
