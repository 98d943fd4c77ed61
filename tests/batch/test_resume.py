"""A batch that is stopped at any moment goes on, and ends as if it had not been."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import people
import pytest

from cardgen.batch.disk import sole_use
from cardgen.batch.folder import OutputFolder
from cardgen.batch.handover import hand_over
from cardgen.batch.manifest import FILES, Entry, Identity, digest, manifest_of
from cardgen.batch.rejected import RejectedList, RejectedRows
from cardgen.batch.store import Store
from cardgen.errors import CannotWriteError, ExitCode
from cardgen.model.roster import Columns

PROGRAM = [sys.executable, "-m", "cardgen", "batch", "r.csv", "-o", "made", "--quiet"]
HIDDEN = ".cardgen-batch"


def files(folder):
    """Return the content of every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def roster(project):
    rows = [{**people.row(i), "note": ""} for i in range(150)]
    project.write("r.csv", people.roster(rows))
    return rows


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_killed_at_random_moments_it_ends_with_the_same_files(project, run, roster):
    assert run("batch", "r.csv", "-o", "whole", "--quiet").exit_code == ExitCode.OK
    made, rnd = project.folder / "made", random.Random(5)
    for _ in range(10):
        process = subprocess.Popen(PROGRAM, cwd=project.folder)
        while process.poll() is None and not (made / HIDDEN).exists():
            time.sleep(0.01)
        time.sleep(rnd.uniform(0, 0.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
        # Whatever has got its name is whole.
        assert all(p.read_bytes().endswith(b"%%EOF\n") for p in made.glob("*.pdf"))
    assert subprocess.run(PROGRAM, cwd=project.folder, check=False).returncode == 0
    assert files(made) == files(project.folder / "whole")
    assert len(list(made.glob("*.pdf"))) == len(roster)


def test_what_is_there_is_not_made_again_unless_something_changed(project, run, roster):
    def kept():
        result = run("batch", "r.csv", "-o", "made", "--quiet", "--json")
        assert result.exit_code == ExitCode.OK
        return json.loads(result.stdout)["kept"]

    assert kept() == 0
    assert kept() == len(roster)
    (project.folder / "made" / "0003-gym-bag.pdf").write_bytes(b"torn")
    (project.folder / "made" / "0004-gym-bag.pdf").unlink()
    assert kept() == len(roster) - 2
    roster[9] = {**roster[9], "recipient": "Somebody Else"}
    project.write("r.csv", people.roster(roster[:-20]))
    assert kept() == len(roster) - 21
    path = project.borrow("routines/gym-bag.yaml")
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert kept() == 0


@pytest.mark.usefixtures("roster")
def test_entries_that_were_being_written_are_read_as_far_as_they_go(project, run):
    assert run("batch", "r.csv", "-o", "made", "--quiet").exit_code == ExitCode.OK
    (entries,) = (project.folder / "made" / HIDDEN).glob("*.jsonl")
    whole = entries.read_bytes()
    entries.write_bytes(whole[: len(whole) // 2])
    result = run("batch", "r.csv", "-o", "made", "--quiet")
    assert result.exit_code == ExitCode.OK
    assert entries.read_bytes() == whole
    assert set(os.listdir(entries.parent)) == {entries.name, "lock"}  # noqa: PTH208
    assert "were there already" in result.stdout


@pytest.mark.usefixtures("roster")
def test_two_processes_make_the_files_of_one(project, run):
    assert run("batch", "r.csv", "-o", "one", "--jobs", "1").exit_code == ExitCode.OK
    assert run("batch", "r.csv", "-o", "two", "--jobs", "2").exit_code == ExitCode.OK
    assert files(project.folder / "one") == files(project.folder / "two")


def test_a_folder_that_cannot_be_written_is_a_problem(project, run):
    project.write("r.csv", "recipient\nAnn\n")
    project.write("made", "a file")
    result = run("batch", "r.csv", "-o", "made/below")
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "cannot write the files" in result.stderr


def entry(number, content, key="key"):
    return Entry(number, key, digest(content), f"{number}.pdf")


@contextmanager
def opened(output):
    """Within: the store of a batch, and what hands its files over."""
    identity = Identity("r.csv", FILES)
    rejected = RejectedRows(COLUMNS, None)
    with sole_use(output), Store(output, manifest_of(output, identity)) as store:
        folder = OutputFolder(output, store.earlier())
        yield store, lambda: hand_over(store, folder, RejectedList(rejected, output, COLUMNS, {}))


COLUMNS = Columns("r.csv", Path(), ("recipient",), is_table=True)


def test_a_page_that_is_another_than_was_made_gets_no_name(tmp_path):
    output = tmp_path / "made"
    with opened(output) as (store, give):
        for number in (1, 2):
            store.keep(entry(number, b"head:tail%d" % number), [b"head:", b"tail%d" % number])
        store.flush()
        (spool,) = (output / HIDDEN).glob("*.spool")
        spool.write_bytes(spool.read_bytes().replace(b"tail2", b"liat2"))
        with pytest.raises(CannotWriteError, match="the page of row 2 is another than was made"):
            give()
    assert not (output / "2.pdf").exists()
    with opened(output) as (store, give):
        assert store.accept(1, "key", "1.pdf", bool)
        assert store.accept(2, "key", "2.pdf", bool) is None
        assert store.accept(1, "another", "1.pdf", bool) is None
        store.keep(entry(2, b"head:tail2"), [b"head:", b"tail2"])
        give()
    made = {path.name: path.read_bytes() for path in output.glob("*.pdf")}
    assert made == {"1.pdf": b"head:tail1", "2.pdf": b"head:tail2"}
