"""Objects of a PDF file: numbers, streams, and the table that finds them (ISO 32000-1, 7.5)."""

from collections.abc import Iterable, Sequence, Sized
from itertools import accumulate
from struct import Struct

from cardgen.pdf.deflate import compressed


def literal(text: str) -> str:
    """Return text as a PDF string: as it is where that is plain, else in UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def rounded(value: float) -> float:
    """Return a measure to a hundredth; nought has no sign."""
    return round(value, 2) + 0


def number(value: float) -> str:
    """Return a measure to a hundredth, without the noughts that say nothing."""
    return f"{rounded(value):g}"


def rectangle(values: Sequence[float]) -> str:
    """Return measures as a PDF array."""
    return f"[{' '.join(map(number, values))}]"


def references(numbers: Iterable[int]) -> str:
    """Return a PDF array that names objects."""
    return f"[{' '.join([f'{n} 0 R' for n in numbers])}]"


class Objects:
    """Collects the objects of a file, and gives each its number."""

    def __init__(self, reserved: int) -> None:
        """Keep the numbers from 1 to `reserved` for objects that the file's user writes."""
        self._first = reserved + 1
        self._bodies: list[str | None] = []
        self.streams: dict[int, tuple[str, bytes]] = {}
        """Entries of the dictionary, and content, by number."""

    @property
    def count(self) -> int:
        """Return how many numbers the file's objects take, that of their stream among them."""
        return len(self._bodies) + 1

    @property
    def next(self) -> int:
        """Return the number that the next object has."""
        return self._first + len(self._bodies)

    def reserve(self) -> int:
        """Return a number whose object is given later."""
        self._bodies.append(None)
        return self._first + len(self._bodies) - 1

    def set(self, number: int, body: str) -> None:
        """Give the object of a number that was reserved."""
        self._bodies[number - self._first] = body

    def add(self, body: str) -> int:
        """Add an object, and return its number."""
        number = self.reserve()
        self.set(number, body)
        return number

    def stream(self, entries: str, content: bytes) -> int:
        """Add a stream with these entries of its dictionary, and return its number."""
        number = self.reserve()
        self.streams[number] = entries, content
        return number

    def drop_last(self) -> None:
        """Give back the number that was reserved last."""
        self._bodies.pop()

    def plain(self) -> dict[int, str]:
        """Return the objects that are not streams, by number."""
        numbered = enumerate(self._bodies, self._first)
        return {number: body for number, body in numbered if body is not None}

    def packed(self, start: int, level: int) -> tuple[bytes, bytes]:
        """Return all objects as they stand in the file, and their rows in its table.

        The content begins at the offset `start`. What is not a stream is packed into one, and
        compressed at this level.
        """
        bodies = self.plain()
        own = self._first + len(self._bodies)
        # A line break stands between them.
        places = accumulate([len(body) + 1 for body in bodies.values()], initial=0)
        heads = zip(bodies, places, strict=False)
        head = " ".join([f"{number} {place}" for number, place in heads]) + "\n"
        content = compressed((head + "\n".join(bodies.values())).encode("ascii"), level)
        entries = f"/Type/ObjStm/N {len(bodies)}/First {len(head)}/Filter/FlateDecode"
        streams = {**self.streams, own: (entries, content)}
        written = [stream(number, *found) for number, found in streams.items()]
        rows = {number: xref_row(2, own, index) for index, number in enumerate(bodies)}
        for number, place in zip(streams, offsets(written, start), strict=False):
            rows[number] = xref_row(1, place, 0)
        return b"".join(written), b"".join([rows[n] for n in range(self._first, own + 1)])


def plain(number: int, body: str) -> bytes:
    """Return an object that is no stream as it stands in a file."""
    return f"{number} 0 obj\n{body}\nendobj\n".encode()


_STREAM = b"%d 0 obj\n<<%b/Length %d>>\nstream\n%b\nendstream\nendobj\n"


def stream(number: int, entries: str, content: bytes) -> bytes:
    """Return a stream object as it stands in a file."""
    return _STREAM % (number, entries.encode("ascii"), len(content), content)


def streams(first: int, contents: Sequence[bytes]) -> list[bytes]:
    """Return stream objects without further entries, from the number `first` on."""
    return [_STREAM % (at, b"", len(one), one) for at, one in enumerate(contents, first)]


def offsets(written: Iterable[Sized], start: int) -> list[int]:
    """Return where objects begin that are written one after the other, and where they end."""
    return [*accumulate(map(len, written), initial=start)]


xref_row = Struct(">BIH").pack
"""Returns a row of the table: 1, the offset, 0; or 2, the stream that it is in, its place."""
whole_row = Struct(">xBIH").pack
"""Returns the same in a table of differences, with the mark that it is as it is."""
ROW_WIDTHS = "[1 4 2]"
_ROW = 7
PREDICTED = f"/DecodeParms<</Predictor 12/Columns {_ROW}>>"
"""What a table says whose rows are written as differences."""
AS_IT_IS, BY_THE_ROW_ABOVE = b"\0", b"\2"
"""Stand before a row, and tell how it is to be read (PNG 1.2, 6): as it is, or as the differences
to the row above it (Up), which are few."""
FREE_ROW = whole_row(0, 0, 0)
"""The row of a number that nothing has."""
FREE_HEAD = whole_row(0, 0, 65_535)
"""The row of the number 0, which heads the list of free ones (ISO 32000-1, 7.5.4)."""


def row_differences(rows: bytes) -> bytes:
    """Return rows of the table as differences; the first as it is, whatever stands above it."""
    differences = _less(rows[_ROW:], rows[:-_ROW])
    return _marked(AS_IT_IS, rows[:_ROW]) + _marked(BY_THE_ROW_ABOVE, differences)


def _less(values: bytes, others: bytes) -> bytes:
    """Return the differences of bytes, each for itself; one under nought counts from the end.

    All of them are one number: the high bit of each byte keeps it from borrowing of the next.
    """
    high = int.from_bytes(b"\x80" * len(values))
    first, second = int.from_bytes(values), int.from_bytes(others)
    apart = (first | high) - (second & ~high)
    return (apart ^ ((first ^ ~second) & high)).to_bytes(len(values))


def _marked(mark: bytes, rows: bytes) -> bytes:
    """Return rows, each with a mark before it."""
    count, width = len(rows) // _ROW, _ROW + 1
    marked = bytearray(mark * (count * width))
    for column in range(_ROW):
        marked[column + 1 :: width] = rows[column::_ROW]
    return bytes(marked)
