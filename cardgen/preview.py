"""Pictures of what would be printed."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil

import pypdfium2
from PIL import Image, ImageOps

from cardgen.api import render
from cardgen.documents.request import Request
from cardgen.model.library import Library

_POINTS_PER_INCH = 72
_GAP = 12
_DESK = "#8a8f94"
"""The ground between pages, in pixels of the picture and as a colour: a quiet grey."""


def pages(request: Request, library: Library, dpi: int) -> list[Image.Image]:
    """Return a picture of each page that `request` asks for, `dpi` dots an inch.

    Raises CardgenError.
    """
    pictures = []
    for content in render(request, library).contents:
        with pypdfium2.PdfDocument(content) as document:
            scale = dpi / _POINTS_PER_INCH
            pictures += [page.render(scale=scale).to_pil() for page in document]
    return pictures


def on_a_desk(pictures: Sequence[Image.Image], columns: int) -> bytes:
    """Return pages side by side as one PNG, `columns` in a row."""
    width = max(picture.width for picture in pictures)
    height = max(picture.height for picture in pictures)
    rows = ceil(len(pictures) / columns)
    across = min(columns, len(pictures))
    size = (across * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    desk = Image.new("RGB", size, _DESK)
    for i, picture in enumerate(pictures):
        row, column = divmod(i, columns)
        desk.paste(picture, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    content = BytesIO()
    desk.save(content, "PNG", optimize=True)
    return content.getvalue()


def trimmed(picture: Image.Image) -> Image.Image:
    """Return a page without its blank margins, but for a little of them."""
    box = ImageOps.invert(picture.convert("L")).getbbox()
    if box is None:
        return picture
    left, top, right, bottom = box
    margin = _GAP
    return picture.crop(
        (
            max(0, left - margin),
            max(0, top - margin),
            min(picture.width, right + margin),
            min(picture.height, bottom + margin),
        )
    )
