"""Fonts to objects of a PDF: only the glyphs that are needed, without hints for old screens."""

import hashlib
from collections.abc import Mapping, Sequence
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
"""A block may have at most this many rows (Adobe Technical Note 5411)."""
_ONE_UNIT = 0x10000
"""From here on, a character is two units of UTF-16."""
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
    """Return the map from codes of so many hexadecimal digits to what they stand for.

    Codes that follow each other as their characters do are one row.
    """
    runs: list[list[int]] = []
    for code, text in sorted(texts.items()):
        if runs and _follows(texts, runs[-1][-1], code, text):
            runs[-1].append(code)
        else:
            runs.append([code])
    singles = [run for run in runs if len(run) == 1]
    ranges = [run for run in runs if len(run) > 1]
    said = {code: text.encode("utf-16-be").hex() for code, text in texts.items()}
    chars = [f"<{code:0{digits}X}> <{said[code]}>\n" for (code,) in singles]
    spans = [f"<{r[0]:0{digits}X}> <{r[-1]:0{digits}X}> <{said[r[0]]}>\n" for r in ranges]
    listed = _blocks(chars, "bfchar") + _blocks(spans, "bfrange")
    made = _CMAP.replace("CODES", "0" * digits).replace("LAST", "F" * digits)
    return made.replace("ROWS", listed).encode()


def _follows(texts: Mapping[int, str], before: int, code: int, text: str) -> bool:
    """Tell whether a code goes on with a range, which keeps to one first byte of its codes."""
    former = texts[before]
    if code != before + 1 or len(former) != 1 or len(text) != 1 or not code % 256:
        return False
    # Only the last byte counts up (ISO 32000-1, 9.10.3).
    return ord(text) == ord(former) + 1 < _ONE_UNIT and bool(ord(text) % 256)


def _blocks(rows: Sequence[str], kind: str) -> str:
    blocks = [rows[i : i + _CMAP_ROWS] for i in range(0, len(rows), _CMAP_ROWS)]
    return "".join([f"{len(b)} begin{kind}\n{''.join(b)}end{kind}\n" for b in blocks])
