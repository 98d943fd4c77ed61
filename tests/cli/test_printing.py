"""--print: what `lp` is told, and where nothing is printed and nothing written."""

import sys

import pytest

from cardgen.errors import ExitCode

LP = """#!{python}
import sys
if "-d" in sys.argv and sys.argv[sys.argv.index("-d") + 1] == "attic":
    sys.exit("lp: The printer or class does not exist.")
with open("asked", "a") as file:
    print(*sys.argv[1:], file=file)
print("request id is Office-12 (1 file(s))")
"""


@pytest.fixture
def lp(project, monkeypatch):
    """Put an `lp` on the path that keeps what it is told; return what reads that."""
    tool = project.folder / "bin" / "lp"
    tool.parent.mkdir()
    tool.write_text(LP.format(python=sys.executable))
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent))
    return lambda: (project.folder / "asked").read_text().splitlines()


def test_a_handout_is_printed_at_its_own_size(run, lp):
    result = run("handout", "--paper", "a4", "--print")
    assert result.exit_code == 0, result.output
    assert "request id is Office-12" in result.stdout
    (asked,) = lp()
    assert asked.startswith("-o print-scaling=none")
    assert asked.endswith("-o media=iso_a4_210x297mm -t cardgen -- out/post-run-handout.pdf")


@pytest.mark.parametrize(
    ("options", "sides", "media"),
    [
        (("--duplex", "short"), "two-sided-short-edge", "na_letter_8.5x11in"),
        (("--duplex", "long", "--paper", "a4"), "two-sided-long-edge", "iso_a4_210x297mm"),
        (("--fold", "--paper", "220x300mm"), None, "Custom.220.0x300.0mm"),
    ],
)
def test_sides_and_paper_are_those_of_the_document(run, lp, options, sides, media):
    assert run("cards", "cat-cow", *options, "--print=Office").exit_code == 0
    (asked,) = lp()
    assert asked.startswith("-d Office ")
    assert f"media={media}" in asked
    if sides:
        assert f"sides={sides}" in asked


def test_fronts_and_backs_are_two_jobs(run, lp):
    assert run("cards", "cat-cow", "--split-sides", "--print").exit_code == 0
    assert [line.rpartition("-")[2] for line in lp()] == ["fronts.pdf", "backs.pdf"]


def test_a_printer_that_there_is_not_is_told_of(run, lp):
    result = run("cards", "cat-cow", "--print", "attic")
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "--print: lp: The printer or class does not exist." in result.stderr
    assert "`lpstat -e` names the printers" in result.stderr
    assert lp is not None


@pytest.mark.usefixtures("lp")
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "-"), "--print needs a file"),
        (("--watch",), "--print and --watch do not go together"),
    ],
)
def test_where_it_has_no_place_nothing_is_written(project, run, options, told):
    result = run("handout", *options, "--print")
    assert result.exit_code == ExitCode.USAGE
    assert told in result.stderr
    assert not (project.folder / "out").exists()


def test_without_lp_nothing_is_written(project, run, monkeypatch):
    monkeypatch.setenv("PATH", str(project.folder))
    result = run("handout", "--print")
    assert result.exit_code == ExitCode.USAGE
    assert "needs `lp`" in result.stderr
    assert not (project.folder / "out").exists()
