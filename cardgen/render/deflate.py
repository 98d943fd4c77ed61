"""Streams of parts, most of which are the same each time and are compressed once.

Parts are deflated each for itself and end on a whole byte, or are stored blocks (RFC 1951,
3.2.4). They are spliced, and their checksums put together (RFC 1950, 8.2). The result is an
ordinary FlateDecode stream.
"""

import zlib
from collections.abc import Iterable
from struct import Struct
from typing import NamedTuple

LEVEL = 7
"""Nine takes twice the time for two bytes in a thousand."""
_HEAD, _END = b"\x78\xda", b"\x03\x00"
_PRIME = 65521
_MOST = 65535
"""The most bytes of a stored block."""
_STORED = Struct("<BHH").pack
"""Writes the head of a stored block: its kind, its length, and that once more, turned round."""


def compressed(content: bytes) -> bytes:
    """Return content as a FlateDecode stream holds it."""
    return zlib.compress(content, LEVEL)


class Fixed(NamedTuple):
    """A part, compressed, with its checksum and length before that."""

    deflated: bytes
    adler: int
    length: int


def fixed(content: bytes, level: int = LEVEL) -> Fixed:
    """Return a part that is the same each time."""
    return _fixed(content, _deflater(level))


def _fixed(content: bytes, deflater: "zlib._Compress") -> Fixed:
    if not content:
        return Fixed(b"", 1, 0)
    # A full flush leads back to nothing that stands before it.
    deflated = deflater.compress(content) + deflater.flush(zlib.Z_FULL_FLUSH)
    return Fixed(deflated, zlib.adler32(content), len(content))


def _deflater(level: int) -> "zlib._Compress":
    return zlib.compressobj(level, zlib.DEFLATED, -15)


def stored(content: bytes) -> Fixed:
    """Return a part that is not worth compressing."""
    starts = range(0, len(content), _MOST) or (0,)
    made = b"".join([_block(content[start : start + _MOST]) for start in starts])
    return Fixed(made, zlib.adler32(content), len(content))


def _block(content: bytes) -> bytes:
    return _STORED(0, len(content), len(content) ^ _MOST) + content


def together(parts: Iterable[Fixed]) -> Fixed:
    """Return several parts as one, with the checksum of all that they hold."""
    low, high, length, deflated = 1, 0, 0, []
    for part in parts:
        high = (high + (part.adler >> 16) + part.length * (low - 1)) % _PRIME
        low = (low + (part.adler & 0xFFFF) - 1) % _PRIME
        length += part.length
        deflated.append(part.deflated)
    return Fixed(b"".join(deflated), high << 16 | low, length)


def spliced(*parts: Fixed) -> bytes:
    """Return the stream of some parts."""
    whole = together(parts)
    return b"".join((_HEAD, whole.deflated, _END, whole.adler.to_bytes(4, "big")))


def compressed_each(contents: Iterable[bytes]) -> list[bytes]:
    """Return contents as streams of their own. It takes less time than one after the other."""
    deflater = _deflater(LEVEL)
    return [spliced(_fixed(content, deflater)) for content in contents]
