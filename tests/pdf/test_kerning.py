"""Letters stand as far apart in a file as they were measured."""

import ctypes

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw
from samples import LIBRARY

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest
from cardgen.pdf.text import kerned, shown
from cardgen.typography.measure import text_width

NAME, FACE = "Ava Toomey", "bold"


def test_what_stands_between_letters_is_written_between_them():
    assert shown("Ann Lee", "regular", 10) == b"(Ann Lee) Tj\n"
    assert shown("AV(To", "regular", 10) == rb"[(A)67(V\(T)86(o)] TJ" + b"\n"
    assert kerned("A", "regular", "V") == b"[(A)67()] TJ\n"


def test_letters_of_two_encodings_are_kerned_too():
    assert b"] TJ" not in shown("\u0141", "regular", 10)
    assert b")104()] TJ\n" in shown("\u0141T", "regular", 10)


def width(text):
    """Return how wide the name's face sets a text, in type sizes."""
    return text_width(text, FACE, 1)


def starts(content, words):
    """Return where each letter of some words starts on the first page, in points."""
    text = pdfium.PdfDocument(content)[0].get_textpage()
    first, count = text.search(words).get_next()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(first, first + count):
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        yield x.value


def test_a_name_stands_on_its_page_as_it_was_measured():
    found = list(starts(render(HandoutRequest("post-run", recipient=NAME), LIBRARY).content, NAME))
    # The size of the name is that of its box: that all ratios are alike is what tells.
    ratios = [
        (found[end] - found[0])
        / (text_width(NAME[: end + 1], FACE, 1) - text_width(NAME[end], FACE, 1))
        for end in (1, 4, 9)
    ]
    assert ratios == pytest.approx([ratios[0]] * 3, rel=1e-3)
    assert ratios[0] > 8
