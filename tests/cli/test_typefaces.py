"""`--type`, and the column of a roster that is called so."""

import pikepdf
import pytest

from cardgen.errors import ExitCode


def has_fira(path):
    """Tell whether a page of a file is set in Fira Sans."""
    with pikepdf.open(path) as pdf:
        fonts = (f for page in pdf.pages for f in page.Resources.Font.values())
        return any(str(font.BaseFont).endswith("+FiraSans-Bold") for font in fonts)


@pytest.mark.parametrize("command", ["handout", "cards", "booklet"])
def test_headings_are_in_fira_sans_only_when_it_is_asked_for(example, run, command):
    for pairing in ("plain", "fira"):
        result = run(command, "short-run", "--type", pairing, "-o", f"{pairing}.pdf")
        assert result.exit_code == ExitCode.OK, result.stderr
        assert has_fira(example.folder / f"{pairing}.pdf") == (pairing == "fira")


def test_a_pairing_that_there_is_not_writes_nothing(example, run):
    result = run("handout", "short-run", "--type", "comic", "-o", "comic.pdf")
    assert result.exit_code == ExitCode.USAGE
    assert "'comic' is not one of 'fira', 'plain'" in result.stderr
    assert not (example.folder / "comic.pdf").exists()


def test_a_row_of_a_roster_chooses_its_own(example, run):
    example.write("people.csv", "recipient,kind,type\nAnn,,fira\nBo,,plain\n,cards,fira\n")
    result = run("batch", "people.csv", "-o", "out")
    assert result.exit_code == ExitCode.OK, result.stderr
    made = sorted((example.folder / "out").glob("*.pdf"))
    assert [has_fira(path) for path in made] == [True, False, True], made


def test_a_wrong_cell_is_named_with_its_column(example, run):
    example.write("people.csv", "recipient,type\nAnn,fria\n")
    result = run("batch", "people.csv")
    assert "people.csv:2:2: type: there is no type 'fria'. Did you mean `fira`?" in result.stderr
