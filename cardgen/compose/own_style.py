"""An entry in cardgen's own style: numbered, in the manner of the AMA, with its DOI.

It says in Python what `data/styles/cardgen.csl` says in CSL: no other style is used so often.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from cardgen.compose.linked import linked
from cardgen.model.content import Span, Text
from cardgen.model.library import Record
from cardgen.model.reference_list import Reference
from cardgen.model.source import Name, Source

_MOST_AUTHORS = 3
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_RANGE = re.compile(r"\s*[-\u2013\u2014]+\s*")


@lru_cache(maxsize=512)
def own_entry(record: Record[Source]) -> Reference:
    """Return the entry of a source, yet without its number."""
    return _entry(record, _parts(record.value))


@lru_cache(maxsize=512)
def compact_entry(record: Record[Source]) -> Reference:
    """Return the entry of a source in its least form that is still a citation.

    An article has its first author, journal, year, volume, issue, pages and DOI; a page of the
    web has who made it, its title, year and site, or the site alone where that is their name.
    """
    return _entry(record, _compact_parts(record.value))


def _entry(record: Record[Source], parts: Iterable[list[Span]]) -> Reference:
    spans: list[Span] = []
    for part in parts:
        if part and part[0].text:
            spans += [Span(_stop(spans[-1].text))] if spans else []
            spans += part
    text = Text(linked(tuple(spans), record.value), record.origin("title"))
    return Reference(record.id, "", text)


def _stop(before: str) -> str:
    return " " if before.endswith((".", "?", "!")) else ". "


def _parts(source: Source) -> Iterator[list[Span]]:
    yield [Span(_authors(source.author))]
    yield [Span(source.title or "")]
    if source.type == "article-journal":
        journal = source.container_title_short or source.container_title
        yield [Span(journal or "", italic=True)]
        yield [Span(_issue(source))]
    else:
        yield [Span(source.container_title or "", italic=True)]
        yield [Span("; ".join(part for part in (source.publisher, _year(source)) if part))]
        yield [Span(f"Accessed {_day(source.accessed)}" if source.accessed else "")]
    yield [_address(source)]


def _compact_parts(source: Source) -> Iterator[list[Span]]:
    first = _author(source.author[0]) if source.author else ""
    author = [Span(f"{first}, et al" if source.author[1:] else first)]
    if source.type == "article-journal":
        journal = source.container_title_short or source.container_title or ""
        yield author
        yield [Span(f"{journal} ", italic=True), Span(_issue(source))]
        yield [_address(source)]
        return
    site, year, title = _site(source), _year(source), [Span(source.title or "")]
    if not source.doi and not source.author[1:] and _is_named_after(site, first):
        yield [site, *([Span(f", {year}")] if year else [])]
        yield title
    else:
        yield author
        yield title
        yield [Span(year)]
        yield [_address(source) if source.doi else site]


def _site(source: Source) -> Span:
    """Return the site of a page, which leads to the page itself."""
    host = urlsplit(source.url or "").hostname or ""
    return Span(host.removeprefix("www."), link=source.address)


def _is_named_after(site: Span, author: str) -> bool:
    """Tell whether a site has the whole name of its author: "nuffieldhealth.com"."""
    return site.text.partition(".")[0] == "".join(filter(str.isalnum, author.casefold()))


def _address(source: Source) -> Span:
    return Span(f"doi:{source.doi}" if source.doi else source.url or "")


def _authors(names: tuple[Name, ...]) -> str:
    shown = names if len(names) <= _MOST_AUTHORS else names[:1]
    return ", ".join([*map(_author, shown), *(["et al"] if shown != names else [])])


def _author(name: Name) -> str:
    given = "".join(
        word[0].upper() for word in re.split(r"[\s.\-\u2010\u2011]+", name.given or "") if word
    )
    return " ".join(part for part in (name.literal or name.family, given, name.suffix) if part)


def _year(source: Source) -> str:
    return (source.issued or "")[:4]


def _issue(source: Source) -> str:
    """Return "2019;4(3):43": year, volume, issue and pages, as far as they are known."""
    volume = ";".join(part for part in (_year(source), source.volume) if part)
    issue = f"({source.issue})" if source.issue else ""
    return ":".join(part for part in (volume + issue, _pages(source.page or "")) if part)


def _pages(page: str) -> str:
    """Return pages with an en dash, and the last one in full: 328 for "321-28"."""
    first, *rest = _RANGE.split(page)
    if len(rest) != 1:
        return _RANGE.sub("\u2013", page)
    (last,) = rest
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: -len(last)] + last
    return f"{first}\u2013{last}"


def _day(date: str) -> str:
    """Return "November 2, 2026" for "2026-11-02", as far as it goes."""
    year, month, day = (*date.split("-"), "", "")[:3]
    if not month:
        return year
    return (
        f"{_MONTHS[int(month) - 1]} {int(day)}, {year}"
        if day
        else f"{_MONTHS[int(month) - 1]} {year}"
    )
