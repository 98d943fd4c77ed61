"""Operators without those that say nothing: a colour that is set already, a path that is dropped.

ReportLab sets every part of the graphics state before each shape, and saves it around each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

TOKEN = re.compile(r"\[[^\]]*\]|\S+")
_NOUGHT = re.compile(r"^(-?)0\.")
_PARTS = {"g": "fill", "rg": "fill", "G": "stroke", "RG": "stroke"} | {c: c for c in "wJjMd"}
"""What of the graphics state each operator sets (ISO 32000-1, tables 57 and 74)."""
_INSIDE, _ALONG = ("fill",), ("stroke", "w", "J", "j", "M", "d")
_PAINT = {
    **dict.fromkeys(("f", "f*"), _INSIDE),
    **dict.fromkeys(("S", "s"), _ALONG),
    **dict.fromkeys(("B", "B*", "b", "b*"), (*_INSIDE, *_ALONG)),
}
"""What each operator that paints a path needs of it (table 60)."""
_STEPS = frozenset(("m", "l", "c", "v", "y", "h", "re"))
_State = dict[str, str]


def operations(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each operator with its operands."""
    operands: list[str] = []
    for line in lines:
        for token in TOKEN.findall(line):
            if token[0] in "[+-.0123456789":
                operands.append(token)
            else:
                yield token, operands
                operands = []


@dataclass(slots=True)
class _Group:
    """What holds within a pair of q and Q."""

    wanted: _State
    outer: _State | None = None
    """What is set outside; None as long as there is no need of the pair."""


@dataclass(slots=True)
class _Writer:
    written: list[str] = field(default_factory=list)
    wanted: _State = field(default_factory=dict)
    set_: _State = field(default_factory=dict)
    """Nothing is known of what a page has set before a picture."""
    groups: list[_Group] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    start: str = ""
    """Where the last part of the path began."""
    before: list[str] = field(default_factory=list)
    points: list[Sequence[float]] = field(default_factory=list)
    """The operators of the path, and where each leads."""

    def take(self, operator: str, operands: Sequence[str]) -> bool:
        """Take an operator up, and tell whether it is known."""
        said = " ".join([*map(_short, operands), operator])
        if part := _PARTS.get(operator):
            self.wanted = {**self.wanted, part: said}
        elif operator in _STEPS:
            self._step(said, operator, [float(operand) for operand in operands[-2:]])
        elif operator in _PAINT:
            self._paint(operator)
        elif operator == "n":
            self._drop_path()
        elif operator == "q":
            self.groups.append(_Group(self.wanted))
        elif operator == "Q":
            self._close()
        elif operator == "cm" and self.groups:
            self._move(said)
        else:
            return False
        return True

    def _step(self, said: str, operator: str, point: Sequence[float]) -> None:
        if operator == "m":
            self.start = said[:-1]
        elif operator == "h" and self.path[-1:] == [f"{self.start}l"]:
            # What closes a path draws the line back to its start.
            self.path.pop()
        elif operator == "l" and self.before[-1:] == ["l"] and _goes_on(self.points[-2:], point):
            self.path.pop()
            self.points.pop()
            self.before.pop()
        self.path.append(said)
        self.points.append(point)
        self.before.append(operator)

    def _paint(self, operator: str) -> None:
        for part in _PAINT[operator]:
            if (said := self.wanted.get(part)) and said != self.set_.get(part):
                self.set_[part] = said
                self.written.append(said)
        self.written += (" ".join(self.path), operator)
        self._drop_path()

    def _drop_path(self) -> None:
        for kept in (self.path, self.before, self.points):
            kept.clear()

    def _move(self, said: str) -> None:
        group = self.groups[-1]
        if group.outer is None:
            group.outer = dict(self.set_)
            self.written.append("q")
        self.written.append(said)

    def _close(self) -> None:
        group = self.groups.pop()
        self.wanted = group.wanted
        if group.outer is not None:
            self.set_ = group.outer
            self.written.append("Q")


def terse(lines: Sequence[str]) -> tuple[str, ...]:
    """Return operators that draw the same, one a line; a path is one line.

    They come back as they are where one of them is not known here: a clip, a text.
    """
    writer = _Writer()
    if all(writer.take(*operation) for operation in operations(lines)):
        return tuple(writer.written)
    return tuple(lines)


def _goes_on(line: Sequence[Sequence[float]], last: Sequence[float]) -> bool:
    """Tell whether what leads from the end of a line to `last` goes on straight."""
    (from_x, from_y), (x, y) = line
    across, along = (x - from_x, y - from_y), (last[0] - x, last[1] - y)
    turn = across[0] * along[1] - across[1] * along[0]
    return turn == 0 and across[0] * along[0] + across[1] * along[1] > 0


def _short(number: str) -> str:
    return _NOUGHT.sub(r"\1.", number)
