"""Themes on paper: grey has no hue, ink has no grey, and lines are right for the print's size."""

import re
import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from samples import LIBRARY

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest
from cardgen.library.data import find_theme
from cardgen.library.pictures import load_pictures
from cardgen.model.origin import Origin
from cardgen.paths import built_in
from cardgen.pdf.pictures import drawing_stream

FEWEST = 100
"""A page has more operators than this that choose a colour, or the scan saw nothing."""


PARTS = {"rg": 1, "RG": 1, "g": 3, "G": 3}
"""How often the numbers of an operator make up red, green and blue."""


def colours(content):
    """Return the red, green and blue of each operator that chooses a colour, on every page."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [
            tuple(map(float, operands)) * PARTS[str(operator)]
            for page in pdf.pages
            for drawn in (page, *page.Resources.XObject.values())
            for operands, operator in pikepdf.parse_content_stream(drawn)
            if str(operator) in PARTS
        ]


def plates(content):
    """Return the names of the inks that have a plate of their own."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return {
            str(space[1])
            for page in pdf.pages
            for drawn in (page, *page.Resources.XObject.values())
            for space in drawn.get("/Resources", {}).get("/ColorSpace", {}).values()
        }


def handout(theme_id):
    """Return the bytes of the post-run handout in a theme."""
    return render(HandoutRequest(theme=theme_id), LIBRARY).content


def theme_of(theme_id):
    """Return a theme by its id."""
    return find_theme(theme_id, "plain", LIBRARY)


def test_grey_has_no_hue():
    found = colours(handout("grey"))
    assert len(found) > FEWEST
    assert all(red == green == blue for red, green, blue in found)
    assert any(0.1 < red < 0.9 for red, _, _ in found)


def test_two_colours_are_black_and_tints_of_one_plate():
    content = handout("two-colour")
    assert set(colours(content)) <= {(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)}
    assert plates(content) == {f"/{theme_of('two-colour').plate}"}


def test_ink_has_no_grey():
    found = colours(handout("ink"))
    assert len(found) > FEWEST
    assert set(found) <= {(0.0, 0.0, 0.0), (1.0, 1.0, 1.0)}


def test_colour_has_hue():
    assert any(len(set(found)) == 3 for found in colours(handout("colour")))


@pytest.mark.parametrize("suffix", ["svg", "png"])
@pytest.mark.parametrize("theme", ["grey", "ink"])
def test_a_picture_of_ones_own_takes_the_tones_too(tmp_path, theme, suffix):
    path = tmp_path / f"logo.{suffix}"
    if suffix == "svg":
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">'
            '<path d="M0 20 L30 0 L60 20 Z" fill="#0b6577" stroke="#ff8800"/></svg>'
        )
    else:
        Image.new("RGB", (60, 20), (11, 101, 119)).save(path)
    named = Origin("clinic.yaml", 1, 1, "logo")
    art = load_pictures({path: named}, theme_of(theme))[path]
    if art.is_vector:
        chosen = [line.split() for line in art.content if line.endswith((" rg", " RG"))]
        tones = {tuple(map(float, parts[:3])) for parts in chosen}
    else:
        image = art.content.pixels(60).convert("RGB")
        tones = {pixel for _, pixel in image.getcolors()}
    assert tones
    assert all(len(set(tone)) == 1 for tone in tones)
    if theme == "ink":
        assert {tone[0] for tone in tones} <= {0, 1, 255}


@pytest.mark.parametrize("width_mm", [25, 40, 90])
@pytest.mark.parametrize("name", ["cat-cow-cat", "glute-bridge-top", "stand"])
def test_lines_print_a_quarter_to_six_tenths_of_a_millimetre_wide(name, width_mm):
    path = built_in() / "images" / f"{name}.svg"
    art = load_pictures({path: Origin("", 0, 0, "")}, theme_of("colour"))[path]
    _, packed = drawing_stream(art, width_mm)
    asked = map(float, re.findall(rb"^(\S+) w$", zlib.decompress(packed), flags=re.MULTILINE))
    # The drawing's own units are scaled once more, from the SVG's to points.
    scale = art.unit * width_mm / art.width
    printed = [width * scale for width in asked if width != 1]
    assert printed
    assert min(printed) >= 0.249
    assert max(printed) <= 0.601
