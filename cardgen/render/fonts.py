"""The typefaces: Atkinson Hyperlegible, made for low vision, and one that headings may have.

A character always has the same code, whatever else is printed: those of Windows-1252 have
theirs, on page 0 of their face, and all others stand on page 1 in the order of Unicode. So what
a piece of text looks like in a file does not depend on the rest of the document.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import get_args

from reportlab.pdfbase.ttfonts import TTFontFace

from cardgen.model.page import Face

_FILES: dict[Face, tuple[str, str]] = {
    "regular": ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"),
    "bold": ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    "italic": ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Italic.ttf"),
    "bold-italic": ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-BoldItalic.ttf"),
    "heading": ("fontpkg_fira_sans", "FiraSans-Bold.ttf"),
}
"""The package and the file of each face."""
FACES: tuple[Face, ...] = get_args(Face)
PAGES = (0, 1)
_FIRST = 0x21
"""The first code of page 1: a code below it would be white space or a control character."""


def resource(face: Face, page: int) -> str:
    """Return what content streams call a page of a face."""
    return f"{face[0].upper()}{len(face) if '-' in face else ''}{page}"


def file(face: Face) -> Path:
    """Return the TrueType file of a face."""
    package, name = _FILES[face]
    return Path(str(files(package))) / "files" / name


@cache
def metrics(face: Face) -> TTFontFace:
    """Return what ReportLab reads from the file of a face."""
    return TTFontFace(str(file(face)))


@cache
def glyphs() -> frozenset[int]:
    """Return the code points that every face can print."""
    return frozenset(set.intersection(*(set(metrics(face).charToGlyph) for face in FACES)))


@cache
def codes(page: int) -> dict[str, int]:
    """Return the code of each character of a page."""
    characters = map(chr, sorted(glyphs()))
    if page == 0:
        return {c: c.encode("cp1252")[0] for c in characters if _is_western(c)}
    others = (c for c in characters if not _is_western(c))
    return {c: code for code, c in enumerate(others, _FIRST)}


@cache
def _western() -> frozenset[str]:
    return frozenset(codes(0))


def _is_western(character: str) -> bool:
    try:
        return bool(character.encode("cp1252"))
    except UnicodeEncodeError:
        return False


def encoded(text: str) -> Iterator[tuple[int, bytes]]:
    """Yield `text` as codes, each with its page. Raises ValueError for a character of neither."""
    if _western().issuperset(text):
        yield 0, text.encode("cp1252")
        return
    start = 0
    for end in range(1, len(text) + 1):
        page = _page(text[start])
        if end == len(text) or _page(text[end]) != page:
            yield page, bytes(codes(page)[c] for c in text[start:end])
            start = end


def _page(character: str) -> int:
    for page in PAGES:
        if character in codes(page):
            return page
    raise ValueError(f"the typeface has no glyph for {character!r}")


@lru_cache(maxsize=1 << 12)
def _unit_width(text: str, face: Face) -> float:
    widths = metrics(face).charWidths
    return float(sum(map(widths.__getitem__, map(ord, text)))) / 1000


def text_width(text: str, face: Face, size: float) -> float:
    """Return the width of `text` in points."""
    return _unit_width(text, face) * size
