"""A page from right to left is its own mirror image: every place, and nothing that is drawn."""

import pytest

from cardgen.layout.mirrored import mirrored
from cardgen.model.content import Span, Text, text
from cardgen.model.direction import Setting
from cardgen.model.document import About, Document
from cardgen.model.page import Arc, Block, Line, Page, Placed, Rect, Rule
from cardgen.typography.paragraph import flush_end, paragraph
from cardgen.typography.style import Style

ABOUT = About("T", "S", "ar", None, to_left=True)
TO_LEFT = Style(10, "#000000", setting=Setting(to_left=True))
ARABIC = "تمدد القطة"


def turned(*placed, width=200.0, around=None):
    page = Page(width, 100.0, tuple(("", one) for one in placed), around=around)
    (made,) = mirrored(Document((page,), ABOUT)).pages
    return made


def the_line(block):
    """Return the one line of a block on a page from right to left, where it starts and ends."""
    (mark,) = [(line, x) for line, x, _ in turned(Placed(0, 0, block)).marks()]
    line, x = mark
    assert isinstance(line, Line)
    return x + line.x, x + line.x + line.width


def test_boxes_change_sides_and_keep_their_sizes():
    inner = Block(50, 10, (Rect(0, 0, 5, 10), Rule(10, 0, 50, 0, 1, "#000000")))
    outer = Placed(20, 30, Block(100, 10, (Placed(10, 0, inner),)))
    found = [(x + mark.bounds[0], x + mark.bounds[2]) for mark, x, _ in turned(outer).marks()]
    assert found == [(165, 170), (120, 160)]


def test_a_turned_block_covers_the_mirror_image_of_what_it_covered():
    placed = Placed(20, 30, Block(100, 10), 90)
    ((_, made),) = turned(placed).placed
    assert made.bounds == (170, 30, 180, 130)
    assert made.turn == 90


def test_a_corner_stays_a_corner():
    (found,) = [
        mark
        for mark, _, _ in turned(
            Placed(0, 0, Block(200, 9, (Arc(5, 0, 0, 5, 1, "#000000"),)))
        ).marks()
    ]
    assert (found.x, found.x2) == (195, 200)


def test_a_sheet_that_does_not_lie_in_the_middle_is_turned_about_its_middle():
    # Two cards from 10 to 110 on paper of 200: the free edge stays where it is.
    left, right = Placed(10, 0, Block(50, 9)), Placed(60, 0, Block(50, 9))
    made = turned(left, right, around=120)
    assert [one.x for _, one in made.placed] == [60, 10]


def test_words_of_another_language_stand_as_they_do_in_it():
    said = Text((Span("Smith J. Spine. 2019;4:5-10."),), language="en")
    assert the_line(paragraph(said, TO_LEFT, 200))[0] == 0
    assert the_line(paragraph(text(ARABIC), TO_LEFT, 200))[1] == 200


@pytest.mark.parametrize("words", [ARABIC, "Riverside Clinic", "2", f"{ARABIC} 2 x 8"])
def test_lines_start_at_the_right_whatever_they_say(words):
    block = paragraph(text(words), TO_LEFT, 200)
    start, end = the_line(block)
    assert end == pytest.approx(200)
    assert the_line(flush_end(block)) == pytest.approx((0, end - start))


def seen(words):
    """Return a text as it is seen from left to right on a page from right to left."""
    block = paragraph(Text((Span(words),)), TO_LEFT, 400)
    (line,) = [mark for mark, _, _ in turned(Placed(0, 0, block), width=400).marks()]
    starts = line.starts or (0.0,)
    runs = sorted(zip(starts, line.runs, strict=True), key=lambda pair: pair[0])
    shown = []
    for _, run in runs:
        found = [cluster.text for cluster in run.clusters]
        shown.append("".join(found) if found else run.text)
    return "".join(shown).strip()


@pytest.mark.parametrize(
    "range_", ["0-10", "8\N{EN DASH}10", "2 x 8", "16:30", "(555) 010-0147", "+1 555 0100", "3.5"]
)
def test_numbers_keep_their_order_beside_arabic(range_):
    digits = [c for c in range_ if c.isdigit()]
    found = [c for c in seen(f"{ARABIC} {range_} {ARABIC}") if c.isdigit()]
    assert found == digits


def test_a_measure_stands_before_its_unit():
    assert "50 mm" in seen(f"{ARABIC}: 50 mm.")


def test_the_number_of_a_list_ends_in_its_full_stop():
    assert seen("1.") == ".1"
