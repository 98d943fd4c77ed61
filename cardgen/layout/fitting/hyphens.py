"""Hyphens in words of a document that are wider than their columns where nothing else helps."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any, TypeVar

from cardgen.errors import DoesNotFitError
from cardgen.model.content import Span
from cardgen.model.document import About
from cardgen.model.picture import Artwork
from cardgen.typography.fonts import HYPHEN
from cardgen.typography.hyphenation import outside_addresses, softened

R = TypeVar("R")
Soften = Callable[[Any], Any]
"""Gives content back, with soft hyphens in some words or in none."""
_SHOWN = frozenset(("caption", "footer", "imprint", "kicker", "section", "title"))
"""The fields of content whose words print as they are; others are ids, addresses, descriptions."""


def with_hyphens(lay_out: Callable[[Soften], R], patterns: str | None = None) -> R:
    """Return what `lay_out` gives, which passes all content through what it is given.

    Only where words are wider than their columns at the least size of type, it is called again
    with soft hyphens in these words, and in no others, by `patterns` of their language. Raises the
    DoesNotFitError of the first attempt where these have no place for one, and else of the last.
    """
    try:
        return lay_out(lambda content: content)
    except DoesNotFitError as error:
        words, refused = error.words, error.with_traceback(None)
    softer: dict[str, str] = {}
    while more := _softened(words - softer.keys(), patterns):
        softer |= more
        try:
            return lay_out(partial(_changed, softer))
        except DoesNotFitError as error:
            if not error.words:
                raise
            words = error.words
    try:
        raise refused
    finally:
        del refused  # else it would hold, by its traceback, the frame that holds it


def _softened(words: frozenset[str], patterns: str | None) -> dict[str, str]:
    """Return those words that have places for hyphens: how they are with soft ones, by word."""
    made = {word: softened(word, patterns) for word in sorted(words)}
    return {word: soft for word, soft in made.items() if HYPHEN in soft}


def _changed(softer: Mapping[str, str], value: Any) -> Any:  # noqa: ANN401 - a tree of any values
    """Return content with some words in another form."""
    if isinstance(value, Span):
        return value._replace(text=_put(softer, value.text))
    if isinstance(value, tuple):
        made = [_changed(softer, item) for item in value]
        return type(value)._make(made) if hasattr(value, "_make") else tuple(made)
    if not is_dataclass(value) or isinstance(value, (About, Artwork)):
        return value
    parts = {part.name: getattr(value, part.name) for part in fields(value)}
    changed = {
        name: _changed(softer, part) if not isinstance(part, str) else _put(softer, part)
        for name, part in parts.items()
        if not isinstance(part, str) or name in _SHOWN
    }
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _put(softer: Mapping[str, str], text: str) -> str:
    def put(part: str) -> str:
        for word, soft in softer.items():
            part = part.replace(word, soft)
        return part

    return outside_addresses(text, put)
