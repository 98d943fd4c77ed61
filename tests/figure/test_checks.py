"""Each check fails on a pose that is broken on purpose, and only there."""

from dataclasses import replace

import pytest
from conftest import drawn

from cardgen.errors import ExitCode
from cardgen.figure.bake import main
from cardgen.figure.checks import problems
from cardgen.figure.drawing import figure


def found(file):
    return [str(problem) for problem in problems(figure(file))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from: lie-knees-bent\narms: {hand: behind right-shin}\n", "hand is"),
        ("from: lie-knees-bent\nlegs: {foot: {place: floor, along: 0.7}}\n", "foot is"),
        ("from: lie-knees-bent\narms: {shoulder: -60}\n", "below the floor"),
        ("from: stand\nlegs: {hip: 0, knee: -9}\n", "knee bends -9 degrees"),
        ("from: stand\nlegs: {hip: -70}\n", "hip bends -70 degrees"),
        ("from: stand\nspine: {neck: 90}\n", "`neck` bends 90 degrees"),
        ("from: stand\nlegs: {hip: 0, ankle: 60}\n", "ankle bends 60 degrees"),
        ("from: stand\nstretch: left-calf\nside: right\n", "`side` is not left"),
        (
            "from: lie-knees-bent\narrow: {around: right-knee, radius: 0.05, end: 180}\n",
            "touches the figure",
        ),
        (
            "from: lie-knees-bent\nzoom: {around: waist, shift: [0, 0.1]}\n",
            "4:7: zoom: the circle lies over the figure",
        ),
        (
            "from: figure-four-ball-set\nprops: {ball: {under: right-foot, along: 0.55}}\n",
            "inside the ball",
        ),
        (
            "from: figure-four-start\nright-leg: {hip: -20, knee: 90}\n",
            "foot is",
        ),
    ],
)
def test_a_broken_pose_is_found(written, text, expected):
    said = found(written(text))
    assert any(expected in line for line in said), said
    assert all(line.count(":") >= 4 for line in said)


def test_a_problem_names_file_line_column_and_key(written):
    first = found(written("from: lie-knees-bent\narms: {hand: behind right-shin}\n"))[0]
    assert "pose.yaml:4:7: arms: the left hand is" in first


def test_a_bone_of_another_length_is_found():
    good = drawn("stand")[0][0]
    skeleton = good.scene.skeleton
    leg = skeleton.legs["left"]
    longer = replace(leg, thigh=replace(leg.thigh, length=0.3))
    bent = replace(skeleton, legs={**skeleton.legs, "left": longer})
    broken = replace(good, scene=replace(good.scene, skeleton=bent))
    assert any("left hip to left knee" in str(problem) for problem in problems(broken))


def test_a_muscle_may_be_marked_on_both_sides(written):
    assert found(written("from: stand\nstretch: [left-calf, right-calf]\n")) == []


def test_a_good_pose_has_no_problem(written):
    assert found(written("from: lie-knees-bent\n")) == []


def test_a_pose_that_a_worker_refuses_is_named_with_its_problems(tmp_path, monkeypatch, capsys):
    text = "title: A pose\ndescription: A person.\nfrom: stand\n"
    text += "arrow: {around: pelvis, start: 0, end: 90, radius: 0.1}\n"
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("cardgen.figure.bake.poses_folder", lambda: tmp_path)
    assert main([]) == ExitCode.INVALID_DATA
    assert "broken.yaml" in capsys.readouterr().err
    assert not list(tmp_path.parent.glob("*.svg"))
