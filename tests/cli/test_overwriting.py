"""Nothing is replaced by chance: no page of another person, nothing that cardgen did not make."""

import io
import os
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from cardgen.errors import ExitCode
from cardgen.model.drawing import CREDIT
from cardgen.overwrite import signed

pytestmark = pytest.mark.usefixtures("example")
READ = Path.read_bytes
USUAL = Path("out", "short-run-handout.pdf")


def handout(run, *options):
    return run("handout", "short-run", *options)


def test_the_page_of_another_person_stays_and_the_new_one_has_a_number(run):
    handout(run, "--for", "Anna")
    annas = USUAL.read_bytes()
    result = handout(run, "--for", "Ben")
    assert result.exit_code == ExitCode.OK
    assert "short-run-handout-2.pdf" in result.output
    assert USUAL.read_bytes() == annas
    assert "short-run-handout-2.pdf" in handout(run, "--for", "Ben").output
    assert "short-run-handout-3.pdf" in handout(run, "--for", "Carla").output


def test_the_same_page_again_is_the_same_file(run):
    for _ in range(2):
        handout(run, "--for", "Anna")
    assert [path.name for path in Path("out").iterdir()] == [USUAL.name]


def test_what_changes_for_a_condition_is_one_persons_own(run):
    handout(run, "--condition", "osteoporosis")
    assert "handout-2.pdf" in handout(run).output


def test_a_page_for_nobody_is_made_anew(run):
    handout(run, "--theme", "ink")
    handout(run, "--date", "2026-11-22")
    result = handout(run)
    assert "handout-2" not in result.output


@pytest.mark.parametrize("name", ["clinic.yaml", "roster.csv", "photo.png", "letter.pdf", "note"])
def test_what_cardgen_did_not_make_stays(run, name):
    Path(name).write_text("mine", encoding="utf-8")
    result = handout(run, "-o", name)
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert name in result.stderr
    assert "cardgen did not make it" in result.stderr
    assert "--force" in result.stderr
    assert Path(name).read_text(encoding="utf-8") == "mine"
    assert handout(run, "-o", name, "--force").exit_code == ExitCode.OK
    assert Path(name).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["images/squat.svg", "page.svg", "page.PNG", "page.docx"])
def test_a_page_takes_no_name_of_a_picture_or_a_text(run, name):
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    if path.parent.name:
        path.write_text(f"<svg>{CREDIT}</svg>", encoding="utf-8")  # a drawing of cardgen's own
    before = path.read_bytes() if path.exists() else None
    result = handout(run, "-o", name)
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "is a PDF" in result.stderr
    assert (path.read_bytes() if path.exists() else None) == before
    assert handout(run, "-o", name, "--force").exit_code == ExitCode.OK


def test_a_file_that_was_named_is_not_given_another_name(run):
    handout(run, "--for", "Anna", "-o", "mine.pdf")
    result = handout(run, "--for", "Ben", "-o", "mine.pdf")
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "is a page for one person" in result.stderr
    assert "Anna" not in result.output
    assert handout(run, "--for", "Ben", "-o", "mine.pdf", "--force").exit_code == ExitCode.OK


def test_two_sides_in_two_files_stay_both(run):
    Path("deck-backs.pdf").write_text("mine", encoding="utf-8")
    result = run("cards", "short-run", "--split-sides", "-o", "deck.pdf")
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert not Path("deck-fronts.pdf").exists()


def test_a_page_says_that_it_is_for_one_person_and_not_for_whom(run):
    handout(run, "--for", "Anna", "-o", "hers.pdf")
    handout(run, "-o", "anyones.pdf")
    with pikepdf.open("hers.pdf") as hers, pikepdf.open("anyones.pdf") as anyones:
        assert hers.docinfo["/CardgenPersonal"] is True
        assert "/CardgenPersonal" not in anyones.docinfo
        assert "Anna" not in str(hers.docinfo)


def test_standard_output_is_the_file_alone(run):
    result = handout(run, "-o", "-")
    assert result.stdout_bytes.startswith(b"%PDF")
    assert result.stdout_bytes.endswith(b"%%EOF\n")
    assert "1 page" in result.stderr
    assert not Path("out").exists()


def test_standard_output_takes_one_file(run):
    result = run("cards", "short-run", "--split-sides", "-o", "-")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "-o" in result.stderr
    assert result.stdout_bytes == b""


def test_a_picture_of_ones_own_stays(run):
    Image.new("RGB", (4, 4)).save("photo.png")
    assert run("preview", "short-run", "-o", "photo.png").exit_code == ExitCode.CANNOT_WRITE
    for _ in range(2):
        assert run("preview", "short-run", "-o", "shown.png").exit_code == ExitCode.OK


def test_sources_for_another_program_are_not_written_over_others(run):
    assert run("cite", "chen2014", "-o", "my.bib").exit_code == ExitCode.OK
    assert run("cite", "chen2014", "-o", "my.bib").exit_code == ExitCode.OK
    assert run("cite", "cai2017", "-o", "my.bib").exit_code == ExitCode.CANNOT_WRITE


def test_a_signed_picture_is_the_same_picture():
    content = io.BytesIO()
    Image.new("RGB", (4, 4), "#0b6577").save(content, "PNG")
    with Image.open(io.BytesIO(signed(content.getvalue()))) as found:
        assert found.text == {"Software": "cardgen"}
        assert found.getpixel((1, 1)) == (11, 101, 119)


@pytest.mark.parametrize("named", [(), ("-o", "out/short-run-handout.pdf")])
def test_a_page_that_another_run_makes_in_the_meantime_stays(run, monkeypatch, named):
    handout(run, "--for", "Anna", "-o", "hers.pdf")
    hers = Path("hers.pdf").read_bytes()
    links = iter([lambda: USUAL.write_bytes(hers)])
    link = os.link

    def faster(source, target):
        next(links, lambda: None)()
        link(source, target)

    monkeypatch.setattr(os, "link", faster)
    result = handout(run, "--for", "Ben", *named)
    assert USUAL.read_bytes() == hers
    if named:
        assert result.exit_code == ExitCode.CANNOT_WRITE
    else:
        assert "short-run-handout-2.pdf" in result.output
    assert not list(Path("out").glob(".*"))


def test_a_file_that_may_not_be_read_stays(run, monkeypatch):
    USUAL.parent.mkdir()
    USUAL.write_text("mine", encoding="utf-8")

    def refused(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(
        Path, "read_bytes", lambda path: refused(path) if path == USUAL else READ(path)
    )
    assert handout(run).exit_code == ExitCode.CANNOT_WRITE
    assert USUAL.read_text(encoding="utf-8") == "mine"
