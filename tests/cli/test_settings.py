"""Settings: from which place each comes, what they feed, and what is wrong in them."""

import json
from pathlib import Path

import pytest
from printed_words import text_of
from pypdf import PdfReader

from cardgen.errors import ExitCode
from cardgen.model.settings import FEEDS, LISTS, PATHS, Settings

A4, LETTER = 842, 792


@pytest.fixture
def user(project, monkeypatch):
    """Return the file of the user's own settings, in a folder of its own."""
    folder = project.folder / "user"
    monkeypatch.setattr("click.get_app_dir", lambda _: str(folder))
    return folder / "cardgen.yaml"


def height(path):
    return round(float(PdfReader(path).pages[0].mediabox.height))


def origins(result):
    assert result.exit_code == 0, result.output
    return {name: (one["value"], one["from"]) for name, one in json.loads(result.stdout).items()}


def test_option_then_environment_then_folder_then_user_then_default(
    project, run, user, monkeypatch
):
    made = project.folder / "made.pdf"

    def paper(*options):
        assert run("handout", "-o", made, "--force", *options).exit_code == 0
        return height(made)

    assert paper() == LETTER
    user.parent.mkdir()
    user.write_text("paper: a4\n")
    assert paper() == A4
    assert origins(run("settings", "--json"))["paper"] == ("a4", "user/cardgen.yaml:1")
    project.write("cardgen.yaml", "country: UK\npaper: letter\n")
    assert paper() == LETTER
    assert origins(run("settings", "--json"))["paper"] == ("letter", "cardgen.yaml:2")
    monkeypatch.setenv("CARDGEN_PAPER", "a4")
    assert paper() == A4
    assert origins(run("settings", "--json"))["paper"] == ("a4", "CARDGEN_PAPER")
    assert paper("--paper", "letter") == LETTER


@pytest.mark.usefixtures("project", "user")
def test_what_nobody_set_is_the_default(run):
    told = origins(run("settings", "--json"))
    assert (told["paper"], told["theme"], told["output"]) == (
        ("letter", ""),
        ("colour", ""),
        ("out", ""),
    )
    assert "paper           letter  (default)" in run("settings").stdout


def test_a_letterhead_counts_from_the_file_that_names_it(project, run):
    project.write("shared/head.yaml", "name: Bay Physio\ncountry: AU\n")
    project.write("shared/cardgen.yaml", "clinic: head.yaml\noutput: printed\n")
    project.write("cardgen.yaml", "library: shared\n")
    assert run("handout").exit_code == 0
    made = project.folder / "shared" / "printed" / "post-run-handout.pdf"
    assert "Bay Physio" in text_of(made)
    project.write("shared/head.yaml", "name: Cove Physio\n")
    assert run("handout").exit_code == 0
    assert "Cove Physio" in text_of(made)


def test_a_setting_that_a_document_has_no_place_for_is_no_error(project, run):
    project.write("clinic.yaml", "name: Bay Physio\n")
    project.write("cardgen.yaml", "clinic: clinic.yaml\npaper: a4\ntheme: ink\n")
    assert run("cards", "cat-cow", "--sheet", "avery-5371").exit_code == 0
    assert run("booklet").exit_code == 0
    assert run("calibrate").exit_code == 0
    assert run("preview", "cat-cow").exit_code == 0


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("paper: a9", "cardgen.yaml:2:8: paper: there is no paper 'a9'"),
        ("theme: inc", "cardgen.yaml:2:8: theme: there is no theme 'inc'. Did you mean `ink`?"),
        ("clinic: no.yaml", "cardgen.yaml:2:9: clinic: no.yaml: cannot read the file"),
        ("printer: attic", "cardgen.yaml:2:10: printer: there is no printer 'attic'"),
        ("library: nowhere", "cardgen.yaml:2:10: library: there is no folder"),
        ("papier: a4", "cardgen.yaml:2:1: papier: there is no such field. Did you mean `paper`?"),
    ],
)
def test_a_wrong_setting_is_told_of_by_file_line_and_field(project, run, line, told):
    project.write("cardgen.yaml", f"country: UK\n{line}\n")
    for command in (("settings",), ("cards", "cat-cow")):
        if line.startswith("clinic") and command[0] == "cards":
            continue
        result = run(*command)
        assert result.exit_code == ExitCode.INVALID_DATA
        assert told in result.stderr
    if not line.startswith(("printer", "library")):
        assert told in run("check").output


@pytest.mark.usefixtures("project", "user")
def test_a_wrong_variable_is_told_of_by_its_name(run, monkeypatch):
    monkeypatch.setenv("CARDGEN_PAPER", "a9")
    monkeypatch.setenv("CARDGEN_PAPR", "a4")
    result = run("handout")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "error: CARDGEN_PAPER: there is no paper 'a9'" in result.stderr
    monkeypatch.setenv("CARDGEN_PAPER", "a4")
    warned = "CARDGEN_PAPR: there is no such setting. Did you mean `CARDGEN_PAPER`?"
    assert warned in run("settings").stderr
    monkeypatch.setenv("CARDGEN_DATE_ORDER", "american")
    assert "CARDGEN_DATE_ORDER: expected 'day-month-year'" in run("settings").stderr


@pytest.mark.usefixtures("project")
def test_a_variable_of_no_setting_is_told_of_by_each_command(run, monkeypatch):
    monkeypatch.setenv("CARDGEN_PAPR", "a4")
    for command in ("settings", ("list", "papers")):
        result = run(*([command] if isinstance(command, str) else command))
        assert result.exit_code == ExitCode.OK
        assert result.stderr.count("CARDGEN_PAPR: there is no such setting") == 1
        assert "Did you mean `CARDGEN_PAPER`?" in result.stderr


def test_a_file_of_remarks_settles_nothing(project, run):
    project.write("cardgen.yaml", "\ufeff# paper: a4\n\n  # theme: ink\n")
    result = run("settings")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")


@pytest.mark.usefixtures("project")
def test_a_folder_without_definitions_is_told_of(run):
    Path("empty").mkdir()
    assert "no definitions in it" in run("list", "papers", "--library", "empty").stderr
    Path("empty", "stretches").mkdir()
    assert run("list", "papers", "--library", "empty").stderr == ""


def test_a_library_elsewhere_has_the_definitions(project, run, tmp_path_factory):
    away = tmp_path_factory.mktemp("away")
    assert run("new", "routine", "morning").exit_code == 0
    (project.folder / "routines").rename(away / "routines")
    assert run("handout", "morning").exit_code == ExitCode.INVALID_DATA
    for named in (("--library", away), (f"--library={away}",)):
        assert run("handout", "morning", "--force", *named).exit_code == 0
        assert "morning" in run("list", "routines", *named).stdout
    assert (project.folder / "out" / "morning-handout.pdf").is_file()
    assert run("handout", "--library", "nowhere").exit_code == ExitCode.USAGE


def test_settings_count_in_a_batch_and_a_row_outranks_them(project, run):
    project.write("clinic.yaml", "name: Bay Physio\n")
    project.write("cardgen.yaml", "clinic: clinic.yaml\npaper: a4\noutput: made\n")
    project.write("r.csv", "recipient,paper\nMia,\nJo,letter\n")

    def made():
        told = json.loads(run("batch", "r.csv", "--json").stdout)
        pages = sorted((project.folder / "made").glob("*.pdf"))
        return told["kept"], [height(path) for path in pages], [text_of(path) for path in pages]

    kept, heights, texts = made()
    assert (kept, heights) == (0, [A4, LETTER])
    assert all("Bay Physio" in text for text in texts)
    assert made()[0] == 2
    project.write("clinic.yaml", "name: Cove Physio\n")
    kept, _, texts = made()
    assert kept == 0
    assert all("Cove Physio" in text for text in texts)
    project.write("cardgen.yaml", "clinic: clinic.yaml\noutput: made\n")
    assert made()[:2] == (0, [LETTER, LETTER])


def test_every_setting_has_a_use_and_every_command_the_folder_of_definitions(run):
    assert set(Settings.model_fields) == {*FEEDS, *PATHS, *LISTS, "date_order"}
    for command in ("handout", "cards", "booklet", "poster", "batch", "list", "show", "check"):
        assert "--library DIR" in run(command, "--help").stdout


@pytest.mark.usefixtures("project", "user")
def test_the_example_of_settings_holds(run):
    assert run("new", "settings").exit_code == 0
    assert origins(run("settings", "--json"))["paper"] == ("letter", "cardgen.yaml:7")
    assert run("check", "cardgen.yaml", "--strict").exit_code == 0
