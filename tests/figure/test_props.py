import numpy as np
import pytest
from conftest import POSES
from shapely.geometry import LineString, box

from cardgen.figure.chairs import SEAT
from cardgen.figure.checks import problems
from cardgen.figure.drawing import draw, figure, items, skeleton
from cardgen.figure.ink import Fill, Stroke
from cardgen.figure.read import read_pose
from cardgen.figure.shapes import polygons
from cardgen.figure.walls import AT_WALL


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("from: lie-knees-bent\nprops: {pillow: head}\n", "pillow", "prop"),
        (
            "from: lie-knees-bent\nlegs: {thigh: 85, shin: 2}\nprops: {chair: {turn: 180}}\n",
            "chair-1-seat",
            "prop",
        ),
        ("from: childs-pose-half\n", "pillow", "prop"),
        ("from: stand\nprops: {band: ankles}\n", "band", "strap"),
        ("from: hip-flexor-kneel-start\n", "towel", "prop"),
        ("from: hamstring-strap-start\n", "strap", "strap"),
        ("from: figure-four-ball-set\n", "ball", "prop"),
        ("from: stand\nprops: {table: {along: -0.3}}\n", "table", "prop"),
    ],
)
def test_a_prop_is_drawn(written, text, name, role):
    seen = figure(written(text)).scene
    assert name in seen.names
    assert [colour for colour, _ in seen.parts[name].areas] == [role]


def test_a_ball_stands_on_the_floor_and_touches_the_foot(written):
    drawn = figure(written("from: figure-four-ball-set\nview: {from: left, height: 0}\n"))
    assert drawn.scene.parts["ball"].outline.bounds[1] == pytest.approx(0, abs=1e-6)


def test_a_squat_moves_the_ball_up_the_back_and_the_wall_stays(written):
    top, low = (figure(written(f"from: wall-squat-ball-{name}\n", name)) for name in ("top", "low"))
    a, b = (f.scene.parts["ball"].outline for f in (top, low))
    assert a.bounds[0] == pytest.approx(b.bounds[0], abs=0.012)
    assert b.bounds[1] < a.bounds[1]


@pytest.mark.parametrize("hidden", ["[left-hand, right-hand]", "[torso, left-thigh, right-thigh]"])
def test_parts_can_be_hidden(written, hidden):
    text = f"from: hamstring-strap-stretch\nhide: {hidden}\n"
    assert draw([figure(written(text))])[0].startswith("<svg")


def test_both_hands_close_round_the_strap(written):
    names = figure(written("from: hamstring-strap-stretch\n")).scene.names
    for part in ("left-hand", "right-hand"):
        assert names.index(part) > names.index("strap")
    assert names.index("strap") > names.index("right-foot")


@pytest.mark.parametrize("frame", ["start", "stretch"])
def test_the_strap_ends_in_the_curve_of_the_sole(written, frame):
    parts = figure(written(f"from: hamstring-strap-{frame}\n")).scene.parts
    foot, strap = parts["right-foot"].outline, parts["strap"].outline
    end, _ = sorted(polygons(strap.difference(foot)), key=lambda piece: piece.area)
    assert end.area > 1e-5
    assert foot.buffer(0.009).contains(end)


def test_a_person_sits_on_the_seat_of_a_chair_that_stands_on_the_floor(written):
    seen = figure(written("from: seated-figure-four-start\nview: {from: right, height: 0}\n")).scene
    low = min(e.lowest for chain in seen.body["torso"] for e in chain)
    assert low == pytest.approx(SEAT)
    for half in ("back", "seat"):
        assert seen.parts[f"chair-1-{half}"].outline.bounds[1] == pytest.approx(0, abs=1e-6)


def test_a_sitter_seen_from_the_front_hides_the_back_of_the_chair(written):
    names = figure(written("from: seated-figure-four-start\nview: front\n")).scene.names
    assert names.index("chair-1-back") < names.index("chair-1-seat") < names.index("torso")


@pytest.mark.parametrize(
    ("place", "far", "said"),
    [("chair-back", 0.5, False), ("chair-back", 0.9, True), ("chair-seat", 0.5, True)],
)
def test_a_hand_that_does_not_reach_the_chair_is_found(written, place, far, said):
    text = f"arms: {{hand: {{place: on {place}, fingers: forward}}, elbow-toward: back-out}}\n"
    text += f"props: {{chair: {{along: {far}}}}}\n"
    found = problems(figure(written(f"from: hip-hinge-chair\narrow: []\n{text}")))
    assert any("away from the chair" in str(problem) for problem in found) is said


def test_a_hand_holds_the_chair_that_is_nearest_to_it(written):
    text = "from: hip-hinge-chair\narrow: []\nprops: {chair: [{along: 0.5, aside: 0.2}, "
    text += "{along: 0.5, aside: -0.2}]}\n"
    joints = skeleton(written(text)).joints
    assert joints["right-wrist"][2] > 0 > joints["left-wrist"][2]
    assert not problems(figure(written(text)))


def test_what_leans_on_a_wall_has_no_white_between(written):
    gap, flat = (figure(written(f"from: standing-pelvic-tilt-{n}\n", n)) for n in ("rest", "flat"))
    wall = flat.scene.parts["torso"].outline.bounds[0]
    waist = flat.scene.camera(flat.scene.skeleton.joints["waist"])[1]
    line = LineString([(wall, waist), (wall + 0.02, waist)])
    assert flat.scene.parts["torso"].outline.intersection(line).length > 0.017
    wall = gap.scene.parts["torso"].outline.bounds[0]
    line = LineString([(wall, waist), (wall + 0.02, waist)])
    assert gap.scene.parts["torso"].outline.intersection(line).length < 0.004


@pytest.mark.parametrize("frame", ["start", "stretch"])
def test_the_strap_is_a_loop_with_an_end_in_each_hand(written, frame):
    seen = figure(written(f"from: hamstring-strap-{frame}\n")).scene
    strap, foot = seen.parts["strap"].outline, seen.parts["right-foot"].outline
    for side in ("left", "right"):
        assert strap.intersects(seen.parts[f"{side}-hand"].outline)
    # Between the hands and the sole there is air in the loop.
    loop = strap.union(foot).union(seen.parts["left-hand"].outline)
    assert strap.convex_hull.difference(loop).area > strap.area / 2


def test_of_a_chair_on_each_side_the_nearer_is_drawn_over_the_legs(written):
    names = figure(written("from: wall-squat-ball-chair\n", "between")).scene.names
    assert names.index("chair-1-seat") < names.index("right-thigh") < names.index("chair-2-seat")


@pytest.mark.parametrize("frame", ["start", "half", "up"])
def test_the_heel_of_a_wall_slide_is_on_the_wall(written, frame):
    one = figure(written(f"from: side-lying-wall-slide-{frame}\n", frame))
    heel = min(
        e.centre[2] - np.linalg.norm(e.axes[2])
        for chain in one.scene.body["right-foot"]
        for e in chain
    )
    assert -heel == pytest.approx(AT_WALL, abs=0.006)
    walls = [i for i in items(one, one.extent) if isinstance(i, Fill) and i.role == "wall"]
    assert walls[0].shape.covers(one.scene.parts["right-foot"].outline)


def test_a_hand_lies_flat_on_a_wall_ahead_and_one_that_does_not_reach_it_is_told(written):
    text = (
        "from: band-side-steps-wall\nleft-arm: {hand: {place: on wall, aside: %s, fingers: up}}\n"
    )
    near, far = (figure(written(text % aside, f"at-{k}")) for k, aside in enumerate((0.14, 0.4)))
    hand = near.scene.skeleton.arms["left"].hand
    assert hand.upper == pytest.approx([-1, 0, 0])
    assert not problems(near)
    assert [str(p) for p in problems(far) if "away from the wall" in str(p)]


def test_a_wall_that_is_cut_through_has_bricks(written):
    one = figure(written("from: calf-raise-start\n"))
    drawn = list(items(one, one.extent))
    *_, wall = (i.shape for i in drawn if isinstance(i, Fill) and i.role == "wall")
    bricks = [
        i
        for i in drawn
        if isinstance(i, Stroke) and i.role == "mat-line" and wall.covers(LineString(i.points))
    ]
    assert len(bricks) > 20


def test_a_mat_reaches_under_knees_that_lie_far_to_the_front():
    one = figure(read_pose(POSES / "clam-start.yaml"))
    knee = float(one.scene.skeleton.joints["left-knee"][2])
    assert knee + 0.04 < one.extent.front
    assert figure(read_pose(POSES / "lie-knees-bent.yaml")).extent.front == pytest.approx(0.17)


def test_a_wall_ahead_is_seen_face_on_from_behind(written):
    one = figure(written("from: band-side-steps-wall\n", "faced"))
    walls = [
        item for item in items(one, one.extent) if isinstance(item, Fill) and item.role == "wall"
    ]
    assert walls[0].shape.covers(box(*one.scene.parts["left-hand"].outline.bounds))
