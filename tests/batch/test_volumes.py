"""A merged roster goes on in another file, says so first, and leaves nothing when it is stopped."""

import json
import re
import signal
import subprocess
import sys
import time
import zlib

import pikepdf
import pypdfium2
import pytest

from cardgen.batch.request import Batch
from cardgen.batch.run import Run
from cardgen.errors import ExitCode
from cardgen.paths import built_in
from cardgen.pdf.merge import capacity, writer


def roster(count):
    return "recipient,routine\n" + "".join(f"Person {n},gym-bag\n" for n in range(1, count + 1))


def people(path):
    """Return the person of each page, and the titles of bookmarks."""
    with pypdfium2.PdfDocument(path) as pdf:
        first = [page.get_textpage().get_text_range().splitlines()[0].strip() for page in pdf]
        return first, [mark.get_title() for mark in pdf.get_toc()]


def test_another_file_follows_after_so_many_rows(project, run):
    project.write("r.csv", roster(8))
    result = run("batch", "r.csv", "--merge", "--per-file", "3")
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "8 rows go into 3 files of 3: r.pdf to r-3.pdf" in result.stderr
    assert result.stdout.startswith("out/r.pdf to r-3.pdf  8 ")
    numbers = iter(range(1, 9))
    for name, count in (("r.pdf", 3), ("r-2.pdf", 3), ("r-3.pdf", 2)):
        here = [next(numbers) for _ in range(count)]
        found, marks = people(project.folder / "out" / name)
        assert found == [f"For Person {n}" for n in here]
        assert marks == [f"{n:04d}-gym-bag" for n in here]
        with pikepdf.open(project.folder / "out" / name) as pdf:
            assert str(pdf.docinfo.Title) == name.removesuffix(".pdf")
    # The last one is no part of a shorter roster.
    project.write("r.csv", roster(5))
    result = run("batch", "r.csv", "--merge", "--per-file", "3", "--quiet")
    assert "1 page of a row that is gone moved to removed/" in result.stdout
    assert "rows go into" not in result.stderr
    assert {path.name for path in project.folder.glob("out/*.pdf")} == {"r.pdf", "r-2.pdf"}
    assert run("batch", "r.csv", "--per-file", "3").exit_code == ExitCode.USAGE


def test_a_full_file_is_followed_by_another(project, monkeypatch):
    monkeypatch.setattr(writer, "LAST", writer.FIRST + 2_500)
    monkeypatch.setattr(capacity, "LAST", writer.FIRST + 2_500)
    path, told = project.write("r.csv", roster(20)), []
    batch = Batch(roster=path, output=project.folder / "out", folder=built_in(), merge=True)
    summary = Run(batch, lambda *_: None, announce=told.append).work()
    assert summary.written == 20
    files = sorted(project.folder.glob("out/*.pdf"), key=lambda p: (len(p.name), p.name))
    assert len(files) > 2
    found = [person for file in files for person in people(file)[0]]
    assert found == [f"For Person {n}" for n in range(1, 21)]
    assert re.fullmatch(r"20 rows go into about \d files of \d: r.pdf to r-\d.pdf", told[0])
    for file in files:
        with pikepdf.open(file) as pdf:
            assert pdf.check_pdf_syntax() == []
            assert max(pdf.objects, key=lambda o: o.objgen[0]).objgen[0] <= writer.FIRST + 2_500


def object_streams(content):
    """Yield the entries of each object stream, and what it holds before a predictor is undone."""
    for found in re.finditer(rb"<<(/Type/ObjStm[^\n]*)/Length (\d+)>>\nstream\n", content):
        start = found.end()
        yield found[1], zlib.decompress(content[start : start + int(found[2])])


@pytest.mark.parametrize("options", [(), ("--print-only",), ("--duplex",)])
def test_readers_that_pass_over_predictors_find_every_page(project, run, options):
    project.write("r.csv", roster(30))
    assert run("batch", "r.csv", "--merge", *options).exit_code == ExitCode.OK
    content = (project.folder / "out" / "r.pdf").read_bytes()
    plain = [
        (entries, held) for entries, held in object_streams(content) if b"/Pred" not in entries
    ]
    pages = {}
    for entries, held in plain:
        first = int(re.search(rb"/First (\d+)", entries)[1])
        pairs = [*map(int, held[:first].split())]
        for number, at in zip(pairs[::2], pairs[1::2], strict=True):
            pages[number] = held[first + at :].split(b"\n", 1)[0]
    with pikepdf.open(project.folder / "out" / "r.pdf") as pdf:
        listed = [page.objgen[0] for page in pdf.Root.Pages.Kids]
        assert len(listed) == (60 if "--duplex" in options else 30)
    assert set(listed) == pages.keys()
    assert all(body.startswith(b"<</Type/Page/") for body in pages.values())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT])
def test_a_merge_that_is_stopped_leaves_no_page(project, sent):
    project.write("r.csv", roster(20_000))
    command = [sys.executable, "-m", "cardgen", "batch", "r.csv", "--merge", "--json"]
    with subprocess.Popen(command, cwd=project.folder, stderr=subprocess.PIPE) as process:
        while not (project.folder / "out" / ".cardgen-batch" / "lock").exists():
            time.sleep(0.02)
        time.sleep(0.3)
        process.send_signal(sent)
        said = process.communicate()[1].decode()
    assert process.returncode in (-signal.SIGKILL, ExitCode.STOPPED)
    assert ("Stopped. Nothing was written." in said) == (sent == signal.SIGINT)
    left = [path for path in project.folder.glob("out/**/*") if path.is_file()]
    assert [path.name for path in left] == ["lock"]


def test_the_summary_of_a_program_tells_what_was_moved_and_listed(project, run):
    project.write("r.csv", "recipient,routine\nAnn,gym-bag\nBob,nowhere\n")
    result = run("batch", "r.csv", "--keep-going", "--json", "--quiet")
    summary = json.loads(result.stdout)
    assert summary["rejected_list"] == "out/rejected.csv"
    assert (summary["gone"], summary["set_aside"]) == (0, 0)
