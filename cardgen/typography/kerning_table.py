"""What two letters of our typefaces stand apart, as HarfBuzz finds it in their GPOS tables.

`python -m cardgen.typography.kerning_table` writes data/fonts/kerning.json anew.
"""

import json
from itertools import groupby

import uharfbuzz as hb

from cardgen.model.page import FontStyle
from cardgen.typography.fonts import FACES, file, glyphs
from cardgen.typography.kerning import TABLE, THOUSAND

Row = list[tuple[int, str]]
"""What lies between the letters of a pair, in thousandths of the type size, and the second ones."""


def table() -> str:
    """Return the table of every face as JSON: first letters that are alike share a row."""
    return json.dumps({face: _face(face) for face in FACES}, ensure_ascii=False, indent=0) + "\n"


def _face(face: FontStyle) -> list[tuple[str, dict[int, str]]]:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(file(face)))))
    font.scale = THOUSAND, THOUSAND
    letters = [chr(code) for code in sorted(glyphs()) if not chr(code).isspace()]
    widths = {letter: _width(font, letter) for letter in letters}
    rows = [(_row(font, first, widths), first) for first in letters]
    grouped = groupby(sorted(row for row in rows if row[0]), lambda row: row[0])
    return [("".join(first for _, first in group), dict(row)) for row, group in grouped]


def _row(font: hb.Font, first: str, widths: dict[str, int]) -> Row:
    """Return what stands between a letter and each other one, without those where nothing does."""
    found: dict[int, str] = {}
    for second, width in widths.items():
        if gap := _width(font, first + second) - widths[first] - width:
            found[gap] = found.get(gap, "") + second
    return sorted(found.items())


def _width(font: hb.Font, text: str) -> int:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Latn", "und"
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
