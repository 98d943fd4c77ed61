"""English text: its sentences and words, its reading grade, and the words of a list in it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import syllapy

_END = re.compile(r"[.!?]+(?:\s|$)")
_WORD = re.compile(r"\w[\w'’.-]*")  # noqa: RUF001 - both apostrophes


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without their full stops."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def grade(text: str) -> float:
    """Return the US school grade at which a text reads; 0 for one without words.

    Source: Kincaid and others 1975, Navy Research Branch Report 8-75. Syllables are counted by
    syllapy, from the CMU dictionary; a number counts as a word of one syllable or more.
    """
    found = words(text)
    if not found:
        return 0
    syllables = sum(max(1, syllapy.count(word)) for word in found)
    return float(0.39 * len(found) / len(sentences(text)) + 11.8 * syllables / len(found) - 15.59)


@lru_cache(maxsize=64)
def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(listed, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})(s|es)?\b", re.IGNORECASE)


def found(text: str, listed: Iterable[str]) -> Iterator[str]:
    """Yield each word of `listed` that stands in `text`, also as a plural, as it is listed."""
    names = {word.lower(): word for word in listed}
    for match in _pattern(tuple(names)).finditer(text):
        yield names[match[1].lower()]


def has(text: str, parts: Iterable[str]) -> bool:
    """Tell whether a text has one of some words, or of their beginnings, in it."""
    return any(part.lower() in text.lower() for part in parts)
