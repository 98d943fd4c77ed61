import subprocess
import sys

import pytest
from click.testing import CliRunner
from conftest import POSES, drawn

from cardgen.cli import main

POSE = str(POSES / "stand.yaml")


def run(*words):
    return CliRunner().invoke(main, ["figure", *words])


def test_it_writes_svg(tmp_path):
    out = tmp_path / "stand.svg"
    result = run(POSE, "-o", str(out))
    assert result.exit_code == 0, result.output
    assert out.read_bytes() == drawn("stand")[1][0].encode()


def test_it_writes_png(tmp_path):
    out = tmp_path / "stand.png"
    result = run(POSE, "-o", str(out), "--theme", "ink", "--width", "25", "--hair", "bun")
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"\x89PNG")


def test_hair_changes_the_picture(tmp_path):
    made = set()
    for hair in ("short", "bun", "none"):
        out = tmp_path / f"{hair}.svg"
        assert run(POSE, "-o", str(out), "--hair", hair).exit_code == 0
        made.add(out.read_text())
    assert len(made) == 3


def test_it_warns_of_a_doubtful_pose_and_draws_it(tmp_path):
    pose = tmp_path / "odd.yaml"
    pose.write_text("title: Odd\ndescription: Odd.\nfrom: stand\narms: {hand: floor}\n")
    result = run(str(pose), "-o", str(tmp_path / "odd.svg"))
    assert result.exit_code == 0
    assert "warning:" in result.output
    assert "hand is" in result.output


def test_a_mistake_is_told_and_nothing_is_written(tmp_path):
    pose = tmp_path / "bad.yaml"
    pose.write_text("title: Bad\ndescription: Bad.\ntrunk: lying\n")
    result = run(str(pose), "-o", str(tmp_path / "bad.svg"))
    assert result.exit_code == 3
    assert "bad.yaml:3:8: trunk: expected upright" in result.output
    assert not (tmp_path / "bad.svg").exists()


@pytest.mark.parametrize("words", [(), (POSE, "-o", "figure.jpg"), (POSE, "--theme", "pink")])
def test_wrong_use(words):
    assert run(*words).exit_code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((POSE,), "only --theme and --skin apply"),
        (("--mirror",), "only --theme and --skin apply"),
        (("--hair", "bun"), "only --theme and --skin apply"),
        (("--watch",), "only --theme and --skin apply"),
        (("-o", "sheet.svg"), "its name must end in .png"),
    ],
)
def test_a_sheet_refuses_what_it_would_not_heed(words, said):
    result = run("--sheet", *words)
    assert result.exit_code == 2
    assert said in result.output


def test_the_contact_sheet(tmp_path):
    result = run("--sheet", "--theme", "grey", "-o", str(tmp_path / "sheet.png"))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "sheet.png").stat().st_size > 100_000


def test_help_and_other_commands_load_no_drawing():
    code = (
        "import sys, contextlib, cardgen.cli as c\n"
        "with contextlib.suppress(SystemExit): c.main(['figure', '--help'])\n"
        "import cardgen.files\n"
        "assert not {'numpy', 'shapely', 'resvg_py'} & set(sys.modules), 'loaded'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_another_hash_seed_gives_the_same_bytes(tmp_path):
    out = tmp_path / "bird-dog.svg"
    subprocess.run(
        [sys.executable, "-m", "cardgen", "figure", str(POSES / "bird-dog-start.yaml"), "-o", out],
        check=True,
        capture_output=True,
        env={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"},
        cwd=tmp_path,
    )
    start = next(svg for svg in drawn("bird-dog-reach")[1] if "Bird-Dog, start" in svg)
    assert out.read_bytes() == start.encode()
