"""Breaks in words of a document that are wider than their columns where nothing else helps.

A word is broken with a hyphen; an address without one, since whoever types it would type that too.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

from cardgen.errors import DoesNotFitError
from cardgen.model.content import Span
from cardgen.model.document import About
from cardgen.model.picture import Artwork
from cardgen.typography.hyphenation import outside_addresses, parted, softened

R = TypeVar("R")
Soften = Callable[[Any], Any]
"""Gives content back, with places to break at in some words or in none."""
_SHOWN = frozenset(("caption", "footer", "imprint", "kicker", "section", "title"))
"""The fields of content whose words print as they are; others are ids, addresses, descriptions."""
_MARKERS = "0123456789,\u2013"
"""What the raised numbers of sources are written with."""


class _Forms(NamedTuple):
    """A word that is too wide, with the places to break it at."""

    softened: str
    """With soft hyphens, where it has a place for one."""
    parted: str
    """As a part of an address."""


def with_hyphens(lay_out: Callable[[Soften], R], patterns: str | None = None) -> R:
    """Return what `lay_out` gives, which passes all content through what it is given.

    Only where words are wider than their columns at the least size of type, it is called again
    with places to break these words at, and no others: soft hyphens by `patterns` of their
    language, and none in addresses. Raises the DoesNotFitError of the first attempt where that does
    not help, unless the last one says that it then is too tall.
    """
    try:
        return lay_out(lambda content: content)
    except DoesNotFitError as error:
        words, refused = error.words, error.with_traceback(None)
    forms: dict[str, _Forms] = {}
    while more := words - forms.keys():
        # Behind a word, with no blank, are the numbers of its sources.
        bare = {word.rstrip(_MARKERS) for word in more}
        forms |= {one: _Forms(softened(one, patterns), parted(one)) for one in more | bare}
        try:
            # A long word may have another in it.
            longest = dict(sorted(forms.items(), key=lambda form: -len(form[0])))
            return lay_out(partial(_changed, longest))
        except DoesNotFitError as error:
            if not error.words:
                raise
            words = error.words
    try:
        raise refused
    finally:
        del refused  # else it would hold, by its traceback, the frame that holds it


def _changed(forms: Mapping[str, _Forms], value: Any) -> Any:  # noqa: ANN401 - a tree of any values
    """Return content with some words in another form."""
    if isinstance(value, Span):
        return value._replace(text=_put(forms, value.text))
    if isinstance(value, tuple):
        made = [_changed(forms, item) for item in value]
        return type(value)._make(made) if hasattr(value, "_make") else tuple(made)
    if not is_dataclass(value) or isinstance(value, (About, Artwork)):
        return value
    parts = {part.name: getattr(value, part.name) for part in fields(value)}
    changed = {
        name: _changed(forms, part) if not isinstance(part, str) else _put(forms, part)
        for name, part in parts.items()
        if not isinstance(part, str) or name in _SHOWN
    }
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _put(forms: Mapping[str, _Forms], text: str) -> str:
    def put(part: str) -> str:
        for word, form in forms.items():
            part = part.replace(word, form.softened)
        return part

    def put_within(part: str) -> str:
        for word, form in forms.items():
            # It may be in a word with other spans: "doi:" stands before its number.
            part = parted(part) if part in word else part.replace(word, form.parted)
        return part

    return outside_addresses(text, put, put_within)
