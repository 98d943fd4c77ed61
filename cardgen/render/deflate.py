"""Streams that are mostly the same each time: the fixed parts are compressed once.

The fixed parts are deflated each for itself and end on a whole byte; what stands between them
is spliced in as stored blocks (RFC 1951, 3.2.4), and the checksum is put together from those of
the parts (RFC 1950, 8.2). The result is an ordinary FlateDecode stream.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LEVEL = 7
"""Nine takes twice the time for two bytes in a thousand."""
_HEAD, _END = b"\x78\xda", b"\x03\x00"
_PRIME = 65521
_MOST = 65535
"""The most bytes of a stored block."""


def compressed(content: bytes) -> bytes:
    """Return content as a FlateDecode stream holds it."""
    return zlib.compress(content, _LEVEL)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fixed part, compressed, with its checksum and length before that."""

    deflated: bytes
    adler: int
    length: int


def fixed(*contents: bytes) -> tuple[Fixed, ...]:
    """Return parts that are the same each time."""
    deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    return tuple(_fixed(content, deflater) for content in contents)


def _fixed(content: bytes, deflater: "zlib._Compress") -> Fixed:
    if not content:
        return Fixed(b"", 1, 0)
    # A full flush leads back to nothing that stands before it.
    deflated = deflater.compress(content) + deflater.flush(zlib.Z_FULL_FLUSH)
    return Fixed(deflated, zlib.adler32(content), len(content))


def spliced(parts: Sequence[Fixed], between: Iterable[bytes]) -> bytes:
    """Return the stream of the fixed parts, with one of `between` after each but the last."""
    first, *others = parts
    out = [_HEAD, first.deflated]
    adler = first.adler
    for value, part in zip(between, others, strict=True):
        for block in _blocks(value):
            out += (
                b"\0",
                len(block).to_bytes(2, "little"),
                (~len(block) & _MOST).to_bytes(2, "little"),
                block,
            )
        adler = _combined(zlib.adler32(value, adler), part)
        out.append(part.deflated)
    out += (_END, adler.to_bytes(4, "big"))
    return b"".join(out)


def _blocks(value: bytes) -> Iterable[bytes]:
    if len(value) <= _MOST:
        return (value,)
    return (value[i : i + _MOST] for i in range(0, len(value), _MOST))


def _combined(adler: int, part: Fixed) -> int:
    """Return the checksum of something with the checksum `adler`, and `part` after it."""
    low, high = adler & 0xFFFF, adler >> 16
    then_low, then_high = part.adler & 0xFFFF, part.adler >> 16
    total = (low + then_low - 1) % _PRIME
    return ((high + then_high + part.length * (low - 1)) % _PRIME) << 16 | total
