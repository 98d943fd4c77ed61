"""Streams of parts, most of which are the same each time and are compressed once.

Parts are deflated each for itself and end on a whole byte, or are stored blocks (RFC 1951,
3.2.4). They are spliced, and their checksums put together (RFC 1950, 8.2). The result is an
ordinary FlateDecode stream.
"""

import zlib
from collections.abc import Iterable
from struct import Struct
from typing import NamedTuple

LEVEL, PAGE_LEVEL = 7, 5
"""For what many files share, and for a page. Nine takes twice the time of seven, for two bytes in a
thousand; seven half as much again as five, for one in a hundred."""
_HEAD, _END = b"\x78\xda", b"\x03\x00"
_PRIME = 65521
_MOST = 65535
"""The most bytes of a stored block."""
_STORED = Struct("<BHH").pack
"""Writes the head of a stored block: its kind, its length, and that once more, turned round."""


def compressed(content: bytes, level: int = LEVEL) -> bytes:
    """Return content as a FlateDecode stream holds it."""
    return zlib.compress(content, level)


class DeflatedBlock(NamedTuple):
    """A part, compressed, with its checksum and length before that."""

    deflated: bytes
    adler: int
    length: int


def fixed(content: bytes, level: int = LEVEL) -> DeflatedBlock:
    """Return a part that is the same each time."""
    return _fixed(content, _deflater(level))


def _fixed(content: bytes, deflater: "zlib._Compress") -> DeflatedBlock:
    if not content:
        return DeflatedBlock(b"", 1, 0)
    # A full flush leads back to nothing that stands before it.
    deflated = deflater.compress(content) + deflater.flush(zlib.Z_FULL_FLUSH)
    return DeflatedBlock(deflated, zlib.adler32(content), len(content))


def _deflater(level: int) -> "zlib._Compress":
    return zlib.compressobj(level, zlib.DEFLATED, -15)


def stored(content: bytes) -> DeflatedBlock:
    """Return a part that is not worth compressing."""
    deflated, start = b"", 0
    while start < len(content) or not start:
        block = content[start : start + _MOST]
        deflated += _STORED(0, len(block), len(block) ^ _MOST) + block
        start += _MOST
    return DeflatedBlock(deflated, zlib.adler32(content), len(content))


def together(parts: Iterable[DeflatedBlock]) -> DeflatedBlock:
    """Return several parts as one, with the checksum of all that they hold."""
    low, high, length, deflated = 1, 0, 0, []
    for part in parts:
        high = (high + (part.adler >> 16) + part.length * (low - 1)) % _PRIME
        low = (low + (part.adler & 0xFFFF) - 1) % _PRIME
        length += part.length
        deflated.append(part.deflated)
    return DeflatedBlock(b"".join(deflated), high << 16 | low, length)


def spliced(*parts: DeflatedBlock) -> bytes:
    """Return the stream of some parts."""
    whole = together(parts)
    return b"".join((_HEAD, whole.deflated, _END, whole.adler.to_bytes(4, "big")))


def compressed_each(contents: Iterable[bytes]) -> list[bytes]:
    """Return contents as streams of their own. It takes less time than one after the other."""
    deflater = _deflater(PAGE_LEVEL)
    return [spliced(_fixed(content, deflater)) for content in contents]
