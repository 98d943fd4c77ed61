"""A TrueType font as a PDF embeds one: outlines and widths, and nothing else (ISO 32000-1, 9.9).

Formats are those of the OpenType specification, by the names of its tables.
"""

from collections.abc import Sequence
from itertools import accumulate
from struct import pack, unpack
from typing import NamedTuple

from cardgen.model.glyphs import UPEM
from cardgen.pdf.outlines import Outline

Box = tuple[int, int, int, int]
_ON, _X_BYTE, _Y_BYTE, _X_SAME, _Y_SAME, _OVERLAPS = 1, 2, 4, 16, 32, 64
_MAGIC, _CHECKSUM = 0x5F0F3CF5, 0xB1B0AFBA
_MOST_IN_BYTE = 255
_NOTHING: Box = (0, 0, 0, 0)


class TrueGlyph(NamedTuple):
    """A glyph as a font has it: left, low, right and high in units, and how much it holds."""

    code: bytes
    box: Box
    points: int
    contours: int


NOTHING = TrueGlyph(b"", _NOTHING, 0, 0)


def glyph_of(outline: Outline) -> TrueGlyph:
    """Return an outline as a font has it."""
    if not outline.points:
        return NOTHING
    xs, ys = [x for x, _, _ in outline.points], [y for _, y, _ in outline.points]
    box = min(xs), min(ys), max(xs), max(ys)
    return TrueGlyph(_code(outline, box), box, len(outline.points), len(outline.ends))


def bounds(glyphs: Sequence[TrueGlyph]) -> Box:
    """Return what glyphs reach together: left, low, right and high, in units."""
    boxes = [one.box for one in glyphs if one.points]
    if not boxes:
        return _NOTHING
    left, low, right, high = zip(*boxes, strict=True)
    return min(left), min(low), max(right), max(high)


def truetype(glyphs: Sequence[TrueGlyph], advances: Sequence[int]) -> bytes:
    """Return a font of these glyphs, in the order of their numbers; the first is .notdef."""
    starts = list(accumulate([len(one.code) for one in glyphs], initial=0))
    whole = bounds(glyphs)
    metrics = [pack(">Hh", width, one.box[0]) for width, one in zip(advances, glyphs, strict=True)]
    count = len(glyphs)
    tables = {
        b"glyf": b"".join([one.code for one in glyphs]),
        b"head": _head(whole, 0),
        b"hhea": _hhea(whole, max(advances), count),
        b"hmtx": b"".join(metrics),
        b"loca": pack(f">{count + 1}I", *starts),
        b"maxp": _maxp(glyphs),
    }
    made = _file(tables)
    tables[b"head"] = _head(whole, (_CHECKSUM - _sum(made)) & 0xFFFFFFFF)
    return _file(tables)


def _code(outline: Outline, box: Box) -> bytes:
    """Return a simple glyph: flags, then the steps from point to point."""
    flags, xs, ys = bytearray(), [], []
    x = y = 0
    for right, up, on in outline.points:
        across, x_flag = _step(right - x, _X_BYTE, _X_SAME)
        along, y_flag = _step(up - y, _Y_BYTE, _Y_SAME)
        flags.append(_ON * on | x_flag | y_flag)
        xs.append(across)
        ys.append(along)
        x, y = right, up
    # Parts of a cluster may overlap: a mark and its letter, two strokes of one letter.
    flags[0] |= _OVERLAPS
    ends = pack(f">{len(outline.ends)}H", *outline.ends)
    made = b"".join([pack(">5h", len(outline.ends), *box), ends, b"\0\0", bytes(flags), *xs, *ys])
    return made + b"\0" * (-len(made) % 4)


def _step(by: int, one_byte: int, same: int) -> tuple[bytes, int]:
    """Return how a step is written, and its flags."""
    if by == 0:
        return b"", same
    if -_MOST_IN_BYTE <= by <= _MOST_IN_BYTE:
        return bytes((abs(by),)), one_byte | (same if by > 0 else 0)
    return pack(">h", by), 0


def _head(box: Box, adjustment: int) -> bytes:
    # Coordinates count from the baseline (1), side bearings from x = 0 (2); long offsets.
    times = 0, 0
    return pack(
        ">IIIIHHqq4hHHhhh",
        *(0x00010000, 0x00010000, adjustment, _MAGIC, 0b11, UPEM),
        *(*times, *box, 0, 8, 2, 1, 0),
    )


def _hhea(box: Box, widest: int, count: int) -> bytes:
    return pack(
        ">IhhhHhhhhhh4hhH",
        *(0x00010000, max(box[3], 0), min(box[1], 0), 0, widest, box[0], 0, box[2]),
        *(1, 0, 0, 0, 0, 0, 0, 0, count),
    )


def _maxp(glyphs: Sequence[TrueGlyph]) -> bytes:
    points = max(one.points for one in glyphs)
    contours = max(one.contours for one in glyphs)
    return pack(">IHHHHHHHHHHHHHH", 0x00010000, len(glyphs), points, contours, 0, 0, 1, *[0] * 8)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """Return tables as a file, each with its checksum in the directory."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = pack(
        ">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    padded = [content + b"\0" * (-len(content) % 4) for content in tables.values()]
    places = accumulate(map(len, padded), initial=len(head) + 16 * count)
    rows = [
        tag + pack(">III", _sum(content), place, len(content))
        for (tag, content), place in zip(tables.items(), places, strict=False)
    ]
    return b"".join([head, *rows, *padded])


def _sum(content: bytes) -> int:
    content += b"\0" * (-len(content) % 4)
    total: int = sum(unpack(f">{len(content) // 4}I", content))
    return total & 0xFFFFFFFF
