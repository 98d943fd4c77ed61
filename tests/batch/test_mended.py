"""A mended list of refused rows runs as it is: its rows keep their numbers, all others stay."""

import csv
import io

import pytest

from cardgen.errors import ExitCode


def there(project):
    return {path.name: path.read_bytes() for path in project.folder.glob("made/*.pdf")}


@pytest.fixture
def refused(project, run):
    """A batch of four rows, the second of which was refused."""
    rows = "Ann;gym-bag\nBob;gym-bug\nAnn;gym-bag\nDee;gym-bag\n"
    project.write("r.csv", f"recipient;routine\n{rows}")
    options = ("-o", "made", "--quiet", "--name-pattern", "{recipient}.pdf")
    result = run("batch", "r.csv", *options, "--keep-going")
    assert result.exit_code == ExitCode.SOME_REJECTED
    return options


def mended(project, **cells):
    path = project.folder / "made" / "rejected.csv"
    (row,) = csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
    assert row["row"] == "2"
    row.update(cells)
    text = f"{';'.join(row)}\n{';'.join(row.values())}\n"
    path.write_text(text, "utf-8")


def test_mended_rows_keep_their_numbers_and_the_others_stay(project, run, refused):
    before = there(project)
    assert set(before) == {"Ann.pdf", "Ann-2.pdf", "Dee.pdf"}
    mended(project, routine="gym-bag")
    result = run("batch", "made/rejected.csv", *refused)
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "gone" not in result.stdout
    assert there(project).items() > before.items()
    assert "Bob.pdf" in there(project)
    assert (project.folder / "made" / "rejected.csv").exists()
    # The roster itself, mended, finds all pages made.
    project.change("r.csv", "gym-bug", "gym-bag")
    result = run("batch", "r.csv", *refused)
    assert "4 were there already" in result.stdout
    assert (project.folder / "made" / "rejected.csv").exists()


def test_a_mended_row_does_not_take_the_name_of_another_row(project, run, refused):
    before = there(project)
    mended(project, recipient="ann", routine="gym-bag")
    assert run("batch", "made/rejected.csv", *refused).exit_code == ExitCode.OK
    assert there(project).items() > before.items()
    assert len(there(project)) == 4


def test_other_options_for_mended_rows_do_not_pass_for_those_of_the_roster(project, run, refused):
    mended(project, routine="gym-bag")
    options = (*refused, "--page", "a4")
    assert run("batch", "made/rejected.csv", *options).exit_code == ExitCode.OK
    a4 = there(project)["Bob.pdf"]
    project.change("r.csv", "gym-bug", "gym-bag")
    result = run("batch", "r.csv", *refused)
    assert "3 were there already" in result.stdout
    assert there(project)["Bob.pdf"] != a4
