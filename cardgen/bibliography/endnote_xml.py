"""Reads EndNote's XML, which Mendeley and Zotero write too."""

from typing import Any

from lxml import etree

from cardgen.bibliography.csl import TOLD, Item
from cardgen.bibliography.ris_read import ris_items

_TYPES = {
    "journal article": "JOUR",
    "electronic article": "JOUR",
    "magazine article": "MGZN",
    "newspaper article": "NEWS",
    "book": "BOOK",
    "electronic book": "BOOK",
    "edited book": "BOOK",
    "book section": "CHAP",
    "electronic book section": "CHAP",
    "conference paper": "CPAPER",
    "conference proceedings": "CPAPER",
    "encyclopedia": "ENCYC",
    "report": "RPRT",
    "government document": "RPRT",
    "thesis": "THES",
    "web page": "ELEC",
    "blog": "BLOG",
    "personal communication": "PCOMM",
    "film or broadcast": "MPCT",
    "audiovisual material": "VIDEO",
    "generic": "GEN",
    "unpublished work": "UNPB",
    "standard": "STAND",
}
_TAGS = {
    "AU": "contributors/authors/author",
    "TI": "titles/title",
    "T2": "titles/secondary-title",
    "JF": "periodical/full-title",
    "JO": "periodical/abbr-1",
    "J2": "titles/alt-title",
    "SP": "pages",
    "VL": "volume",
    "IS": "number",
    "PY": "dates/year",
    "DA": "dates/pub-dates/date",
    "SN": "isbn",
    "AN": "accession-num",
    "C2": "custom2",
    "C7": "custom7",
    "DO": "electronic-resource-num",
    "UR": "urls/related-urls/url",
    "Y2": "access-date",
    "PB": "publisher",
    "CY": "pub-location",
    "DB": "remote-database-name",
}
"""The tag of RIS that says the same: what EndNote puts into both has the same odd places."""


def endnote_items(text: str) -> list[Item]:
    """Return the records of a file of EndNote's. Raises ValueError when there are none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None
    records = list(root.iter("record"))
    if not records:
        raise ValueError("there is no <record> in it")
    return [_item(record) for record in records]


def _item(record: Any) -> Item:  # noqa: ANN401 - lxml has no types
    kind = record.find("ref-type")
    name = (kind.get("name") if kind is not None else None) or "Generic"
    lines = [f"TY  - {_TYPES.get(name.lower(), name.replace(' ', '-').upper())}"]
    for tag, path in _TAGS.items():
        lines += [f"{tag}  - {said}" for one in record.findall(path) if (said := _text(one))]
    (item,) = ris_items("\n".join(lines))
    return {**item, TOLD: item.get(TOLD, [])}


def _text(element: Any) -> str:  # noqa: ANN401 - see above
    return " ".join("".join(element.itertext()).split())
