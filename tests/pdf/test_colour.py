"""Neutral colours are greys: a press and a copier print them in black alone."""

import pikepdf
import pytest
from samples import LIBRARY

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest
from cardgen.model.plate import Plate
from cardgen.pdf.colour import PROCESS, Inks, grey_of


@pytest.mark.parametrize(("name", "grey"), [("#000000", 0), ("#ffffff", 1), ("#0b6577", None)])
def test_equal_parts_are_a_grey(name, grey):
    assert grey_of(name) == grey


def test_an_operator_has_the_space_of_its_colour():
    assert PROCESS.fill("#000000") == b"0 g\n"
    assert PROCESS.fill("#ff0000") == b"1 0 0 rg\n"


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("0 0 0 rg", "0 g"),
        (".5 .5 .5 RG", ".5 G"),
        ("0 0 1 rg", "0 0 1 rg"),
        ("0 0 0 0 re", "0 0 0 0 re"),
        ("q", "q"),
    ],
)
def test_only_a_neutral_colour_becomes_a_grey(line, same):
    assert PROCESS.line(line) == same


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("1 0 0 rg", "/Ink cs 1 scn"),
        ("1 .5 .5 RG", "/Ink CS 0.5 SCN"),
        ("1 1 1 rg", "1 g"),
        ("0 0 1 rg", "0 0 1 rg"),
    ],
)
def test_a_tint_is_of_the_second_ink(line, same):
    assert Inks(Plate("Red", "#ff0000")).line(line) == same


def colours_of(pdf):
    """Return the operators that set a colour of three parts, on pages and in what they show."""
    drawn = [*pdf.pages, *(form for page in pdf.pages for form in page.form_xobjects.values())]
    codes = [pikepdf.parse_content_stream(content) for content in drawn]
    assert len(codes) > 1
    return [
        str(one.operator) for code in codes for one in code if str(one.operator) in ("rg", "RG")
    ]


@pytest.mark.parametrize("theme", ["ink", "grey"])
def test_a_page_in_greys_needs_black_alone(theme, tmp_path):
    (content,) = render(HandoutRequest(theme=theme), LIBRARY).contents
    (tmp_path / "made.pdf").write_bytes(content)
    with pikepdf.open(tmp_path / "made.pdf") as pdf:
        assert colours_of(pdf) == []


def test_a_page_in_colour_has_its_colours(build):
    assert colours_of(build("handout post-run letter").pdf)
