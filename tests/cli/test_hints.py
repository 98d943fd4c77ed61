"""What is nearly right is answered with what may have been meant."""

import pytest
from click.testing import CliRunner

from cardgen.cli import main
from cardgen.errors import ExitCode
from cardgen.words import nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("color", ["grey", "colour"], "colour"),
        ("gray", ["colour", "grey"], "grey"),
        ("gb", ["US", "UK"], "UK"),
        ("5371", ["avery-5371", "avery-8371"], "avery-5371"),
        ("stretches/cat-cow.yaml", ["cat-camel", "cat-cow"], "cat-cow"),
        ("stretches\\cat-cow.yml", ["cat-cow"], "cat-cow"),
        ("Cat-Cow", ["cat-cow"], "cat-cow"),
        ("cafe\u0301", ["café"], "café"),
        ("Patient", ["routine", "recipient"], "recipient"),
        ("Programme", ["routine", "recipient"], "routine"),
        ("name", ["metadata_name_of_file"], None),
        ("xyz", ["cat-cow"], None),
    ],
)
def test_the_nearest(word, known, meant):
    assert nearest(word, known) == meant


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("handout", "--theme", "inc"), "Did you mean `ink`?"),
        (("handout", "--theme", "gray"), "Did you mean `grey`?"),
        (("cards", "--cut", "line"), "Did you mean `lines`?"),
        (("list", "sorces"), "Did you mean `sources`?"),
        (("new", "strech"), "Did you mean `stretch`?"),
        (("handout", "--date", "2026-02-30"), "there is no such day as 2026-02-30"),
        (("handout", "--date", "31/12/2026"), "write 2026-12-31 for '31/12/2026'"),
        (("handout", "--date", "05/06/2026"), "may be 2026-06-05 or 2026-05-06: write one of"),
        (("handout", "--date", "soon"), "expected a date such as 2026-11-22, or today, got 'soon'"),
        (
            ("cards", "--cut", "none", "--cut-on", "both"),
            "--cut-on has no effect, as --cut is none",
        ),
    ],
)
def test_options_that_are_nearly_right(run, command, told):
    result = run(*command)
    assert result.exit_code == ExitCode.USAGE
    assert told in result.stderr


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("cards", "5371"), "write `--sheet avery-5371`"),
        (("cards", "poker"), "write `--size poker`"),
        (("handout", "stretches/Cat-Cow.yaml"), "write `cardgen cards cat-cow`"),
        (("handout", "gym"), "Did you mean `gym-bag`?"),
    ],
)
def test_what_is_of_another_kind_is_told_where_it_belongs(run, command, told):
    result = run(*command)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert told in result.stderr


def test_a_column_in_a_name_is_called_as_a_pattern_calls_it(project, run):
    project.write("r.csv", "recipient\nMia\n")
    result = run("batch", "r.csv", "--name-pattern", "{recipientt}.pdf")
    assert "Did you mean {recipient}?" in result.stderr


def test_a_batch_is_no_standard_output(project, run):
    project.write("r.csv", "recipient\nMia\n")
    result = run("batch", "r.csv", "-o", "-")
    assert result.exit_code == ExitCode.USAGE
    assert not (project.folder / "-").exists()


def test_text_that_begins_with_a_star_needs_quotation_marks(example, run):
    file = example.folder / "stretches" / "calf-stretch.yaml"
    file.write_text(file.read_text().replace("\ncue: ", "\ncue: *Tuck* "))
    assert "begins with & or * " in run("check").output


def test_a_preview_without_cards_has_no_size(project, run):
    result = run("preview", "post-run", "--size", "poker")
    assert result.exit_code == 0
    assert "warning: --size: it is for cards, and this is a handout" in result.stderr
    assert "--size" not in run("preview", "cat-cow", "--size", "poker").stderr
    assert project.folder.is_dir()


def test_rows_behind_a_wrong_heading_are_not_said_to_be_none(project, run):
    project.write("r.csv", "recipientt\nMia\nJo\n")
    result = run("check", "r.csv")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "0 rows" not in result.stdout
    assert "r.csv  its rows can be looked at when that is mended" in result.stdout


def test_summaries_of_commands_are_whole(run):
    told = " ".join(run("--help").stdout.partition("Commands:")[2].split())
    assert "..." not in told
    assert "Make a page that shows what your printer does, and save what you read on it." in told


@pytest.mark.usefixtures("project")
def test_no_color_is_heard(monkeypatch):
    def said():
        return CliRunner().invoke(main, ["handout", "no"], color=True).stderr

    assert "\x1b[" in said()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in said()


@pytest.mark.parametrize("named", ["Clinic.yaml", "clinic.yml", "cafe\u0301.yaml"])
def test_a_file_of_nearly_that_name_is_named(project, run, named):
    there = "caf\u00e9.yaml" if named.startswith("cafe") else "clinic.yaml"
    project.write(there, "name: Bay Physio\n")
    result = run("handout", "--clinic", named)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert f"Did you mean `{there}`?" in result.stderr


def test_a_field_without_a_value_is_told_of_with_its_line(project, run):
    project.write("clinic.yaml", "name: Bay Physio\naccent:\nweb: ~\n")
    result = run("handout", "--clinic", "clinic.yaml")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "clinic.yaml:2:8: accent: nothing stands here. Write what it says, or" in result.stderr
    assert "web" not in result.stderr


def test_a_picture_of_nearly_that_name_is_named(example, run):
    picture = next(iter((example.folder / "images").glob("*.svg")))
    picture.rename(picture.with_name(picture.name.upper()))
    assert f"Did you mean `{picture.name.upper()}`?" in run("cards", "calf-stretch").stderr
