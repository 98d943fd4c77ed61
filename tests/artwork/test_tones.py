"""Themes: what would run together is kept apart, what is pale gets darker, nothing vanishes."""

import pytest
from artwork_files import load, patches, svg
from PIL import Image
from test_drawings import shown

PALE = '<circle cx="50" cy="50" r="40" fill="#2f95f5"/>'
TWO = '<rect width="50" height="100" fill="{}"/><rect x="50" width="50" height="100" fill="{}"/>'
SQUARE = '<rect width="90" height="90" fill="{}"/>'


def levels(artwork, width=300):
    """Return how light a print is along its middle, from left to right."""
    image = shown(artwork, width).convert("L")
    return [image.getpixel((x, image.height // 2)) for x in range(image.width)]


def test_a_drawing_of_one_light_colour_is_black_in_ink(tmp_path):
    artwork = load(tmp_path, "a.svg", svg(PALE), "ink")
    assert artwork.is_vector
    assert set(artwork.content) & {"0 0 0 rg"}
    assert levels(artwork)[150] == 0


@pytest.mark.parametrize(
    ("colours", "ground"), [(("#000066", "#660000"), 0), (("#ffcc00", "#66ddff"), 255)]
)
def test_areas_of_one_tone_in_ink_have_a_line_between_them(tmp_path, colours, ground):
    frame = '<rect x="1" y="1" width="98" height="98" fill="none" stroke="#000" stroke-width="2"/>'
    artwork = load(tmp_path, "a.svg", svg(TWO.format(*colours) + frame), "ink")
    assert not artwork.is_vector
    assert artwork.content.dots == 600
    found = levels(artwork)
    assert set(found) <= {0, 255}
    assert found[60] == found[240] == ground
    assert 255 - ground in found[140:160]
    assert 3 <= found[130:170].count(255 - ground) <= 10


def test_areas_of_one_grey_have_a_line_between_them(tmp_path):
    merging = load(tmp_path, "a.svg", svg(TWO.format("#c83c3c", "#386e96")), "grey")
    apart = load(tmp_path, "b.svg", svg(TWO.format("#c83c3c", "#d0e0ff")), "grey")
    assert apart.is_vector
    assert not merging.is_vector
    found = levels(merging)
    assert abs(found[60] - found[240]) < 8
    assert max(abs(level - found[60]) for level in found[140:160]) > 80


def test_a_drawing_in_black_and_white_stays_vectors_in_every_theme(tmp_path):
    drawing = svg('<rect width="90" height="90" fill="#fff" stroke="#000" stroke-width="3"/>')
    for theme in ("colour", "grey", "ink", "two-colour"):
        assert load(tmp_path, f"{theme}.svg", drawing, theme).is_vector


def test_a_drawing_of_pixels_keeps_its_edges_in_grey(tmp_path):
    image = Image.new("RGB", (300, 100), "#c83c3c")
    image.paste("#386e96", (150, 0, 300, 100))
    image.save(tmp_path / "own.png")
    found = levels(load(tmp_path, "a.png", (tmp_path / "own.png").read_bytes(), "grey"))
    assert max(abs(level - found[60]) for level in found[145:155]) > 80


def test_a_photograph_in_ink_is_dots(tmp_path):
    patches().save(tmp_path / "own.png")
    artwork = load(tmp_path, "a.png", (tmp_path / "own.png").read_bytes(), "ink")
    assert artwork.content.pixels(200).mode == "1"


@pytest.mark.parametrize(
    ("fill", "theme", "said"),
    [
        ("#ffe0c0", "colour", "a contrast of 1.2 to white paper"),
        ("#ffe0c0", "grey", "to white paper in shades of grey"),
        ("#ffffff", "colour", "it shows nothing on white paper"),
        ("#fefefe", "ink", "it shows nothing on white paper in pure black and white"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_in_a_theme_is_told_of(tmp_path, fill, theme, said):
    (note,) = load(tmp_path, "a.svg", svg(SQUARE.format(fill)), theme).notes
    assert said in note.message
    assert note.kind == "light"
    assert load(tmp_path, "b.svg", svg(PALE), "ink").notes == ()


@pytest.mark.parametrize("theme", ["colour", "grey", "ink"])
def test_a_pale_photograph_is_told_of_in_every_theme(tmp_path, theme):
    Image.new("L", (300, 200), 210).save(tmp_path / "own.png")
    (note,) = load(tmp_path, "a.png", (tmp_path / "own.png").read_bytes(), theme).notes
    assert "a contrast of 1.5 to white paper" in note.message
