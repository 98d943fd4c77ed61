"""Boxes of merge fields: one line, then smaller type down to a floor, then more lines."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.model.content import Span
from cardgen.model.direction import Setting
from cardgen.model.page import Reserved, Run
from cardgen.typography.measure import most_width, style_width, text_width
from cardgen.typography.reserved import lines_needed, set_words
from cardgen.typography.style import Style, TooLargeError

SIZE, FLOOR, LEADING = 10.0, 8.0, 12.0


def box(width, lines=1, *, align="start", face="regular"):
    """Return a box at (5, 7) for "For " and a bold name."""
    runs = (Run("For ", face, SIZE, "#000000"), Run("", "bold", SIZE, "#000000", field="name"))
    return Reserved(5, 7, width, runs, lines, LEADING, FLOOR, align)


def wide(words, size):
    """Return the width of "For " and a bold name."""
    return text_width("For ", "regular", size) + text_width(words, "bold", size)


def put(words, width, lines=1, **kind):
    return set_words(box(width, lines, **kind), {"name": words})


def test_words_with_room_stand_on_one_line_in_the_size_of_their_box():
    (line,) = put("Ana", 200)
    assert line.text.strip() == "For Ana"
    assert (line.x, line.size) == (5, SIZE)
    assert [run.face for run in line.runs][:2] == ["regular", "bold"]
    assert 7 < line.y - 0.668 * SIZE < line.y < 7 + LEADING


def test_type_shrinks_before_a_second_line_and_no_further_than_to_the_floor():
    name = "Bartholomew Featherstonehaugh"
    for size in (9.5, 9.0, 8.5, FLOOR):
        (line,) = put(name, wide(name, size) + 0.1)
        assert FLOOR <= line.size <= size + 1e-6
        assert line.size > size - 0.2
    width = wide(name, FLOOR) - 0.1
    spans = (Span("For "), Span(name, bold=True))
    assert lines_needed(spans, "regular", width, FLOOR) == 2
    with pytest.raises(TooLargeError):
        put(name, width)
    first, second = put(name, width, 2)
    assert first.text + second.text == f"For {name} "
    assert second.y - first.y == LEADING


def test_two_lines_have_the_largest_type_that_needs_no_third():
    name = "Bartholomew Featherstonehaugh the Younger"
    found = [put(name, width, 2)[0].size for width in range(125, 240, 5)]
    assert found == sorted(found)
    assert found[0] < SIZE == found[-1]


def test_a_word_wider_than_the_box_at_the_floor_is_refused_and_named():
    with pytest.raises(TooLargeError) as raised:
        lines_needed((Span("See 123456789012345678901234"),), "regular", 60, FLOOR)
    excess = text_width("123456789012345678901234", "regular", FLOOR) - 60
    assert raised.value.what == "123456789012345678901234"
    assert raised.value.points == pytest.approx(excess)


def test_words_of_the_far_edge_end_there():
    for line in put("Ana Bo Cy Di Ed Flo", 60, 3, align="end"):
        assert line.x + line.width == pytest.approx(5 + 60, abs=0.01)


def test_words_in_the_style_of_headings_stay_in_it():
    runs = (Run("", "heading", SIZE, "#123456", field="minutes"),)
    (line,) = set_words(Reserved(0, 0, 90, runs, 1, LEADING, FLOOR), {"minutes": "12 min"})
    assert {(run.face, run.colour) for run in line.runs} == {("heading", "#123456")}


@given(st.lists(st.text("abcdeÄß", min_size=1, max_size=9), min_size=1, max_size=30))
def test_the_lines_that_are_found_before_layout_are_those_that_words_take(words):
    said, width = " ".join(words), 90
    spans = (Span("For "), Span(said, bold=True))
    lines = lines_needed(spans, "regular", width, FLOOR)
    made = put(said, width, lines)
    assert len(made) <= lines
    assert "".join(line.text for line in made).split() == ["For", *words]
    assert all(line.width <= width + 0.02 for line in made)
    if lines > 1:
        with pytest.raises(TooLargeError):
            put(said, width, lines - 1)


LETTERS = ("aJjWiTV(_[fAế ữ.,1-", "陈小明、。慢ーﾊ 1a", "تمهّلوتنفسجيدًاﷲلآإ،؟ ٣1")


@pytest.mark.parametrize("letters", LETTERS)
@given(data=st.data())
def test_no_text_is_wider_than_is_reckoned(letters, data):
    said = data.draw(st.text(st.sampled_from(letters), max_size=12))
    for needed in ("ếữ", ""):
        style = Style(SIZE, "", setting=Setting(letters=needed))
        assert style_width(said, style) <= most_width(said, style)


def test_what_is_reckoned_of_other_letters_is_no_width():
    assert most_width("שלום", Style(SIZE, "", setting=Setting(letters="ếữ"))) == math.inf
