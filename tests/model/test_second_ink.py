"""A theme with a second ink has greys and tints of it alone, or is refused."""

import pytest

from cardgen.errors import InvalidDataError
from cardgen.library.data import load_theme
from cardgen.library.files import read_record
from cardgen.model.design import Theme
from cardgen.model.plate import Plate
from cardgen.paths import DATA

TEAL = Plate("Teal", "#0b6577")


def theme_with(folder, former, line):
    """Return the theme of two inks with another line in place of one."""
    text = (DATA / "themes" / "two-colour.yaml").read_text()
    assert former in text
    path = folder / "themes" / "mine.yaml"
    path.parent.mkdir()
    path.write_text(text.replace(former, line, 1))
    return read_record(path, Theme).value


@pytest.mark.parametrize(
    ("colour", "tint"),
    [
        ((1, 1, 1), 0),
        ((11 / 255, 101 / 255, 119 / 255), 1),
        ((0x85 / 255, 0xB2 / 255, 0xBB / 255), 0.5),
        ((0.8, 0.2, 0.1), None),
        ((0, 0, 0), None),
    ],
)
def test_a_tint_lies_between_paper_and_the_ink(colour, tint):
    found = TEAL.tint(colour)
    assert found == (None if tint is None else pytest.approx(tint, abs=0.01))


def test_the_theme_that_ships_has_its_ink():
    assert load_theme("two-colour").second_ink == TEAL
    assert load_theme("colour").second_ink is None


def test_an_ink_may_have_the_name_that_a_shop_knows(tmp_path):
    found = theme_with(tmp_path, "plate: Teal", "plate: PANTONE 3155 C")
    assert found.second_ink == Plate("PANTONE 3155 C", "#0b6577")


@pytest.mark.parametrize(
    ("former", "line", "said"),
    [
        ("plate: Teal", "plate: Black", "an ink of its own in plain letters"),
        ("plate: Teal", "plate: All", "an ink of its own in plain letters"),
        ("plate: Teal", "plate: ' x'", "an ink of its own|blank"),
        ("photos: grey", "photos: colour", "expected `photos` to be grey or black"),
        ("shirt: '#85b2bb'", "shirt: '#ff8800'", "expected `shirt` to be a grey or a tint"),
    ],
)
def test_what_two_plates_cannot_print_is_refused(tmp_path, former, line, said):
    with pytest.raises(InvalidDataError, match=said):
        theme_with(tmp_path, former, line)
