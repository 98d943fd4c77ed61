"""Left and right: pictures, their words and the texts of the stretches agree."""

import re
from pathlib import Path

import pytest
from conftest import POSES, drawn

from cardgen.figure.camera import camera
from cardgen.figure.drawing import draw, skeleton
from cardgen.figure.read import read_pose
from cardgen.figure.words import mirrored_words
from cardgen.library.yaml_tree import parse

STRETCHES = sorted((POSES.parents[1] / "stretches").glob("*.yaml"))


def illustrations():
    for path in STRETCHES:
        for frame in parse(path.name, path.read_bytes()).data.get("illustrations", ()):
            if Path(frame["file"]).stem in {pose.stem for pose in POSES.glob("*.yaml")}:
                yield pytest.param(frame, id=frame["file"])


def side_of(name):
    return read_pose(POSES / f"{name}.yaml").pose.side


def test_there_are_illustrations():
    assert len(list(illustrations())) >= 22


@pytest.mark.parametrize("frame", list(illustrations()))
def test_the_side_of_a_picture_is_that_of_its_stretch(frame):
    pose = read_pose(POSES / Path(frame["file"]).with_suffix(".yaml")).pose
    if frame.get("side"):
        assert pose.side == frame["side"]


def crossing(name):
    found = skeleton(read_pose(POSES / f"{name}.yaml"))
    return camera(read_pose(POSES / f"{name}.yaml").pose.view), found.joints


def test_seen_from_the_front_the_right_foot_is_at_the_left_of_the_picture():
    view, joints = crossing("band-side-steps-step")
    assert view(joints["right-ankle"])[0] < view(joints["left-ankle"])[0]


@pytest.mark.parametrize(
    ("name", "head_left", "near"),
    [
        ("hamstring-strap-stretch", True, "right"),
        ("single-leg-lower-low", True, "right"),
        ("figure-four-pull", False, "left"),
        ("knee-to-opposite-shoulder-pull", False, "left"),
        ("figure-four-ball-roll-in", False, "left"),
    ],
)
def test_the_viewer_is_on_the_side_that_the_words_say(name, head_left, near):
    view, joints = crossing(name)
    assert (view(joints["head"])[0] < view(joints["pelvis"])[0]) == head_left
    other = "left" if near == "right" else "right"
    assert joints[f"{near}-hip"] @ view.toward > joints[f"{other}-hip"] @ view.toward


def test_a_mirrored_picture_changes_left_and_right_in_its_words_and_keeps_its_size():
    figures, plain = drawn("standing-calf-stretch-start")
    mirrored = draw(figures, mirror=True)
    assert "wall at the right" in plain[1]
    assert "right leg straight behind" in plain[1]
    assert "wall at the left" in mirrored[1]
    assert "left leg straight behind" in mirrored[1]
    a, b = (
        [int(n) for n in re.search('viewBox="([^"]+)"', svg)[1].split()]
        for svg in (plain[1], mirrored[1])
    )
    assert b == [-(a[0] + a[2]), a[1], a[2], a[3]]


def test_words_keep_their_capitals():
    assert mirrored_words("Left over right", mirror=True) == "Right over left"
    assert mirrored_words("Left over right", mirror=False) == "Left over right"
    assert mirrored_words("brightly leftover", mirror=True) == "brightly leftover"
