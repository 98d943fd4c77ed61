"""What pages draw, as streams: what differs from person to person stands apart from the rest."""

import datetime
from io import BytesIO

import pikepdf
import pytest

from cardgen.model.document import Document
from cardgen.model.page import Block, Line, Page, Placed, Run
from cardgen.model.request import HandoutRequest
from cardgen.paths import built_in
from cardgen.printer import Printer
from cardgen.render.pdf import render_pdf

DAY = datetime.date(2026, 11, 22)


def page_streams(content):
    with pikepdf.open(BytesIO(content)) as pdf:
        return [stream.read_bytes() for stream in pdf.pages[0].Contents]


def test_two_people_s_pages_differ_in_streams_of_their_own_words_alone():
    printer = Printer(built_in())
    one, two = (
        page_streams(printer.handout(HandoutRequest("gym-bag", recipient=name, date=DAY)).content)
        for name in ("Ann Lee", "Bo Day")
    )
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    assert differing == [(b"(Ann Lee) Tj\n", b"(Bo Day) Tj\n")]


def drawn(*kids):
    block = Block(100, 100, kids, "P")
    page = Page(200, 200, (("", Placed(0, 0, block)),))
    document = Document((page,), "Title", "Subject", "en", DAY)
    return page_streams(render_pdf(document, {}))


def line(y):
    return Line(0, y, 50, (Run("words", "regular", 10, "#000000"),))


def test_the_same_words_are_drawn_the_same_wherever_they_stand():
    text = Block(100, 20, (line(10),), "P")
    (once,) = drawn(Placed(0, 0, text))
    (twice,) = drawn(Placed(0, 0, text), Placed(7, 31, text))
    words = once[once.index(b"BT") : once.index(b"ET")]
    assert twice.count(words) == 2
    assert b"q 1 0 0 1 7 169 cm\n" in twice


def test_text_stands_in_blocks_of_text():
    with pytest.raises(TypeError, match="a Line is not drawn by itself"):
        drawn(Placed(0, 0, Block(100, 20, (line(10),), "P")), line(40))
