"""Looks at PDFs as their readers do: at words and where they stand, and at pictures of pages."""

import math
import re
from dataclasses import dataclass

import pypdfium2
from PIL import ImageChops
from pypdfium2 import raw

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True)
class Letter:
    """A letter that leaves ink, with its box in mm from the top left corner of its page."""

    char: str
    left: float
    top: float
    right: float
    low: float


def pages_text(content):
    """Return the words of each page of a file (its path, or its bytes), one blank between them."""
    with pypdfium2.PdfDocument(content) as document:
        return [_tidy(page.get_textpage().get_text_range()) for page in document]


def text_of(content):
    """Return the words of all pages of a file."""
    return " ".join(pages_text(content))


def turned_text(content):
    """Return the words of all pages of a file, read four times: turned by no quarter to three.

    A reader takes parts of a line from left to right, so that of those on their head, or on their
    side, only a page that is turned gives the order.
    """
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            for angle in (0, 90, 180, 270):
                page.set_rotation(angle)
                found.append(_tidy(page.get_textpage().get_text_range()))
    return " ".join(found)


def _tidy(text):
    # What a reader puts at the end of a line that is broken at a hyphen.
    return " ".join(text.replace("\ufffe", "-").replace("\u00ad", "").split())


def bare(text):
    """Return words without blanks and capitals, so that it does not matter where lines end."""
    return re.sub(r"\s", "", text).casefold()


def page_sizes(content):
    """Return the width and the height of each page in mm."""
    with pypdfium2.PdfDocument(content) as document:
        return [(page.get_width() / MM, page.get_height() / MM) for page in document]


def letters(content, index=0):
    """Return the letters of a page in the order in which they are read."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[index]
        high, words, found = page.get_height(), page.get_textpage(), []
        for number in range(words.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(words, number))
            left, low, right, top = words.get_charbox(number)
            if char.isprintable() and not char.isspace() and right > left:
                box = (left, high - top, right, high - low)
                found.append(Letter(char, *(value / MM for value in box)))
    return found


def places(content, said, index=0):
    """Return the box of each place where a page says something: left, top, right, low in mm.

    Blanks and breaks of lines do not count.
    """
    found = letters(content, index)
    line, wanted = "".join(letter.char for letter in found), re.sub(r"\s", "", said)
    hits = [found[m.start() : m.end()] for m in re.finditer(re.escape(wanted), line)]
    return [_around(hit) for hit in hits]


def _around(hit):
    lefts, tops, rights, lows = zip(*((c.left, c.top, c.right, c.low) for c in hit), strict=True)
    return min(lefts), min(tops), max(rights), max(lows)


def picture(content, index=0, dots_per_mm=8):
    """Return a page as a printer sees it, in colours."""
    with pypdfium2.PdfDocument(content) as document:
        return document[index].render(scale=dots_per_mm / MM).to_pil().convert("RGB")


def differing(one, other):
    """Return in white what differs between two pictures of one size by more than a shade."""
    difference = ImageChops.difference(one, other).convert("L")
    return difference.point(lambda level: 255 * (level > 24))


HOLE = 2.5
"""The radius of the hole of most punches in mm."""


def is_hole(image, x, y, dots_per_mm=8):
    """Tell whether a picture has a white disc with a line round it at a place in mm."""

    def level(radius, degrees):
        angle = math.radians(degrees)
        at = (x + radius * math.cos(angle), y + radius * math.sin(angle))
        return min(image.getpixel(tuple(int(value * dots_per_mm) for value in at)))

    turn = range(0, 360, 6)
    inside = [level(radius, degrees) for radius in (0, 1, 2) for degrees in turn]
    line = [min(level(HOLE + off, degrees) for off in (-0.15, 0, 0.15)) for degrees in turn]
    return min(inside) > 250 and sum(dark < 240 for dark in line) > 0.9 * len(line)
