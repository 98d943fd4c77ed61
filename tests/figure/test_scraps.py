"""What shows of a hidden limb, of a bent knee and of a small place."""

import re

import pytest
from conftest import POSES, drawn
from shapely.geometry import LineString, Point, box

from cardgen.figure.body import head_frame
from cardgen.figure.checks import problems
from cardgen.figure.drawing import draw, figure, items
from cardgen.figure.head import head
from cardgen.figure.ink import Fill, Stroke
from cardgen.figure.lines import strokes
from cardgen.figure.meets import meets
from cardgen.figure.part import Part
from cardgen.figure.read import read_pose
from cardgen.figure.shapes import union
from cardgen.figure.slivers import without_scraps, without_slivers
from cardgen.figure.toes import toe_lines


def limb(side, x, *, far):
    shapes = {"upper-arm": box(x, 0.6, x + 1, 1), "forearm": box(x, 0.3, x + 1, 0.6)}
    shapes["hand"] = box(x, 0, x + 1, 0.3)
    return {f"{side}-{name}": Part(f"{side}-{name}", s, far=far) for name, s in shapes.items()}


@pytest.mark.parametrize(("shift", "shown"), [(0.3, False), (0.6, True)])
def test_a_far_arm_of_which_little_shows_is_left_out(shift, shown):
    parts = {**limb("left", shift, far=True), **limb("right", 0, far=False)}
    found = without_scraps(parts, list(parts), set())
    assert all(found[name].outline.is_empty != shown for name in parts if name.startswith("left"))
    assert not any(found[name].outline.is_empty for name in parts if name.startswith("right"))


def test_a_far_arm_that_its_pose_puts_over_another_part_stays():
    parts = {**limb("left", 0.3, far=True), **limb("right", 0, far=False)}
    found = without_scraps(parts, list(parts), {"left-hand"})
    assert not any(found[name].outline.is_empty for name in parts)


@pytest.mark.parametrize(("edge", "shown"), [(0.015, False), (0.04, True)])
def test_a_thin_edge_of_a_far_limb_is_left_out(edge, shown):
    far = Part("left-shin", box(edge, 0, 0.1 + edge, 0.3), far=True)
    near = Part("right-shin", box(0, 0, 0.1, 0.3))
    found = without_slivers({"left-shin": far, "right-shin": near}, ["left-shin", "right-shin"])
    assert (found["left-shin"].outline.difference(near.outline).area > 1e-3) == shown


@pytest.mark.parametrize("knee", [20, 126])
def test_the_crease_of_a_bent_knee_begins_farther_from_the_joint(written, knee):
    scene = figure(written(f"from: lie-knees-bent\nlegs: {{knee: {knee}, foot: floor}}\n")).scene
    found = meets(scene.camera, scene.skeleton, frontal=False)["right-thigh"]
    reach = next(meet.reach for meet in found if meet.other == "right-shin")
    assert (reach > 0.08) == (knee == 126)


def test_both_legs_of_the_double_leg_lower_are_seen():
    figures, _ = drawn("double-leg-lower-low")
    for one in figures:
        near, far = (one.scene.parts[f"{side}-shin"].outline for side in ("right", "left"))
        assert far.difference(near).area > 0.2 * far.area


def test_a_thigh_does_not_show_above_the_waistband():
    for one in drawn("band-side-steps-start")[0]:
        parts = one.scene.parts
        shirt = next(shape for role, shape in parts["torso"].areas if role == "shirt")
        for side in ("left", "right"):
            assert parts[f"{side}-thigh"].outline.intersection(shirt).area < 2e-4


def test_a_zoom_circle_shows_the_place_larger(written):
    base = "from: lie-knees-bent\n"
    text = f"{base}zoom: {{around: waist, radius: 0.05, times: 3, shift: [0, 0.4]}}\n"
    one = figure(written(text))
    place = Point(one.scene.camera(one.scene.skeleton.joints["waist"])).buffer(0.05)
    assert one.lens.area == pytest.approx(9 * place.area, rel=0.01)
    plain, zoomed = (draw([figure(written(t))])[0] for t in (base, text))
    assert len(re.findall("#3f8fa3", zoomed)) > len(re.findall("#3f8fa3", plain))


def test_a_zoom_circle_and_an_arrow_keep_apart():
    for one in drawn("standing-pelvic-tilt-rest")[0]:
        assert all(shape.distance(one.lens) > 0.012 for shape in one.arrows)


def test_an_arrow_is_not_in_the_circle_and_may_not_touch_the_figure(written):
    arrow = "arrow: {around: right-hip, start: 74, end: 146, radius: %s, shift: [0.04, 0.045]}\n"
    beside, on = (
        figure(written(f"from: pelvic-tilt-tilt\n{arrow % r}", name))
        for r, name in ((0.125, "beside"), (0.06, "on"))
    )
    assert not problems(beside)
    assert [str(p) for p in problems(on) if "arrow touches" in str(p)]
    shown = [i for i in items(beside, beside.extent) if isinstance(i, Fill) and i.role == "arrow"]
    assert len(shown) == 1
    assert not beside.lens.intersects(shown[0].shape)


def test_a_circle_that_touches_its_place_has_no_line_to_it(written):
    zoom = "zoom: {around: waist, radius: 0.1, times: 1.8, shift: [0, -0.27]}\n"
    assert draw([figure(written(f"from: lie-knees-bent\n{zoom}"))])


@pytest.mark.parametrize("name", ["lie-knees-bent", "hands-and-knees", "stand"])
def test_a_sleeve_grows_out_of_the_shirt_and_then_has_a_line_of_its_own(written, name):
    for turn in (2, 8):
        text = f"from: {name}\nview: {{from: right, turn: {turn}, height: 7}}\n"
        one = figure(written(text, f"turned-{turn}"))
        parts = one.scene.parts
        sleeve, shirt = (
            next(shape for role, shape in parts[part].areas if role == "shirt")
            for part in ("right-upper-arm", "torso")
        )
        hems = union(parts["right-upper-arm"].hems).buffer(0.012)
        edge = sleeve.boundary.intersection(shirt.buffer(-0.01)).difference(hems)
        shoulder = Point(one.scene.camera(one.scene.skeleton.joints["right-shoulder"]))
        found = strokes(parts, one.scene.names, one.scene.meets)
        drawn_ = union(
            LineString(i.points) for i in found if isinstance(i, Stroke) and i.weight == "outline"
        ).buffer(0.003)
        # Below the armpit an arm without a line would seem to grow from the ribs.
        assert not edge.intersection(shoulder.buffer(0.05)).intersects(drawn_)
        assert edge.difference(shoulder.buffer(0.06)).intersection(drawn_).length > 0.01


def test_the_crease_of_a_sharply_bent_knee_is_rounded(written):
    scene = figure(written("from: glute-bridge-start\n")).scene
    for side in ("left", "right"):
        assert f"{side}-shin" in dict(scene.parts[f"{side}-thigh"].fillets)


@pytest.mark.parametrize("name", ["clam-start", "side-lying-wall-slide-start"])
def test_a_head_that_lies_on_an_ear_shows_only_the_other(name):
    for one in drawn(name)[0]:
        _, low, _, high = head(one.scene.skeleton, one.scene.camera, "none").outline.bounds
        middle = one.scene.camera(head_frame(one.scene.skeleton).origin)[1]
        assert high - middle > middle - low + 0.004


def test_a_face_that_looks_up_is_seen_whole_from_the_feet():
    one = figure(read_pose(POSES / "knee-rolls-start.yaml"))
    marks = head(one.scene.skeleton, one.scene.camera, "none").marks
    # Two eyes and two brows, a nose and a mouth; in profile there is one of each.
    assert len(marks) == 6


@pytest.mark.parametrize(
    ("name", "toes"), [("figure-four-start", True), ("knee-rolls-start", True), ("stand", False)]
)
def test_toes_show_where_a_foot_comes_toward_the_viewer_or_shows_its_back(name, toes):
    scene = figure(read_pose(POSES / f"{name}.yaml")).scene
    assert bool(list(toe_lines(scene.camera, scene.skeleton.legs["left"].foot))) == toes


def test_a_line_divides_legs_that_lie_on_one_another_and_none_those_of_someone_who_stands():
    reaches = []
    for name in ("clam-start", "band-side-steps-tall"):
        one = figure(read_pose(POSES / f"{name}.yaml")).scene
        found = meets(one.camera, one.skeleton, frontal=True)["left-thigh"]
        reaches.append(next(m.reach for m in found if m.other == "right-thigh"))
    assert reaches[0] < reaches[1]


@pytest.mark.parametrize("name", ["clam-start", "figure-four-ball-set"])
def test_no_speck_of_a_seam_looks_like_a_hole_in_black_trousers(name):
    for one in drawn(name)[0]:
        found = strokes(one.scene.parts, one.scene.names, one.scene.meets)
        seams = [LineString(i.points) for i in found if isinstance(i, Stroke) and i.role == "seam"]
        assert all(line.length > 0.02 for line in seams)
