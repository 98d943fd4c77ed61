"""Words to lines."""

import pytest

from cardgen.model.content import Span, Text, text
from cardgen.model.origin import Origin
from cardgen.model.page import CAPITAL
from cardgen.typography import paragraph as paragraphs
from cardgen.typography import words
from cardgen.typography.lines import TooWideError, balanced, line_of
from cardgen.typography.paragraph import paragraph, shrunk
from cardgen.typography.style import Style, TooLargeError

STYLE = Style(1, "#000000")
DOI = "https://doi.org/10.1016/S0030-5898(03)00105-6"


@pytest.fixture
def _even(monkeypatch):
    """Every character is as wide as the type is large: widths are counts of characters."""
    monkeypatch.setattr(words, "plain_width", lambda said, _face, size: len(said) * size)
    monkeypatch.setattr(paragraphs, "style_width", lambda said, style: len(said) * style.size)


even = pytest.mark.usefixtures("_even")


def set_lines(spans, width):
    """Return spans as lines of so many characters. Nothing of it is kept."""
    found = list(words.words_of(spans, "regular"))
    return [line_of(line, STYLE, 0) for line in balanced(found, width, 0)]


def lines(said, width):
    spans = (Span(said),) if isinstance(said, str) else said
    return [line.text for line in set_lines(spans, width)]


@even
def test_words_fill_each_line_and_none_is_lost():
    assert lines("one two three four", 9) == ["one two ", "three ", "four "]


@even
def test_every_line_ends_with_a_blank_so_that_words_stay_apart_when_read():
    found = lines("one two three four five six", 9)
    assert len(found) > 2
    assert all(line.endswith(" ") for line in found)


@even
def test_the_blank_at_the_end_of_a_line_takes_no_width():
    (line,) = set_lines((Span("abcd"),), 4)
    assert line.width == 4


@even
def test_white_space_in_a_row_is_one_blank():
    assert lines((Span("one   two"), Span("  three")), 20) == ["one two three "]


@even
@pytest.mark.parametrize("width", range(6, 20))
def test_a_marker_stays_with_its_word(width):
    text = (Span("aa bbb ccc"), Span("1", marker=True), Span(",2", marker=True), Span(": dd eee"))
    found = lines(text, width)
    assert sum("ccc1,2:" in line for line in found) == 1


@even
def test_a_marker_is_small_and_raised():
    (line,) = set_lines((Span("a"), Span("1", marker=True)), 99)
    word, marker, _ = line.runs
    assert word.rise == 0
    assert marker.rise > 0
    assert marker.size < word.size


@even
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aaaa bbbb cccc dddd e", ["aaaa bbbb cccc ", "dddd e "]),
        ("aaaa bbbb cccc ddd e ff", ["aaaa bbbb cccc ", "ddd e ff "]),
        ("aaaa bbbb cccc dd eee f", ["aaaa bbbb cccc dd ", "eee f "]),
    ],
)
def test_no_word_stands_alone_on_the_last_line_where_that_can_be_avoided(text, expected):
    assert lines(text, 20) == expected


@even
def test_a_last_word_stays_alone_where_the_text_would_need_another_line():
    text = "aaaaaaaaaa bbbbbbbbb cccccccccc ddddddddd e"
    assert lines(text, 20) == ["aaaaaaaaaa bbbbbbbbb ", "cccccccccc ddddddddd ", "e "]


@even
@pytest.mark.parametrize("width", [1, 5, 9])
def test_a_word_that_is_too_wide_is_refused_and_named(width):
    with pytest.raises(TooWideError) as raised:
        lines("aa incredible bb", width)
    word = raised.value.word
    assert word.width - width == (2 if width == 1 else 10) - width
    assert word.text in ("aa", "incredible")


def test_a_paragraph_says_where_a_word_that_is_too_wide_comes_from():
    origin = Origin("a.yaml", 3, 5, "cue")
    wide = paragraph(text("incredible"), Style(10, "#000000"), 400).kids[0].width
    with pytest.raises(TooLargeError) as raised:
        paragraph(text("an incredible one", origin), Style(10, "#000000"), wide - 7)
    assert raised.value.points == pytest.approx(7)
    assert (raised.value.what, raised.value.origin) == ("incredible", origin)


@even
def test_a_word_that_just_fits_is_set():
    assert lines("aa incredible", 10) == ["aa ", "incredible "]


@even
def test_a_doi_is_never_broken():
    doi = "doi:10.1016/S0030-5898(03)00105-6"
    text = (Span("Papadopoulos 2004, "), Span(doi, link=f"https://doi.org/{doi[4:]}"), Span("."))
    for width in range(len(doi) + 1, 70):
        assert sum(f"{doi}." in line for line in lines(text, width)) == 1


@even
@pytest.mark.parametrize("width", range(17, 60, 3))
def test_a_web_address_breaks_only_after_a_slash_and_without_a_blank(width):
    address = "https://www.nice.org.uk/guidance/ng59/chapter"
    found = lines((Span("See "), Span(address, link=address), Span(" now.")), width)
    assert "".join(found).strip() == f"See {address} now."
    inside = [line for line in found[:-1] if not line.endswith(" ")]
    assert all(line.endswith("/") for line in inside)


@even
def test_a_web_address_does_not_break_between_its_two_slashes():
    address = "https://a.org/b"
    for width in range(9, 20):
        found = lines((Span("aa "), Span(address)), width)
        assert [line for line in found if line.endswith("https:/")] == []


@even
def test_a_web_address_at_the_end_keeps_apart_from_what_follows():
    (line,) = lines((Span("See "), Span("https://a.org/")), 40)
    assert line == "See https://a.org/ "


@even
@pytest.mark.parametrize(
    ("bold", "italic", "face"),
    [
        (False, False, "regular"),
        (True, False, "bold"),
        (False, True, "italic"),
        (True, True, "bold-italic"),
    ],
)
def test_the_manner_of_a_span_picks_the_face(bold, italic, face):
    (line,) = set_lines((Span("a", bold=bold, italic=italic),), 9)
    assert line.runs[0].face == face


def test_the_height_is_that_of_its_lines_with_capitals_in_the_middle_of_each():
    style = Style(10, "#000000", leading=1.3)
    block = paragraph(text("wide words"), style, 30)
    first, second = block.texts
    assert block.height == pytest.approx(26)
    assert second.y - first.y == pytest.approx(13)
    above, below = first.y - CAPITAL * 10, 13 - first.y
    assert above == pytest.approx(below)


@even
@pytest.mark.parametrize(("least", "expected"), [(0.5, 0.75), (0.8, 1)])
def test_a_title_shrinks_to_one_line_but_not_below_its_least_size(least, expected):
    style = Style(1, "#000000")
    room = 7.5 + 0.5
    assert shrunk("aaaaaaaaaa", style, room, least).size == pytest.approx(expected)
    assert shrunk("aaa", style, room, least).size == 1


@even
@pytest.mark.parametrize("width", range(10, 24))
def test_an_address_in_a_narrow_column_breaks_at_its_dots_and_hyphens(width):
    address = "www.riverside-physio.example"
    found = lines(f"See {address}.", width)
    assert "".join(found).strip() == f"See {address}."
    assert all(line[-1] in " ./-" for line in found)


def test_a_text_with_merge_fields_is_a_box_of_its_lines_whatever_it_says():
    said = Text((Span("For "), Span("", bold=True, field="recipient")), None, 2)
    style = Style(10, "#000000", 1.2, floor=8)
    block = paragraph(said, style, 100)
    (box,) = block.texts
    assert (block.width, block.height) == (100, 24)
    assert (box.lines, box.leading, box.floor, box.fields) == (2, 12, 8, ("recipient",))
    assert [run.face for run in box.runs] == ["regular", "bold"]


def test_a_number_stays_with_its_unit_and_never_makes_a_word_too_wide():
    said = "Hold 30 seconds. In 2019 Smith slid 5 cm."
    found = [w.text for w in words.words_of((Span(said),), "regular")]
    assert found == ["Hold", "30 seconds.", "In", "2019", "Smith", "slid", "5 cm."]
    narrow = paragraph(text("30 seconds"), Style(10, "#000000"), 45)
    assert [line.text.strip() for line in narrow.all_lines()] == ["30", "seconds"]


@even
def test_a_soft_hyphen_prints_only_where_a_word_is_broken_at_it():
    said = "Pseudo\u00adhypo\u00adpara\u00adthyroid"
    assert lines(f"On {said}.", 24) == ["On ", "Pseudohypoparathyroid. "]
    assert lines(said, 15) == ["Pseudohypopara\u00ad", "thyroid "]
    assert lines(said, 11) == ["Pseudohypo\u00ad", "parathyroid "]
    assert lines((Span("(Pseudo\u00adhypo"), Span("\u00adpara", bold=True), Span(".")), 12) == [
        "(Pseudohypo\u00ad",
        "para. ",
    ]
    with pytest.raises(TooWideError):
        lines(said, 5)


@even
def test_an_address_breaks_at_its_own_signs_before_it_gets_a_hyphen():
    assert lines("river\u00adside.physio\u00adthera\u00adpy", 14) == [
        "riverside.",
        "physiotherapy ",
    ]
    assert lines("river\u00adside.physio\u00adthera\u00adpy", 12)[-2:] == [
        "physiothera\u00ad",
        "py ",
    ]
