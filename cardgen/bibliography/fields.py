"""A record of CSL-JSON, as anyone may write it, to the fields of a source."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple, get_args

from cardgen.bibliography.csl import DATES, GENRE, OURS, TOLD, Item
from cardgen.bibliography.dates import csl_date
from cardgen.bibliography.identifiers import KINDS, identifier
from cardgen.bibliography.plain import from_html
from cardgen.model.source import PRACTICE, Source, SourceType
from cardgen.words import nearest

# CSL, and Crossref, have more types than cardgen: each of these is cited like the one beside it.
_LIKE = {
    "article": "report",
    "article-magazine": "article-journal",
    "article-newspaper": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "broadcast": "motion_picture",
    "dissertation": "report",
    "document": "report",
    "edited-book": "book",
    "entry": "entry-encyclopedia",
    "entry-dictionary": "entry-encyclopedia",
    "journal-article": "article-journal",
    "monograph": "book",
    "pamphlet": "report",
    "paper-conference": "chapter",
    "post": "webpage",
    "post-weblog": "webpage",
    "posted-content": "report",
    "proceedings-article": "chapter",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report-component": "report",
    "review": "article-journal",
    "speech": "report",
    "standard": "report",
    "thesis": "report",
}
_OTHER_NAMES = {
    "journalAbbreviation": "container-title-short",
    "short-container-title": "container-title-short",
    "publisher-location": "publisher-place",
    "article-number": "number",
}
_NAMED_IN_NOTE = re.compile(r"\b(PMID|PMCID|DOI)[:\s]+(\S+)")
_PRINTED = {
    *("editor", "translator", "collection-editor", "container-author", "original-author"),
    *("edition", "version", "collection-title", "event-title", "event-place", "number-of-volumes"),
    *("original-date", "original-title", "chapter-number", "section", "part-number"),
}
"""What a reference may print, of CSL's variables; all others only sort and find records."""
_NEAR = 0.8
"""So alike are the name of a field and one that was mistyped."""
_DATES_OF_CROSSREF = ("published-print", "published", "published-online")
_OTHERS = re.compile(r"(?:and\s+)?others\.?|et\.?\s+al\.?|\.{3}|…", re.IGNORECASE)


class Fields(NamedTuple):
    """The fields of a source by their names in a file, and what could not be taken, in words."""

    values: dict[str, Any]
    told: list[str]


def source_fields(item: Item) -> Fields:
    """Return the fields of a source that a record gives. Raises ValueError for an odd record."""
    known = {field.alias or name for name, field in Source.model_fields.items()} - OURS
    told: list[str] = list(item.get(TOLD, ()))
    given = {_OTHER_NAMES.get(key, key): value for key, value in item.items() if value is not None}
    given |= {key: item[key] for key in known & item.keys()}
    for name, value in _NAMED_IN_NOTE.findall(str(item.get("note", ""))):
        given.setdefault(name, value)
    if "issued" not in given:
        given["issued"] = next((item[key] for key in _DATES_OF_CROSSREF if key in item), "")
    values: dict[str, Any] = {}
    for key in sorted(known & given.keys()):
        value, said = _tidy(key, given[key])
        told += said
        if value not in (None, "", []):
            values[key] = value
    if "type" in values:
        kind = values["type"]
        values["type"] = kind if kind in get_args(SourceType) else _LIKE.get(kind, kind)
    if item.get("genre") == GENRE:
        values["type"] = PRACTICE
    if "page" not in values and "number" in values and values.get("type") == "article-journal":
        values["page"] = values["number"]
    told += _passed_over(given.keys() - known)
    return Fields(values, told)


def _passed_over(names: AbstractSet[str]) -> Iterator[str]:
    """Yield what to know of fields that a source has not, of those that a reader might miss."""
    if printed := sorted(names & _PRINTED):
        yield f"passed over, as a source has no place for it: {', '.join(printed)}"
    known = [field.alias or name for name, field in Source.model_fields.items()]
    for name in sorted(names - _PRINTED - {*known, *_DATES_OF_CROSSREF}):
        if near := nearest(name, known, _NEAR):
            yield f"{name}: there is no such field, and it was passed over; `{near}`, perhaps"


def _tidy(key: str, value: Any) -> tuple[Any, list[str]]:  # noqa: ANN401 - any JSON
    """Return a value as a source has it, and what of it was passed over."""
    if key == "author":
        return _authors(value)
    if key in DATES:
        return _date(key, value)
    if key in KINDS:
        return identifier(key, map(str, value if isinstance(value, list) else [value]))
    if isinstance(value, list):  # Crossref's titles
        value = next((one for one in value if isinstance(one, str)), "")
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        text = from_html(str(value))
        return (text.replace(".", "") if key == "container-title-short" else text), []
    return None, [f"{key}: {str(value)[:40]!r} is no text, and was passed over"]


def _authors(names: Any) -> tuple[list[Item], list[str]]:  # noqa: ANN401 - any JSON
    if not isinstance(names, list):
        raise TypeError(f"author: expected a list of names, found {str(names)[:40]!r}")
    found = list(_each(names))
    real = [name for name in found if not _OTHERS.fullmatch(" ".join(name.values()))]
    told = ["author: there are more, whom the record does not name"] if real != found else []
    return real, told


def _each(names: list[Any]) -> Iterator[Item]:
    for name in names:
        if not isinstance(name, dict):
            raise TypeError(f"author: expected a name with its parts, found {str(name)[:40]!r}")
        if one := _name({key: from_html(str(part)) for key, part in name.items() if part}):
            yield one


def _name(name: dict[str, str]) -> Item:
    """Return a name with its particles in front of the family name: "van Tulder", "d'Alembert"."""
    if "family" not in name:
        body = name.get("literal") or name.get("name") or name.get("given")
        return {"literal": body} if body else {}
    family = name["family"]
    for particle in ("dropping-particle", "non-dropping-particle"):
        if before := name.get(particle):
            joint = "" if before.endswith(("'", "\u2019", "-")) else " "
            family = f"{before}{joint}{family}"
    parts = {"family": family, "given": name.get("given"), "suffix": name.get("suffix")}
    return {key: value for key, value in parts.items() if value}


def _date(key: str, value: Any) -> tuple[str | None, list[str]]:  # noqa: ANN401 - any JSON
    """Return a date of CSL-JSON as "2019-07-05", as far as it goes."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            text = "-".join(str(part) for part in parts[0][:3] if part not in (None, ""))
        else:
            text = str(value.get("raw") or value.get("literal") or "")
    else:
        text = str(value)
    found, whole = csl_date(text)
    if not found:
        return None, [f"{key}: '{text[:40]}' is no date, and was passed over"] if text else []
    return found, [] if whole else [f"{key}: of '{text[:40]}' only {found} was taken"]
