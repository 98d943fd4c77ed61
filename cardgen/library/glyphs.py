"""Refuses characters that the typeface cannot print, before anything is drawn."""

from collections.abc import Iterator
from typing import Any

from cardgen.errors import Problem
from cardgen.library.yaml_tree import Tree
from cardgen.model.base import Refusal
from cardgen.model.origin import FieldPath
from cardgen.model.tidy import visible


def unprintable(tree: Tree, refusal: Refusal) -> Iterator[Problem]:
    """Yield a Problem for each text of `tree` that `refusal` finds something wrong with."""
    for path, text in _texts(tree.data, ()):
        if found := refusal(text):
            yield tree.problem(path, *found)


def _texts(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(data, str):
        yield path, visible(data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))
