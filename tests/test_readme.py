"""What README.md shows is what cardgen does."""

import re

import pytest

from cardgen.cli import main
from cardgen.errors import ExitCode
from cardgen.paths import PACKAGE

README = PACKAGE.parent.joinpath("README.md").read_text(encoding="utf-8")


def block(start):
    """Return the block of code that starts with these words."""
    (found,) = [
        re.sub(r"(?m)^ {3}", "", text) if text.startswith("   ") else text
        for text in re.findall(r"(?ms)^ *```(?:yaml)?\n(.*?)^ *```", README)
        if text.lstrip().startswith(start)
    ]
    return found


@pytest.fixture
def evening(project):
    project.write("routines/evening.yaml", block('title: "Evening'))
    return project


def test_the_routine_of_the_five_minutes_builds(evening, run):
    result = run("handout", "evening")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (evening.folder / "out/evening-handout.pdf").is_file()


def test_its_example_of_an_error_is_what_is_said(evening, run):
    evening.change("routines/evening.yaml", "    hold: 20", "    holds: 20")
    result = run("handout", "evening")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr == block("error: routines/evening.yaml")


def test_its_clinic_file_can_be_used(evening, run):
    evening.write("clinic.yaml", block("name: Riverside"))
    evening.write("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
                              '<path d="M1 1 L8 8 L1 8 Z"/></svg>')  # fmt: skip
    assert run("handout", "evening", "--clinic", "clinic.yaml").exit_code == ExitCode.OK


def test_every_command_is_shown():
    assert len(main.commands) >= 4
    assert [name for name in main.commands if f"cardgen {name}" not in README] == []


def test_every_exit_code_is_told():
    told = dict(re.findall(r"(?m)^\| (\d+) \| (.+) \|$", README))
    assert sorted(told) == sorted(str(int(code)) for code in ExitCode)


@pytest.mark.parametrize("kind", ["stretches", "routines", "sources"])
def test_the_size_of_the_library_is_told(library, kind):
    words = {"stretches": r"(\d+) stretches and\s+strength moves"}.get(kind, rf"(\d+) {kind}")
    assert re.findall(words, README) == [str(len(getattr(library, kind)))]
