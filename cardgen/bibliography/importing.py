"""Files of reference managers to source files."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from cardgen.bibliography.csl import Item, source_fields
from cardgen.bibliography.formats import FORMATS
from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.library.files import read_bytes, shown_path
from cardgen.library.text import decoded
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import parse
from cardgen.model.source import Source

_TO_FILL_IN = {
    "evidence": ("none", "guideline, systematic-review, randomised-trial …: what kind it is"),
    "about": ("Not described yet", "how large it is, and whom it looks at"),
    "checked": ("from-memory", "`verified` once you have read it and compared each field"),
}


def records(path: Path) -> list[Item]:
    """Return the records of a CSL-JSON, BibTeX or RIS file. Raises InvalidDataError."""
    file = shown_path(path)
    read = {form.suffix: form.read for form in FORMATS.values()}.get(path.suffix.lower())
    if read is None:
        known = ", ".join(form.suffix for form in FORMATS.values())
        message = f"expected a file that ends in {known}"
        remedy = "Export it from Zotero as CSL JSON, BibTeX or RIS"
        raise InvalidDataError([Problem(file, 0, 0, "", message, remedy)])
    text = decoded(file, read_bytes(path))
    try:
        found = read(text)
        for item in found:  # what is in a record can be odd, too
            source_fields(item)
    except (ValueError, TypeError, AttributeError) as error:
        said = " ".join(str(error).split())[:160]
        remedy = "Export it again"
        raise InvalidDataError(
            [Problem(file, 0, 0, "", f"this cannot be read: {said}", remedy)]
        ) from None
    if not found:
        raise InvalidDataError([Problem(file, 0, 0, "", "there is no record in it", "")])
    return found


def with_doi(items: Iterable[Item], doi: str, path: Path) -> list[Item]:
    """Return the record that has this DOI. Raises InvalidDataError when none has."""
    wanted = source_fields({"type": "report", "DOI": doi})["DOI"].lower()
    found = [i for i in items if str(source_fields(i).get("DOI", "")).lower() == wanted]
    if not found:
        message, remedy = f"no record has the DOI {doi}", "Leave --doi out to take all of them"
        raise InvalidDataError([Problem(shown_path(path), 0, 0, "--doi", message, remedy)])
    return found[:1]


def named(items: Iterable[Item]) -> dict[str, Item]:
    """Return records by an id for each, made from its first author and its year."""
    found: dict[str, Item] = {}
    for item in items:
        base = _id(item)
        names = (base, *(f"{base}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
        free = next((name for name in names if name not in found), f"{base}-{len(found)}")
        found[free] = item
    return found


def _id(item: Item) -> str:
    fields = source_fields(item)
    author: Item = next(iter(fields.get("author", ())), {})
    name = author.get("family") or author.get("literal") or fields.get("title", "source")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "".join(re.findall(r"[a-z0-9]+", plain))[:40] + str(fields.get("issued", ""))[:4]


def source_text(id_: str, item: Item, path: Path) -> str:
    """Return the file of a source. Raises InvalidDataError when its fields cannot be used."""
    fields = source_fields(item)
    lines = [_lines(key, fields[key]) for key in _in_order(fields)]
    for key, (value, comment) in _TO_FILL_IN.items():
        lines.append(f"# {comment[0].upper()}{comment[1:]}.\n{_lines(key, value)}")
    text = "".join(lines)
    try:
        checked(parse(f"{shown_path(path)} ({id_})", text.encode()), Source)
    except CardgenError as error:
        # Lines count in the file that is to be made, not in the one that was read.
        raise InvalidDataError(
            Problem(p.file, 0, 0, p.field, p.message, p.remedy) for p in error.problems
        ) from None
    return text


def _in_order(fields: dict[str, Any]) -> list[str]:
    order = [field.alias or name for name, field in Source.model_fields.items()]
    return sorted(fields, key=order.index)


def _lines(key: str, value: Any) -> str:  # noqa: ANN401 - text or names
    """Return a field as YAML, each author on a line."""
    if isinstance(value, list):
        rows = (_yaml(row, flow=True) for row in value)
        return f"{key}:\n" + "".join(f"- {row}" for row in rows)
    return _yaml({key: value}, flow=False)


def _yaml(value: Any, *, flow: bool) -> str:  # noqa: ANN401 - any YAML
    return str(
        yaml.safe_dump(value, allow_unicode=True, width=10_000, sort_keys=False,
                       default_flow_style=flow)
    )  # fmt: skip
