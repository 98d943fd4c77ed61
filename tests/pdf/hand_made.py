"""Documents made by hand: each has every kind of mark, and boxes for merge fields."""

import datetime
import hashlib
from io import BytesIO

from PIL import Image, ImageColor

from cardgen.artwork.raster import Photo
from cardgen.model import page
from cardgen.model.content import Span, Text, text
from cardgen.model.document import About, Document
from cardgen.model.page import Block, Page, Picture, Placed, Rule
from cardgen.model.picture import Artwork
from cardgen.pdf.template import Template
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import Style

DAY = datetime.date(2026, 11, 22)
ABOUT = About("A page", "What is tested", "en-US", DAY)
STYLE = Style(10, "#14202b", floor=7)
WIDTH, HEIGHT = 300, 400
WORDS = {"recipient": "Ann Lee", "note": "Go slowly.", "dose": "30 seconds", "day": "May 3"}
"""Words for each merge field of a page."""


def drawing(colour, lines=12):
    """Return a drawing of lines; its colour and the number of lines tell it from others."""
    red, green, blue = (f"{part / 255:.3g}" for part in ImageColor.getrgb(colour))
    operators = [f"{red} {green} {blue} rg", "n 0 0 m 100 0 l 100 50 l 0 50 l h", "f"]
    operators.append(f"{red} {green} {blue} RG")
    for i in range(lines):
        operators += [f"{1 + i / 10:g} w", f"n 0 {i} m 100 {50 - i} l", "S"]
    digest = hashlib.sha256(f"{colour} {lines}".encode()).hexdigest()
    return Artwork(digest, 100, 50, tuple(operators))


def photograph(colour):
    out = BytesIO()
    Image.new("RGB", (8, 4), colour).save(out, "PNG")
    photo = Photo(out.getvalue(), 8, 4)
    return Artwork(f"photograph {colour}", 8, 4, photo, is_vector=False)


def with_fields(*spans, lines=1, width=WIDTH - 40):
    """Return a paragraph with merge fields: spans are words, or names of fields in brackets."""
    made = [Span("", field=s[1:-1], bold=True) if s[0] == "[" else Span(s) for s in spans]
    return paragraph(Text(tuple(made), lines=lines), STYLE, width)


def stacked(*blocks, gap=6):
    """Return blocks one below the other."""
    kids, y = [], 0
    for block in blocks:
        kids.append(Placed(0, y, block))
        y += block.height + gap
    return Block(max(block.width for block in blocks), y, tuple(kids))


def shapes(colour):
    """Return one of each mark that is neither text nor a picture."""
    rows = ("1101", "0110", "1011", "1001")
    kids = (
        page.Rect(0, 0, 40, 20, 4, fill=colour),
        page.Rect(50, 0, 40, 20, 0, stroke=colour, line=0.7),
        Rule(0, 25, 90, 25, 0.5, colour, dash=2),
        page.Arc(100, 0, 120, 20, 1, colour),
        page.Code(130, 0, 20, rows, colour),
    )
    return Block(160, 30, kids, "Figure", "Shapes")


def items():
    row = Block(
        200,
        20,
        (
            Placed(0, 0, paragraph(text("1."), STYLE, 20, "Lbl")),
            Placed(20, 0, paragraph(text("Lie down."), STYLE, 180, "LBody")),
        ),
        "LI",
    )
    return Block(200, 20, (Placed(0, 0, row),), "OL")


def linked():
    spans = (Span("See "), Span("the source", link="#source"), Span(" and "))
    site = Span("the site", link="https://example.org/a(b)")
    return paragraph(Text((*spans, site)), STYLE, WIDTH - 40)


def one_page(colour="#0b6577", heading="H1", moves=2):
    """Return a page whose colour, level of heading and number of moves tell it from others."""
    figure = Block(
        100, 50, (Picture(0, 0, 100, 50, drawing(colour, 8 + moves)),), "Figure", "A move"
    )
    photo = Block(40, 20, (Picture(0, 0, 40, 20, photograph(colour)),), "Figure", "A logo")
    slug = Block(WIDTH, 12, (Placed(0, 0, with_fields("For ", "[recipient]")),), "Artifact")
    source = paragraph(text("Źródło (1)"), STYLE, WIDTH - 40)
    body = stacked(
        paragraph(text("Your moves"), STYLE._replace(face="heading"), WIDTH - 40, heading),
        with_fields("For ", "[recipient]", " on ", "[day]"),
        with_fields("[note]", lines=2),
        flush_end(with_fields("[dose]", width=120)),
        *[paragraph(text(f"Move {i}"), STYLE, 200, "H2") for i in range(moves)],
        items(),
        linked(),
        figure,
        photo,
        shapes(colour),
        Block(source.width, source.height, source.kids, "P", anchor="source"),
    )
    turned = paragraph(text("Turned"), STYLE, 60)
    placed = (
        ("", Placed(20, 20, body)),
        ("", Placed(280, 300, turned, 90)),
        ("", Placed(20, 380, slug)),
    )
    return Page(WIDTH, HEIGHT, placed)


def document(*pages, title="A page"):
    about = About(title, ABOUT.subject, ABOUT.language, DAY)
    return Document(pages or (one_page(),), about)


def stamped(template: Template, **words):
    return template.stamped({**WORDS, **words}, DAY)
