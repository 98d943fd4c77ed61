"""The reading grade of English text, by Flesch and Kincaid, and its sentences and words."""

import re

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
