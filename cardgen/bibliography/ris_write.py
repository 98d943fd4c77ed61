"""Writes RIS, through rispy."""

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
_FIELDS = {
    "title": "title",
    "container-title": "secondary_title",
    "container-title-short": "alternate_title1",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "volume": "volume",
    "issue": "number",
    "DOI": "doi",
    "PMID": "accession_number",
    "PMCID": "custom2",
    "number": "custom7",
    "genre": "type_of_work",
}


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """Writes no numbers between the records, which not every program passes over."""

    def set_header(self, count: int) -> str:  # noqa: ARG002 - as rispy calls it
        """Return nothing."""
        return ""


def ris_text(items: Iterable[Item]) -> str:
    """Return records as a RIS file."""
    entries = [_entry(item) for item in items]
    return str(rispy.dumps(entries, implementation=_Writer))


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
    # Both where a work has both: each line says which it is.
    numbers = [item[key] for key in ("ISSN", "ISBN") if key in item]
    entry["issn"] = "; ".join(numbers)
    if "URL" in item:
        entry["urls"] = [item["URL"]]
    return {key: value for key, value in entry.items() if value not in ("", [])}


def _author(name: Item) -> str:
    # A comma at its end keeps the name of a body whole, in EndNote and others.
    if literal := name.get("literal"):
        return f"{literal},"
    parts = (name.get("family"), name.get("given"), name.get("suffix"))
    return ", ".join(part for part in parts if part)
