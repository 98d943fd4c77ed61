"""A few pictures of what is printed, compared card by card."""

import io

import pypdfium2
import pytest
from golden import golden
from PIL import Image, ImageChops

PER_INCH = 72
MOST, FAR = 0.001, 32
"""The part of the pixels that may differ, and the levels from which a pixel does."""


def drawn(path, number, dpi):
    """Return a page as it is printed in grey: in 16 shades, so that its file is small."""
    with pypdfium2.PdfDocument(path) as document:
        picture = document[number].render(scale=dpi / PER_INCH).to_pil().convert("L")
    return picture.point(lambda level: level // 16 * 17)


def card(made, number, side, dpi):
    """Return one side of a card, cut out of its sheet."""
    placed = made.sample.document.pages[side].placed[number][1]
    x, y, block = placed.x, placed.y, placed.block
    box = (x, y, x + block.width, y + block.height)
    return drawn(made.path, side, dpi).crop([round(v * dpi / PER_INCH) for v in box])


def differing(one, other):
    """Return the part of the pixels that differ, and a picture that shows them."""
    if one.size != other.size:
        return 1.0, Image.new("L", one.size, 0)
    difference = ImageChops.difference(one, other).point(lambda level: 255 * (level > FAR))
    return difference.histogram()[255] / (one.width * one.height), ImageChops.invert(difference)


def compare(name, picture, folder):
    packed = io.BytesIO()
    picture.save(packed, "PNG", optimize=True)
    expected = Image.open(io.BytesIO(golden(f"{name}.png", packed.getvalue()))).convert("L")
    part, difference = differing(picture, expected)
    if part > MOST:
        shown = {"actual": picture, "expected": expected, "difference": difference}
        for kind, image in shown.items():
            image.save(folder / f"{name}-{kind}.png")
        pytest.fail(f"{part:.2%} of {name} differs: see {folder}/{name}-*.png")


@pytest.mark.parametrize(("side", "name"), [(0, "front"), (1, "back")])
def test_a_card_looks_as_it_should(build, tmp_path, side, name):
    compare(f"cat-cow-{name}", card(build("cards id-1"), 1, side, dpi=100), tmp_path)


def test_the_default_handout_looks_as_it_should(handout, tmp_path):
    compare("post-run", drawn(handout.path, 0, dpi=60), tmp_path)


def test_a_difference_is_found_and_a_shade_is_not():
    white = Image.new("L", (100, 100), 255)
    dot, shade = white.copy(), white.copy()
    dot.paste(0, (0, 0, 4, 3))
    shade.paste(230, (0, 0, 100, 100))
    assert differing(white, dot)[0] == pytest.approx(0.0012)
    assert differing(white, dot)[0] > MOST
    assert differing(white, shade)[0] == 0
    assert differing(white, white.resize((50, 50)))[0] == 1
