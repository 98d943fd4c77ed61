"""Streams of parts, most of which are the same each time and are compressed once.

Parts are deflated each for itself and end on a whole byte, or are stored blocks (RFC 1951,
3.2.4). They are spliced, and their checksums put together (RFC 1950, 8.2). The result is an
ordinary FlateDecode stream.
"""

import zlib
from collections.abc import Iterable
from struct import Struct
from typing import NamedTuple

from deflate import zlib_compress

BEST, PAGE_LEVEL = 12, 7
"""The levels of libdeflate for what is compressed once, such as a picture or a font, and for a
page. Twelve saves a tenth and takes ten times as long as seven, which is as fast as zlib's five and
saves seven bytes in a hundred; zopfli saves one more, and takes forty times as long as twelve."""
LEVEL = 7
"""The level of zlib for parts that are spliced: libdeflate writes whole streams alone."""
_HEAD, _END = b"\x78\xda", b"\x03\x00"
_PRIME = 65521
_MOST = 65535
"""The most bytes of a stored block."""
_STORED = Struct("<BHH").pack
"""Writes the head of a stored block: its kind, its length, and that once more, turned round."""


def compressed(content: bytes, level: int = BEST) -> bytes:
    """Return content as a FlateDecode stream holds it."""
    return bytes(zlib_compress(content, level))


class DeflatedBlock(NamedTuple):
    """A part, compressed, with its checksum and length before that."""

    deflated: bytes
    adler: int
    length: int


def fixed(content: bytes, level: int = LEVEL) -> DeflatedBlock:
    """Return a part that is the same each time."""
    if not content:
        return DeflatedBlock(b"", 1, 0)
    deflater = zlib.compressobj(level, zlib.DEFLATED, -15)
    # A full flush leads back to nothing that stands before it.
    deflated = deflater.compress(content) + deflater.flush(zlib.Z_FULL_FLUSH)
    return DeflatedBlock(deflated, zlib.adler32(content), len(content))


def stored(content: bytes) -> DeflatedBlock:
    """Return a part that is not worth compressing."""
    if (length := len(content)) > _MOST:
        return together([stored(content[at : at + _MOST]) for at in range(0, length, _MOST)])
    block = _STORED(0, length, length ^ _MOST) + content
    return DeflatedBlock(block, zlib.adler32(content), length)


def together(parts: Iterable[DeflatedBlock]) -> DeflatedBlock:
    """Return several parts as one, with the checksum of all that they hold."""
    low, high, whole, deflated = 0, 0, 0, []
    for block, adler, length in parts:
        high += (adler >> 16) + length * low
        low += (adler & 0xFFFF) - 1
        whole += length
        deflated.append(block)
    checksum = high % _PRIME << 16 | (low + 1) % _PRIME
    return DeflatedBlock(b"".join(deflated), checksum, whole)


def spliced(*parts: DeflatedBlock) -> bytes:
    """Return the stream of some parts."""
    whole = together(parts)
    return b"".join((_HEAD, whole.deflated, _END, whole.adler.to_bytes(4, "big")))
