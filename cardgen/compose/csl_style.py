"""References in any CSL style: entries and markers, as citeproc writes them."""

import html
import json
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from lxml.etree import XMLSyntaxError

from cardgen.bibliography.csl import csl_item
from cardgen.errors import InvalidDataError
from cardgen.model.content import Reference, Span, Text
from cardgen.model.library import Record
from cardgen.model.origin import requested
from cardgen.model.source import Source
from cardgen.model.style import OTHER_STYLE, CitationStyle
from cardgen.paths import DATA

OWN_STYLE = DATA / "styles" / "cardgen.csl"
Spans = tuple[Span, ...]


class CslReferences:
    """Markers and entries for the sources of `order`, in a CSL style; others are passed over."""

    def __init__(
        self, sources: Mapping[str, Record[Source]], order: Sequence[str], style: CitationStyle
    ) -> None:
        """Raises InvalidDataError when `style` is not a CSL 1.0 style that can be used."""
        self._sources = sources
        self._style = style
        self._bibliography = CitationStylesBibliography(
            _parsed(style), CiteProcJSON([_csl_record(id_, sources[id_].value) for id_ in order])
        )
        self._citations = {id_: Citation([CitationItem(id_)]) for id_ in order}
        for citation in self._citations.values():
            self._bibliography.register(citation)
        if self._bibliography.style.root.bibliography.sort is not None:
            self._bibliography.sort()
        self._order = [item.key for item in self._bibliography.items]

    def __call__(self, ids: Sequence[str]) -> Spans:
        """Return the markers for `ids`; empty when none of them may print."""
        printed = sorted((i for i in ids if i in self._citations), key=self._order.index)
        spans: list[Span] = []
        for id_ in printed:
            text = _text(self._cited(id_))
            raised = text.isdigit()
            spans.append(_separator(raised=raised, first=not spans))
            spans.append(Span(text, marker=raised, link=f"#{id_}"))
        return tuple(span for span in spans if span.text)

    def _cited(self, id_: str) -> str:
        def fail(item: CitationItem) -> str:
            raise KeyError(item.key)

        with _usable(self._style):
            return str(self._bibliography.cite(self._citations[id_], fail))

    def references(self) -> tuple[Reference, ...]:
        """Return an entry for each source, in the order of the style."""
        with _usable(self._style):
            entries = self._bibliography.bibliography() if self._order else []
            return tuple(
                _reference(self._sources[id_], str(entry))
                for id_, entry in zip(self._order, entries, strict=True)
            )


def _separator(*, raised: bool, first: bool) -> Span:
    return Span("" if raised and first else "," if raised else " ", marker=raised)


def _parsed(style: CitationStyle) -> CitationStylesStyle:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            is_own = style.file == str(OWN_STYLE)
            parsed = CitationStylesStyle(BytesIO(style.content), validate=not is_own)
    except (OSError, ValueError, XMLSyntaxError, UserWarning, AttributeError) as error:
        said = " ".join(str(error).split())[:160] or type(error).__name__
        raise _style_error(style, f"this is not a CSL style that can be used: {said}") from None
    if not parsed.has_bibliography() or parsed.root.citation is None:
        raise _style_error(style, "this CSL style has no list of references")
    return parsed


@contextmanager
def _usable(style: CitationStyle) -> Iterator[None]:
    """Within: a style that citeproc cannot follow is a Problem, whatever it raises."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - citeproc lets many kinds of error through
        said = " ".join(str(error).split())[:160] or type(error).__name__
        raise _style_error(style, f"this CSL style cannot be followed: {said}") from None


def _style_error(style: CitationStyle, message: str) -> InvalidDataError:
    place = requested("csl")._replace(file=style.file)
    return InvalidDataError([place.problem(message, OTHER_STYLE)])


def _csl_record(id_: str, source: Source) -> dict[str, Any]:
    """Return a source as CSL-JSON, as citeproc takes it."""
    # Escaped as a whole: citeproc copies the text into the HTML that it writes.
    record: dict[str, Any] = json.loads(html.escape(json.dumps(csl_item(id_, source)), quote=False))
    return record


class _Markup(HTMLParser):
    """Reads the little HTML that citeproc writes: italics and bold, and no more."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[Span] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        self.spans.append(Span(data, bold="b" in self._open, italic="i" in self._open))


def _spans(markup: str) -> Spans:
    reader = _Markup()
    reader.feed(markup)
    reader.close()
    return tuple(reader.spans)


def _text(markup: str) -> str:
    return "".join(span.text for span in _spans(markup)).strip()


def _reference(record: Record[Source], markup: str) -> Reference:
    """Split an entry into its number, if the style has numbers, and its text with its link."""
    source = record.value
    # citeproc adds the full stop of a title also to one that ends in "?".
    spans = _spans(re.sub(r"([?!])\.(?=\s|<|$)", r"\1", markup))
    label, body = _label(spans)
    shown = source.doi or source.url
    linked: list[Span] = []
    for span in body:
        before, found, after = span.text.partition(shown) if shown else (span.text, "", "")
        linked.append(Span(before, span.bold, span.italic))
        linked.append(Span(found, span.bold, span.italic, link=source.address))
        linked.append(Span(after, span.bold, span.italic))
    spans = tuple(span for span in linked if span.text)
    return Reference(record.id, label, Text(spans, record.origin("title")))


def _label(spans: Spans) -> tuple[str, Spans]:
    first, rest = spans[0], spans[1:]
    number, dot, text = first.text.partition(".")
    if dot and number.strip().isdigit():
        body = Span(text.lstrip(), first.bold, first.italic)
        return f"{number.strip()}.", (body, *rest)
    return "", spans
