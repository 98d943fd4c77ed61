"""What pages draw, as streams."""

import pikepdf
import pytest
from hand_made import DAY, STYLE, document, one_page, photograph, shapes, stacked, stamped, text
from hypothesis import given
from hypothesis import strategies as st
from test_template import opened, streams

from cardgen.model.page import Block, Line, Page, Picture, Placed, Run
from cardgen.pdf.document import prepared
from cardgen.pdf.objects import row_differences
from cardgen.typography.paragraph import paragraph


def drawn(*kids):
    block = Block(100, 100, kids)
    made = prepared(document(Page(200, 200, (("", Placed(0, 0, block)),))))
    (stream,) = streams(made.stamped({}, DAY))
    return stream


def line(y):
    return Line(0, y, 50, (Run("words", "regular", 10, "#000000"),))


def test_the_same_words_are_drawn_the_same_wherever_they_stand():
    block = Block(100, 20, (line(10), line(22.004)), "P")
    once = drawn(Placed(0, 0, block))
    twice = drawn(Placed(0, 0, block), Placed(7, 31, block))
    words = once[once.index(b"0 -10 Td") : once.index(b"EMC")]
    assert words.startswith(b"0 -10 Td\n/R0 10 Tf\n0 g\n(words) Tj\n0 -12 Td\n")
    assert twice.count(words) == 2
    assert b"q\nBT\n7 169 Td\n" in twice


def test_a_block_of_text_is_one_text_object_with_its_links_in_it():
    found = drawn(Placed(0, 0, text_with_links()))
    assert found.count(b"BT\n") == found.count(b"ET\n") == 1
    assert found.count(b"/Link <</MCID") == 2
    assert found.count(b"/P <</MCID") == 2


def text_with_links():
    runs = [
        Run(words, "regular", 10, "#000000", link=link)
        for words, link in (("See ", None), ("a", "https://a"), (", ", None), ("b", "https://b"))
    ]
    return Block(100, 20, (Line(0, 10, 50, tuple(runs)),), "P")


def test_text_stands_in_blocks_of_text():
    with pytest.raises(TypeError, match="a Line is not drawn by itself"):
        drawn(Placed(0, 0, Block(100, 20, (line(10),), "P")), line(40))


def test_marks_leave_nothing_behind_in_the_state_of_the_page():
    after = paragraph(text("After."), STYLE, 100)
    parts = stacked(shapes("#aa3300"), after, shapes("#aa3300"))
    found = drawn(Placed(0, 0, parts)).splitlines()
    assert found.count(b"q") == found.count(b"Q") == 5
    dashes = [part for part in found if part.endswith(b" d")]
    assert dashes == [b"[2] 0 d", b"[] 0 d"] * 2


def test_a_picture_is_there_once_for_each_width_of_its_lines():
    art = photograph("#0b6577")
    kids = tuple(Picture(x, 0, 20 + x, 10, art) for x in (0, 30, 60))
    made = prepared(document(Page(200, 200, (("", Placed(0, 0, Block(100, 20, kids, "Figure"))),))))
    with opened(made.stamped({}, DAY)) as pdf:
        assert list(pdf.pages[0].Resources.XObject) == ["/FormXob.P0"]
        image = pdf.pages[0].Resources.XObject["/FormXob.P0"]
        assert (int(image.Width), int(image.Height)) == (8, 4)


def test_fonts_have_the_letters_that_are_used():
    with opened(stamped(prepared(document(one_page())))) as pdf:
        fonts = pdf.pages[0].Resources.Font
        assert {"/R0", "/R1", "/B0", "/H0"} == set(fonts)
        assert all(
            isinstance(font.FontDescriptor.FontFile2, pikepdf.Stream) for font in fonts.values()
        )
        # In "Źródło" two letters are in the second encoding.
        assert sum(width > 0 for width in fonts["/R1"].Widths) == 2


@given(st.lists(st.binary(min_size=7, max_size=7), min_size=1))
def test_rows_of_the_table_are_what_they_differ_by_from_the_row_above(rows):
    made = row_differences(b"".join(rows))
    marks, found = made[::8], [made[i : i + 8][1:] for i in range(0, len(made), 8)]
    assert marks == b"\0" + b"\2" * (len(rows) - 1)
    for above, row, less in zip([bytes(7), *rows], rows, found, strict=False):
        assert bytes((a + b) % 256 for a, b in zip(above, less, strict=True)) == row
