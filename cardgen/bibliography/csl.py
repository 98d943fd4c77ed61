"""Sources as CSL-JSON, and what others write as CSL-JSON, Crossref among them."""

import json
from collections.abc import Iterable
from typing import Any

from cardgen.model.source import PRACTICE, Source

Item = dict[str, Any]
"""A record in CSL-JSON; see https://citationstyles.org."""

TOLD = "_told"
"""The key of an item under which its reader notes what it had to pass over, in words."""
OURS = {"evidence", "studies", "about", "says", "checked", "from_memory", "note"}
"""The fields that cardgen adds to those of CSL."""
DATES = ("issued", "accessed")
GENRE = "Clinical practice, not a study"
"""What a record of the type clinical-practice says of itself where CSL has no such type."""


def csl_item(id_: str, source: Source) -> Item:
    """Return a source as a record of CSL-JSON."""
    dumped = source.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=OURS)
    if source.type == PRACTICE:
        dumped |= {"type": "report", "genre": GENRE}
    for field in DATES:
        if field in dumped:
            dumped[field] = {"date-parts": [[int(part) for part in dumped[field].split("-")]]}
    return {"id": id_, **dumped}


def csl_text(items: Iterable[Item]) -> str:
    """Return records as a CSL-JSON file."""
    return json.dumps(list(items), indent=2, ensure_ascii=False) + "\n"


def csl_items(text: str) -> list[Item]:
    """Return the records of a CSL-JSON file, or of an answer of Crossref's.

    Raises ValueError when it is neither. What is no record is an item without a type.
    """
    data = json.loads(text, strict=False)
    if isinstance(data, dict) and isinstance(data.get("message"), dict):
        data = data["message"]  # Crossref's own interface
    if isinstance(data, dict):
        data = data["items"] if isinstance(data.get("items"), list) else [data]
    if not isinstance(data, list) or not any(isinstance(item, dict) and item for item in data):
        if data == []:
            return []
        raise ValueError("expected a list of records, each with its `type`")
    return [item if isinstance(item, dict) else {"title": str(item)[:60]} for item in data]
