"""A printed file tells whether it still says what the library says."""

import pikepdf
import pytest


@pytest.fixture
def printed(example, run):
    assert run("handout", "short-run", "-o", "page.pdf", "--for", "Ann Lee").exit_code == 0
    return example


@pytest.mark.usefixtures("printed")
def test_a_file_of_today_is_as_today(run):
    result = run("verify", "page.pdf")
    assert result.exit_code == 0
    assert result.output.startswith("page.pdf  ")
    assert "texts as today, by cardgen" in result.output
    with pikepdf.open("page.pdf") as pdf:
        said = str(pdf.docinfo["/CardgenTexts"])
    assert "stretches/calf-stretch " in said
    assert "Ann" not in said


def test_a_text_that_changed_is_told_of_and_one_that_does_not_print_is_not(printed, run):
    printed.change("stretches/calf-stretch.yaml", "name: ", "name: New ")
    result = run("verify", "page.pdf")
    assert result.exit_code == 3
    assert "page.pdf: stretches/calf-stretch has changed since" in result.output
    assert result.output.count("error:") == 1


def test_another_stretch_changes_nothing(printed, run):
    printed.borrow("stretches/bird-dog.yaml")
    printed.change("stretches/bird-dog.yaml", "other_names: [", "other_names: [Pointer, ")
    assert run("verify", "page.pdf").exit_code == 0


def test_a_text_that_is_gone_is_told_of(printed, run):
    (printed.folder / "routines/short-run.yaml").unlink()
    result = run("verify", "page.pdf")
    assert result.exit_code == 3
    assert "routines/short-run is no longer there" in result.output


@pytest.mark.usefixtures("printed")
def test_another_version_is_a_warning(run, monkeypatch):
    monkeypatch.setattr("cardgen.verify.CREATOR", "cardgen 9")
    result = run("verify", "page.pdf")
    assert result.exit_code == 0
    assert "and this is cardgen 9: words of its own may differ" in result.output


def test_what_cardgen_did_not_make_is_refused_in_words(printed, run):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save("other.pdf")
    printed.write("note.txt", "no PDF")
    result = run("verify", "other.pdf", "note.txt", "none.pdf", "page.pdf")
    assert result.exit_code == 3
    assert "other.pdf: this file does not say which texts it prints" in result.output
    assert "note.txt: this is no PDF" in result.output
    assert "none.pdf: cannot read the file" in result.output
    assert "page.pdf  " in result.output


@pytest.mark.usefixtures("printed")
def test_a_locked_file_needs_its_password(run):
    with pikepdf.open("page.pdf") as pdf:
        pdf.save("locked.pdf", encryption=pikepdf.Encryption(owner="boss", user="secret", R=6))
    assert "this file is locked" in run("verify", "locked.pdf").output
    assert run("verify", "locked.pdf", "--password", "secret").exit_code == 0


def test_a_merged_file_tells_of_all_that_is_in_it(printed, run):
    printed.write("people.csv", "recipient,routine\nAnn,short-run\nBo,post-run\n")
    assert run("batch", "people.csv", "--merge", "-o", "all").exit_code == 0
    assert run("verify", "all/people.pdf").exit_code == 0
    with pikepdf.open("all/people.pdf") as pdf:
        said = str(pdf.docinfo["/CardgenTexts"])
    assert "routines/short-run " in said
    assert "routines/post-run " in said
