"""Inputs that once ended in a traceback, or were passed over without a word."""

import pypdfium2
import pytest
from printed_words import text_of

from cardgen.errors import ExitCode
from cardgen.paths import DATA, built_in

BLACK_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<rect x="-5000" y="-5000" width="10000" height="10000" fill="#000000"/></svg>'
)


@pytest.mark.parametrize("wrong", ["{hotline}", "{", "{}"])
def test_a_safety_text_with_an_unknown_word_in_braces_is_refused(project, run, wrong):
    text = (built_in() / "safety" / "low-back.yaml").read_text()
    assert text.count("Call {emergency} or") == 1
    project.write("safety/low-back.yaml", text.replace("{emergency}", wrong))
    result = run("cards")
    assert result.exit_code == ExitCode.INVALID_DATA
    place = "safety/low-back.yaml:9:11: emergency.action: expected only {name}, {emergency}"
    assert result.stderr.startswith(f"error: {place}")


def test_cards_say_999_in_the_uk(project, run):
    assert run("cards", "cat-cow", "--country", "UK", "-o", "uk.pdf").exit_code == ExitCode.OK
    text = text_of(project.folder / "uk.pdf")
    assert "999" in text
    assert "911" not in text


def test_a_drawing_does_not_paint_outside_its_frame(example, run):
    example.write("logo.svg", BLACK_LOGO)
    result = run("handout", "--clinic", "clinic.yaml", "-o", "a.pdf")
    assert result.exit_code == ExitCode.OK
    page = pypdfium2.PdfDocument(example.folder / "a.pdf")[0]
    picture = page.render(scale=0.5).to_pil().convert("L")
    assert picture.getpixel((picture.width // 2, picture.height - 2)) == 255


def test_a_folder_that_is_a_file_is_not_passed_over(project, run):
    project.write("routines", "not a folder")
    result = run("handout")
    assert result.exit_code == ExitCode.OK
    assert result.stderr.startswith("warning: routines: cannot read the folder: ")


def test_files_that_start_with_a_dot_are_left_alone(project, run):
    project.write("routines/._copy.yaml", b"\x00\x05\x16\x07")
    assert run("handout", "-o", "a.pdf").exit_code == ExitCode.OK


@pytest.mark.parametrize("epoch", ["abc", "99999999999999999999", "1.5"])
def test_a_date_that_the_environment_gets_wrong_is_refused(project, run, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("handout", "-o", "a.pdf")
    assert result.exit_code == ExitCode.USAGE
    assert "SOURCE_DATE_EPOCH: expected seconds since 1970" in result.stderr
    assert not (project.folder / "a.pdf").exists()


def test_a_citation_style_that_cannot_be_followed_is_refused(project, run):
    own = (DATA / "styles" / "cardgen.csl").read_text()
    style = own.replace('<text macro="journal"/>', '<text macro="missing"/>')
    project.write("odd.csl", style)
    result = run("handout", "--csl", "odd.csl", "-o", "a.pdf")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "odd.csl: --csl: this" in result.stderr
    assert not (project.folder / "a.pdf").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="lch(9 9 9)" '
         'd="M0 0h9v9z"/></svg>'), "it has the colour 'lch(9 9 9)', which cardgen does not know"),
        (('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path '
         'd="M0 0h9v9z" fill="url(a.svg#b)"/></svg>'), "with fill of another file (a.svg#b)"),
    ],
)  # fmt: skip
def test_what_would_print_otherwise_than_it_looks_is_refused(example, run, content, said):
    example.write("logo.svg", content)
    result = run("handout", "--clinic", "clinic.yaml", "-o", "a.pdf")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert said in result.stderr


def test_a_link_stays_and_its_target_is_written(project, run):
    target = project.write("kept.pdf", "old")
    link = project.folder / "link.pdf"
    link.symlink_to(target)
    assert run("cards", "cat-cow", "--force", "-o", "link.pdf").exit_code == ExitCode.OK
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")
