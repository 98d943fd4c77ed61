"""Text to operators, about the corner of the block that it stands in.

Most blocks of text stand on many pages. What draws one does not depend on where it stands, so
that it is made once.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cardgen.model.page import ASCENT, DESCENT, Bounds, Face, Line, Run
from cardgen.render.fonts import text_width
from cardgen.render.marks import Operators, colour, joined
from cardgen.render.objects import number
from cardgen.render.slots import Shown, Slot, Started, font, moved, shown

_MOST = 4096
"""Of so many blocks it is kept what draws them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What draws some text that is one link, or none. y runs up, from the block's upper edge."""

    code: tuple["bytes | Slot", ...]
    words: str
    link: str | None = None
    where: Bounds = (0, 0, 0, 0)
    """What a link covers."""


class Texts:
    """Draws blocks of text, and keeps what it has drawn."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, tuple[Sequence[Line], tuple[Passage, ...]]] = OrderedDict()

    def drawn(self, lines: tuple[Line, ...], slots: frozenset[str]) -> tuple[Passage, ...]:
        """Return what draws the lines of a block; the words of `slots` are left out."""
        # By identity: layout gives the same lines again. They are kept too, so that nothing
        # else can take their place in memory.
        key = id(lines), slots
        if (found := self._kept.get(key)) is None:
            found = self._kept[key] = lines, tuple(_passages(lines, slots))
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return found[1]


def _passages(lines: Iterable[Line], slots: frozenset[str]) -> Iterator[Passage]:
    """Yield as few passages as there can be: each link is one of its own."""
    for link, group in groupby(_pieces(lines), lambda piece: piece.link):
        pieces = list(group)
        if link is None:
            yield Passage(_code(pieces, slots), "".join(map(_words, pieces)))
            continue
        for piece in pieces:
            yield Passage(_code([piece], slots), _words(piece), link, _where(piece))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line that is one link, or none; (x, y) is where its baseline starts."""

    x: float
    y: float
    width: float
    link: str | None
    runs: tuple[Run, ...]
    right: float | None


def _pieces(lines: Iterable[Line]) -> Iterator[_Piece]:
    for line in lines:
        if line.right is not None:
            yield _Piece(line.x, line.y, line.width, None, line.runs, line.right)
            continue
        x = line.x
        for link, group in groupby(line.runs, lambda run: run.link):
            runs = tuple(group)
            width = sum(text_width(run.text, run.face, run.size) for run in runs)
            yield _Piece(x, line.y, width, link, runs, None)
            x += width


def _words(piece: _Piece) -> str:
    return "".join(run.text for run in piece.runs)


def _where(piece: _Piece) -> Bounds:
    first = piece.runs[0]
    base = first.rise - piece.y
    low, high = base - DESCENT * first.size, base + ASCENT * first.size
    return piece.x, low, piece.x + piece.width, high


def _code(pieces: Iterable[_Piece], slots: frozenset[str]) -> tuple["bytes | Slot", ...]:
    code: Operators = [b"BT\n"]
    pen, before = _Pen(code, slots), None
    for piece in pieces:
        place = round(piece.x, 2), round(-piece.y, 2)
        if piece.right is not None:
            runs = tuple(_emptied(run, slots) for run in piece.runs)
            started = Started(runs, piece.right, place[1])
            code.append(started if runs != piece.runs else started.operators({}))
        elif place != before:
            code.append(moved(*place))
        before = place if piece.right is None else None
        pen.write(piece.runs)
    code.append(b"ET\n")
    return tuple(joined(code))


def _emptied(run: Run, slots: frozenset[str]) -> Run:
    """Return a run without its words where they are those of a slot."""
    return replace(run, text="") if run.slot in slots else run


class _Pen:
    """Writes runs of text, and says only what changes between them."""

    def __init__(self, code: Operators, slots: frozenset[str]) -> None:
        self._code = code
        self._slots = slots
        self._font: tuple[Face, float] | None = None
        self._colour = ""
        self._rise = 0.0

    def write(self, runs: Iterable[Run]) -> None:
        """Write the runs of a line, from where the pen stands."""
        for run in runs:
            if (run.face, run.size) != self._font:
                self._font = run.face, run.size
                self._code.append(font(run.face, 0, run.size))
            if run.colour != self._colour:
                self._colour = run.colour
                self._code.append(colour(run.colour, "rg"))
            self._lift(run.rise)
            if run.slot and run.slot in self._slots:
                self._code.append(Shown(run.slot, run.face, run.size))
            else:
                self._code.append(shown(run.text, run.face, run.size))
        # The rise outlives its text object (ISO 32000-1, 9.3.1).
        self._lift(0)

    def _lift(self, rise: float) -> None:
        if rise != self._rise:
            self._rise = rise
            self._code.append(b"%b Ts\n" % number(rise).encode())
