"""Reads rosters: CSV as spreadsheets write it, YAML, and JSON Lines."""

import codecs
import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.files import read_bytes, shown_path
from cardgen.library.yaml_tree import parse_list
from cardgen.model.roster import Columns, Row

_DELIMITERS = ",;\t"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Found = tuple[Columns, Iterator[Row]]


def read_roster(path: Path, content: bytes | None = None) -> Found:
    """Return the columns of a roster and its rows, which are read as they are asked for.

    The name's ending says what it is: .csv, .yaml or .jsonl; what has none is CSV, and then
    `content` may hold it. Raises InvalidDataError, also while rows are read.
    """
    name = shown_path(path) if content is None else "standard input"
    read = _READERS.get(path.suffix.lower()) if content is None else _csv_rows
    if read is None:
        message = f"cannot tell what kind of file this is from its ending '{path.suffix}'"
        remedy = f"Name it with one of: {', '.join(_READERS)}"
        raise InvalidDataError([Problem(name, 0, 0, "", message, remedy)])
    folder = path.resolve().parent if content is None else Path.cwd()
    return read(name, folder, read_bytes(path) if content is None else content)


def _csv_rows(file: str, folder: Path, content: bytes) -> Found:
    text = _text(file, content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names = tuple(name.strip().lower() for name in _next(file, reader) or ())
    columns = Columns(file, folder, names, is_table=True)
    if problems := list(_misnamed(columns)):
        raise InvalidDataError(problems)
    return columns, _csv_records(columns, reader)


def _misnamed(columns: Columns) -> Iterator[Problem]:
    if not columns.names:
        yield Problem(columns.file, 1, 0, "", "the roster is empty", "Start with column names")
    for i, name in enumerate(columns.names):
        if name and name in columns.names[:i]:
            yield columns.problem(1, name, "two columns have this name", "Keep one of the two")


def _csv_records(columns: Columns, reader: Any) -> Iterator[Row]:
    number, width = 0, len(columns.names)
    while True:
        line = reader.line_num + 1
        record = _next(columns.file, reader)
        if record is None:
            return
        if not any(map(str.strip, record)):
            continue
        number += 1
        if any(map(str.strip, record[width:])):
            message = f"the row has {len(record)} cells, and there are {width} columns"
            remedy = "Put a cell that holds a comma or a semicolon in quotation marks"
            raise InvalidDataError([Problem(columns.file, line, 0, "", message, remedy)])
        pairs = zip(columns.names, record, strict=False)
        yield Row(number, line, {name: cell for name, cell in pairs if cell and not cell.isspace()})


def _next(file: str, reader: Any) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error as error:
        message, remedy = f"this is not valid CSV: {error}", "Close the quotation mark in this row"
        raise InvalidDataError([Problem(file, reader.line_num, 0, "", message, remedy)]) from None


def _text(file: str, content: bytes) -> str:
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"expected text in UTF-8, found the byte 0x{content[error.start]:02x}"
        remedy = "In the spreadsheet choose: Save as, CSV UTF-8"
        raise InvalidDataError([Problem(file, line, 0, "", message, remedy)]) from None


def _yaml_rows(file: str, folder: Path, content: bytes) -> Found:
    tree = parse_list(file, content)
    lines = [tree.place((i,))[0] for i in range(len(tree.data))]
    return _mappings(file, folder, list(zip(lines, tree.data, strict=True)))


def _json_rows(file: str, folder: Path, content: bytes) -> Found:
    found: list[tuple[int, Any]] = []
    for line, text in enumerate(_text(file, content).splitlines(), 1):
        try:
            found += [(line, json.loads(text))] if text.strip() else []
        except ValueError as error:
            message = f"this is not valid JSON: {error}"
            raise InvalidDataError(
                [Problem(file, line, 0, "", message, "Write one object on each line")]
            ) from None
    return _mappings(file, folder, found)


def _mappings(file: str, folder: Path, found: list[tuple[int, Any]]) -> Found:
    problems: list[Problem] = []
    rows = []
    for number, (line, data) in enumerate(found, 1):
        if not isinstance(data, dict):
            message = "expected a person as lines of `column: value`"
            problems.append(Problem(file, line, 0, "", message))
            continue
        cells = {str(name).strip().lower(): _cell(value) for name, value in data.items()}
        rows.append(Row(number, line, {name: cell for name, cell in cells.items() if cell}))
    names = tuple(dict.fromkeys(name for row in rows for name in row.cells))
    if not found:
        problems.append(Problem(file, 0, 0, "", "the roster is empty"))
    if problems:
        raise InvalidDataError(problems)
    return Columns(file, folder, names, is_table=False), iter(rows)


def _cell(value: Any) -> str:
    """Return a value as a cell of a table holds it; a list is its values, with blanks between."""
    if isinstance(value, list):
        return " ".join(map(_cell, value))
    if value is None:
        return ""
    return json.dumps(value) if isinstance(value, (bool, dict)) else str(value)


_READERS: Mapping[str, Callable[[str, Path, bytes], Found]] = {
    ".csv": _csv_rows,
    ".tsv": _csv_rows,
    ".yaml": _yaml_rows,
    ".yml": _yaml_rows,
    ".jsonl": _json_rows,
}
