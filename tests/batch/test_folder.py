"""The output folder: one run at a time, and nothing in it is replaced or removed but our own."""

import csv
import io
import json
import signal
import subprocess
import sys
import time

import pytest

from cardgen.batch.disk import FOLDER, sole_use
from cardgen.batch.rejected import RejectedList, RejectedRows
from cardgen.errors import ExitCode, Problem
from cardgen.model.roster import Columns, Dialect, Row

NAMES = ("Ann", "Bob", "Cy")


@pytest.fixture
def make(project, run):
    """Make a batch of a roster in the folder `made`; return what the program said."""

    def made(roster, *people, options=(), code=ExitCode.OK):
        if people:
            lines = "".join(f"{name},gym-bag\n" for name in people)
            project.write(roster, f"recipient,routine\n{lines}")
        result = run("batch", roster, "-o", "made", "--quiet", *options)
        assert result.exit_code == code, result.stdout + result.stderr
        return result

    return made


def there(project, below=""):
    folder = project.folder / "made" / below
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_second_run_in_a_folder_is_refused(project, make):
    make("r.csv", *NAMES)
    before = there(project)
    with sole_use(project.folder / "made"):
        result = make("r.csv", "Dee", code=ExitCode.CANNOT_WRITE)
    assert "made: another batch is at work in this folder. Wait until it is done" in result.stderr
    assert there(project) == before
    make("r.csv")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_killed_run_locks_nobody_out(project, make):
    script = "import pathlib, time; from cardgen.batch.disk import sole_use\n"
    script += "with sole_use(pathlib.Path('made')): print(flush=True); time.sleep(60)\n"
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=project.folder, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        make("r.csv", *NAMES, code=ExitCode.CANNOT_WRITE)
        process.kill()
    make("r.csv")


def test_pages_of_rows_that_are_gone_are_moved_away_and_told_of(project, make):
    make("r.csv", *NAMES)
    first = there(project)
    result = make("r.csv", "Ann")
    assert list(there(project)) == ["0001-gym-bag.pdf"]
    gone = {name: first[name] for name in ("0002-gym-bag.pdf", "0003-gym-bag.pdf")}
    assert there(project, "removed") == gone
    assert "2 pages of rows that are gone moved to removed/" in result.stdout
    make("r.csv", "Ann", "Eve")
    assert "1 page of a row that is gone moved" in make("r.csv", "Ann").stdout
    assert "0002-gym-bag-2.pdf" in there(project, "removed")
    assert "gone" not in make("r.csv").stdout


def test_a_page_that_has_another_name_now_does_not_stay_under_the_former(project, make):
    make("r.csv", "Ann")
    make("r.csv", options=("--name-pattern", "{recipient}.pdf"))
    assert list(there(project)) == ["Ann.pdf"]
    assert list(there(project, "removed")) == ["0001-gym-bag.pdf"]


def test_a_file_of_another_roster_is_not_replaced(project, make):
    make("r.csv", *NAMES)
    before = there(project)
    result = make("s.csv", "Dee", "Eve", code=ExitCode.CANNOT_WRITE)
    said = "0001-gym-bag.pdf is there already, and of the roster ../r.csv"
    assert f"{said}; so it is with 1 other file. Name another folder with -o" in result.stderr
    assert there(project) == before
    make("s.csv", options=("--name-pattern", "{recipient}.pdf"))
    assert there(project).keys() == {*before, "Dee.pdf", "Eve.pdf"}
    make("r.csv", "Ann")
    assert there(project).keys() == {"0001-gym-bag.pdf", "Dee.pdf", "Eve.pdf"}


@pytest.mark.parametrize("options", [(), ("--merge",), ("--zip",)])
def test_a_file_that_is_not_ours_is_not_replaced(project, make, options):
    suffix = {(): "0001-gym-bag.pdf", ("--merge",): "r.pdf", ("--zip",): "r.zip"}[options]
    project.write(f"made/{suffix}", "mine")
    result = make("r.csv", "Ann", options=options, code=ExitCode.CANNOT_WRITE)
    assert f"{suffix} is there already, and not of this roster" in result.stderr
    assert there(project) == {suffix: b"mine"}
    project.folder.joinpath("made", suffix).unlink()
    for _ in range(2):
        make("r.csv", "Ann", options=options)
    assert list(there(project)) == [suffix]
    assert not (project.folder / "made" / "removed").exists()


def test_the_very_page_may_be_there_already(project, make, run):
    project.write("made/.keep", "")
    assert run("handout", "gym-bag", "--for", "Ann", "-o", "made/0001-gym-bag.pdf").exit_code == 0
    before = there(project)
    make("r.csv", "Ann")
    assert there(project) == before


def test_a_page_that_somebody_has_changed_is_kept(project, make):
    make("r.csv", "Ann", "Bob")
    project.write("made/0001-gym-bag.pdf", "with a remark")
    result = make("r.csv")
    assert "1 file that somebody changed moved to removed/" in result.stdout
    assert there(project, "removed") == {"0001-gym-bag.pdf": b"with a remark"}
    project.write("made/0002-gym-bag.pdf", "with a remark")
    result = make("r.csv", "Ann")
    assert there(project)["0002-gym-bag.pdf"] == b"with a remark"
    assert "its row is gone, but somebody has changed this file: it stays" in result.stderr


def test_a_roster_called_rejected_is_never_removed(project, make, run, monkeypatch):
    project.write("made/rejected.csv", "recipient,routine\nCy,gym-bag\n")
    before = there(project)
    make("made/rejected.csv")
    assert there(project).items() >= before.items()
    make("r.csv", "Ann", options=("--name-pattern", "{recipient}.pdf"))
    project.write("r.csv", "recipient,routine\nAnn,gym-bag\nBob,nowhere\n")
    pattern = ("--keep-going", "--name-pattern", "{recipient}.pdf")
    result = make("r.csv", options=pattern, code=ExitCode.SOME_REJECTED)
    assert "1 row was refused: see made/rejected-2.csv" in result.stdout
    assert there(project).items() >= before.items()
    make("r.csv", "Ann", options=pattern)
    assert "rejected-2.csv" not in there(project)
    monkeypatch.chdir(project.folder / "made")
    assert run("batch", "rejected.csv", "-o", ".", "--quiet").exit_code == ExitCode.OK
    assert there(project).items() >= before.items()


def test_the_list_of_refused_rows_goes_when_none_is_refused_unless_somebody_changed_it(
    project, make
):
    bad = "recipient,routine\nAnn,gym-bag\nBob,nowhere\n"
    project.write("r.csv", bad)
    make("r.csv", options=("--keep-going",), code=ExitCode.SOME_REJECTED)
    assert "rejected.csv" in there(project)
    make("r.csv", "Ann", "Bob")
    assert "rejected.csv" not in there(project)
    project.write("r.csv", bad)
    make("r.csv", options=("--keep-going",), code=ExitCode.SOME_REJECTED)
    project.write("made/rejected.csv", "mended")
    make("r.csv", "Ann", "Bob")
    assert there(project)["rejected.csv"] == b"mended"


@pytest.mark.parametrize(
    ("delimiter", "encoding", "mark"),
    [
        (";", "utf-8", b"\xef\xbb\xbf"),
        ("\t", "utf-16-le", b"\xff\xfe"),
        (",", "utf-8", b"\xef\xbb\xbf"),
    ],
)
def test_refused_rows_are_listed_as_the_roster_is_written(tmp_path, delimiter, encoding, mark):
    own = b"" if delimiter == "," else mark  # UTF-8 gets its mark in any case
    dialect = Dialect("csv", delimiter, encoding, own)
    columns = Columns("r.csv", tmp_path, ("recipient", "key"), is_table=True, dialect=dialect)
    rows = RejectedRows(columns, "key")
    rows.add(Row(7, 9, {"recipient": "Zoë;x", "key": "quokka"}), (Problem("", 0, 0, "", "wrong"),))
    listed = RejectedList(rows, tmp_path, columns, {})
    listed.write()
    content = (tmp_path / "rejected.csv").read_bytes()
    assert content.startswith(mark)
    text = content.removeprefix(mark).decode(encoding)
    (row,) = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    assert row == {"row": "7", "recipient": "Zoë;x", "key": "", "reason": "wrong"}


def test_what_the_encoding_lacks_is_listed_all_the_same(tmp_path):
    dialect = Dialect("csv", ",", "cp1252", b"")
    columns = Columns("r.csv", tmp_path, ("recipient",), is_table=True, dialect=dialect)
    rows = RejectedRows(columns, None)
    rows.add(Row(1, 2, {"recipient": "x"}), (Problem("", 0, 0, "", "no letter Ω"),))
    assert "Ω" in rows.table().decode("utf-8-sig")


def test_a_warning_is_told_again_by_a_run_that_makes_nothing_anew(make, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2208988800")  # 2040: all texts are old
    first = make("r.csv", "Ann", "Bob")
    assert first.stderr.count("warning:") >= 1
    second = make("r.csv", options=("--json",))
    assert json.loads(second.stdout)["kept"] == 2
    assert second.stderr == first.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_says_how_to_go_on_and_ends_as_shells_know_it(project):
    # So many that it is still at them when it is stopped, however fast the machine is.
    rows = "".join(f"P{n},post-run,note {n}\n" for n in range(20_000))
    project.write("r.csv", f"recipient,routine,note\n{rows}")
    command = [sys.executable, "-m", "cardgen", "batch", "r.csv", "-o", "made", "--jobs", "1"]
    with subprocess.Popen(
        command, cwd=project.folder, stderr=subprocess.PIPE, text=True
    ) as process:
        while not list(project.folder.glob(f"made/{FOLDER}/*.spool")):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        said = process.communicate()[1]
    assert process.returncode == ExitCode.STOPPED
    assert "Stopped. The same command goes on from here." in said
    assert "Traceback" not in said
    assert not list((project.folder / "made").glob("*.pdf"))
