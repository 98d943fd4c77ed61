"""Clones of a document in object streams, each as what differs from the one before it.

Pages apart, every clone is a row of the same length, and so is the list of where its objects
begin, which stands before all clones. A row is written as the difference of each byte to that above
it: the predictor Up of PNG (ISO 32000-1, 7.4.4.4). Clones differ in the leading digits of their
numbers alone, and that in few ways, so that most rows are compressed already.
"""

from dataclasses import dataclass, field

from cardgen.pdf.deflate import LEVEL, DeflatedBlock, compressed, fixed, spliced, stored, together
from cardgen.pdf.merge.clones import ClonePlan
from cardgen.pdf.objects import (
    AS_IT_IS,
    BY_THE_ROW_ABOVE,
    FREE_ROW,
    stream,
    whole_row,
    xref_row,
)

MOST_CLONES = 200
"""So many make an object stream full."""
MOST_OBJECTS = 65_535
"""The table counts the objects of a stream in two bytes."""
_QUICK, _FEW = 1, 20
"""The level at which the first rows of a stream are compressed, unless it has few clones."""


@dataclass(slots=True)
class RowDifferences:
    """What differs from one clone of a document to the next, as rows, each compressed once."""

    plan: ClonePlan
    _bodies: dict[int, DeflatedBlock] = field(default_factory=dict)
    _starts: dict[tuple[int, int], DeflatedBlock] = field(default_factory=dict)
    _offsets: dict[int, tuple[bytes, int]] = field(default_factory=dict)

    def first(self, numbers: bytes) -> tuple[bytes, bytes]:
        """Return the rows of the first clone: where its objects begin, and all of them."""
        starts = self.plan.starts.filled(numbers + self._offset(0)[0])
        return AS_IT_IS + starts, AS_IT_IS + self.plan.bodies.filled(numbers)

    def next(self, numbers: bytes, above: bytes, place: int) -> tuple[DeflatedBlock, DeflatedBlock]:
        """Return the same for a clone at another place: the differences to the clone before it.

        `numbers` and `above` are the leading digits of the numbers of both.
        """
        step = int.from_bytes(numbers) - int.from_bytes(above)
        if (bodies := self._bodies.get(step)) is None:
            made = self.plan.bodies.difference(numbers, above)
            bodies = self._bodies[step] = fixed(BY_THE_ROW_ABOVE + made)
        here, moved = self._offset(place)
        if (starts := self._starts.get((step, moved))) is None:
            before, _ = self._offset(place - 1)
            made = self.plan.starts.difference(numbers + here, above + before)
            starts = self._starts[step, moved] = fixed(BY_THE_ROW_ABOVE + made)
        return starts, bodies

    def _offset(self, place: int) -> tuple[bytes, int]:
        """Return the digits that lead where objects begin, and what differs in them."""
        if place not in self._offsets:
            offsets, before = self.plan.offsets, max(place - 1, 0)
            here = offsets.leading(place * offsets.stride)
            above = offsets.leading(before * offsets.stride)
            self._offsets[place] = here, int.from_bytes(here) - int.from_bytes(above)
        return self._offsets[place]


@dataclass(slots=True)
class ObjectStreams:
    """Some clones of one document: their pages in one object stream, all else in another.

    Pages lie in one without a predictor, and so as every reader can read them: some pass over
    the predictors of object streams (pdf-lib 1.17 does, and finds no page then).
    """

    differences: RowDifferences
    page_stream: int = 0
    """The number of the stream with pages. The streams take the last numbers of the first clone:
    this one, then that with all else, if any."""
    _first: tuple[bytes, bytes] = (b"", b"")
    _starts: list[DeflatedBlock] = field(default_factory=list)
    _bodies: list[DeflatedBlock] = field(default_factory=list)
    _bases: list[int] = field(default_factory=list)
    """The numbers of the clones."""
    _numbers: list[bytes] = field(default_factory=list)
    """The leading digits of these."""
    plan: ClonePlan = field(init=False)
    """How the document is cloned."""
    _most: int = field(init=False)

    def __post_init__(self) -> None:
        self.plan = self.differences.plan
        most = max(self.plan.pages, self.plan.others)
        self._most = min(MOST_CLONES, MOST_OBJECTS // most)

    @property
    def numbers(self) -> list[int]:
        """Return the numbers of the streams: that with pages, and that with all else, if any."""
        return [self.page_stream, self.page_stream + 1][: 2 if self.plan.others else 1]

    @property
    def is_empty(self) -> bool:
        """Tell whether there are no clones yet."""
        return not self._bases

    @property
    def is_full(self) -> bool:
        """Tell whether there is no room for another clone."""
        return len(self._bases) >= self._most

    def following(self) -> "ObjectStreams":
        """Return those that go on with more clones of the document."""
        return ObjectStreams(self.differences)

    def add(self, base: int) -> int:
        """Add a clone whose first object has the number `base`; return its place in the streams."""
        plan, place = self.plan, len(self._bases)
        numbers = plan.numbers.leading(base)
        if not place:
            self.page_stream = base + plan.numbers.stride - (2 if plan.others else 1)
        if place and plan.others:
            starts, bodies = self.differences.next(numbers, self._numbers[-1], place)
            self._starts.append(starts)
            self._bodies.append(bodies)
        elif plan.others:
            self._first = self.differences.first(numbers)
        self._bases.append(base)
        self._numbers.append(numbers)
        return place

    def contents(self) -> list[bytes]:
        """Return both as they stand in the file, in the order of `numbers`."""
        return [self._pages(), *([self._others()] if self.plan.others else [])]

    def _pages(self) -> bytes:
        plan = self.plan
        *starts, length = plan.page_starts
        places = [*enumerate(starts, plan.holes)]
        heads = [
            f"{base + number} {at * length + start}"
            for at, base in enumerate(self._bases)
            for number, start in places
        ]
        head = " ".join([*heads, ""]).encode()
        pages = b"".join(map(plan.page_bodies.filled, self._numbers))
        entries = f"/Type/ObjStm/N {len(heads)}/First {len(head)}/Filter/FlateDecode"
        return stream(self.page_stream, entries, compressed(head + pages, self._level))

    @property
    def _level(self) -> int:
        return _QUICK if len(self._bases) > _FEW else LEVEL

    def _others(self) -> bytes:
        count, length = len(self._bases), self.plan.offsets.stride
        entries = (
            f"/Type/ObjStm/N {count * self.plan.others}/First {count * length}"
            f"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {length}>>"
        )
        starts, bodies = (fixed(row, self._level) for row in self._first)
        content = spliced(starts, *self._starts, bodies, *self._bodies)
        return stream(self.page_stream + 1, entries, content)


_FULL = 256
_STEP, _CARRIED = BY_THE_ROW_ABOVE + xref_row(0, 0, 1), BY_THE_ROW_ABOVE + xref_row(0, 0, _FULL + 1)
"""The differences between places in a stream that follow one another, byte by byte."""


class XrefRows:
    """The rows of clones in the table of objects, in the order of their numbers."""

    def __init__(self) -> None:
        """There are none yet."""
        self._done: list[DeflatedBlock] = []
        self._parts: list[DeflatedBlock] = []
        self._awaited: dict[int, int] = {}
        """The places in the parts of rows that are given later, by the number of their objects."""
        self._runs: dict[tuple[int, int, int], DeflatedBlock] = {}
        self._gaps: dict[int, DeflatedBlock] = {}

    def add(self, rows: list[bytes]) -> None:
        """Add some rows, each as it is."""
        self._parts.append(stored(b"".join(rows)))

    def reserve(self, number: int) -> None:
        """Add the row of an object that is written later."""
        self._awaited[number] = len(self._parts)
        self.add([FREE_ROW])

    def fill(self, number: int, row: bytes) -> None:
        """Give a row that was reserved. All rows up to here are put together where none is left."""
        self._parts[self._awaited.pop(number)] = stored(row)
        if not self._awaited:
            self._done.append(together(self._parts))
            self._parts.clear()

    def parts(self) -> list[DeflatedBlock]:
        """Return what makes up their stream."""
        return [*self._done, *self._parts]

    def add_clone(self, rows: list[bytes], holder: int, first: int, count: int, free: int) -> None:
        """Add some rows, then those of objects in a stream `holder`, from a place in it on.

        So many numbers follow that are `free`.
        """
        if not count:
            self.add(rows)
            self.add_free(free)
            return
        self.add([*rows, whole_row(2, holder, first)])
        # The higher byte of a place grows where the lower is full: so it matters how full it is.
        key = first % _FULL, count, free
        if key not in self._runs:
            self._runs[key] = fixed(_following(*key))
        self._parts.append(self._runs[key])

    def add_free(self, count: int) -> None:
        """Add numbers that nothing has."""
        if not count:
            return
        if count not in self._gaps:
            self._gaps[count] = fixed(FREE_ROW * count)
        self._parts.append(self._gaps[count])


def _following(first: int, count: int, free: int) -> bytes:
    """Return the rows of objects in a stream but for the first, and those of numbers behind them.

    `first` is the lower byte of the first one's place.
    """
    steps = [_STEP] * (count - 1)
    for at in range(_FULL - first - 1, count - 1, _FULL):
        steps[at] = _CARRIED
    return b"".join([*steps, FREE_ROW * free])
