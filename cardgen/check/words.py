"""Finds words of a list in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


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
