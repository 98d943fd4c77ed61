import re
from pathlib import Path

import pytest
from conftest import POSES

from cardgen.errors import InvalidDataError
from cardgen.figure import pose
from cardgen.figure.muscles import MUSCLES
from cardgen.figure.read import frames, read_pose

DOCS = Path(__file__).parents[2] / "docs" / "poses.md"
MODELS = [
    pose.Pose, pose.View, pose.Trunk, pose.Spine, pose.Leg, pose.Ball3, pose.Foot, pose.Arm,
    pose.Hand, pose.Arrow, pose.Zoom, pose.Props, pose.Ball, pose.Chair, pose.Table,
    pose.Wall,
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("legs: {knees: 90}\n", "3:8: legs.knees: there is no such field. Did you mean `knee`?"),
        ("legs: {hip: {bnd: 3}}\n", "3:14: legs.hip.bnd: there is no such field. Did you mean"),
        ("legs: {knee: 400}\n", "3:14: legs.knee: expected a number up to 170, found 400"),
        ("trunk: lying\n", "3:8: trunk: expected upright, on-back, level or an angle"),
        ("arms: {hand: behnd right-thigh}\n", "or such as behind right-thigh, found 'behnd right"),
        ("stretch: buttock\n", "expected a muscle such as low-back"),
        ("arrow: {from: nose}\n", "expected a joint such as pelvis"),
        ("view: above\n", "3:7: view.from: expected 'right', 'left', 'front' or 'back'"),
        ("from: stnd\n", "3:7: from: there is no pose 'stnd'. Did you mean `stand`?"),
        ("legs: {foot: ball}\n", "a foot is on a ball, but `props` has no `ball` under it"),
        ("arms: {hand: strap}\n", "a hand holds a strap, but `props` has none"),
        ("rest: sitting\n", "sits on a chair or holds one, but `props` has no `chair`"),
        ("arms: {hand: on chair-back}\n", "sits on a chair or holds one, but `props` has no"),
        ("legs: {foot: stay}\n", "`stay` needs a pose that this one extends: add `from`"),
        ("props: {wall: ball}\n", "3:8: props: the wall touches a ball, but there is no `ball`"),
        ("from: pose\n", "'pose' extends this pose in turn. Break the circle"),
    ],
)
def test_a_mistake_is_named_with_its_place(written, text, expected):
    with pytest.raises(InvalidDataError) as caught:
        written(text)
    assert expected in str(caught.value)


def test_all_mistakes_are_told_at_once(written):
    with pytest.raises(InvalidDataError) as caught:
        written("trunk: lying\nlegs: {knee: x}\nroll: y\n")
    assert len(caught.value.problems) == 3


def test_a_key_replaces_that_of_the_pose_extended(written):
    found = written("from: hamstring-strap-stretch\nlegs: {hip: 20}\n").pose
    assert found.right_leg is None
    assert found.legs.hip.bend == 20
    assert found.props.strap == "right-foot"
    assert found.movement is None


def test_one_value_stands_for_a_mapping(written):
    short = written("legs: {hip: 30, foot: floor}\nview: front\ntrunk: upright\n").pose
    full = written("legs: {hip: {bend: 30}, foot: {place: floor}}\nview: {from: front}\n").pose
    assert short == full


def test_frames_of_a_movement_are_found():
    found = frames(read_pose(POSES / "cat-cow-cow.yaml"))
    ends = [f"cat-cow-{end}{how}" for end in ("cat", "cow") for how in ("", "-small", "-towel")]
    assert [frame.id for frame in found] == ends


def test_every_key_is_in_the_docs():
    text = DOCS.read_text(encoding="utf-8")
    for model in MODELS:
        section = re.search(rf"<!-- {model.__name__} -->\n(.*?)\n\n", text, re.DOTALL)
        assert section, model.__name__
        told = set(re.findall(r"^\| `([a-z-]+)`", section[1], re.MULTILINE))
        assert told == {field.alias for field in model.model_fields.values()}


def test_every_muscle_is_in_the_docs():
    text = DOCS.read_text(encoding="utf-8")
    assert [name for name in MUSCLES if f"`{name}`" not in text] == []


def test_the_pictures_of_the_docs_are_there():
    names = re.findall(r'<img src="(\.\./images/[^"]+)"', DOCS.read_text(encoding="utf-8"))
    assert len(names) > 5
    assert all((DOCS.parent / name).is_file() for name in names)
