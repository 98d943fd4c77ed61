import numpy as np
import pytest
from conftest import POSES
from hypothesis import given
from hypothesis import strategies as st

from cardgen.figure.checks import _measured, problems
from cardgen.figure.drawing import figure, skeleton
from cardgen.figure.inverse import middle_joint
from cardgen.figure.read import read_pose
from cardgen.figure.vectors import angle_between, heading, vec

near = st.floats(-1, 1)


@given(near, near, near)
def test_two_bones_keep_their_lengths_wherever_they_reach(x, y, z):
    start, target = vec(0, 0, 0), vec(x, y, z)
    if np.linalg.norm(target) < 1e-3:
        return
    middle, end = middle_joint(start, target, 0.245, 0.243, vec(0.3, 0.5, 0.81))
    assert np.linalg.norm(middle - start) == pytest.approx(0.245, abs=1e-6)
    assert np.linalg.norm(end - middle) == pytest.approx(0.243, abs=1e-6)


def test_within_reach_two_bones_meet_the_target():
    _, end = middle_joint(vec(0, 0, 0), vec(0.2, -0.3, 0.1), 0.245, 0.243, vec(1, 0, 0))
    assert end == pytest.approx(vec(0.2, -0.3, 0.1))


def test_a_foot_on_the_floor_is_as_far_off_as_the_knee_says(written):
    found = skeleton(written("from: lie-knees-bent\nlegs: {knee: 100, foot: floor}\n"))
    for leg in found.legs.values():
        assert angle_between(leg.thigh.along, leg.shin.along) == pytest.approx(100, abs=0.1)
        assert leg.foot.joint[1] == pytest.approx(0.042)


def test_a_person_is_seven_to_seven_and_a_half_heads_tall(written):
    for hair in ("none", "short"):
        parts = figure(written("from: stand\n"), hair).scene.parts
        low, top = parts["right-foot"].outline.bounds[1], parts["head"].outline.bounds[3]
        head = top - parts["head"].outline.bounds[1]
        assert 7 <= (top - low) / head <= 7.5


def test_stay_keeps_a_foot_where_it_was():
    start = skeleton(read_pose(POSES / "glute-bridge-start.yaml"))
    top = skeleton(read_pose(POSES / "glute-bridge-top.yaml"))
    assert top.joints["left-ankle"] == pytest.approx(start.joints["left-ankle"], abs=1e-6)
    assert top.joints["pelvis"][1] > start.joints["pelvis"][1] + 0.08


def test_a_forearm_on_the_floor_lies_there_from_elbow_to_hand(written):
    found = skeleton(read_pose(POSES / "prone-press-up-forearms.yaml"))
    for arm in found.arms.values():
        assert arm.upper.end[1] == pytest.approx(0.0245)
        assert arm.fore.end[1] == pytest.approx(0.016)
        assert arm.upper.end[0] - arm.upper.start[0] < 0.05
    out = skeleton(
        written("from: prone-press-up-forearms\narms: {hand: {place: forearm, fingers: in}}\n")
    )
    assert out.arms["right"].fore.along[2] < -0.9


def test_a_forearm_that_does_not_reach_the_floor_is_told(written):
    far = figure(written("from: hands-and-knees\narms: {hand: forearm}\n"))
    assert any("elbow" in str(problem) and "away from" in str(problem) for problem in problems(far))


def test_on_the_front_the_body_lies_on_the_floor():
    parts = figure(read_pose(POSES / "prone-press-up-start.yaml")).scene.body
    low = min(e.lowest for name in ("torso", "left-thigh") for e in parts[name][0])
    assert low == pytest.approx(0, abs=1e-6)


def test_a_knee_opens_and_its_foot_stays_on_the_other_foot():
    start, wide = (skeleton(read_pose(POSES / f"clam-{name}.yaml")) for name in ("start", "open"))
    assert wide.joints["right-ankle"] == pytest.approx(start.joints["right-ankle"], abs=1e-6)
    assert wide.joints["right-knee"][1] > start.joints["right-knee"][1] + 0.06


def test_a_foot_on_its_toes_stays_there_however_the_body_sinks():
    start = skeleton(read_pose(POSES / "split-squat-start.yaml")).legs["right"].foot
    low = skeleton(read_pose(POSES / "split-squat-low.yaml")).legs["right"].foot
    assert low.joint == pytest.approx(start.joint, abs=1e-6)
    assert low.tips == pytest.approx(start.tips, abs=1e-6)
    assert low.flex == start.flex > 0


def test_the_ball_of_a_foot_stays_when_the_heel_lifts():
    flat = skeleton(read_pose(POSES / "calf-raise-start.yaml")).joints
    up = skeleton(read_pose(POSES / "calf-raise-up.yaml")).joints
    assert up["left-ball"] == pytest.approx(flat["left-ball"], abs=1e-3)
    assert up["left-ankle"][1] > flat["left-ankle"][1] + 0.03
    assert up["left-wrist"] == pytest.approx(flat["left-wrist"], abs=1e-6)


def test_the_trunk_turns_until_the_shoulders_are_as_high_as_asked(written):
    found = skeleton(written("from: hands-and-knees\ntrunk: {angle: 30, shoulders: 0.33}\n"))
    assert found.shoulders[1] == pytest.approx(0.33, abs=1e-4)


def angles(name, side):
    found = skeleton(read_pose(POSES / f"{name}.yaml"))
    return {joint: value for _, joint, value, _ in _measured(found, side)}


# The joint angles of the frames, in degrees, as a physiotherapist would describe them.
FACTS = [
    ("hamstring-strap-stretch", "right", {"hip": (70, 80), "knee": (10, 15), "ankle": (-5, 5)}),
    ("hamstring-strap-stretch", "left", {"knee": (85, 95)}),
    ("hip-flexor-kneel-stretch", "right", {"hip": (-16, -10)}),
    ("hip-flexor-kneel-stretch", "left", {"knee": (98, 108)}),
    ("glute-bridge-top", "right", {"hip": (-6, 4), "knee": (106, 120)}),
    ("heel-slide-out", "right", {"hip": (0, 8), "knee": (8, 16)}),
    ("wall-squat-ball-low", "right", {"hip": (45, 55), "knee": (45, 55)}),
    ("double-knee-to-chest-hug", "left", {"hip": (100, 120), "knee": (125, 135)}),
    ("figure-four-pull", "right", {"hip": (90, 100)}),
    ("figure-four-pull", "left", {"hip": (90, 110), "knee": (115, 125)}),
    ("knee-to-opposite-shoulder-pull", "left", {"hip": (105, 120), "knee": (104, 120)}),
    ("single-leg-lower-low", "right", {"hip": (25, 35)}),
    ("single-leg-lower-half", "right", {"hip": (55, 65)}),
    ("heel-slide-half", "right", {"knee": (47, 53)}),
    ("single-knee-to-chest-pull", "right", {"hip": (105, 120), "knee": (115, 130)}),
    ("dead-bug-reach", "right", {"hip": (30, 40), "knee": (5, 15)}),
    ("clam-open", "left", {"hip": (40, 50), "knee": (85, 95)}),
    ("side-plank-knees-up", "left", {"hip": (-3, 3), "knee": (85, 95)}),
    ("double-leg-lower-low", "left", {"hip": (55, 65)}),
    ("band-side-steps-step", "right", {"hip": (20, 48), "knee": (30, 45)}),
    ("hip-hinge-bow", "right", {"hip": (67, 73), "knee": (22, 28)}),
    ("split-squat-low", "left", {"knee": (73, 79)}),
    ("split-squat-low", "right", {"knee": (60, 80)}),
    ("calf-raise-up", "right", {"knee": (0, 2), "ankle": (-45, -38)}),
    ("standing-back-bend-back", "left", {"hip": (-14, 0), "knee": (0, 2)}),
    ("seated-figure-four-lean", "right", {"hip": (95, 115)}),
]


@pytest.mark.parametrize(("name", "side", "expected"), FACTS)
def test_joints_bend_as_the_facts_say(name, side, expected):
    found = angles(name, side)
    for joint, (low, high) in expected.items():
        assert low <= found[joint] <= high, joint


def test_the_left_ankle_is_crossed_over_the_right_thigh():
    joints = skeleton(read_pose(POSES / "figure-four-pull.yaml")).joints
    thigh = joints["right-knee"] - joints["right-hip"]
    share = (joints["left-ankle"] - joints["right-hip"]) @ thigh / (thigh @ thigh)
    assert 0.75 < share < 0.95


def test_the_pulled_knee_crosses_the_middle_of_the_body():
    joints = skeleton(read_pose(POSES / "knee-to-opposite-shoulder-pull.yaml")).joints
    assert joints["left-knee"][2] > joints["pelvis"][2]


@pytest.mark.parametrize("shin", [120, 60, 0, -14, -30])
def test_however_far_a_knee_bends_the_toes_point_the_way_of_the_shins_front(written, shin):
    # Lying on the back with the thigh up, toes point up, and to the head where the shin hangs.
    pose = f"from: lie-knees-bent\nlegs: {{thigh: 119, shin: {shin}, ankle: 0}}\n"
    leg = skeleton(written(pose)).legs["right"]
    assert leg.foot.tips == pytest.approx(heading(shin + 90), abs=0.01)


@pytest.mark.parametrize("name", ["figure-four-start", "figure-four-pull", "figure-four-ball-set"])
def test_a_foot_on_the_other_thigh_lies_over_it_seen_from_the_head(written, name):
    pose = f"from: {name}\nview: {{from: left, turn: -30, height: 32}}\n"
    names = figure(written(pose)).scene.names
    assert names.index("left-foot") > names.index("right-thigh")
    assert names.index("left-shin") > names.index("right-thigh")


def test_a_foot_on_the_other_thigh_lies_behind_it_seen_from_the_feet(written):
    pose = "from: figure-four-pull\nview: {from: left, turn: 44, height: 11}\n"
    names = figure(written(pose)).scene.names
    assert names.index("left-foot") < names.index("right-thigh")


@pytest.mark.parametrize("pose", ["stand", "wall-squat-ball-low", "bird-dog-reach"])
def test_the_thumb_of_a_free_hand_stands_off(pose):
    file = read_pose(POSES / f"{pose}.yaml")
    scene = figure(file).scene
    side = "left" if pose == "bird-dog-reach" else "right"
    hand = scene.parts[f"{side}-hand"].outline
    assert hand.convex_hull.difference(hand).area > 0.04 * hand.area
