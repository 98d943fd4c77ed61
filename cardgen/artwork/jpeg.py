"""JPEG files without what is not the picture: camera data, thumbnails, profiles, what follows it.

Source: ITU-T T.81, annex B, for the markers; Adobe Technical Note 5116 for APP14.
"""

from typing import NamedTuple

END, SCAN, ADOBE = 0xD9, 0xDA, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_FRAMES_OF_VIEWERS = frozenset((0xC0, 0xC1, 0xC2))
"""Baseline, extended and progressive, with Huffman codes: what DCTDecode must read."""
_DROPPED = frozenset((*range(0xE0, 0xF0), 0xFE)) - {ADOBE}
_ADOBE_LENGTH = 14
_PRECISION = 8
_MARK, _FIRST = 0xFF, 0xC0
"""What every marker begins with, and the lowest that has a segment."""
_WITHIN_SCANS = frozenset((0, _MARK, *range(0xD0, 0xD8)))
"""What follows it where it is no marker that ends a scan: stuffing, filling, restarts."""
_HEADER = 9
"""The bytes of a frame header before its components, the marker and its length among them."""
_USUAL = ((1,), (1, 2, 3))
"""The names of components of grey, and of YCbCr."""


class BareJpeg(NamedTuple):
    """A JPEG that is the picture alone, and how it is coded."""

    data: bytes
    width: int
    height: int
    components: int


def bare_jpeg(content: bytes) -> BareJpeg | None:
    """Return a grey or RGB JPEG without metadata; None for what PDF readers may show otherwise."""
    kept, at, frame, adobe = [content[:2]], 2, b"", False
    while (found := _segment(content, at)) is not None:
        marker, end = found
        if marker == END:
            kept.append(content[at:end])
            return _described(b"".join(kept), frame, adobe=adobe)
        if marker == SCAN:
            end = _end_of_scan(content, end)
        if marker in _FRAMES:
            frame = content[at + 1 : end]
        if marker == ADOBE and end - at == _ADOBE_LENGTH + 2:
            adobe = True
            kept.append(content[at:end])
        elif marker not in _DROPPED and marker != ADOBE:
            kept.append(content[at:end])
        at = end
    return None


def _segment(content: bytes, at: int) -> tuple[int, int] | None:
    """Return the marker at a place and where its segment ends, or None."""
    while content[at : at + 2] == b"\xff\xff":
        at += 1
    if len(content) < at + 2 or content[at] != _MARK:
        return None
    marker = content[at + 1]
    if marker == END:
        return marker, at + 2
    end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
    return (marker, end) if end <= len(content) and marker >= _FIRST else None


def _end_of_scan(content: bytes, at: int) -> int:
    """Return where the codes of a scan end: at a marker that is neither stuffed nor a restart."""
    while (at := content.find(b"\xff", at)) >= 0 and at + 1 < len(content):
        following = content[at + 1]
        if following not in _WITHIN_SCANS:
            return at
        at += 1 if following == _MARK else 2
    return len(content)


def _described(data: bytes, frame: bytes, *, adobe: bool) -> BareJpeg | None:
    """Return a JPEG with what its frame header says."""
    if len(frame) < _HEADER or frame[0] not in _FRAMES_OF_VIEWERS or frame[3] != _PRECISION:
        return None
    height, width, count = int.from_bytes(frame[4:6]), int.from_bytes(frame[6:8]), frame[8]
    names = tuple(frame[_HEADER + 3 * i] for i in range(count))
    if not (width and height) or (names not in _USUAL and not (adobe and count == len("RGB"))):
        return None
    return BareJpeg(data, width, height, count)
