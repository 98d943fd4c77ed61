"""RIS, through rispy."""

import re
from collections.abc import Iterable
from typing import Any

import rispy

from cardgen.bibliography.csl import Item

_TYPES = {
    "article-journal": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "entry-encyclopedia": "ENCYC",
    "motion_picture": "VIDEO",
    "personal_communication": "PCOMM",
    "report": "RPRT",
    "webpage": "ELEC",
}
_CSL_TYPES = {theirs: ours for ours, theirs in _TYPES.items()} | {
    "BLOG": "webpage",
    "CONF": "chapter",
    "CPAPER": "chapter",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "MGZN": "article-journal",
    "MPCT": "motion_picture",
    "NEWS": "article-journal",
}
_FIELDS = {
    "title": "title",
    "container-title": "secondary_title",
    "container-title-short": "alternate_title2",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "volume": "volume",
    "issue": "number",
    "DOI": "doi",
    "PMID": "accession_number",
    "PMCID": "custom2",
    "number": "custom7",
}
_OTHER_NAMES = {
    "primary_title": "title",
    "journal_name": "container-title",
    "alternate_title3": "container-title",
}
_CSL_FIELDS = {theirs: ours for ours, theirs in _FIELDS.items()} | _OTHER_NAMES


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """Writes no numbers between the records, which not every program passes over."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 - as rispy calls it
        """Return nothing."""
        return ""


def ris_text(items: Iterable[Item]) -> str:
    """Return records as a RIS file."""
    entries = [_entry(item) for item in items]
    return str(rispy.dumps(entries, implementation=_Writer))


def ris_items(text: str) -> list[Item]:
    """Return the records of a RIS file. Raises ValueError when there are none."""
    try:
        entries = rispy.loads(text)
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(str(error)) from None
    if not entries:
        raise ValueError("there is no line that starts with TY")
    return [_item(entry) for entry in entries]


def _entry(item: Item) -> dict[str, Any]:
    entry: dict[str, Any] = {"type_of_reference": _TYPES[item["type"]], "id": item["id"]}
    entry["authors"] = [_author(name) for name in item.get("author", ())]
    entry |= {theirs: str(item[ours]) for ours, theirs in _FIELDS.items() if ours in item}
    for ours, theirs in (("issued", "date"), ("accessed", "access_date")):
        if ours in item:
            parts = item[ours]["date-parts"][0]
            entry[theirs] = "/".join([*(f"{part:02}" for part in parts), "", "", ""][:4])
    if "issued" in item:
        entry["year"] = str(item["issued"]["date-parts"][0][0])
    if "page" in item:
        entry["start_page"], _, entry["end_page"] = item["page"].partition("-")
    if number := item.get("ISSN") or item.get("ISBN"):
        entry["issn"] = number
    if "URL" in item:
        entry["urls"] = [item["URL"]]
    return {key: value for key, value in entry.items() if value not in ("", [])}


def _author(name: Item) -> str:
    # A name without a comma is that of an organisation.
    parts = (name.get("family"), name.get("given"), name.get("suffix"))
    return name.get("literal") or ", ".join(part for part in parts if part) or ""


def _item(entry: dict[str, Any]) -> Item:
    item: Item = {"type": _CSL_TYPES.get(entry.get("type_of_reference", ""), "report")}
    item["id"] = entry.get("id") or entry.get("label") or ""
    for theirs, ours in _CSL_FIELDS.items():
        if theirs in entry:
            item.setdefault(ours, entry[theirs])
    item["author"] = [_name(name) for name in entry.get("authors", entry.get("first_authors", ()))]
    dates = (entry.get(name) for name in ("date", "year", "publication_year"))
    if date := next((date for date in dates if date), None):
        item["issued"] = _date(date)
    if accessed := entry.get("access_date"):
        item["accessed"] = _date(accessed)
    pages = (entry.get("start_page"), entry.get("end_page"))
    item["page"] = "-".join(page for page in pages if page)
    number = str(entry.get("issn", ""))
    item["ISSN" if re.fullmatch(r"\d{4}-?\d{3}[\dxX]", number) else "ISBN"] = number
    item["URL"] = next(iter(entry.get("urls", ())), "")
    return item


def _date(text: str) -> str:
    """Return "2012/02//" as "2012-02"."""
    return "-".join(part for part in text.split("/")[:3] if part.isdigit())


def _name(text: str) -> Item:
    family, *rest = (part.strip() for part in text.split(","))
    if not rest:
        return {"literal": family}
    return {"family": family, "given": rest[0], "suffix": ", ".join(rest[1:])}
