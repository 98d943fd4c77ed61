"""Sources as CSL-JSON, and CSL-JSON as the fields of a source."""

import json
import re
from collections.abc import Iterable
from typing import Any, get_args

from cardgen.model.source import Source, SourceType

Item = dict[str, Any]
"""A record in CSL-JSON; see https://citationstyles.org."""

OURS = {"evidence", "studies", "about", "says", "checked", "from_memory", "note"}
"""The fields that cardgen adds to those of CSL."""
_DATES = ("issued", "accessed")
_DOI = re.compile(r"^(https?://(dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_NAMED_IN_NOTE = re.compile(r"\b(PMID|PMCID)[:\s]+((?:PMC)?\d+)")
# CSL has more types than cardgen: each of these is cited like the one beside it.
_LIKE = {
    "article": "report",
    "article-magazine": "article-journal",
    "article-newspaper": "article-journal",
    "broadcast": "motion_picture",
    "document": "report",
    "entry": "entry-encyclopedia",
    "entry-dictionary": "entry-encyclopedia",
    "pamphlet": "report",
    "paper-conference": "chapter",
    "post": "webpage",
    "post-weblog": "webpage",
    "standard": "report",
    "thesis": "report",
}


def csl_item(id_: str, source: Source) -> Item:
    """Return a source as a record of CSL-JSON."""
    dumped = source.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=OURS)
    for field in _DATES:
        if field in dumped:
            dumped[field] = {"date-parts": [[int(part) for part in dumped[field].split("-")]]}
    return {"id": id_, **dumped}


def csl_text(items: Iterable[Item]) -> str:
    """Return records as a CSL-JSON file."""
    return json.dumps(list(items), indent=2, ensure_ascii=False) + "\n"


def csl_items(text: str) -> list[Item]:
    """Return the records of a CSL-JSON file. Raises ValueError when it is none."""
    data = json.loads(text)
    items = data if isinstance(data, list) else data.get("items", [data])
    if not all(isinstance(item, dict) and "type" in item for item in items):
        raise ValueError("expected a list of records, each with its `type`")
    return list(items)


def source_fields(item: Item) -> dict[str, Any]:
    """Return the fields of a source that a record of CSL-JSON gives, by their names in a file."""
    known = {field.alias or name for name, field in Source.model_fields.items()} - OURS
    fields = {key: _tidy(key, value) for key, value in item.items() if key in known}
    for name, number in _NAMED_IN_NOTE.findall(str(item.get("note", ""))):
        fields.setdefault(name, number)
    kind = str(item["type"])
    fields["type"] = kind if kind in get_args(SourceType) else _LIKE.get(kind, kind)
    return {key: value for key, value in fields.items() if value not in (None, "", [])}


def _tidy(key: str, value: Any) -> Any:  # noqa: ANN401 - any JSON
    if key == "author":
        return [_name(name) for name in value]
    if key in _DATES:
        return _date(value)
    if key == "DOI":
        return _DOI.sub("", str(value).strip())
    if key == "ISSN":
        return re.split(r"[,;\s]+", str(value).strip())[0].upper()
    if isinstance(value, (str, int)):
        return " ".join(re.sub(r"</?(i|b|sup|sub|span)[^>]*>", "", str(value)).split())
    return value


def _name(name: Item) -> Item:
    """Return a name with its particles in front of the family name: "van Tulder"."""
    if "family" not in name:
        return {"literal": name.get("literal") or name.get("given", "")}
    particles = (name.get("non-dropping-particle"), name.get("dropping-particle"), name["family"])
    parts = {
        "family": " ".join(part for part in particles if part),
        "given": name.get("given"),
        "suffix": name.get("suffix"),
    }
    return {key: value for key, value in parts.items() if value}


def _date(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    """Return a date of CSL-JSON as "2019-07-05", as far as it goes."""
    if isinstance(value, dict) and value.get("date-parts"):
        year, *rest = value["date-parts"][0]
        return "-".join([f"{int(year):04}", *(f"{int(part):02}" for part in rest[:2])])
    text = value.get("raw", "") if isinstance(value, dict) else str(value)
    found = re.match(r"\d{4}(-\d\d){0,2}", text)
    return found[0] if found else None
