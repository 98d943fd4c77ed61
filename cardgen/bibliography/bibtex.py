"""BibTeX, through bibtexparser."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bibtexparser.entrypoint import parse_string, write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import MonthIntMiddleware, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry, Field
from pylatexenc.latex2text import LatexNodes2Text

from cardgen.bibliography.csl import Item

_TYPES = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "inreference",
    "motion_picture": "video",
    "personal_communication": "letter",
    "report": "techreport",
    "webpage": "online",
}
_CSL_TYPES = {theirs: ours for ours, theirs in _TYPES.items()} | {
    "conference": "chapter",
    "electronic": "webpage",
    "inbook": "chapter",
    "inproceedings": "chapter",
    "manual": "report",
    "mastersthesis": "report",
    "misc": "webpage",
    "phdthesis": "report",
    "report": "report",
    "thesis": "report",
    "www": "webpage",
}
_FIELDS = {
    "title": "title",
    "container-title": "journal",
    "container-title-short": "shortjournal",
    "publisher": "publisher",
    "publisher-place": "address",
    "volume": "volume",
    "issue": "number",
    "number": "eid",
    "page": "pages",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
}
_OTHER_NAMES = {
    "booktitle": "container-title",
    "date": "issued",
    "institution": "publisher",
    "journaltitle": "container-title",
    "location": "publisher-place",
    "organization": "publisher",
    "urldate": "accessed",
}
_CSL_FIELDS = {theirs: ours for ours, theirs in _FIELDS.items()} | _OTHER_NAMES
_AS_IT_IS = ("doi", "url", "date", "urldate")
"""Fields without LaTeX in them."""


def bibtex_text(items: Iterable[Item]) -> str:
    """Return records as a BibTeX file."""
    library = Library([_entry(item) for item in items])
    return str(write_string(library))


def bibtex_items(text: str) -> list[Item]:
    """Return the records of a BibTeX file. Raises ValueError when some of it cannot be read."""
    library = parse_string(
        text, append_middleware=[MonthIntMiddleware(), SeparateCoAuthors(), SplitNameParts()]
    )
    if library.failed_blocks:
        line = (library.failed_blocks[0].start_line or 0) + 1
        raise ValueError(f"line {line} cannot be understood")
    return [_item(entry) for entry in library.entries]


def _entry(item: Item) -> Entry:
    values = {"author": " and ".join(map(_author, item.get("author", ())))}
    for ours, theirs in _FIELDS.items():
        if ours in item:
            value = str(item[ours])
            values[theirs] = value if theirs in _AS_IT_IS else _latex(value)
    for ours, theirs in (("issued", "date"), ("accessed", "urldate")):
        if ours in item:
            values[theirs] = "-".join(f"{part:02}" for part in item[ours]["date-parts"][0])
    if "title" in values:  # a pair of braces more keeps capitals
        values["title"] = f"{{{values['title']}}}"
    fields = [Field(key, value) for key, value in values.items() if value]
    return Entry(_TYPES[item["type"]], item["id"], fields)


def _author(name: Item) -> str:
    if "literal" in name:
        return f"{{{_latex(name['literal'])}}}"
    family = f"{{{name['family']}}}" if " " in name["family"] else name["family"]
    return ", ".join(_latex(p) for p in (family, name.get("suffix"), name.get("given")) if p)


def _latex(text: str) -> str:
    return re.sub(r"([&%#$_])", r"\\\1", text)


def _plain(latex: str) -> str:
    """Return text without LaTeX; a bare & is one that somebody forgot to escape."""
    escaped = re.sub(r"(?<!\\)([&%#])", r"\\\1", latex)
    return " ".join(str(LatexNodes2Text(math_mode="verbatim").latex_to_text(escaped)).split())


def _item(entry: Entry) -> Item:
    item: Item = {"id": entry.key, "type": _CSL_TYPES.get(entry.entry_type.lower(), "report")}
    values = {field.key.lower(): field.value for field in entry.fields}
    for key, value in values.items():
        if key in _CSL_FIELDS:
            text = str(value) if key in _AS_IT_IS else _plain(str(value))
            item.setdefault(_CSL_FIELDS[key], text)
    if "page" in item:
        item["page"] = re.sub(r"\s*[-\u2013\u2014]+\s*", "-", item["page"])
    if "year" in values:
        item.setdefault("issued", "-".join(_year_and_month(values)))
    item["author"] = [_csl_name(parts) for parts in values.get("author", ())]
    return item


def _year_and_month(values: dict[str, Any]) -> Iterator[str]:
    yield str(values["year"])
    if isinstance(month := values.get("month"), int):
        yield f"{month:02}"


def _csl_name(parts: Any) -> Item:  # noqa: ANN401 - bibtexparser's NameParts
    family = " ".join([*parts.von, *parts.last])
    if not parts.first and family.startswith("{"):
        return {"literal": _plain(family)}
    name = {"family": _plain(family), "given": _plain(" ".join(parts.first))}
    return {**name, "suffix": _plain(" ".join(parts.jr))}
