"""Writes BibTeX that plain BibTeX understands, and biblatex, through bibtexparser."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from cardgen.bibliography.csl import Item
from cardgen.bibliography.plain import letter

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = re.compile(r"(?m)^(\tmonth = )\{(\w{3})\}")
"""A month is one of BibTeX's own words, which stands without braces."""
_AS_IT_IS = {
    "author",
    "note",
    "doi",
    "pmid",
    "pmcid",
    "isbn",
    "issn",
    "month",
    "date",
    "urldate",
    "year",
}
_ESCAPED = str.maketrans({
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "{": r"\{",
    "}": r"\}",
    **{sign: f"\\{sign}" for sign in "&%#$_"},
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Dialect:
    """The types and fields of BibTeX or of biblatex, by those of CSL."""

    types: dict[str, str]
    fields: dict[str, str]
    dates: bool
    """Whether it has dates in one field."""
    publishers: dict[str, str]
    """What the publisher of a type is called, other than `publisher`."""


_BOTH = {
    "title": "title",
    "container-title-short": "shortjournal",
    "volume": "volume",
    "page": "pages",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "genre": "type",
}
_PLAIN = _Dialect(
    types={
        "article-journal": "article",
        "book": "book",
        "chapter": "incollection",
        "entry-encyclopedia": "incollection",
        "report": "techreport",
    },
    fields={**_BOTH, "publisher-place": "address"},
    dates=False,
    publishers={"report": "institution"},
)
_BIBLATEX = _Dialect(
    types={
        **_PLAIN.types,
        "article-journal": "article",
        "entry-encyclopedia": "inreference",
        "motion_picture": "video",
        "personal_communication": "letter",
        "report": "report",
        "webpage": "online",
    },
    fields={**_BOTH, "publisher-place": "location"},
    dates=True,
    publishers={"report": "institution", "webpage": "organization"},
)
_JOURNALS = {"article-journal": "journaltitle", "book": "series", "webpage": "journaltitle"}


_LETTERS = re.compile(r"[\u00c0-\u024f]")
"""Those with accents, which BibTeX cannot sort or shorten unless they are written in commands."""


def bibtex_text(items: Iterable[Item]) -> str:
    """Return records as a file for BibTeX: `year` and `month`, `booktitle`, `institution`."""
    lines = _text(items, _PLAIN).splitlines(keepends=True)
    return "".join(
        line if "://" in line else _LETTERS.sub(lambda found: letter(found[0]), line)
        for line in lines
    )


def biblatex_text(items: Iterable[Item]) -> str:
    """Return records as a file for biblatex: `date`, `journaltitle`, `location`, @online."""
    return _text(items, _BIBLATEX)


def _text(items: Iterable[Item], dialect: _Dialect) -> str:
    written = str(write_string(Library([_entry(item, dialect) for item in items])))
    return _MONTH.sub(r"\1\2", written)


def _entry(item: Item, dialect: _Dialect) -> Entry:
    kind = item["type"]
    values = dict(_values(item, dialect))
    fields = [
        Field(key, value if key in _AS_IT_IS else _latex(key, value))
        for key, value in values.items()
        if value
    ]
    return Entry(dialect.types.get(kind, "misc"), item["id"], fields)


def _values(item: Item, dialect: _Dialect) -> Iterator[tuple[str, str]]:
    kind = item["type"]
    yield "author", " and ".join(map(_author, item.get("author", ())))
    for ours, theirs in dialect.fields.items():
        yield theirs, str(item.get(ours, ""))
    if not dialect.dates:
        yield "note", _note(item, dialect)
    yield _journal(kind, dialect), item.get("container-title", "")
    publisher = dialect.publishers.get(kind, "publisher")
    if kind == "report" and not item.get("publisher"):
        yield "institution", _bodies(item)  # BibTeX warns of a report without one
    yield publisher, item.get("publisher", "")
    yield from _numbers(item, dialect)
    yield from _dates(item, dialect)


def _journal(kind: str, dialect: _Dialect) -> str:
    """Return the field of the journal, book or site."""
    if dialect.dates or kind == "book":
        return _JOURNALS.get(kind, "booktitle")
    if kind not in dialect.types:
        return "howpublished"
    return "journal" if kind == "article-journal" else "booktitle"


def _note(item: Item, dialect: _Dialect) -> str:
    """Return what BibTeX's own styles print of no other field: an address, a lonely issue."""
    if item["type"] not in dialect.types and "URL" in item:
        return f"\\url{{{_url(item['URL'])}}}"
    is_lonely = item["type"] == "article-journal" and "issue" in item and "volume" not in item
    return f"Issue {_escaped(item['issue'])}" if is_lonely else ""


def _bodies(item: Item) -> str:
    return "; ".join(name["literal"] for name in item.get("author", ()) if "literal" in name)


def _numbers(item: Item, dialect: _Dialect) -> Iterator[tuple[str, str]]:
    if item["type"] == "article-journal":
        # BibTeX warns of a number without a volume; `_note` has it in words.
        is_followed = dialect.dates or item.get("volume")
        yield "number" if is_followed else "issue", item.get("issue", "")
        yield "eid", item.get("number", "")
    else:
        yield "number", item.get("number") or item.get("issue", "")


def _dates(item: Item, dialect: _Dialect) -> Iterator[tuple[str, str]]:
    issued = item.get("issued", {}).get("date-parts", [[]])[0]
    if dialect.dates:
        yield "date", _iso(issued)
    elif issued:
        yield "year", str(issued[0])
        if issued[1:]:
            yield "month", _MONTHS[issued[1] - 1]
        if issued[2:]:
            yield "day", str(issued[2])
    yield "urldate", _iso(item.get("accessed", {}).get("date-parts", [[]])[0])


def _iso(parts: list[int]) -> str:
    return "-".join(f"{part:02}" for part in parts)


def _author(name: Item) -> str:
    """Return a name; braces keep a body whole, and a family name of several words."""
    if "literal" in name:
        return f"{{{_escaped(name['literal'])}}}"
    family = _escaped(name["family"])
    family = f"{{{family}}}" if " " in family else family
    suffix, given = (_escaped(name.get(part, "")) for part in ("suffix", "given"))
    return ", ".join(part for part in (family, suffix, given) if part)


def _latex(key: str, value: str) -> str:
    if key == "url":
        return _url(value)
    text = _escaped(value)
    if key == "pages":
        text = text.replace("-", "--")
    return f"{{{text}}}" if key == "title" else text  # a pair of braces more keeps capitals


def _url(text: str) -> str:
    r"""Return an address as biblatex and \url take it, but for what BibTeX itself reads."""
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)
