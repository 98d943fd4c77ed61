"""Pictures of what would be printed."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil

import pypdfium2
from PIL import Image, ImageDraw, ImageFont, ImageOps

from cardgen.api import render
from cardgen.documents.request import Request
from cardgen.model.library import Library
from cardgen.typography.fonts import file

_POINTS_PER_INCH = 72
_GAP, _NAME = 12, 24
_DESK = "#8a8f94"
"""The ground between pages and the height of names, in pixels, and its colour: a quiet grey."""


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
    return _png(_desk(pictures, columns))


def contact_sheet(groups: Sequence[tuple[Sequence[tuple[str, Image.Image]], int]]) -> bytes:
    """Return groups of pictures one below the other as one PNG, each over its name.

    A group has its pictures by name, and how many of them stand in a row.
    """
    desks = [
        _desk([_named(name, picture) for name, picture in pictures], columns)
        for pictures, columns in groups
        if pictures
    ]
    width, height = max(desk.width for desk in desks), sum(desk.height for desk in desks)
    whole, y = Image.new("RGB", (width, height), _DESK), 0
    for desk in desks:
        whole.paste(desk, (0, y))
        y += desk.height
    return _png(whole)


def _named(name: str, picture: Image.Image) -> Image.Image:
    """Return a picture over its name, in type that shrinks for a long name."""
    size = _NAME
    while (font := ImageFont.truetype(file("bold"), size)).getlength(name) > picture.width:
        size -= 1
    whole = Image.new("RGB", (picture.width, picture.height + _NAME + _GAP), _DESK)
    whole.paste(picture, (0, 0))
    ImageDraw.Draw(whole).text((0, picture.height + _GAP // 3), name, "#000000", font)
    return whole


def _desk(pictures: Sequence[Image.Image], columns: int) -> Image.Image:
    width = max(picture.width for picture in pictures)
    height = max(picture.height for picture in pictures)
    rows = ceil(len(pictures) / columns)
    across = min(columns, len(pictures))
    size = (across * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    desk = Image.new("RGB", size, _DESK)
    for i, picture in enumerate(pictures):
        row, column = divmod(i, columns)
        desk.paste(picture, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    return desk


def _png(picture: Image.Image) -> bytes:
    content = BytesIO()
    picture.save(content, "PNG", optimize=True)
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
