"""Every baked picture: drawn again it has the same bytes, and nothing is wrong in it."""

import re
from xml.etree import ElementTree as ET

import pytest
from conftest import MOVEMENTS, POSES, drawn
from svglib.svglib import svg2rlg

from cardgen.figure.checks import problems
from cardgen.figure.palette import COLOUR

TAGS = {"svg", "title", "desc", "g", "path"}
ATTRIBUTES = {"viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "d"}


@pytest.mark.parametrize("name", MOVEMENTS)
def test_drawn_again_a_picture_has_the_committed_bytes_and_no_check_fails(name):
    # One test for both, since drawing is what takes the time.
    figures, svgs = drawn(name)
    for figure, svg in zip(figures, svgs, strict=True):
        baked = (POSES.parent / f"{figure.file.id}.svg").read_bytes()
        assert svg.encode() == baked, f"run: python -m cardgen.figure.bake {figure.file.id}"
        assert [str(problem) for problem in problems(figure)] == []


@pytest.mark.parametrize("path", sorted(POSES.parent.glob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_is_small_and_plain(path):
    content = path.read_bytes()
    assert len(content) <= 12 * 1024
    root = ET.fromstring(content)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= TAGS
    assert {key for element in root.iter() for key in element.attrib} <= ATTRIBUTES
    assert set(re.findall("#[0-9a-f]+", content.decode())) <= set(COLOUR.values())
    assert root[0].text
    assert root[1].text.endswith("Drawn by cardgen, CC BY 4.0.")
    drawing = svg2rlg(str(path))
    assert drawing.width > 0
    assert drawing.contents


def test_every_pose_has_a_picture():
    poses = {path.stem for path in POSES.glob("*.yaml")}
    assert len(poses) >= 24
    assert poses == {path.stem for path in POSES.parent.glob("*.svg")}


@pytest.mark.parametrize("name", MOVEMENTS)
def test_frames_of_a_movement_share_their_size_but_those_cropped_to_themselves(name):
    # These two are far shorter than their starts: cropped, the body prints larger.
    boxes = set()
    for path in MOVEMENTS[name]:
        if path.stem in ("double-knee-to-chest-hug", "figure-four-pull"):
            continue
        svg = (POSES.parent / f"{path.stem}.svg").read_text()
        boxes.add(re.search('viewBox="([^"]+)"', svg)[1])
    assert len(boxes) == 1


@pytest.mark.parametrize(
    "name", ["childs-pose", "standing-calf-stretch", "bird-dog", "side-lying-wall-slide"]
)
def test_a_new_stretch_takes_under_15_lines(name):
    files = list(POSES.glob(f"{name}*.yaml"))
    assert files
    for path in files:
        assert len(path.read_text().splitlines()) < 15
