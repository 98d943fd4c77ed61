"""Every baked picture: drawn again it is the same picture, and nothing is wrong in it."""

import os
import re
import subprocess
import sys
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from conftest import MOVEMENTS, POSES, drawn
from PIL import Image, ImageChops
from svglib.svglib import svg2rlg

from cardgen.figure.checks import problems
from cardgen.figure.palette import COLOUR
from cardgen.figure.png import png
from cardgen.figure.read import read_pose

HEAD = re.compile("<svg.*</desc>")
CLEARLY, SAME = 64, 0.002
"""How far two pixels differ to count, of 255, and the part of them that may."""
TAGS = {"svg", "title", "desc", "g", "path"}
ATTRIBUTES = {"viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "d"}


def difference(first, second):
    """Return the part of the pixels in which two SVGs differ clearly, 35 mm wide at 300 dpi."""
    one, other = (Image.open(BytesIO(png(svg, 413))).convert("RGB") for svg in (first, second))
    if one.size != other.size:
        return 1.0
    apart = ImageChops.difference(one, other).convert("L").point(lambda v: 255 * (v > CLEARLY))
    return apart.histogram()[255] / (one.width * one.height)


@pytest.mark.parametrize("name", MOVEMENTS)
def test_drawn_again_it_is_the_committed_picture_and_no_check_fails(name):
    # One test for both, since drawing is what takes the time. Another processor may round the
    # last digit otherwise and move the end of a curve, which nobody can see.
    figures, svgs = drawn(name)
    for figure, svg in zip(figures, svgs, strict=True):
        baked = (POSES.parent / f"{figure.file.id}.svg").read_text(encoding="utf-8")
        assert difference(svg, baked) < SAME, f"run: make figures ({figure.file.id})"
        assert HEAD.match(svg)[0] == HEAD.match(baked)[0]
        assert [str(problem) for problem in problems(figure)] == []


def test_a_picture_that_has_changed_is_told_apart():
    svg = (POSES.parent / "cat-cow-cat.svg").read_text(encoding="utf-8")
    turned, nudged = svg.replace("</desc>", '</desc><g transform="rotate(1)">'), svg
    turned = turned.replace("</svg>", "</g></svg>")
    first = re.search(r'<path fill="#3f8fa3" d="M-?\d+', nudged)[0]
    number = int(re.search(r"-?\d+$", first)[0])
    nudged = nudged.replace(first, first.replace(str(number), str(number + 1)))
    assert nudged != svg
    assert difference(svg, svg) == 0
    assert difference(nudged, svg) < SAME < difference(turned, svg)


def test_drawn_again_by_another_process_it_has_the_same_bytes():
    code = (
        "from cardgen.figure.bake import movements, baked\n"
        "from cardgen.figure.read import poses_folder\n"
        "movement = next(m for m in movements(poses_folder()) if m[0].stem == 'stand')\n"
        "print(baked(movement)[0][1], end='')"
    )
    env = {**os.environ, "PYTHONHASHSEED": "77"}
    made = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True)
    assert made.stdout == drawn("stand")[1][0].encode()


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
    boxes = set()
    for path in MOVEMENTS[name]:
        # One that is far shorter or taller than the others, or stands alone, prints larger cropped.
        if read_pose(path).pose.crop:
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
