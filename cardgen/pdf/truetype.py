"""A TrueType font as a PDF embeds one: outlines and widths, and nothing else (ISO 32000-1, 9.9).

Formats are those of the OpenType specification, by the names of its tables.
"""

from collections.abc import Sequence
from itertools import accumulate
from struct import pack, unpack

from cardgen.model.glyphs import UPEM
from cardgen.pdf.outlines import Outline

Box = tuple[int, int, int, int]
_ON, _X_BYTE, _Y_BYTE, _X_SAME, _Y_SAME, _OVERLAPS = 1, 2, 4, 16, 32, 64
_MAGIC, _CHECKSUM = 0x5F0F3CF5, 0xB1B0AFBA
_MOST_IN_BYTE = 255
_NOTHING: Box = (0, 0, 0, 0)


def bounds(outlines: Sequence[Outline]) -> Box:
    """Return what outlines reach: left, low, right and high, in units."""
    points = [point for one in outlines for point in one.points]
    if not points:
        return _NOTHING
    xs, ys = [x for x, _, _ in points], [y for _, y, _ in points]
    return min(xs), min(ys), max(xs), max(ys)


def truetype(outlines: Sequence[Outline], advances: Sequence[int]) -> bytes:
    """Return a font of these glyphs, in the order of their numbers; the first is .notdef."""
    boxes = [bounds([one]) for one in outlines]
    glyphs = [_glyph(one, box) for one, box in zip(outlines, boxes, strict=True)]
    starts = list(accumulate(map(len, glyphs), initial=0))
    whole = bounds(outlines)
    metrics = [pack(">Hh", width, box[0]) for width, box in zip(advances, boxes, strict=True)]
    count = len(outlines)
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": _head(whole, 0),
        b"hhea": _hhea(whole, max(advances), count),
        b"hmtx": b"".join(metrics),
        b"loca": pack(f">{count + 1}I", *starts),
        b"maxp": _maxp(outlines),
    }
    made = _file(tables)
    tables[b"head"] = _head(whole, (_CHECKSUM - _sum(made)) & 0xFFFFFFFF)
    return _file(tables)


def _glyph(outline: Outline, box: Box) -> bytes:
    """Return a simple glyph: flags, then the steps from point to point."""
    if not outline.points:
        return b""
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


def _maxp(outlines: Sequence[Outline]) -> bytes:
    points = max(len(one.points) for one in outlines)
    contours = max(len(one.ends) for one in outlines)
    return pack(">IHHHHHHHHHHHHHH", 0x00010000, len(outlines), points, contours, 0, 0, 1, *[0] * 8)


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
