"""Widths are those of the typefaces."""

import pytest

from cardgen.typography.fonts import FACES, glyphs, metrics
from cardgen.typography.measure import text_width


@pytest.mark.parametrize("face", FACES)
def test_a_width_is_the_sum_of_the_advances_that_the_typeface_gives(face):
    widths = metrics(face).charWidths
    for text in ("Cat-Cow", "12 min", "Ångström"):
        expected = sum(widths[ord(character)] for character in text) * 10 / 1000
        assert text_width(text, face, 10) == pytest.approx(expected)
    assert text_width("", face, 10) == 0


def test_every_printable_character_has_a_width_in_every_style():
    text = "".join(map(chr, sorted(glyphs())))
    assert len(text) > 300
    for face in FACES:
        assert text_width(text, face, 1) > 100
