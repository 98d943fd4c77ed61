"""Shaped text in a PDF: a font made for the document, with one glyph for each cluster.

Readers give words back right where each glyph stands for the letters of a whole cluster, in the
order in which they are read; where the dots of an Arabic letter or the parts of an Indian syllable
are glyphs of their own, none does.
"""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cardgen.memo import kept
from cardgen.model.glyphs import UPEM, Cluster, Glyph
from cardgen.pdf.cluster_codes import FONT_OBJECTS
from cardgen.pdf.deflate import BEST, PAGE_LEVEL, compressed
from cardgen.pdf.font_program import to_unicode
from cardgen.pdf.objects import Objects, number, plain, stream
from cardgen.pdf.outlines import composed
from cardgen.pdf.truetype import NOTHING, TrueGlyph, bounds, glyph_of, truetype

_PER_MILLE = 1000 / UPEM
_SYMBOLIC = 4


@lru_cache(maxsize=1 << 12)
def _drawn(glyphs: tuple[Glyph, ...]) -> TrueGlyph:
    """Return one glyph for several. It is kept: a letter with its marks says nothing of a text."""
    return glyph_of(composed(glyphs))


class _Part(NamedTuple):
    """The body of an object: that of a dictionary, or a stream with these entries."""

    entries: str
    content: bytes | None = None


class _Font(NamedTuple):
    """What the objects of a font say, but for their numbers."""

    name: str
    widths: str
    box: str
    length: int
    program: bytes
    table: bytes


def _font_of(clusters: Sequence[Cluster], level: int = BEST) -> _Font:
    glyphs = [NOTHING, *[_drawn(cluster.glyphs) for cluster in clusters]]
    advances = [0, *[cluster.advance for cluster in clusters]]
    program = truetype(glyphs, advances)
    digest = hashlib.blake2b(program, digest_size=6).digest()
    name = f"{''.join(chr(ord('A') + byte % 26) for byte in digest)}+Clusters"
    widths = " ".join([number(advance * _PER_MILLE) for advance in advances[1:]])
    box = " ".join([number(side * _PER_MILLE) for side in bounds(glyphs)])
    unicode = to_unicode({i: c.text for i, c in enumerate(clusters, 1)}, digits=4)
    packed = (compressed(part, level) for part in (program, unicode))
    return _Font(name, widths, box, len(program), *packed)


_kept_font = kept(256)(_font_of)


def font_parts(font: _Font, numbers: Sequence[int]) -> list[_Part]:
    """Return the objects of a font, which are to have these numbers; the first is its own."""
    name, widths, box, length, program, unicode = font
    _, descendant, descriptor, embedded, table = numbers
    return [
        _Part(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {table} 0 R>>"
        ),
        _Part(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity/DW 0"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/W[1[{widths}]]>>"
        ),
        _Part(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{box}]"
            "/ItalicAngle 0/Ascent 760/Descent -240/CapHeight 668/StemV 80"
            f"/FontFile2 {embedded} 0 R>>"
        ),
        _Part(f"/Filter/FlateDecode/Length1 {length}", program),
        _Part("/Filter/FlateDecode", unicode),
    ]


def written_font(clusters: tuple[Cluster, ...], first: int, *, may_keep: bool) -> list[bytes]:
    """Return the objects of a font as they stand in a file, from the number `first` on.

    It is kept for other files unless its clusters are those of a person's words.
    """
    font = _kept_font(clusters) if may_keep else _font_of(clusters, PAGE_LEVEL)
    numbers = range(first, first + FONT_OBJECTS)
    return [
        plain(at, part.entries) if part.content is None else stream(at, part.entries, part.content)
        for at, part in zip(numbers, font_parts(font, numbers), strict=True)
    ]


def add_cluster_font(objects: Objects, clusters: Sequence[Cluster]) -> int:
    """Add a font for clusters, and return the number of its object.

    It is added behind what it names, as all else is that merged documents share.
    """
    numbers = range(objects.next + FONT_OBJECTS - 1, objects.next - 1, -1)
    for part in reversed(font_parts(_font_of(clusters), numbers)):
        if part.content is None:
            objects.add(part.entries)
        else:
            objects.stream(part.entries, part.content)
    return numbers[0]
