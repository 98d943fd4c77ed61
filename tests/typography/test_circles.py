"""The number of a move in its circle, which takes more room than its letters."""

import pytest

from cardgen.library.data import load_locale
from cardgen.model.content import Span, Text
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style


@pytest.mark.parametrize(
    ("language", "words"), [("en", "keep breathing"), ("vi", "thở đều, đứng gần tường")]
)
def test_lines_with_circles_are_as_wide_as_their_column(language, words):
    style = Style(10, "#000000", setting=load_locale(language).setting)
    spans = [
        span
        for number in range(1, 9)
        for span in (Span(str(number), bold=True, circled=f"move {number}"), Span(f" {words}; "))
    ]
    block = paragraph(Text(tuple(spans)), style, 150)
    assert len(block.all_lines()) > 4
    assert max(line.x + line.width for line in block.all_lines()) <= 150.01
