"""Names to print and files to write: hostile ones are refused, and no half file is left."""

import os
import signal
from pathlib import Path

import pypdf
import pytest
from printed_words import text_of

from cardgen.errors import ExitCode
from cardgen.write import write_whole

PDF = "handout.pdf"


def made(project, run, *options):
    """Make the handout of the example, and return the outcome and the text of its page."""
    result = run("handout", "short-run", "-o", PDF, *options)
    path = project.folder / PDF
    if not path.exists():
        return result, None
    return result, text_of(path)


def files(project):
    return {path.relative_to(project.folder) for path in project.folder.rglob("*")}


@pytest.mark.parametrize(
    "name", ['<b>&"Ω', "O'Brien & Sons <x>", "Maria Álvarez", "Ann {n} %s $HOME", "-x"]
)
def test_a_name_prints_as_it_is(example, run, name):
    result, text = made(example, run, "--for", name)
    assert result.exit_code == ExitCode.OK
    assert f"For {name}" in text


def test_a_name_is_composed_and_a_line_break_in_it_is_a_blank(example, run):
    result, text = made(example, run, "--for", "A\u0301nn\n\tLee ")
    assert result.exit_code == ExitCode.OK
    assert "For Ánn Lee" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ann 🏃", "the typeface has no sign for '🏃' (U+1F3C3 RUNNER)"),
        ("𓀀", "the typeface has no sign for '𓀀' (U+13000 EGYPTIAN HIEROGLYPH A001)"),
        ("A\x07nn", "found U+0007 (control character), which does not print"),
        ("Ann\u202e", "found U+202E (RIGHT-TO-LEFT OVERRIDE), which does not print"),
        ("\u200b", "expected some text, found none"),
        (" ", "expected some text, found none"),
        ("", "expected some text, found none"),
    ],
)
def test_a_name_that_cannot_print_is_refused(example, run, name, said):
    result, text = made(example, run, "--for", name)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr.startswith("error: --for: ")
    assert said in result.stderr
    assert text is None


def test_a_long_name_prints_whole(example, run):
    name = " ".join(["Annabella"] * 12)
    result, text = made(example, run, "--for", name)
    assert result.exit_code == ExitCode.OK
    assert text.count("Annabella") == 12


def test_a_long_word_as_a_name_does_not_fit(example, run):
    result, text = made(example, run, "--for", "W" * 119)
    assert result.exit_code == ExitCode.DOES_NOT_FIT
    assert " mm " in result.stderr
    assert "WWW" in result.stderr
    assert len(result.stderr) < 300
    assert text is None


def test_no_name_is_in_the_file_s_name_or_metadata(example, run):
    result = run("handout", "short-run", "--for", "Zelda", "--date", "2026-11-22")
    assert result.exit_code == ExitCode.OK
    (path,) = (example.folder / "out").iterdir()
    assert path.name == "short-run-handout.pdf"
    assert "Zelda" in text_of(path)
    reader = pypdf.PdfReader(path)
    assert "Zelda" not in str(reader.metadata)
    assert b"Zelda" not in reader.root_object["/Metadata"].get_object().get_data()
    assert "Zelda" not in result.stdout


@pytest.mark.parametrize("name", ["a/b/c.pdf", "a/../../up.pdf", "é ü"])
def test_the_file_is_written_where_it_was_asked_for(example, run, monkeypatch, name):
    work = example.folder / "work"
    work.mkdir()
    for kind in ("routines", "stretches", "sources", "images"):
        (example.folder / kind).rename(work / kind)
    monkeypatch.chdir(work)
    result = run("handout", "short-run", "-o", name)
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith(f"{name}  1 page")
    assert Path(name).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("clinic.yaml/a.pdf", "File exists"),
        ("clinic.yaml/a/b.pdf", "Not a directory"),
        ("x" * 300 + ".pdf", "File name too long"),
    ],
)
def test_a_file_that_cannot_be_written_is_refused(example, run, name, reason):
    before = files(example)
    result = run("handout", "short-run", "-o", name)
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert result.stderr == (
        f"error: {name}: cannot write the file: {reason}. Name another file or folder with -o\n"
    )
    assert files(example) == before


@pytest.mark.usefixtures("project")
def test_a_device_is_not_replaced_by_a_file(run):
    # A pipe stands in for /dev/null, which a test must not touch.
    os.mkfifo("pipe")
    result = run("cards", "cat-cow", "-o", "pipe")
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert Path("pipe").is_fifo()


def test_a_file_that_stands_there_is_left_when_the_build_fails(example, run):
    path = example.write(PDF, "what stood there")
    example.change("routines/short-run.yaml", "reps: 5", "reps: many")
    assert run("handout", "short-run", "-o", PDF).exit_code == ExitCode.INVALID_DATA
    assert path.read_text() == "what stood there"


def test_a_file_that_stands_there_is_replaced_when_the_build_is_done(example, run):
    path = example.write(PDF, "what stood there")
    assert run("handout", "short-run", "-o", PDF, "--force").exit_code == ExitCode.OK
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, RuntimeError])
def test_what_is_interrupted_leaves_the_old_file_and_nothing_else(project, monkeypatch, error):
    path = project.write("a.pdf", "old")

    def interrupted(*_):
        raise error

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(error):
        write_whole(path, b"new")
    assert path.read_text() == "old"
    assert files(project) == {Path("a.pdf")}


def test_a_full_disk_leaves_the_old_file_and_nothing_else(example, run, monkeypatch):
    path = example.write(PDF, "old")
    before = files(example)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run("handout", "short-run", "-o", PDF, "--force")
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "No space left on device" in result.stderr
    assert path.read_text() == "old"
    assert files(example) == before


def test_ctrl_c_ends_without_a_traceback(example, run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", interrupted)
    result = run("handout", "short-run", "-o", PDF)
    assert result.exit_code == ExitCode.STOPPED == 128 + signal.SIGINT
    assert "Stopped." in result.stderr
    assert not (example.folder / PDF).exists()


def test_the_file_may_be_read_by_those_whom_the_umask_allows(project):
    write_whole(project.folder / "a.pdf", b"new")
    plain = project.write("b.pdf", b"new")
    assert (project.folder / "a.pdf").stat().st_mode == plain.stat().st_mode
