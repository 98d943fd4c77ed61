"""An audit trail: who got what, in a file that the clinic keeps. None unless it is asked for."""

import csv

import pikepdf
import pytest

from cardgen.errors import ExitCode
from cardgen.version import __version__


@pytest.fixture
def make(project, run, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")

    def made(*options, code=ExitCode.OK):
        result = run("batch", "r.csv", "--quiet", *options)
        assert result.exit_code == code, result.stderr
        return result

    project.write("r.csv", "for,routine\nAnn  Lee,gym-bag\nBob,gym-bag\n")
    return made


def lines(project):
    with (project.folder / "who.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def identifier(path):
    with pikepdf.open(path) as pdf:
        return bytes(pdf.trailer.ID[0]).hex()


def test_nothing_is_recorded_unless_it_is_asked_for(project, make):
    make()
    assert {path.name for path in project.folder.iterdir()} == {"r.csv", "out"}


def test_it_says_who_got_which_file_with_which_texts(project, make):
    make("--record", "who.csv")
    first, second = lines(project)
    assert first == {
        "date": "2026-11-22",
        "cardgen": __version__,
        "roster": "r.csv",
        "row": "1",
        "recipient": "Ann Lee",
        "file": "0001-gym-bag.pdf",
        "texts": identifier(project.folder / "out" / "0001-gym-bag.pdf"),
    }
    assert second["texts"] == identifier(project.folder / "out" / "0002-gym-bag.pdf")
    assert second["texts"] != first["texts"]


def test_each_run_adds_what_it_hands_over(project, make):
    make()
    make("--record", "who.csv")
    make("--record", "who.csv")
    make("--record", "who.csv", "--merge")
    found = [(line["row"], line["file"], line["texts"]) for line in lines(project)]
    assert found[:2] == found[2:4]
    assert [one[1] for one in found[4:]] == ["r.pdf", "r.pdf"]
    assert [one[2] for one in found[4:]] == [one[2] for one in found[:2]]


def test_a_locked_file_is_recorded_without_its_password(project, make):
    project.write("r.csv", "recipient,key\nAnn,quokka-12\n")
    make("--record", "who.csv", "--password-column", "key")
    (line,) = lines(project)
    assert len(line["texts"]) == 32
    assert "quokka" not in (project.folder / "who.csv").read_text()


def test_a_run_that_fails_records_nothing(project, make):
    project.write("r.csv", "recipient,routine\nAnn,gym-bag\nBob,nowhere\n")
    make("--record", "who.csv", code=ExitCode.INVALID_DATA)
    assert not (project.folder / "who.csv").exists()
    make("--record", "who.csv", "--keep-going", code=ExitCode.SOME_REJECTED)
    assert [line["recipient"] for line in lines(project)] == ["Ann"]


def test_another_file_is_not_written_to(project, make):
    result = make("--record", "r.csv", code=ExitCode.CANNOT_WRITE)
    assert "r.csv:1: this file is there already, and is not a record of batches" in result.stderr
    assert not (project.folder / "out").exists()


def test_a_record_among_the_pages_is_refused(project, make):
    result = make("--record", "out/0001-post-run.pdf", code=ExitCode.USAGE)
    assert "--record lies in the folder of the pages" in result.stderr
    assert not (project.folder / "out").exists()
