"""Streams that are mostly the same each time: the fixed parts are compressed once.

The fixed parts are deflated each for itself and end on a whole byte; what stands between them
is spliced in as stored blocks (RFC 1951, 3.2.4), and the checksum is put together from those of
the parts (RFC 1950, 8.2). The result is an ordinary FlateDecode stream.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from struct import Struct

_LEVEL = 7
"""Nine takes twice the time for two bytes in a thousand."""
_HEAD, _END = b"\x78\xda", b"\x03\x00"
_PRIME = 65521
_MOST = 65535
"""The most bytes of a stored block."""
_STORED = Struct("<BHH").pack
"""Writes the head of a stored block: its kind, its length, and that once more, turned round."""


def compressed(content: bytes) -> bytes:
    """Return content as a FlateDecode stream holds it."""
    return zlib.compress(content, _LEVEL)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fixed part, compressed, with its checksum and length before that."""

    deflated: bytes
    adler: int
    length: int


def fixed(content: bytes, deflater: "zlib._Compress | None" = None) -> Fixed:
    """Return a part that is the same each time."""
    if not content:
        return Fixed(b"", 1, 0)
    deflater = deflater or _deflater()
    # A full flush leads back to nothing that stands before it.
    deflated = deflater.compress(content) + deflater.flush(zlib.Z_FULL_FLUSH)
    return Fixed(deflated, zlib.adler32(content), len(content))


def _deflater() -> "zlib._Compress":
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)


def compressed_each(contents: Iterable[bytes]) -> list[bytes]:
    """Return contents as streams of their own. It takes less time than one after the other."""
    deflater = _deflater()
    return [spliced((fixed(content, deflater),), ()) for content in contents]


def spliced(parts: Sequence[Fixed], between: Iterable[bytes]) -> bytes:
    """Return the stream of the fixed parts, with one of `between` after each but the last."""
    first, *others = parts
    out = [_HEAD, first.deflated]
    adler = first.adler
    for value, part in zip(between, others, strict=True):
        for start in range(0, len(value) or 1, _MOST):
            block = value[start : start + _MOST]
            out += (_STORED(0, len(block), len(block) ^ _MOST), block)
        out.append(part.deflated)
        adler = _combined(zlib.adler32(value, adler), part)
    out += (_END, adler.to_bytes(4, "big"))
    return b"".join(out)


def _combined(adler: int, part: Fixed) -> int:
    """Return the checksum of something with the checksum `adler`, and `part` after it."""
    low, high = adler & 0xFFFF, adler >> 16
    then_low, then_high = part.adler & 0xFFFF, part.adler >> 16
    total = (low + then_low - 1) % _PRIME
    return ((high + then_high + part.length * (low - 1)) % _PRIME) << 16 | total
