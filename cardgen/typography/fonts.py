"""The typefaces: Atkinson Hyperlegible with a plain zero, and one that headings may have.

A character always has the same code, whatever else is printed: those of Windows-1252 have
theirs, on page 0 of their face, and all others stand on page 1 in the order of Unicode. So what
a piece of text looks like in a file does not depend on the rest of the document.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import get_args

from reportlab.pdfbase.ttfonts import TTFontFace

from cardgen.model.page import FontStyle
from cardgen.paths import DATA
from cardgen.typography.kerning import kerning, most

FOLDER, STEM = DATA / "fonts/sans", "CardgenSans"
"""Where the files of our own typeface are, which `derive.py` makes, and what they start with."""
SLASHED = 0xE000
"""The code point of its slashed zero: one for private use."""
_OWN: dict[FontStyle, str] = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold-italic": "BoldItalic",
}
"""The style of each face, as its file is named."""
_HEADING = "fontpkg_fira_sans", "FiraSans-Bold.ttf"
"""The package and the file of the other."""
_SLASHED: dict[FontStyle, FontStyle] = {
    "source": "regular",
    "source-bold": "bold",
    "source-italic": "italic",
    "source-bold-italic": "bold-italic",
}
"""The faces of sources, whose zeros have a slash, and those that they are but for that."""
FACES: tuple[FontStyle, ...] = tuple(face for face in get_args(FontStyle) if face not in _SLASHED)
"""The faces that a file has. Those of sources show another zero of theirs."""
_SLASHED_ZERO = chr(SLASHED)
PAGES = (0, 1)
WESTERN = "cp1252"
"""The codes of page 0, as Python calls them."""
SOFT = 0xAD
HYPHEN = chr(SOFT)
"""The soft hyphen: where a word may be broken. It prints where it is, and is no letter of it."""
_FIRST = 0x21
"""The first code of page 1: a code below it would be white space or a control character."""
_FREE = 0x81
"""A code that Windows-1252 leaves free: that of the slashed zero."""


def resource(face: FontStyle, page: int) -> str:
    """Return what content streams call a page of a face."""
    return f"{face[0].upper()}{len(face) if '-' in face else ''}{page}"


def file(face: FontStyle) -> Path:
    """Return the TrueType file of a face."""
    if face == "heading":
        package, name = _HEADING
        return Path(str(files(package))) / "files" / name
    return FOLDER / f"{STEM}-{_OWN[_SLASHED.get(face, face)]}.ttf"


def drawn(text: str, face: FontStyle) -> tuple[str, FontStyle]:
    """Return a text as it is drawn, and the face of a file that draws it.

    Each zero of a source becomes the slashed one, which is read as a zero.
    """
    if face in _SLASHED:
        return text.replace("0", _SLASHED_ZERO), _SLASHED[face]
    return text, face


def letter(character: str) -> str:
    """Return what a character that is drawn is read as."""
    return "0" if character == _SLASHED_ZERO else character


@cache
def metrics(face: FontStyle) -> TTFontFace:
    """Return what ReportLab reads from the file of a face."""
    return TTFontFace(str(file(face)))


@cache
def glyphs() -> frozenset[int]:
    """Return the code points that every face can print, each by one glyph.

    Marks that stand on the letter before them need shaping.
    """
    common = set.intersection(*(set(metrics(face).charToGlyph) for face in FACES))
    return frozenset(c for c in common if unicodedata.category(chr(c))[0] not in "MC" or c == SOFT)


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(chr, glyphs()))


def is_plain(text: str) -> bool:
    """Tell whether every face has the characters of a text, each a glyph of its own."""
    return _plain().issuperset(text)


@lru_cache(maxsize=len(PAGES))
def codes(page: int) -> dict[str, int]:
    """Return the code of each character of a page."""
    characters = [(c, c.encode(WESTERN, "ignore")) for c in map(chr, sorted(glyphs()))]
    if page == 0:
        return {c: code[0] for c, code in characters if code} | {_SLASHED_ZERO: _FREE}
    others = (c for c, code in characters if not code)
    return {c: code for code, c in enumerate(others, _FIRST)}


@cache
def _western() -> frozenset[str]:
    return frozenset(codes(0)) - {_SLASHED_ZERO}


def is_western(text: str) -> bool:
    """Tell whether every face has the characters of a text, all of them on page 0."""
    return _western().issuperset(text)


def paged(text: str) -> Iterator[tuple[int, str]]:
    """Yield parts of a text, each with the page of its codes. Raises ValueError without one."""
    if is_western(text):
        yield 0, text
        return
    start = 0
    for end in range(1, len(text) + 1):
        page = _page(text[start])
        if end == len(text) or _page(text[end]) != page:
            yield page, text[start:end]
            start = end


def code_of(character: str) -> int:
    """Return the code of a character in the page that has it. Raises ValueError without one."""
    return codes(_page(character))[character]


def _page(character: str) -> int:
    for page in PAGES:
        if character in codes(page):
            return page
    raise ValueError(f"the typeface has no glyph for {character!r}")


@cache
def _widths(face: FontStyle) -> dict[str, float]:
    """Return the width of each character of a face, in type sizes."""
    measured = metrics(face).charWidths
    return {chr(code): measured[code] / 1000 for code in glyphs()}


@cache
def widest(face: FontStyle) -> float:
    """Return the most that a character adds to the width of a text, in type sizes."""
    return max(_widths(face)[chr(code)] for code in glyphs()) + most(_SLASHED.get(face, face))


def plain_width(text: str, face: FontStyle, size: float) -> float:
    """Return the width of letters that need no shaping, kerned, in points at `size` points.

    Raises KeyError for any other.
    """
    return (sum(map(_widths(face).__getitem__, text)) + kerning(*drawn(text, face))) * size
