"""Reads BibTeX and biblatex, through bibtexparser: fields in any case, `crossref`, `@string`."""

import re
from collections.abc import Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware
from bibtexparser.model import Block, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from cardgen.bibliography.bibtex_names import names
from cardgen.bibliography.csl import TOLD, Item
from cardgen.bibliography.dates import csl_date
from cardgen.bibliography.plain import address, from_latex

Values = dict[str, str]
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "booklet": "book",
    "collection": "book",
    "proceedings": "book",
    "conference": "chapter",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "chapter",
    "inreference": "entry-encyclopedia",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "report",
    "movie": "motion_picture",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "phdthesis": "report",
    "report": "report",
    "techreport": "report",
    "thesis": "report",
    "unpublished": "report",
    "video": "motion_picture",
}
_URL = re.compile(r"\\url\s*\{[^{}]*\}")
_TEXTS = {
    "title": ("title",),
    "container-title": ("fjournal", "journaltitle", "journal", "booktitle", "maintitle", "website"),
    "container-title-short": ("shortjournal", "journal-abbrev", "journalabbr"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("address", "location"),
    "volume": ("volume",),
    "page": ("pages",),
    "genre": ("type",),
}
_ADDRESSES = {
    "DOI": ("doi",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid", "pmc"),
    "ISBN": ("isbn",),
    "ISSN": ("issn", "eissn"),
    "URL": ("url", "bdsk-url-1", "link"),
}
_EPRINTS = {"pubmed": "PMID", "pmid": "PMID", "pmc": "PMCID", "pmcid": "PMCID", "doi": "DOI"}
_OF_A_PARENT = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": ""}
"""What a field of a parent is for its child; "" is not passed on, others keep their names."""


def bibtex_items(text: str) -> list[Item]:
    """Return the records of a BibTeX file. One that cannot be read is an item without a type."""
    library = parse_string(text)
    entries, failed = _blocks(library)
    known = {entry.key.lower(): _values(entry) for entry in entries}
    parents = {
        parent.strip().lower()
        for values in known.values()
        for parent in _parents(values)
        if parent.strip().lower() in known
    }
    items = [
        _item(entry, _inherited(known[entry.key.lower()], known))
        for entry in entries
        if entry.key.lower() not in parents
    ]
    return items + failed


def _blocks(library: Library) -> tuple[list[Entry], list[Item]]:
    """Return the entries, and an item for each place of a file that is none."""
    entries: list[Entry] = list(library.entries)
    failed: list[Item] = []
    for block in library.failed_blocks:
        entry = block.ignore_error_block if isinstance(block, DuplicateFieldKeyBlock) else None
        if isinstance(entry, Entry):
            entries += _finished(entry, library)
        else:
            failed.append(_failed(block))
    entries.sort(key=lambda entry: entry.start_line or 0)
    return entries, failed


def _finished(entry: Entry, library: Library) -> list[Entry]:
    """Return an entry that has a field twice as others are, without braces and with strings."""
    for step in (ResolveStringReferencesMiddleware(), RemoveEnclosingMiddleware()):
        found = step.transform(Library([*library.strings, entry])).entries
        entry = next(iter(found), entry)
    return [entry]


def _failed(block: ParsingFailedBlock | Block) -> Item:
    line = (block.start_line or 0) + 1
    return {"id": f"line {line}", "error": f"line {line} cannot be understood"}


def _values(entry: Entry) -> Values:
    """Return the fields of an entry by their names in small letters; the first of two counts."""
    values: Values = {}
    for field in entry.fields:
        text = str(field.value).strip()
        while re.fullmatch(r'"[^"]*"', text):
            text = text[1:-1]
        values.setdefault(field.key.lower(), text)
    return values


def _parents(values: Values) -> list[str]:
    return [values.get("crossref", ""), *values.get("xdata", "").split(",")]


def _inherited(values: Values, known: Mapping[str, Values]) -> Values:
    """Return fields with those of the entry that `crossref` names, and of `xdata`, added."""
    found = dict(values)
    for parent in _parents(values):
        for key, value in known.get(parent.strip().lower(), {}).items():
            is_data = parent in values.get("xdata", "")
            name = key if is_data else _OF_A_PARENT.get(key, key)
            if name and name not in {"crossref", "xdata", "author"}:
                found.setdefault(name, value)
    return found


def _item(entry: Entry, values: Values) -> Item:
    kind = _TYPES.get(entry.entry_type.lower()) or _misc(entry.entry_type.lower(), values)
    item: Item = {"id": entry.key, "type": kind, TOLD: [], "note": values.get("note", "")}
    for ours, theirs in _TEXTS.items():
        if found := next((values[name] for name in theirs if values.get(name)), None):
            item[ours] = from_latex(found)
    if values.get("subtitle") and "title" in item:
        item["title"] = f"{item['title']}: {from_latex(values['subtitle'])}"
    if "page" in item:
        item["page"] = re.sub(r"\s*[-\u2010-\u2015]+\s*", "-", item["page"])
    _add_published(item, values.get("howpublished", ""))
    _add_identifiers(item, values)
    _add_numbers(item, values)
    _add_dates(item, values)
    _add_names(item, values)
    return item


def _add_published(item: Item, text: str) -> None:
    """Add what `howpublished` says: a site, an address, or both."""
    site = _URL.sub("", text).strip(" ,")
    if site and "://" not in site:
        item.setdefault("container-title", from_latex(site))
    if "://" in text:
        found = _URL.search(text)
        item["URL"] = address(found[0] if found else text)


def _add_identifiers(item: Item, values: Values) -> None:
    for ours, theirs in _ADDRESSES.items():
        if found := [address(values[name]) for name in theirs if values.get(name)]:
            item[ours] = found
    kind = (values.get("eprinttype") or values.get("archiveprefix") or "").lower()
    if values.get("eprint") and kind in _EPRINTS:
        item.setdefault(_EPRINTS[kind], [address(values["eprint"])])
    item["PMCID"] = [f"PMC{one}" if one.isdigit() else one for one in item.get("PMCID", [])]


def _add_names(item: Item, values: Values) -> None:
    try:
        item["author"] = names(values.get("author", ""))
    except ValueError as error:
        item |= {"author": [], "error": str(error)}
    if not item["author"] and values.get("editor"):
        item[TOLD].append("editor: a source has authors alone, and it was passed over")


def _misc(kind: str, values: Values) -> str:
    """Return what a type that says little is, by its fields; one of its own stays as it is."""
    if kind != "misc":
        return kind
    if values.get("journal"):
        return "article-journal"
    has_address = any(values.get(name) for name in ("url", "howpublished", "bdsk-url-1"))
    return "webpage" if has_address else "report"


def _add_numbers(item: Item, values: Values) -> None:
    number = from_latex(values.get("number") or values.get("issue") or "")
    article = from_latex(values.get("eid") or values.get("article-number") or "")
    key = "issue" if item["type"] == "article-journal" else "number"
    item |= {name: said for name, said in ((key, number), ("number", article)) if said}


def _add_dates(item: Item, values: Values) -> None:
    year, month, day = (from_latex(values.get(name, "")) for name in ("year", "month", "day"))
    text = values.get("date", "").partition("/")[0] if values.get("date") else ""
    if not text:
        text = " ".join(part for part in (day, month, year) if part)
        if month.isdigit():
            text = "-".join(part for part in (year, month, day) if part)
    found, whole = csl_date(text, year)
    if not found and text:
        found, whole = csl_date(year)[0], False
    if found:
        item["issued"] = found
    if text and not whole:
        item[TOLD].append(f"issued: of '{text[:40]}' only {found or 'nothing'} was taken")
    for name in ("urldate", "lastchecked", "accessed"):
        if name in values:
            item.setdefault("accessed", from_latex(values[name]))
