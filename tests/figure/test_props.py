import pytest

from cardgen.figure.drawing import draw, figure
from cardgen.figure.shapes import polygons


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("from: lie-knees-bent\nprops: {pillow: head}\n", "pillow", "prop"),
        (
            "from: lie-knees-bent\nlegs: {thigh: 85, shin: 2}\nprops: {chair: 0.05}\n",
            "chair",
            "prop",
        ),
        ("from: childs-pose-half\n", "pillow", "prop"),
        ("from: stand\nprops: {band: ankles}\n", "band", "strap"),
        ("from: hip-flexor-kneel-start\n", "towel", "prop"),
        ("from: hamstring-strap-start\n", "strap", "strap"),
        ("from: figure-four-ball-set\n", "ball", "prop"),
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
