"""YAML text to plain data, remembering where each value stands.

Built on PyYAML's events rather than on its loader, so that nothing is guessed: a plain scalar
is a whole number, a decimal number, `true`, `false`, `null` or text. YAML 1.1 would read `no`
as False and `1:30` as 90, keep the last of two equal keys, and let aliases grow without bound.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.text import START_AFRESH, decoded, yaml_problem
from cardgen.model.library import Place
from cardgen.model.origin import FieldPath, dotted
from cardgen.words import shortened

MAX_DEPTH = 12
MAX_DIGITS = 15

Events = Iterator[Any]
"""PyYAML's events; its types do not tell them apart."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOST = re.compile(r"\s+#\w.*", re.ASCII)
"""A comment without a blank behind its sign: a colour, a number, a word that was meant."""
_SHOWN = 24
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Tree:
    """The data of one file, and the (line, column) of each value and key, counted from 1."""

    file: str
    data: Any
    values: dict[FieldPath, Place]
    keys: dict[FieldPath, Place]
    empty: frozenset[FieldPath] = frozenset()
    """The fields behind whose colon nothing stands; `null` is something."""

    def place(self, path: FieldPath) -> Place:
        """Return the line and column of the value at `path`, or of its nearest parent."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))

    def problem(self, path: FieldPath, message: str, remedy: str = "") -> Problem:
        """Return a Problem at the value that `path` leads to."""
        return Problem(self.file, *self.place(path), dotted(path), message, remedy)


def parse(file: str, content: bytes) -> Tree:
    """Read one YAML document of a mapping. Raises InvalidDataError with every problem found."""
    return _parsed(file, content, dict, "lines of `field: value`")


def parse_list(file: str, content: bytes) -> Tree:
    """Read one YAML document of a list. Raises InvalidDataError with every problem found."""
    return _parsed(file, content, list, "a list, each thing in it after a hyphen")


def _parsed(file: str, content: bytes, kind: type, expected: str) -> Tree:
    text = decoded(file, content)
    reader = _Reader(file, text.splitlines() if _LOST.search(text) else [])
    data = None
    try:
        data = reader.document(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        reader.problems.append(yaml_problem(file, text, error))
    if reader.problems:
        raise InvalidDataError(reader.problems)
    if not isinstance(data, kind):
        message = f"expected {expected}, found {_named(data)}"
        raise InvalidDataError([Problem(file, 1, 1, "", message, START_AFRESH)])
    return Tree(file, data, reader.values, reader.keys, frozenset(reader.empty))


def _named(data: Any) -> str:
    if isinstance(data, dict):
        return "lines of `field: value`"
    return "nothing" if data is None else "a list" if isinstance(data, list) else "one value"


@dataclass(slots=True)
class _Reader:
    """Builds the data of one document from PyYAML's events."""

    file: str
    lines: list[str]
    """Of the text, where one of them has a sign that may cut words off."""
    problems: list[Problem] = field(default_factory=list)
    values: dict[FieldPath, Place] = field(default_factory=dict)
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    empty: list[FieldPath] = field(default_factory=list)

    def document(self, events: Events) -> Any:
        data, documents = None, 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, (), "found a second document", "Keep one object a file")
                    return data
                data = self._node(next(events), events, ())
        return data

    def _node(self, event: Any, events: Events, path: FieldPath) -> Any:
        self.values[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            remedy = "Write the value out; text that begins with & or * needs quotation marks"
            self._stop(event, path, "found an anchor or alias (& or *)", remedy)
        if getattr(event, "tag", None) not in (None, "!"):
            self._stop(event, path, f"found the tag '{event.tag}'", "Write the plain value")
        if len(path) > MAX_DEPTH:
            self._stop(event, path, f"nested deeper than {MAX_DEPTH} levels", START_AFRESH)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        if not event.implicit[0]:
            return event.value
        if not event.value and path:
            self.empty.append(path)
        found = scalar(event.value)
        if self.lines and (found is None or isinstance(found, str)):
            self._look_behind(event, path)
        return found

    def _look_behind(self, event: Any, path: FieldPath) -> None:
        """Refuse words that are a comment only since no quotation marks stand around them."""
        mark = event.end_mark
        if mark.line < len(self.lines) and (
            lost := _LOST.match(self.lines[mark.line], mark.column)
        ):
            said = lost[0].strip()
            self._refuse(
                event,
                path,
                f"'{shortened(said, _SHOWN)}' is lost: all behind a blank and # is a comment",
                "Put the whole text in quotation marks; or a blank behind the #",
            )

    def _sequence(self, events: Events, path: FieldPath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Events, path: FieldPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._stop(event, path, "found a field name that is not plain text", START_AFRESH)
            key = event.value
            here = (event.start_mark.line + 1, event.start_mark.column + 1)
            value = self._node(next(events), events, (*path, key))
            if key in found:
                first = self.keys[(*path, key)][0]
                self._refuse(
                    event,
                    (*path, key),
                    f"`{key}` stands twice (first on line {first})",
                    "Keep one of the two",
                )
            else:
                found[key], self.keys[(*path, key)] = value, here
        return found

    def _refuse(self, event: Any, path: FieldPath, message: str, remedy: str) -> None:
        mark = event.start_mark
        self.problems.append(
            Problem(self.file, mark.line + 1, mark.column + 1, dotted(path), message, remedy)
        )

    def _stop(self, event: Any, path: FieldPath, message: str, remedy: str) -> None:
        self._refuse(event, path, message, remedy)
        raise InvalidDataError(self.problems)


def scalar(text: str) -> str | int | float | bool | None:
    """Return the value that a plain scalar stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > MAX_DIGITS:
        return text
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
