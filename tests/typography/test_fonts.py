"""Widths are those of the typefaces, and zeros are plain but in sources."""

import pytest
from fontTools.ttLib import TTFont

from cardgen.typography.derive import LICENCE, STYLES, derived
from cardgen.typography.fonts import FACES, FOLDER, SLASHED, STEM, glyphs, metrics
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
