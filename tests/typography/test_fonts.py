"""Widths are those of the typefaces, and zeros are plain but in sources."""

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from cardgen.typography import kerning_table
from cardgen.typography.derive import LICENCE, STYLES, derived
from cardgen.typography.fonts import FACES, FOLDER, SLASHED, STEM, file, glyphs, metrics
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


@pytest.mark.parametrize("style", STYLES)
def test_our_typeface_is_what_its_script_makes_of_atkinson_hyperlegible(style):
    assert (FOLDER / f"{STEM}-{style}.ttf").read_bytes() == derived(style)


@pytest.mark.parametrize("style", STYLES)
def test_the_plain_zero_has_one_counter_and_the_slashed_one_two(style):
    font = TTFont(FOLDER / f"{STEM}-{style}.ttf")
    names = font.getBestCmap()
    contours = [font["glyf"][names[code]].numberOfContours for code in (ord("0"), SLASHED)]
    assert contours == [2, 3]
    assert len({font["hmtx"][names[code]][0] for code in (ord("0"), SLASHED)}) == 1


def test_it_has_another_name_than_the_typeface_that_it_comes_from_and_its_licence():
    names = TTFont(FOLDER / f"{STEM}-Regular.ttf")["name"].names
    assert not any("Atkinson" in str(record) for record in names if record.nameID != 0)
    licence = (FOLDER / LICENCE).read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Braille Institute" in licence
