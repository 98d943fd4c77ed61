"""Derives our typeface from Atkinson Hyperlegible: its zero has no slash, as patients read it.

    python -m cardgen.typography.derive

It writes `data/fonts/sans/`. A slash tells a zero from an O in a DOI; in "30 seconds" it is a
mark that nobody asked for. So the plain zero takes the place of the slashed one, which stays at a
code point of its own, for sources. Hints for old screens are left out, as in every file that we
write. The typeface has another name than the one that it comes from, as is the custom under the
SIL Open Font License; its licence stands beside it.
"""

import math
from collections.abc import Iterator, Sequence
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPointPen
from fontTools.ttLib import TTFont

from cardgen.typography.fonts import FOLDER, SLASHED, STEM

PACKAGE, UPSTREAM = "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible"
NAME = "Cardgen Sans"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
LICENCE = "OFL.txt"
_HINTS = ("cvt ", "fpgm", "prep", "gasp", "DSIG")
_ZEROS = ("zero", "zero.tf")
_NAMES = (1, 3, 4, 6, 16)
"""Records of the table of names that hold the name of the typeface (OpenType, `name`)."""
_NOTICE = (
    "{name} is Atkinson Hyperlegible with a plain zero; the slashed one is at U+E000, and hints\n"
    "are left out. `python -m cardgen.typography.derive` makes it. What follows is the licence of\n"
    "Atkinson Hyperlegible, which holds for it as well.\n\n"
)
Point = tuple[float, float]


def derived(style: str) -> bytes:
    """Return the file of a style: one of STYLES."""
    source = _package() / "files" / f"{UPSTREAM}-{style}.ttf"
    font = TTFont(source, recalcTimestamp=False)
    _keep_slashed(font)
    for zero in _ZEROS:
        _open_counter(font, zero)
    _rename(font)
    for table in _HINTS:
        if table in font:
            del font[table]
    for name in font.getGlyphOrder():
        font["glyf"][name].trim(remove_hinting=True)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _package() -> Path:
    return Path(str(files(PACKAGE)))


def _keep_slashed(font: TTFont) -> None:
    """Add the zero as it is under a name and a code point of its own."""
    name = "zero.slash"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = font["glyf"]["zero"]
    font["hmtx"][name] = font["hmtx"]["zero"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[SLASHED] = name


def _open_counter(font: TTFont, zero: str) -> None:
    """Give a zero one counter in place of the two that its slash divides.

    It has the shape of the outer contour, and reaches as far as the two do together.
    """
    coordinates, ends, flags = font["glyf"][zero].getCoordinates(font["glyf"])
    parts = list(_contours(list(coordinates), ends))
    outer = parts[0]
    lean = math.tan(math.radians(-font["post"].italicAngle))
    upright = [_leaned(part, -lean) for part in parts]
    inner = _leaned(_scaled(upright[0], [p for part in upright[1:] for p in part]), lean)
    pen = TTGlyphPointPen(None)
    on_curve = [bool(flag & 1) for flag in flags[: len(outer)]]
    for points, marks in ((outer, on_curve), (inner[::-1], on_curve[::-1])):
        pen.beginPath()
        for (x, y), on in zip(points, marks, strict=True):
            pen.addPoint((round(x), round(y)), "qcurve" if on else None)
        pen.endPath()
    font["glyf"][zero] = pen.glyph()


def _contours(points: Sequence[Point], ends: Sequence[int]) -> Iterator[list[Point]]:
    start = 0
    for end in ends:
        yield list(points[start : end + 1])
        start = end + 1


def _leaned(points: Sequence[Point], lean: float) -> list[Point]:
    """Return points moved to the right by `lean` times their height."""
    return [(x + lean * y, y) for x, y in points]


def _scaled(points: Sequence[Point], within: Sequence[Point]) -> list[Point]:
    """Return points scaled so that they reach as far as others do, in each direction."""
    axes = []
    for axis in (0, 1):
        own, others = [p[axis] for p in points], [p[axis] for p in within]
        ratio = (max(others) - min(others)) / (max(own) - min(own))
        axes.append([min(others) + (value - min(own)) * ratio for value in own])
    return list(zip(*axes, strict=True))


def _rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in _NAMES:
            said = str(record).replace("Atkinson Hyperlegible", NAME)
            record.string = said.replace(UPSTREAM, STEM)


def main() -> None:
    """Write all styles, and the licence."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        (FOLDER / f"{STEM}-{style}.ttf").write_bytes(derived(style))
    licence = (_package() / "LICENSE").read_text("utf-8")
    (FOLDER / LICENCE).write_text(_NOTICE.format(name=NAME) + licence, "utf-8")


if __name__ == "__main__":
    main()
