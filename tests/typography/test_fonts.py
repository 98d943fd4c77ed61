"""Widths are those of the typefaces."""

import pytest
import uharfbuzz as hb

from cardgen.typography import kerning_table
from cardgen.typography.fonts import FACES, file, glyphs, metrics
from cardgen.typography.kerning import TABLE
from cardgen.typography.measure import text_width

SENTENCE = "To Ava: Yo-yo a tray of 17 (twelve) Kiwis, “AVE” Ångström. Wait, r., P. and Ty!"


def harfbuzz(text, face):
    """Return the width of a text at 1000 points, as HarfBuzz finds it."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(file(face)))))
    font.scale = 1000, 1000
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions)


@pytest.mark.parametrize("face", FACES)
def test_a_width_is_what_harfbuzz_finds(face):
    assert text_width(SENTENCE, face, 1000) == pytest.approx(harfbuzz(SENTENCE, face))
    widths = metrics(face).charWidths
    apart = sum(widths[ord(character)] for character in SENTENCE)
    assert text_width(SENTENCE, face, 1000) < apart
    assert text_width("", face, 10) == 0


def test_the_table_of_kerning_is_that_of_the_typefaces():
    assert TABLE.read_text("utf-8") == kerning_table.table(), (
        "python -m cardgen.typography.kerning_table makes it anew"
    )


def test_every_printable_character_has_a_width_in_every_style():
    text = "".join(map(chr, sorted(glyphs())))
    assert len(text) > 300
    for face in FACES:
        assert text_width(text, face, 1) > 100
