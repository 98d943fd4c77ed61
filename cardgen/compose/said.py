"""Sentences of a locale, some words of which are bold, or are spans of their own."""

from collections.abc import Iterator, Sequence
from string import Formatter

from cardgen.model.content import Span
from cardgen.model.locale import Locale

_BOLD = "**"
"""What stands before and behind bold words in a label."""


def said(locale: Locale, label: str, **parts: str | Sequence[Span]) -> tuple[Span, ...]:
    """Return a label as spans, with its parts: words are in the manner of where they stand."""
    return tuple(_spans(locale.labels[label], parts))


def _spans(pattern: str, parts: dict[str, str | Sequence[Span]]) -> Iterator[Span]:
    for i, piece in enumerate(pattern.split(_BOLD)):
        words, bold = "", i % 2 == 1
        for literal, name, _, _ in Formatter().parse(piece):
            words += literal
            part = parts[name] if name else ""
            if isinstance(part, str):
                words += part
                continue
            if words:
                yield Span(words, bold)
            yield from part
            words = ""
        if words:
            yield Span(words, bold)
