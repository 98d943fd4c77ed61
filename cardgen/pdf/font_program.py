"""Fonts to objects of a PDF: only the glyphs that are needed, without hints for old screens."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO

from fontTools.ttLib import TTFont

from cardgen.model.page import FontStyle
from cardgen.pdf.deflate import compressed
from cardgen.pdf.objects import Objects
from cardgen.typography.fonts import codes, file, letter, metrics

_UNNEEDED = ("cvt ", "fpgm", "prep", "name", "post", "OS/2")
_NONE = -1
"""A character that no font has: its code shows nothing."""
_SYMBOLIC = 4
_CMAP_ROWS = 100
"""A bfchar block may have at most this many rows (Adobe Technical Note 5411)."""
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<CODES> <LAST>
endcodespacerange
ROWSendcmap
CMapName currentdict /CMap defineresource pop
end
end"""

Subset = tuple[FontStyle, int, frozenset[str]]
"""A page of a face, and the characters that are needed of it."""


def add_font(objects: Objects, subset: Subset) -> int:
    """Add a font with these characters, and return the number of its object."""
    program, table, size = _streams(subset)
    font, descriptor = _described(subset)
    embedded = objects.stream(f"/Filter/FlateDecode/Length1 {size}", program)
    described = objects.add(f"<</Type/FontDescriptor{descriptor}/FontFile2 {embedded} 0 R>>")
    unicode = objects.stream("/Filter/FlateDecode", table)
    return objects.add(
        f"<</Type/Font/Subtype/TrueType{font}/FontDescriptor {described} 0 R"
        f"/ToUnicode {unicode} 0 R>>"
    )


@lru_cache(maxsize=64)
def _described(subset: Subset) -> tuple[str, str]:
    """Return the entries of a font and of its descriptor, but for references to others."""
    face, page, characters = subset
    name = f"{_tag(subset)}+{file(face).stem}"
    code, measured = codes(page), metrics(face)
    widths = {code[c]: measured.charWidths[ord(c)] for c in characters}
    first, last = min(widths), max(widths)
    listed = " ".join(f"{widths.get(code, 0):g}" for code in range(first, last + 1))
    box = " ".join(f"{value:g}" for value in measured.bbox)
    font = f"/BaseFont/{name}/FirstChar {first}/LastChar {last}/Widths[{listed}]"
    descriptor = (
        f"/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{box}]"
        f"/ItalicAngle {measured.italicAngle:g}/Ascent {measured.ascent:g}"
        f"/Descent {measured.descent:g}/CapHeight {measured.capHeight:g}"
        f"/StemV {measured.stemV:g}"
    )
    return font, descriptor


def _tag(subset: Subset) -> str:
    face, page, characters = subset
    said = f"{face} {page} {''.join(sorted(characters))}".encode()
    digest = hashlib.blake2b(said, digest_size=6).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest)


@lru_cache(maxsize=64)
def _streams(subset: Subset) -> tuple[bytes, bytes, int]:
    """Return the font program and the map to Unicode, both compressed, and the first's length."""
    face, page, characters = subset
    code = codes(page)
    wanted = [_NONE] * 256
    for character in characters:
        wanted[code[character]] = ord(character)
    program = _without_hints(metrics(face).makeSubset(wanted))
    table = to_unicode({code[c]: letter(c) for c in characters}, digits=2)
    return compressed(program), compressed(table), len(program)


def _without_hints(program: bytes) -> bytes:
    """Return a font without what a viewer takes from the PDF instead, or does without."""
    # fontTools has a subsetter, too, which takes ten times as long as ReportLab's to load and to
    # run; ReportLab's leaves all hints.
    font = TTFont(BytesIO(program), recalcTimestamp=False, recalcBBoxes=False)
    for table in _UNNEEDED:
        if table in font:
            del font[table]
    for glyph in font["glyf"].glyphs.values():
        glyph.trim(remove_hinting=True)
    out = BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()


def to_unicode(texts: Mapping[int, str], *, digits: int) -> bytes:
    """Return the map from codes of so many hexadecimal digits to what they stand for."""
    rows = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be').hex()}>\n"
        for code, text in sorted(texts.items())
    ]
    blocks = (rows[i : i + _CMAP_ROWS] for i in range(0, len(rows), _CMAP_ROWS))
    listed = "".join(f"{len(b)} beginbfchar\n{''.join(b)}endbfchar\n" for b in blocks)
    made = _CMAP.replace("CODES", "0" * digits).replace("LAST", "F" * digits)
    return made.replace("ROWS", listed).encode()
