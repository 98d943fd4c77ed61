"""Reads RIS as EndNote, Mendeley, Scopus, Embase, Ovid and many others write it."""

import re

from cardgen.bibliography.csl import TOLD, Item
from cardgen.bibliography.dates import csl_date
from cardgen.bibliography.identifiers import identifier, pmcid, pmid
from cardgen.bibliography.tagged import Record, tagged_records

_TYPES = {
    "ABST": "article-journal",
    "BLOG": "webpage",
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "chapter",
    "CPAPER": "chapter",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GOVDOC": "report",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "JFULL": "article-journal",
    "JOUR": "article-journal",
    "MGZN": "article-journal",
    "MPCT": "motion_picture",
    "NEWS": "article-journal",
    "PAMP": "report",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "STAND": "report",
    "THES": "report",
    "UNPB": "report",
    "UNPD": "report",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}
_OF_JOURNALS = {"article-journal", "report"}
_FULL = ("JF", "T2", "BT")
_SHORT = ("J2", "JA", "JO", "J1", "JI", "J9")
_OTHERS_NUMBERS = ("cinahl", "embase", "psycinfo", "scopus", "web of science", "eric", "cochrane")
"""Databases whose accession numbers are none of PubMed's."""


def ris_items(text: str) -> list[Item]:
    """Return the records of a RIS file. Raises ValueError when there are none."""
    records = list(tagged_records(text, "TY"))
    if not records:
        raise ValueError("there is no line that starts with TY")
    return [_item(record) for record in records]


def _one(record: Record, *tags: str) -> str:
    """Return the first value of the first of these tags that has one."""
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")


def _all(record: Record, *tags: str) -> list[str]:
    return [value for tag in tags for value in record.get(tag, ()) if value]


def _item(record: Record) -> Item:
    theirs = _one(record, "TY").upper()
    kind = _TYPES.get(theirs) or ("article-journal" if _is_article(theirs, record) else theirs)
    told: list[str] = []
    item: Item = {"id": _one(record, "ID", "LB"), "type": kind, TOLD: told}
    item["title"] = _one(record, "TI", "T1", "CT") or (
        "" if kind == "chapter" else _one(record, "BT")
    )
    item["author"] = [_name(text) for text in _all(record, "AU", "A1")]
    _add_journal(item, record)
    item["publisher"], item["publisher-place"] = _one(record, "PB"), _one(record, "CY", "PP")
    item["volume"], item["genre"] = _one(record, "VL"), _one(record, "M3")
    item["issue" if kind == "article-journal" else "number"] = _one(record, "IS")
    _add_pages(item, record)
    _add_dates(item, record)
    _add_identifiers(item, record)
    return {key: value for key, value in item.items() if value not in ("", [])}


def _is_article(theirs: str, record: Record) -> bool:
    return theirs in {"", "GEN"} and bool(_one(record, "JF", "JO", "JA", "T2"))


def _add_journal(item: Item, record: Record) -> None:
    """Add the journal: its full name, where there is one, and its abbreviation."""
    shorter = sorted(_all(record, *_SHORT), key=len)
    full = _one(record, *_FULL) or (shorter[-1] if shorter else "")
    item["container-title"] = full
    if record.get("J2") or (shorter and len(shorter[0]) < len(full)):
        item["container-title-short"] = _one(record, "J2") or shorter[0]


def _add_pages(item: Item, record: Record) -> None:
    first, last = _one(record, "SP", "PG"), _one(record, "EP")
    page = "-".join(part for part in (first, last if last != first else "") if part)
    item["page"] = re.sub(r"\s*[-\u2010-\u2015]+\s*", "-", page)
    item["number"] = _one(record, "C7", "AR") or item.get("number", "")


def _add_dates(item: Item, record: Record) -> None:
    year = _one(record, "PY", "Y1", "YR")
    date = _one(record, "DA", "Y1", "PY")
    found, whole = csl_date(date, year)
    if year[:4].isdigit() and found[:4] != year[:4]:
        found, whole = csl_date(year)
    item["issued"] = found
    if date and not whole:
        item[TOLD].append(f"issued: of '{date[:40]}' only {found or 'nothing'} was taken")
    item["accessed"] = _one(record, "Y2")


def _add_identifiers(item: Item, record: Record) -> None:
    told = item[TOLD]
    links = _all(record, "UR", "L2", "LK")
    written = _all(record, "DO", "DI")
    guessed = [value for value in [*_all(record, "L3", "M3", "AN"), *links] if "10." in value]
    item["DOI"], said = identifier("DOI", written)
    told += said
    item["DOI"] = item["DOI"] or identifier("DOI", guessed)[0] or ""
    for field in ("ISSN", "ISBN"):
        item[field] = identifier(field, _all(record, "SN"))[0] or ""
    if _one(record, "SN") and not item["ISSN"] and not item["ISBN"]:
        told.append(f"SN: '{_one(record, 'SN')}' is no ISSN and no ISBN, and was passed over")
    item["URL"], said = identifier("URL", links)
    item["URL"] = item["URL"] or ""
    told += said if not item["URL"] else []
    _add_accession(item, record)


def _add_accession(item: Item, record: Record) -> None:
    """Add PubMed's numbers, which have no tag of their own."""
    others = any(name in _database(record) for name in _OTHERS_NUMBERS)
    for number in _all(record, "AN"):
        if not others and pmid(number):
            item.setdefault("PMID", number)
        elif number not in item["DOI"]:
            item[TOLD].append(f"AN: '{number[:40]}' is no number of PubMed's, and was passed over")
    for said in _all(record, "C3"):  # Cochrane: "PUBMED 31234567,EMBASE 620012345"
        if found := re.search(r"PUBMED (\d{1,8})\b", said):
            item.setdefault("PMID", found[1])
    for number in _all(record, "C2"):
        if pmcid(number):
            item.setdefault("PMCID", number)
        elif "scopus" in _database(record) and pmid(number):
            item.setdefault("PMID", number)
        else:
            item[TOLD].append(f"C2: '{number[:40]}' is no PMCID, and was passed over")


def _database(record: Record) -> str:
    return " ".join(_all(record, "DB", "DP")).lower()


def _name(text: str) -> Item:
    if text.endswith(","):  # the name of a body, whole
        return {"literal": text.rstrip(", ")}
    family, *rest = (part.strip() for part in text.split(","))
    if not any(rest):
        return {"literal": family}
    return {"family": family, "given": rest[0], "suffix": ", ".join(rest[1:])}
