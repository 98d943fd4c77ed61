"""Links in what a style has written: an address in an entry, each source in a marker."""

import re
from collections.abc import Iterator, Mapping

from cardgen.model.content import Span
from cardgen.model.source import Source


def linked(spans: tuple[Span, ...], source: Source) -> tuple[Span, ...]:
    """Return the spans with a link on the DOI or address of the source, where they show it."""
    shown = source.doi or source.url
    return tuple(_parts(spans, shown, source.address)) if shown else spans


def _parts(spans: tuple[Span, ...], shown: str, address: str | None) -> Iterator[Span]:
    waiting = True
    for span in spans:
        before, found, after = span.text.partition(shown) if waiting else (span.text, "", "")
        waiting = waiting and not found
        parts = (Span(before), Span(found, link=address), Span(after))
        shown_parts = (part for part in parts if part.text)
        yield from (span._replace(text=p.text, link=p.link or span.link) for p in shown_parts)


def linked_parts(spans: tuple[Span, ...], parts: Mapping[str, str]) -> tuple[Span, ...] | None:
    """Return spans in which each part leads to its source, or None where one cannot be told apart.

    Args:
        spans: A marker for several sources: "(Brown 2001; Lee 2022)".
        parts: What stands in it for each source, by where it leads: {"#lee2022": "Lee 2022"}.

    """
    text = "".join(span.text for span in spans)
    places: dict[int, str] = {}
    for link, part in parts.items():
        found = next(
            (
                match
                for match in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text)
                if part and places.keys().isdisjoint(range(*match.span()))
            ),
            None,
        )
        if found is None:
            return None
        places |= dict.fromkeys(range(*found.span()), link)
    return tuple(_split_at(spans, places))


def _split_at(spans: tuple[Span, ...], places: Mapping[int, str]) -> Iterator[Span]:
    start = 0
    for span in spans:
        links = [places.get(start + i) for i in range(len(span.text))]
        begin = 0
        for i in range(1, len(links) + 1):
            if i == len(links) or links[i] != links[begin]:
                yield span._replace(text=span.text[begin:i], link=links[begin])
                begin = i
        start += len(span.text)
