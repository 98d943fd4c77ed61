"""Refuses characters that the typeface cannot print, before anything is drawn."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from cardgen.errors import InvalidDataError, Problem
from cardgen.load.tree import Tree
from cardgen.model.base import clean_text
from cardgen.model.library import FieldPath

_REMEDY = "Write it with other characters"


def unprintable(tree: Tree, glyphs: frozenset[int]) -> Iterator[Problem]:
    """Yield a Problem for each text of `tree` that has characters outside `glyphs`."""
    for path, text in _texts(tree.data, ()):
        if message := _message(text, glyphs):
            yield tree.problem(path, message, _REMEDY)


def checked_text(text: str, field: str, glyphs: frozenset[int]) -> str:
    """Return text from the command line, made fit to print. Raises InvalidDataError."""
    try:
        tidy = clean_text(text)
    except ValueError as error:
        raise InvalidDataError([Problem("", 0, 0, field, str(error))]) from None
    if message := _message(tidy, glyphs):
        raise InvalidDataError([Problem("", 0, 0, field, message, _REMEDY)])
    return tidy


def _texts(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(data, str):
        yield path, unicodedata.normalize("NFC", data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))


def _message(text: str, glyphs: frozenset[int]) -> str:
    missing = sorted(c for c in map(chr, {*map(ord, text)} - glyphs) if not c.isspace())
    if not missing:
        return ""
    named = ", ".join(
        f"'{c}' (U+{ord(c):04X} {unicodedata.name(c, 'unnamed')})" for c in missing[:3]
    )
    return f"the typeface has no sign for {named}"
