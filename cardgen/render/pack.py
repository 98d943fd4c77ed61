"""What grows with a file of many documents, compressed as it comes."""

import zlib
from dataclasses import dataclass, field

from cardgen.render.copies import STREAM, Copies
from cardgen.render.deflate import Fixed
from cardgen.render.objects import stream

_LEVEL = 4
"""6 takes more than twice as long, to save a twelfth."""


class Rows:
    """The rows of copies in the table of objects, compressed as they come."""

    def __init__(self) -> None:
        """There are none yet."""
        self._deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        self._out: list[bytes] = []
        self._adler, self._length = 1, 0

    def add(self, rows: bytes) -> None:
        """Add the rows that follow."""
        self._out.append(self._deflater.compress(rows))
        self._adler = zlib.adler32(rows, self._adler)
        self._length += len(rows)

    def part(self) -> Fixed:
        """Return all of them, to be spliced into a stream. Nothing can be added any more."""
        self._out.append(self._deflater.flush(zlib.Z_FULL_FLUSH))
        return Fixed(b"".join(self._out), self._adler, self._length)


@dataclass(slots=True)
class Pack:
    """Copies that are compressed together, since they are much alike."""

    number: int
    plain: int = 0
    """How many objects there are in it."""
    rows: list[bytes] = field(default_factory=list)
    """The rows of its objects, and of those between them, in the order of their numbers."""
    _length: int = 0
    _starts: list[str] = field(default_factory=list)
    _bodies: list[str] = field(default_factory=list)

    def add(self, found: Copies, base: int, key: int) -> None:
        """Add a copy whose first object has the number `base`."""
        given = [key + n if is_key else base + n for is_key, n in found.numbers]
        self._bodies.append(found.bodies % tuple(given))
        starts, rows = found.placed(self.plain, self._length)
        self._starts.append(starts % tuple(range(base, base + found.plain)))
        self.rows.append(rows.replace(STREAM, self.number.to_bytes(4, "big")))
        self.plain += found.plain
        self._length += found.starts[-1]

    def content(self) -> bytes:
        """Return it as it stands in the file."""
        head = " ".join(self._starts) + "\n"
        packed = zlib.compress((head + "\n".join(self._bodies)).encode(), _LEVEL)
        entries = f"/Type/ObjStm/N {self.plain}/First {len(head)}/Filter/FlateDecode"
        return stream(self.number, entries, packed)
