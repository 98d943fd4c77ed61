"""Files of reference managers to source files: what can be used is made, the rest is named."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from cardgen.bibliography.csl import Item
from cardgen.bibliography.fields import Fields, source_fields
from cardgen.bibliography.formats import READ, Reader
from cardgen.bibliography.identifiers import doi as doi_in
from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.library.files import read_bytes, shown_path
from cardgen.library.text import decoded
from cardgen.library.validate import checked
from cardgen.library.yaml_tree import parse
from cardgen.model.source import Source
from cardgen.words import plain_words

MOST_BYTES = 20 * 1024 * 1024
_TO_FILL_IN = {
    "evidence": ("none", "guideline, systematic-review, randomised-trial …: what kind it is"),
    "about": ("Not described yet", "how large it is, and whom it looks at"),
    "checked": ("from-memory", "`verified` once you have read it and compared each field"),
}
_ODD = (ValueError, TypeError, AttributeError, KeyError, IndexError)
"""What a record that is not as its format has it can raise."""


class Imported(NamedTuple):
    """The texts of source files by their ids, and what a person should know."""

    texts: dict[str, str]
    told: tuple[Problem, ...]
    """What was passed over in records that were made."""
    refused: tuple[Problem, ...]
    """Records that were not made."""


def imported(path: Path, doi: str | None = None) -> Imported:
    """Return the sources in a file of a reference manager.

    Args:
        path: A file of CSL-JSON, BibTeX, RIS, PubMed's or EndNote's, of up to 20 MB.
        doi: Of its records, only the one with this DOI.

    Raises:
        InvalidDataError: the file cannot be read, or none of its records can be used.

    """
    file = shown_path(path)
    items = records(path)
    if doi is not None:
        items = _with_doi(items, doi, path)
    texts: dict[str, str] = {}
    told: list[Problem] = []
    refused: list[Problem] = []
    for id_, item in _named(items):
        try:
            text, said = _made(f"{file} ({_shown(id_, item)})", item)
        except InvalidDataError as error:
            refused += error.problems
        else:
            texts[id_] = text
            told += said
    if not texts:
        raise InvalidDataError(refused)
    return Imported(texts, tuple(told), tuple(refused))


def records(path: Path) -> list[Item]:
    """Return the records of a file; those of them that are none say so under `error`.

    Raises InvalidDataError.
    """
    file = shown_path(path)
    text = decoded(file, read_bytes(path), MOST_BYTES)
    read = _reader(path, text)
    if read is None:
        known = ", ".join(form.suffix for form in READ)
        message = f"expected a file that ends in {known}"
        remedy = "Export it as CSL JSON, BibTeX, RIS, PubMed or EndNote XML"
        raise InvalidDataError([Problem(file, 0, 0, "", message, remedy)])
    try:
        found = read(text)
    except (*_ODD, RecursionError) as error:
        said = " ".join(str(error).split())[:160]
        message, remedy = f"this cannot be read: {said}", "Export it again"
        raise InvalidDataError([Problem(file, 0, 0, "", message, remedy)]) from None
    if not found:
        raise InvalidDataError([Problem(file, 0, 0, "", "there is no record in it", "")])
    return found


def _reader(path: Path, text: str) -> Reader | None:
    """Return what reads a file: by its ending, or by how it begins where that is .txt."""
    suffix = path.suffix.lower()
    by_ending = {form.suffix: form.read for form in READ}
    if suffix in by_ending:
        return by_ending[suffix]
    if suffix not in {"", ".txt"}:
        return None
    return next((form.read for form in READ if re.match(form.begins, text)), None)


def _with_doi(items: Iterable[Item], doi: str, path: Path) -> list[Item]:
    wanted = (doi_in(doi) or doi).lower()
    for item in items:
        fields = _fields(item)
        if fields and str(fields.values.get("DOI", "")).lower() == wanted:
            return [item]
    message, remedy = f"no record has the DOI {doi}", "Leave --doi out to take all of them"
    raise InvalidDataError([Problem(shown_path(path), 0, 0, "--doi", message, remedy)])


def _fields(item: Item) -> Fields | None:
    try:
        return source_fields(item)
    except _ODD:
        return None


def _shown(id_: str, item: Item) -> str:
    said = "".join(c for c in str(item.get("title") or "") if c.isprintable() or c.isspace())
    title = " ".join(said.split())
    return f"{id_}: {title[:60]}" if title else id_


def _named(items: Iterable[Item]) -> Iterator[tuple[str, Item]]:
    """Yield records by an id for each, made from its first author and its year."""
    taken: set[str] = set()
    for item in items:
        base = _id(item)
        names = (base, *(f"{base}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
        free = next((name for name in names if name not in taken), f"{base}-{len(taken)}")
        taken.add(free)
        yield free, item


def _id(item: Item) -> str:
    fields = _fields(item)
    if "error" in item or not fields:
        return str(item.get("id") or "a record")
    author: Item = next(iter(fields.values.get("author", ())), {})
    name = author.get("family") or author.get("literal") or ""
    plain = _plain(name) or _plain(str(fields.values.get("title", ""))) or "source"
    return plain[:40] + str(fields.values.get("issued", ""))[:4]


def _plain(name: str) -> str:
    return "".join(plain_words(name))


def _made(place: str, item: Item) -> tuple[str, list[Problem]]:
    """Return the file of a source, and what is to be told of it. Raises InvalidDataError."""
    if "error" in item:
        raise InvalidDataError([Problem(place, 0, 0, "", item["error"], "")])
    try:
        fields = source_fields(item)
    except _ODD as error:
        said = " ".join(str(error).split())[:160] or type(error).__name__
        raise InvalidDataError([Problem(place, 0, 0, "", f"this record is odd: {said}")]) from None
    text = _text(fields.values)
    try:
        checked(parse(place, text.encode()), Source)
    except CardgenError as error:
        # Lines count in the file that is to be made, not in the one that was read.
        raise InvalidDataError(
            Problem(p.file, 0, 0, p.field, p.message, p.remedy) for p in error.problems
        ) from None
    return text, [Problem(place, 0, 0, "", said) for said in fields.told]


def _text(values: dict[str, Any]) -> str:
    lines = [_lines(key, values[key]) for key in _in_order(values)]
    for key, (value, comment) in _TO_FILL_IN.items():
        lines.append(f"# {comment[0].upper()}{comment[1:]}.\n{_lines(key, value)}")
    return "".join(lines)


def _in_order(values: dict[str, Any]) -> list[str]:
    order = [field.alias or name for name, field in Source.model_fields.items()]
    return sorted(values, key=order.index)


def _lines(key: str, value: Any) -> str:  # noqa: ANN401 - text or names
    """Return a field as YAML, each author on a line."""
    if isinstance(value, list):
        rows = (_yaml(row, flow=True) for row in value)
        return f"{key}:\n" + "".join(f"- {row}" for row in rows)
    return _yaml({key: value}, flow=False)


def _yaml(value: Any, *, flow: bool) -> str:  # noqa: ANN401 - any YAML
    return str(
        yaml.dump(
            value,
            Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
            allow_unicode=True,
            width=10_000,
            sort_keys=False,
            default_flow_style=flow,
        )
    )
