"""Refuses characters that the typeface cannot print, before anything is drawn."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from cardgen.errors import Problem
from cardgen.library.yaml_tree import Tree
from cardgen.model.base import REMEDY, missing_glyphs
from cardgen.model.origin import FieldPath


def unprintable(tree: Tree, glyphs: frozenset[int]) -> Iterator[Problem]:
    """Yield a Problem for each text of `tree` that has characters outside `glyphs`."""
    for path, text in _texts(tree.data, ()):
        if message := missing_glyphs(text, glyphs):
            yield tree.problem(path, message, REMEDY)


def _texts(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(data, str):
        yield path, unicodedata.normalize("NFC", data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
