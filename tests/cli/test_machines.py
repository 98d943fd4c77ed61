"""What other programs use: JSON, and the completion of a shell."""

import json

import pytest
from click.shell_completion import ShellComplete

from cardgen.cli import main
from cardgen.errors import ExitCode
from cardgen.paths import data_ids


@pytest.mark.usefixtures("example")
def test_list_as_json_has_what_the_terminal_has(run):
    told = json.loads(run("list", "--json").stdout)
    assert list(told) == ["routines", "stretches"]
    lines = run("list").stdout.splitlines()
    groups = dict.fromkeys(row["group"] for row in told["stretches"])
    shown = [line.split(None, 1) for line in lines if line.startswith("  ")]
    shown = [row for row in shown if " ".join(row) not in groups]
    rows = [[row["id"], row["text"]] for rows in told.values() for row in rows]
    assert rows == shown


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("id_", ["calf-stretch", "short-run", "gobbo2019", "low-back"])
def test_show_as_json_has_every_field(run, id_, library):
    told = json.loads(run("show", id_, "--json").stdout)
    assert told["id"] == id_
    assert told["file"].endswith(f"{id_}.yaml")
    if id_ == "gobbo2019":
        assert told["DOI"] == library.sources[id_].value.doi
    assert run("show", "nothing", "--json").exit_code == ExitCode.INVALID_DATA


def completed(*words):
    *before, start = words
    shell = ShellComplete(main, {}, "cardgen", "_CARDGEN_COMPLETE")
    return [item.value for item in shell.get_completions(before, start)]


@pytest.mark.usefixtures("example")
def test_ids_are_completed_with_those_of_one_s_own(library):
    assert completed("handout", "sh") == ["short-run"]
    assert completed("handout", "") == sorted([*library.routines, "short-run"])
    assert completed("cards", "ca") == ["calf-raise", "calf-stretch", "cat-cow"]
    assert completed("cards", "cat-cow", "calf-s") == ["calf-stretch"]
    assert completed("preview", "po") == ["post-run"]
    assert completed("show", "gob") == ["gobbo2019"]
    assert completed("show", "low") == ["low-back"]
    assert completed("cite", "short") == ["short-run"]
    assert completed("preview", "--size", "") == data_ids("sizes")
    assert completed("cards", "--size", "index") == ["index-3x5", "index-4x6"]
    assert completed("cards", "--sheet", "avery-537") == ["avery-5371"]
    assert "check" in completed("ch")


def test_a_folder_that_cannot_be_read_completes_what_there_is(project):
    project.write("stretches", "a file")
    assert completed("cards", "cat") == ["cat-cow"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_written(run, shell):
    result = run("completion", shell)
    assert result.exit_code == ExitCode.OK
    assert f"_CARDGEN_COMPLETE={shell}_complete" in result.stdout
