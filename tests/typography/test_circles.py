"""The number of a move in its circle, which takes more room than its letters."""

import pytest

from cardgen.library.data import load_locale
from cardgen.model.content import Span, Text
from cardgen.typography.measure import letters_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style

WIDTH = 150


@pytest.mark.parametrize("language", ["en", "vi"])
def test_lines_with_circles_are_as_wide_as_their_column(language):
    style = Style(10, "#000000", setting=load_locale(language).setting)
    numbers = [
        span
        for number in range(1, 40)
        for span in (Span(str(number), bold=True, circled=f"move {number}"), Span(" "))
    ]
    lines = list(paragraph(Text(tuple(numbers)), style, WIDTH).all_lines())
    assert len(lines) > 3
    ends = [line.x + line.starts[-2] + letters_width(line.runs[-2]) for line in lines[:-1]]
    assert WIDTH - 30 < max(ends) <= WIDTH
