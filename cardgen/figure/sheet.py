"""The contact sheet: every picture of a folder of poses, named, on one page of pixels."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from cardgen.figure.png import png
from cardgen.figure.themes import Skin, Theme, styled

_COLUMNS, _CELL, _GUTTER, _LABEL = 5, 420, 16, 26
_WIDTH_MM = 35.0


def sheet(pictures: Sequence[Path], theme: Theme, skin: Skin) -> bytes:
    """Return a PNG of SVG files, each as it prints 35 mm wide at 300 dpi."""
    cells = [_cell(path, theme, skin) for path in pictures]
    rows = [cells[i : i + _COLUMNS] for i in range(0, len(cells), _COLUMNS)]
    heights = [max(cell.height for cell in row) + _GUTTER for row in rows]
    page = Image.new("RGB", (_COLUMNS * (_CELL + _GUTTER) + _GUTTER, sum(heights)), "white")
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for k, cell in enumerate(row):
            page.paste(cell, (_GUTTER + k * (_CELL + _GUTTER), top))
        top += height
    return _encoded(page)


def _cell(path: Path, theme: Theme, skin: Skin) -> Image.Image:
    drawn = styled(path.read_text(encoding="utf-8"), theme, skin, _WIDTH_MM)
    picture = Image.open(BytesIO(png(drawn, _CELL))).convert("RGB")
    picture.thumbnail((_CELL, _CELL))
    cell = Image.new("RGB", (_CELL, picture.height + _LABEL), "white")
    cell.paste(picture, (0, _LABEL))
    ImageDraw.Draw(cell).text((0, 4), path.stem, fill="black", font=ImageFont.load_default(16))
    return cell


def _encoded(page: Image.Image) -> bytes:
    out = BytesIO()
    page.save(out, "PNG")
    return out.getvalue()
