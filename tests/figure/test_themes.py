import re
import subprocess
import sys

import pytest
from conftest import POSES

from cardgen.figure.palette import COLOUR, SKINS
from cardgen.figure.themes import styled
from cardgen.library.data import load_theme
from cardgen.model.drawing import WEIGHTS, line_mm

PICTURES = sorted(POSES.parent.glob("*.svg"))
HEX = re.compile("#[0-9a-f]{6}")


def test_every_role_has_a_colour_of_its_own():
    assert len(set(COLOUR.values())) == len(COLOUR)
    assert len(set(WEIGHTS.values())) == len(WEIGHTS)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_ink_is_black_and_white(path):
    assert set(HEX.findall(styled(path.read_text(), "ink"))) <= {"#000000", "#ffffff"}


def test_ink_tells_near_legs_from_far_ones_and_from_each_other():
    svg = styled((POSES.parent / "knee-to-opposite-shoulder-pull.svg").read_text(), "ink")
    assert COLOUR["trousers"] not in svg
    ink = load_theme("ink").drawing
    assert (ink["trousers"], ink["trousers-far"], ink["seam"]) == ("#000000", "#ffffff", "#ffffff")
    # Between the thighs of someone seen from the feet, both near, there is a seam.
    rolled = (POSES.parent / "knee-rolls-right.svg").read_text()
    assert f'stroke="{COLOUR["seam"]}"' in rolled


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_grey_has_no_hue(path):
    for colour in set(HEX.findall(styled(path.read_text(), "grey"))):
        assert colour[1:3] == colour[3:5] == colour[5:7]


@pytest.mark.parametrize("width", [25, 35, 50, 70, 90])
@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_lines_print_between_a_quarter_and_six_tenths_of_a_millimetre(path, width):
    svg = styled(path.read_text(), "ink", width_mm=width)
    units = int(re.search(r'viewBox="\S+ \S+ (\d+)', svg)[1])
    widths = [float(w) * width / units for w in re.findall(r'stroke-width="([\d.]+)"', svg)]
    assert widths
    assert min(widths) >= 0.249
    assert max(widths) <= 0.601


def test_a_larger_picture_has_bolder_lines():
    assert line_mm("outline", 25) < line_mm("outline", 60) < line_mm("outline", 90)


def test_skin_tones():
    svg = (POSES.parent / "stand.svg").read_text()
    assert SKINS["dark"][0] in styled(svg, skin="dark")
    assert COLOUR["skin"] not in styled(svg, skin="dark")


def test_only_a_drawing_of_ours_is_weighed():
    with pytest.raises(ValueError, match="viewBox"):
        styled("<svg/>", width_mm=30)


def test_styling_loads_no_drawing():
    code = (
        "import sys, cardgen.figure.themes\n"
        "assert not {'numpy', 'shapely', 'resvg_py'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
