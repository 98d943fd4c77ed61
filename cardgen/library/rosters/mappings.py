"""Rosters of `column: value`: a list in YAML, or JSON Lines."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.rosters.encoding import text_of
from cardgen.library.rosters.numbering import Numbering
from cardgen.library.rosters.source import Source
from cardgen.library.rosters.table import tidy
from cardgen.library.rosters.values import kind_of, shown
from cardgen.library.yaml_tree import parse_list
from cardgen.model.roster import NUMBER, REASON, Columns, Dialect, Roster, Row

_HALF = "\\ud"
"""What escapes begin with that name halves of signs."""
_EACH = "Write one object on each line"


class _DoubledError(ValueError):
    """Two keys of an object are the same."""


def read_yaml(source: Source) -> Roster:
    """Return the roster in a list of YAML. Raises InvalidDataError."""
    tree = parse_list(source.file, text_of(source).encode())
    lines = [tree.place((i,))[0] for i in range(len(tree.data))]
    return _roster(source, zip(lines, tree.data, strict=True))


def read_json_lines(source: Source) -> Roster:
    """Return the roster in JSON Lines. Raises InvalidDataError."""
    return _roster(source, _objects(source))


def _objects(source: Source) -> Iterator[tuple[int, Any]]:
    # A line ends with \n alone: other signs that Python splits at may stand within a text.
    for line, text in enumerate(text_of(source).split("\n"), 1):
        if not text.strip():
            continue
        try:
            data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
            _check_signs(text, data)
            yield line, data
        except _DoubledError as error:
            message = f"`{error}` stands twice"
            raise source.refusal(line, 0, message, "Keep one of the two") from None
        except RecursionError:
            raise source.refusal(line, 0, "this is nested too deep", _EACH) from None
        except ValueError as error:
            raise source.refusal(line, 0, f"this is not valid JSON: {error}", _EACH) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DoubledError(next(name for name in names if names.count(name) > 1))
    return found


def _check_signs(text: str, data: Any) -> None:
    """Raise ValueError where an escape names half of a sign."""
    try:
        if _HALF in text.lower():
            json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ValueError("half of a sign") from None


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _roster(source: Source, found: Iterator[tuple[int, Any]]) -> Roster:
    problems: list[Problem] = []
    rows: list[Row] = []
    headings: dict[str, str] = {}
    numbering: Numbering | None = None
    held = list(found)
    if any(isinstance(data, dict) and NUMBER in map(str.lower, data) for _, data in held):
        numbering = Numbering(source.file, (NUMBER,))
    for count, (line, data) in enumerate(held, 1):
        if not isinstance(data, dict):
            message = "expected a person as lines of `column: value`"
            problems.append(source.problem(line, 0, message))
            continue
        cells = _named(source, line, data, headings, problems)
        rows.append(_row(line, count, cells, numbering, problems))
    if not held:
        problems.append(source.problem(0, 0, "the roster is empty"))
    if problems:
        raise InvalidDataError(problems)
    columns = Columns(
        source.file,
        source.folder,
        tuple(headings),
        is_table=False,
        path=source.path,
        dialect=Dialect("mappings"),
        headings=tuple(headings.values()),
    )
    return Roster(columns, lambda: iter(rows), lambda name: _column(rows, name))


def _column(rows: list[Row], name: str) -> Iterator[tuple[int, str]]:
    return ((row.line, row.cells[name].strip()) for row in rows if name in row.cells)


def _named(
    source: Source,
    line: int,
    data: Mapping[str, Any],
    headings: dict[str, str],
    problems: list[Problem],
) -> dict[str, Any]:
    """Return values by the names of columns; add those that are new to `headings`."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        heading = tidy(str(key))
        name = source.rename(heading)
        if name in found:
            message, remedy = "two values stand for this column", "Keep one of the two"
            problems.append(Problem(source.file, line, 0, heading, message, remedy))
        found[name] = value
        if name not in (NUMBER, REASON):
            headings.setdefault(name, heading if heading.lower() != name else name)
    return found


def _row(
    line: int,
    count: int,
    found: dict[str, Any],
    numbering: Numbering | None,
    problems: list[Problem],
) -> Row:
    found.pop(REASON, None)
    number = shown(found.pop(NUMBER, None))
    if numbering:
        count = numbering.read(number, line, count, problems)
    texts = {name: shown(value) for name, value in found.items()}
    no_text = {name: what for name, value in found.items() if (what := kind_of(value))}
    cells = {name: text for name, text in texts.items() if text and not text.isspace()}
    return Row(count, line, cells, no_text or None)
