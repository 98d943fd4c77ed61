"""References in any CSL style: entries and markers, as citeproc-js writes them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from cardgen.bibliography.citeproc import NOTHING, NoProcessor, Styled, StyleFailed, styled
from cardgen.bibliography.csl import csl_item
from cardgen.bibliography.markup import spans_of
from cardgen.bibliography.style import StyleFacts, style_error, style_facts
from cardgen.compose.linked import linked, linked_parts
from cardgen.errors import Problem
from cardgen.extras import how_to_install
from cardgen.model.base import Refusal
from cardgen.model.content import Span, Text
from cardgen.model.library import Record
from cardgen.model.origin import requested
from cardgen.model.reference_list import Reference
from cardgen.model.source import Source
from cardgen.model.style import CitationStyle

Spans = tuple[Span, ...]
_LIKE = str.maketrans("\u2009\u202f\u2010\u2011", "\u00a0\u00a0--")
"""What stands for a blank or a hyphen that the typeface lacks."""


class CslReferences:
    """Markers and entries in a CSL style for sources that are known before."""

    def __init__(
        self,
        sources: Mapping[str, Record[Source]],
        order: Sequence[str],
        clusters: Iterable[tuple[str, ...]],
        style: CitationStyle,
        refusal: Refusal | None = None,
        language: str = "en-US",
    ) -> None:
        """Take what is cited.

        Args:
            sources: All that there are.
            order: The ids of those that are cited, by first use.
            clusters: The ids that are cited in one place, for each such place.
            style: How they are to be printed.
            refusal: Tells what of a text cannot be printed; nothing is checked without it.
            language: Of the terms, where the style names none.

        Raises:
            InvalidDataError: the style cannot be used; the message says why.

        """
        self._sources, self._style, self._refusal = sources, style, refusal
        self._language = language
        single = [(id_,) for id_ in order]
        self._clusters = tuple(sorted({*single, *clusters}))
        try:
            self._facts: StyleFacts = style_facts(style)
            # Both sides of a page, and all arrangements of it, then share what the style makes.
            self._styled = self._made(order if self._facts.by_use else sorted(order))
        except NoProcessor:
            message = "citation styles other than cardgen's own need an extra of it"
            raise style_error(style, message, how_to_install("csl")) from None
        self._listed = {id_: n for n, (id_, _) in enumerate(self._styled.entries, 1)}
        self.unlisted = tuple(id_ for id_ in order if id_ not in self._listed)
        """The ids of sources that the style leaves out of its list."""

    def _made(self, order: Sequence[str]) -> Styled:
        """Return what the style makes; it numbers what it lists, so that no number is missing."""
        made = self._run(order, self._clusters)
        listed = {id_ for id_, _ in made.entries}
        if not self._facts.numbered or listed.issuperset(order):
            return made
        kept = [id_ for id_ in order if id_ in listed]
        clusters = [tuple(id_ for id_ in cluster if id_ in listed) for cluster in self._clusters]
        self._clusters = tuple(dict.fromkeys(cluster for cluster in clusters if cluster))
        return self._run(kept, self._clusters)

    def _run(self, order: Sequence[str], clusters: tuple[tuple[str, ...], ...]) -> Styled:
        items = json.dumps([csl_item(id_, self._sources[id_].value) for id_ in order])
        try:
            return styled(self._facts.text, items, clusters, self._language)
        except StyleFailed as error:
            message = f"this CSL style cannot be followed: {error}"
            raise style_error(self._style, message) from None

    def __call__(self, ids: Sequence[str]) -> Spans:
        """Return the markers for `ids`; empty when none of them may print."""
        if self._facts.notes:
            return self._by_number(ids)
        cluster = tuple(id_ for id_ in ids if (id_,) in self._markers)
        if not cluster:
            return ()
        spans = self._markers.get(cluster) or self._together(cluster)
        return spans if spans[0].marker else (Span(" "), *spans)

    def _by_number(self, ids: Sequence[str]) -> Spans:
        """Return raised numbers, for a style that would put the whole reference in a footnote."""
        spans: list[Span] = []
        for id_ in sorted((i for i in ids if i in self._listed), key=self._listed.__getitem__):
            spans += [Span(",", marker=True)] if spans else []
            spans.append(Span(str(self._listed[id_]), marker=True, link=f"#{id_}"))
        return tuple(spans)

    def _together(self, cluster: Sequence[str]) -> Spans:
        """Return the markers of single sources, one after the other."""
        parts = [span for id_ in cluster for span in (Span(" "), *self._markers[id_,])]
        return tuple(parts[1:])

    @cached_property
    def _markers(self) -> dict[tuple[str, ...], Spans]:
        """The spans of each cluster; one in which a source cannot be told apart is left out."""
        plain = {
            cluster: self._marker(cluster, html)
            for cluster, html in zip(self._clusters, self._styled.markers, strict=True)
        }
        inner = {
            cluster[0]: self._inner(spans) for cluster, spans in plain.items() if len(cluster) == 1
        }
        found = {}
        for cluster, spans in plain.items():
            parts = {f"#{id_}": inner[id_] for id_ in cluster if id_ in self._listed}
            if (links := linked_parts(spans, parts)) is not None:
                found[cluster] = links
        return found

    def _marker(self, cluster: tuple[str, ...], html: str) -> Spans:
        """Return a marker without links. Raises InvalidDataError when there is none."""
        said = spans_of(html)[1]
        text = "".join(span.text for span in said)
        if not text or text.startswith(NOTHING):
            what = ", ".join(cluster)
            raise style_error(self._style, f"this style has no marker for the source {what}")
        spans = self._printable(said, cluster[0])
        raised = re.fullmatch(r"[\d,\s]+", text) is not None
        if raised:
            return tuple(span._replace(marker=True) for span in spans)
        if len({span._replace(text="") for span in spans}) > 1:  # "et al." in italics
            return (Span("".join(span.text for span in spans)),)
        return spans

    def _inner(self, spans: Spans) -> str:
        """Return what stands for a source in a marker, without what is around all of them."""
        before, after = self._facts.around
        text = "".join(span.text for span in spans)
        return text.removeprefix(before).removesuffix(after).strip()

    def references(self) -> tuple[Reference, ...]:
        """Return an entry for each source that the style lists, in its order."""
        return tuple(self._reference(id_, html) for id_, html in self._styled.entries)

    def _reference(self, id_: str, html: str) -> Reference:
        record = self._sources[id_]
        label, body = spans_of(html)
        spans = self._printable(body, id_)
        if self._facts.notes or (self._facts.numbered and not self._facts.lists_numbers):
            number = f"{self._listed[id_] if self._facts.notes else self._styled.numbers[id_]}."
            return self._entry(record, number, (Span(f"{label} "), *spans) if label else spans)
        if label and not any(character.isdigit() for character in label):
            spans, label = (Span(f"{label} "), *spans), ""
        if self._facts.lists_numbers and not label:
            label, spans = _split(spans, self._styled.numbers[id_])
        return self._entry(record, label, spans)

    def _entry(self, record: Record[Source], label: str, spans: Spans) -> Reference:
        text = Text(linked(spans, record.value), record.origin("title"))
        return Reference(record.id, label, text)

    def _printable(self, spans: Spans, id_: str) -> Spans:
        """Return spans in characters that the typeface has. Raises InvalidDataError."""
        if self._refusal is None:
            return spans
        spans = tuple(span._replace(text=span.text.translate(_LIKE)) for span in spans)
        if found := self._refusal("".join(span.text for span in spans)):
            message, remedy = found
            raise style_error(self._style, f"what it says of the source {id_} {message}", remedy)
        return spans

    def notices(self) -> tuple[Problem, ...]:
        """Return what a person should know: what the style leaves out, or cannot do on a page."""
        place = requested("csl")._replace(file=self._style.file)
        said = []
        if self._facts.notes:
            message = "this style cites in footnotes, which this page has none of"
            said.append(place.problem(message, "It cites by number, and its list has the numbers"))
        for id_ in self.unlisted:
            kind = self._sources[id_].value.type
            message = f"this style leaves the source {id_} ({kind}) out of its list"
            said.append(place.problem(message, "Choose another style to have it listed"))
        for ids in self._alike():
            message = f"in this style the sources {' and '.join(ids)} have the same marker"
            said.append(place.problem(message, "Choose another style to tell them apart"))
        return tuple(said)

    def _alike(self) -> Iterator[list[str]]:
        """Yield the sources whose markers nobody can tell apart."""
        if self._facts.notes:
            return
        by_text: dict[str, list[str]] = {}
        for cluster, spans in self._markers.items():
            if len(cluster) == 1:
                by_text.setdefault("".join(span.text for span in spans), []).append(cluster[0])
        yield from (ids for ids in by_text.values() if len(ids) > 1)


def _split(spans: Spans, number: int) -> tuple[str, Spans]:
    """Split the number that an entry begins with from its text, however close they stand."""
    found = re.match(rf"[\[(]?{number}[\])]?[.:)]?", spans[0].text) if spans else None
    if not found:
        return "", spans
    first = spans[0].text[found.end() :].lstrip()
    rest = (spans[0]._replace(text=first), *spans[1:]) if first else spans[1:]
    if rest:
        rest = (rest[0]._replace(text=rest[0].text.lstrip()), *rest[1:])
    return found[0], rest
