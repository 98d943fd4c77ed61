"""What readers could not tell from a picture is to be seen in it: hands, contacts, legs, shoes."""

import pytest
from conftest import POSES
from shapely.geometry import LineString, Point

from cardgen.figure.drawing import figure, items, skeleton
from cardgen.figure.ink import Fill, Stroke
from cardgen.figure.read import read_pose
from cardgen.figure.shapes import union
from cardgen.figure.tables import FOREARM_LENGTH
from cardgen.figure.vectors import angle_between, length
from cardgen.figure.walls import AT_WALL

HOLDING = (
    *("calf-raise-start", "calf-raise-up", "standing-calf-stretch-start", "standing-calf-stretch"),
    *("wall-squat-ball-top", "wall-squat-ball-low", "hip-hinge-chair-start", "hip-hinge-chair"),
    *("hands-and-knees", "cat-cow-cat", "cat-cow-cow", "bird-dog-start", "childs-pose"),
    "childs-pose-hands",
    *("prone-press-up-start", "prone-press-up-low", "prone-press-up-forearms"),
    *("single-knee-to-chest-pull", "single-knee-to-chest-upright", "double-knee-to-chest-hug"),
    *("pelvic-tilt-rest", "pelvic-tilt-tilt", "standing-pelvic-tilt-flat", "lie-knees-bent"),
    *("standing-back-bend-start", "hip-hinge-start", "split-squat-start", "figure-four-pull"),
    *("pelvic-tilt-half", "standing-pelvic-tilt-rest", "standing-pelvic-tilt-half"),
    *("hip-hinge-bow", "seated-figure-four-start", "seated-figure-four-lean"),
    *("knee-to-opposite-shoulder-half", "knee-to-opposite-shoulder-pull"),
    *("side-plank-knees-start", "side-plank-knees-up"),
    *("figure-four-ball-set", "figure-four-ball-half", "figure-four-ball-roll-in"),
    *("heel-slide-start", "heel-slide-out"),
)
# The far arm of these is seen to come over the far side of what it holds.
FAR_ARM = {
    **dict.fromkeys(("single-knee-to-chest-pull", "single-knee-to-chest-upright"), "left"),
    **dict.fromkeys(("double-knee-to-chest-hug", "standing-pelvic-tilt-flat"), "left"),
    **dict.fromkeys(("knee-to-opposite-shoulder-half", "knee-to-opposite-shoulder-pull"), "right"),
    **dict.fromkeys(("hip-hinge-start", "hip-hinge-bow"), "left"),
}


def read(name):
    return figure(read_pose(POSES / f"{name}.yaml"))


def share_shown(seen, name):
    over = [seen.parts[n].outline for n in seen.names[seen.names.index(name) + 1 :]]
    whole = seen.parts[name].outline
    return whole.difference(union(over)).area / whole.area


@pytest.mark.parametrize("name", HOLDING)
@pytest.mark.parametrize("hand", ["left-hand", "right-hand"])
def test_of_two_hands_that_hold_or_rest_both_are_seen(name, hand):
    assert share_shown(read(name).scene, hand) > 0.25


@pytest.mark.parametrize(("name", "side"), FAR_ARM.items())
def test_a_far_hand_that_holds_comes_from_an_arm_that_is_seen(name, side):
    seen = read(name).scene
    assert sum(share_shown(seen, f"{side}-{part}") for part in ("forearm", "upper-arm")) > 0.25


def test_both_heels_are_seen_to_rise():
    seen = read("calf-raise-up").scene
    for side in ("left", "right"):
        assert share_shown(seen, f"{side}-foot") > 0.25
        heel = seen.camera(seen.skeleton.joints[f"{side}-heel"])
        assert heel[1] > seen.camera(seen.skeleton.joints[f"{side}-ball"])[1] + 0.05


@pytest.mark.parametrize("frame", ["start", "up"])
def test_the_forearm_of_a_side_plank_is_seen_to_lie_on_the_mat(frame):
    seen = read(f"side-plank-knees-{frame}").scene
    elbow, wrist = (seen.skeleton.joints[f"left-{joint}"] for joint in ("elbow", "wrist"))
    assert elbow[1] < 0.03
    assert wrist[1] < 0.03
    assert length(seen.camera(elbow - wrist)) > 0.9 * FOREARM_LENGTH
    assert share_shown(seen, "left-forearm") > 0.6


@pytest.mark.parametrize("frame", ["start", "half", "up"])
def test_the_heel_of_a_wall_slide_is_on_a_wall_that_goes_on_behind_it(frame):
    one = read(f"side-lying-wall-slide-{frame}")
    drawn = list(items(one, one.extent))
    wall = next(i.shape for i in drawn if isinstance(i, Fill) and i.role == "wall")
    foot = one.scene.parts["right-foot"].outline
    bricks = [i for i in drawn if isinstance(i, Stroke) and i.role == "mat-line"]
    assert wall.covers(foot)
    assert foot.bounds[0] - wall.bounds[0] > 0.08
    assert min(i.points[:, 0].min() for i in bricks) < foot.bounds[0]
    heel = one.scene.skeleton.joints["right-heel"]
    assert -heel[2] == pytest.approx(AT_WALL, abs=0.04)


@pytest.mark.parametrize(("frame", "white"), [("rest", True), ("flat", False)])
def test_a_gap_behind_the_back_is_white_up_to_the_line_of_the_wall(frame, white):
    one = read(f"standing-pelvic-tilt-{frame}")
    wall = next(i.shape for i in items(one, one.extent) if isinstance(i, Fill) and i.role == "wall")
    waist = one.scene.camera(one.scene.skeleton.joints["waist"])[1]
    trunk = one.scene.parts["torso"].outline
    across = trunk.intersection(LineString([(-1, waist), (1, waist)]))
    assert (across.bounds[0] - wall.bounds[2] > 0.01) == white


@pytest.mark.parametrize("hand", ["left-hand", "right-hand"])
def test_a_wall_that_is_turned_to_the_viewer_shows_where_each_hand_is_on_it(hand):
    one = read("calf-raise-start")
    walls = [i for i in items(one, one.extent) if isinstance(i, Fill) and i.role == "wall"]
    joint = one.scene.skeleton.joints[hand]
    assert len(walls) == 2
    assert walls[0].shape.contains(Point(one.scene.camera(joint)))


def test_the_crossed_leg_of_a_sitter_is_dark_and_the_other_is_pale():
    parts = read("seated-figure-four-start").scene.parts
    assert [role for role, _ in parts["left-thigh"].areas] == ["trousers"]
    assert [role for role, _ in parts["right-thigh"].areas] == ["trousers-far"]


def knee(name, side="right"):
    leg = skeleton(read_pose(POSES / f"{name}.yaml")).legs[side]
    return angle_between(leg.thigh.along, leg.shin.along)


def test_squats_are_as_deep_as_the_words_say():
    assert 30 < knee("wall-squat-ball-quarter") < 45
    assert 45 < knee("wall-squat-ball-low") < 60
    assert knee("band-side-steps-tall") < 25
    assert 40 < knee("band-side-steps-start") <= 45.1


def test_a_hip_hinge_stays_below_a_square_corner_at_the_hips():
    bow = skeleton(read_pose(POSES / "hip-hinge-bow.yaml"))
    bend = angle_between(bow.legs["right"].thigh.along, -bow.spine.at(0).along)
    assert bend == pytest.approx(70, abs=2)


def test_shoes_have_soles_on_the_floor_and_hide_the_toes(written):
    text = "from: stand\nview: {from: front, turn: 30, height: 0}\n"
    bare, shod = (
        figure(written(text + more, name))
        for more, name in (("", "bare"), ("shoes: true\n", "shod"))
    )
    foot = shod.scene.parts["right-foot"]
    assert [role for role, _ in foot.areas] == ["paper", "line"]
    assert foot.marks == ()
    assert bare.scene.parts["right-foot"].marks
    sole = foot.areas[1][1]
    assert sole.bounds[1] == pytest.approx(0, abs=0.002)
    assert foot.outline.bounds[1] == pytest.approx(sole.bounds[1], abs=5e-4)
    names = shod.scene.names
    assert names.index("right-foot") > names.index("right-shin")


@pytest.mark.parametrize(
    "name", ["wall-squat-ball-low", "split-squat-chair", "standing-calf-stretch"]
)
def test_who_is_told_to_wear_shoes_wears_them(name):
    assert read_pose(POSES / f"{name}.yaml").pose.shoes


def test_a_hand_on_the_belly_can_lie_higher_and_across(written):
    text = "from: lie-knees-bent\narms: {hand: {place: on belly%s}, elbow-toward: back-out}\n"
    low, high = (
        skeleton(written(text % more, f"hand-{k}"))
        for k, more in enumerate(("", ", along: 0.05, aside: -0.1"))
    )
    a, b = (found.joints["right-hand"] for found in (low, high))
    assert b[0] < a[0] - 0.03
    assert b[2] < 0 < a[2]


def test_areas_that_nothing_shows_of_are_left_out(written):
    one = figure(written("from: stand\n"))
    fills = [i.shape for i in items(one, one.extent) if isinstance(i, Fill)]
    for k, shape in enumerate(fills):
        assert shape.difference(union(fills[k + 1 :])).area > 1e-5
