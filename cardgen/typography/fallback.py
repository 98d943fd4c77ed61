"""The fallback chain: which typeface has the signs that ours lacks. Its fonts are data.

Nothing here is read for a page whose letters Atkinson Hyperlegible has.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb
import yaml
from fontTools.unicodedata import script as script_in_unicode

from cardgen.model.glyphs import UPEM, Font
from cardgen.model.page import FontStyle
from cardgen.paths import DATA
from cardgen.typography.fonts import FACES, HYPHEN, file, is_plain

_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""What chooses a variant of the letter before it."""
_WEIGHTS = {False: 400, True: 700}
ANY_SCRIPT = frozenset(("Zyyy", "Zinh"))
"""Signs that belong to no script, and marks that stand on letters of any."""
_UNSEEN = _SELECTORS.union("\u200c\u200d", HYPHEN)
"""Joiners and selectors, which change the letters beside them, and soft hyphens: no font needs a
glyph for them."""


@lru_cache(maxsize=1 << 13)
def script(character: str) -> str:
    """Return the script of a character, as ISO 15924 calls it.

    Variants of Chinese letters are those of Japanese names, and letters as wide as these come from
    Japanese keyboards: that typeface has them.
    """
    is_japanese = character in _SELECTORS or "\uff21" <= character <= "\uff5a"
    return "Hira" if is_japanese else str(script_in_unicode(character))


class Typeface(NamedTuple):
    """A typeface of the chain, as data/fonts/fallback.yaml has it."""

    id: str
    package: str
    file: str
    scripts: tuple[str, ...]
    size: float
    italic: str = ""
    number: int = 0
    extra: str = ""
    language: str = "und"

    def path(self, *, italic: bool = False) -> Path | None:
        """Return where its file is; None where its package is not installed."""
        return _path(self.package, self.italic if italic and self.italic else self.file)


@lru_cache(maxsize=128)
def _path(package: str, file: str) -> Path | None:
    folder = _folder(package)
    return folder and folder / file


@lru_cache(maxsize=64)
def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    found = spec.submodule_search_locations if spec else None
    return Path(found[0]) if found else None


class LackingGlyphError(ValueError):
    """Words with `characters` that no typeface has a glyph for."""

    def __init__(self, characters: str) -> None:
        super().__init__(f"no typeface has a glyph for {characters!r}")
        self.characters = characters


@lru_cache(maxsize=1)
def chain() -> tuple[Typeface, ...]:
    """Return the typefaces in the order in which they are tried, ours left out."""
    rows: list[dict[str, Any]] = yaml.safe_load((DATA / "fonts/fallback.yaml").read_bytes())
    return tuple(Typeface(**{**row, "scripts": tuple(row["scripts"])}) for row in rows)


@cache
def own(face: FontStyle) -> Font:
    """Return the font that a style has where its letters need no other."""
    return Font(
        file(face).name.split("-")[0], "bold" in face or face == "heading", "italic" in face
    )


@lru_cache(maxsize=1)
def _own_files() -> dict[Font, Path]:
    return {own(face): file(face) for face in FACES}


@lru_cache(maxsize=64)
def typeface(id_: str) -> Typeface | None:
    """Return the typeface of the chain with this id; None for one of ours."""
    return next((one for one in chain() if one.id == id_), None)


@lru_cache(maxsize=64)
def shaper(font: Font) -> hb.Font:
    """Return a font for HarfBuzz, at its weight, with measures in units of ours.

    HarfBuzz sets the weight of a variable font itself, for positions and outlines alike. Raises
    KeyError for a font that is not there.
    """
    found = typeface(font.id)
    path = found.path(italic=font.italic) if found else _own_files()[font]
    if path is None:
        raise KeyError(font)
    made = hb.Font(hb.Face(hb.Blob.from_file_path(str(path)), found.number if found else 0))
    size = round(UPEM * (found.size if found else 1))
    made.scale = size, size
    if found:
        made.set_variations({"wght": _WEIGHTS[font.bold]})
    return made


@lru_cache(maxsize=64)
def _coverage(font: Font) -> frozenset[str]:
    return frozenset(map(chr, shaper(font).face.unicodes)).union(_UNSEEN)


def script_of(text: str) -> str:
    """Return the script of a text, as ISO 15924 calls it: that of its first letter that has one."""
    return next((s for c in text if (s := script(c)) not in ANY_SCRIPT), "Zyyy")


def font_for(text: str, face: FontStyle) -> Font | None:
    """Return the first font of the chain that has all signs of a text, or None."""
    needed = frozenset(text)
    return next((font for font in _candidates(text, face) if _coverage(font) >= needed), None)


def covers(font: Font, text: str) -> bool:
    """Tell whether a font has all signs of a text."""
    return _coverage(font).issuperset(text)


def _candidates(text: str, face: FontStyle) -> Iterator[Font]:
    first = own(face)
    yield first
    scripts = {script(c) for c in text} - ANY_SCRIPT
    for one in chain():
        if (not scripts or scripts.intersection(one.scripts)) and one.path():
            yield Font(one.id, first.bold, first.italic and bool(one.italic))


def lacking(text: str) -> str:
    """Return the signs of a text that no typeface has, each once, in the order of Unicode."""
    if is_plain(text):
        return ""
    return "".join(c for c in sorted(set(text)) if not (c.isspace() or _has_font(c)))


@lru_cache(maxsize=1 << 13)
def _has_font(character: str) -> bool:
    return font_for(character, "regular") is not None


def extra_for(character: str) -> str:
    """Return the extra of cardgen that brings a typeface for a sign; "" where none does."""
    found = script(character)
    return next((t.extra for t in chain() if found in t.scripts and not t.path()), "")


def is_mark(character: str) -> bool:
    """Tell whether a sign stands on the letter before it, or changes it without being seen."""
    return unicodedata.category(character)[0] == "M" or character in _UNSEEN
