"""The typeface: Atkinson Hyperlegible, made by the Braille Institute for low vision."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cardgen.model.page import Face

_FILES: dict[Face, str] = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold-italic": "BoldItalic",
}
_CMAP_ROWS = 100
"""A bfchar block may have at most this many rows (Adobe Technical Note 5411)."""


class EmbeddedFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font that refuses a missing glyph, and maps each code to its character."""

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802
        """Refuse what ReportLab would print as a black square."""
        missing = sorted({c for c in text if ord(c) not in self.face.charToGlyph})
        if missing:
            raise ValueError(f"{self.fontName} has no glyph for {missing} in {text[:40]!r}")
        return super().splitString(text, doc, encoding)

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Leave out the codes that ReportLab maps to U+0000, which PDF/UA does not allow."""
        state = self.state[doc]
        name, subsets = state.internalName, state.subsets
        super().addObjects(doc)
        for number, characters in enumerate(subsets):
            font = doc.idToObject[f"{name}+{number}"]
            stream = doc.idToObject[font.ToUnicode.name]
            head, tail = re.split(
                r"\d+ beginbfchar\n.*endbfchar\n", stream.content, flags=re.DOTALL
            )
            stream.content = head + _cmap(characters) + tail


def _cmap(characters: list[int]) -> str:
    rows = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex()}>\n"
        for code, character in enumerate(characters)
        if character
    ]
    blocks = (rows[i : i + _CMAP_ROWS] for i in range(0, len(rows), _CMAP_ROWS))
    return "".join(f"{len(b)} beginbfchar\n{''.join(b)}endbfchar\n" for b in blocks)


@cache
def font(face: Face) -> EmbeddedFont:
    """Return a face of the typeface, registered with ReportLab."""
    name = f"AtkinsonHyperlegible-{_FILES[face]}"
    path = files("fontpkg_atkinson_hyperlegible") / "files" / f"{name}.ttf"
    made = EmbeddedFont(name, str(path))
    pdfmetrics.registerFont(made)
    return made


@cache
def glyphs() -> frozenset[int]:
    """Return the code points that every face of the typeface can print."""
    faces = (set(font(face).face.charToGlyph) for face in _FILES)
    return frozenset(set.intersection(*faces))


@cache
def _unit_width(text: str, face: Face) -> float:
    return float(font(face).stringWidth(text, 1))


def text_width(text: str, face: Face, size: float) -> float:
    """Return the width of `text` in points."""
    return _unit_width(text, face) * size
