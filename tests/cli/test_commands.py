"""The commands: their help, their usage errors, what they say, and what they load."""

import subprocess
import sys
from itertools import groupby

import pytest

from cardgen import __version__
from cardgen.cli import main
from cardgen.cli.columns import in_columns
from cardgen.errors import ExitCode

COMMANDS = sorted(main.commands)
HEAVY = {
    "PIL",
    "bibtexparser",
    "citeproc",
    "pypdfium2",
    "rispy",
    "stdnum",
    "syllapy",
    "watchfiles",
    "lxml",
    "pydantic",
    "reportlab",
    "svglib",
    "yaml",
}


def test_there_are_commands_to_test():
    assert {"handout", "cards", "list", "show"} <= set(COMMANDS)


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_help_says_what_a_command_does_with_examples(run, command, option):
    result = run(*command, option)
    assert result.exit_code == ExitCode.OK
    assert "Examples:\n" in result.stdout
    examples = result.stdout.split("Examples:\n")[1]
    assert "  cardgen " + " ".join(command) in examples
    assert max(map(len, result.stdout.splitlines())) <= 88


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_a_help_text(command):
    options = [p for p in main.commands[command].params if p.param_type_name == "option"]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_the_program_names_each_command(run, command):
    assert f"\n  {command} " in run("--help").stdout


def test_the_version_is_told(run):
    assert run("--version").stdout == f"cardgen {__version__}\n"


def test_it_runs_as_a_module(tmp_path):
    command = [sys.executable, "-m", "cardgen", "--version"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"cardgen {__version__}\n"
    help_ = subprocess.run([*command[:-1], "-h"], cwd=tmp_path, capture_output=True, check=True)
    assert help_.stdout.startswith(b"Usage: cardgen ")


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["--help"], set()),
        (["--version"], set()),
        (["list", "--help"], set()),
        (["handut"], set()),
        # Its options are made from the fields of its request.
        (["handout", "--help"], {"pydantic"}),
        (["cards", "-h"], {"pydantic"}),
    ],
)
def test_help_loads_none_of_the_heavy_packages(arguments, needed):
    code = (
        "import sys\nfrom cardgen.cli import main\n"
        f"try:\n    main({arguments})\nfinally:\n    print('LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = done.stdout.split("LOADED ")[1].split()
    assert "cardgen.cli" in loaded
    assert HEAVY.intersection(loaded) == needed
    assert "cardgen.files" not in loaded


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["handuot"], "No such command 'handuot'"),
        (["handout", "--fro", "Ann"], "--fro"),
        (["handout", "--page", "a9"], "'a9' is not one of 'a2', 'a3', 'a4', 'a5', 'legal'"),
        (["handout", "--paper", "a9"], "'a9' is not one of 'a2', 'a3', 'a4', 'a5', 'legal'"),
        (["cards", "--sheet", "avery-5371", "--size", "poker"], "leave out --size"),
        (["cards", "--sheet", "avery-5371", "--fold"], "--sheet and --fold do not go together"),
        (["cards", "--fold", "--split-sides"], "--fold and --split-sides do not go together"),
        (["cards", "--fold", "--duplex", "long"], "--fold and --duplex do not go together"),
        (["cards", "--one-per-page", "--cut", "lines"], "--one-per-page and --cut do not go"),
        (["cards", "--one-per-page", "--start-at", "2"], "--one-per-page and --start-at do not"),
        (["cards", "--radius", "3mm"], "--radius is for the corners of --cut outline"),
        (["cards", "--bleed", "3"], "expected a length with its unit"),
        (["cards", "--bleed", "20mm"], "expected 0 to 10 mm, got '20mm'"),
        (["cards", "--start-at", "0"], "0 is not in the range"),
        (["cards", "--url", "javascript:x"], "expected an address such as https://example.org"),
        (["handout", "post-run", "core-1"], "Got unexpected extra argument (core-1)"),
        (["handout", "--for"], "Option '--for' requires an argument"),
        (["handout", "--date", "22.11.2026"], "write 2026-11-22 for '22.11.2026'"),
        (["handout", "--date", "2026-02-30"], "there is no such day as 2026-02-30"),
        (["handout", "--date", "tomorrow"], "expected a date such as 2026-11-22, or today, got"),
        (["handout", "--date", ""], "expected a date such as 2026-11-22, or today, got ''"),
        (["handout", "-o", "."], "is a directory"),
        (["list", "routine"], "'routine' is not one of "),
        (["show"], "Missing argument 'ID'"),
    ],
)
def test_a_command_that_is_not_understood_is_a_usage_error(project, run, arguments, said):
    result = run(*arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert list(project.folder.iterdir()) == []


@pytest.mark.usefixtures("project")
def test_list_tells_the_routines_and_stretches(run, library):
    lines = run("list").stdout.splitlines()
    assert "Routines" in lines
    assert "  post-run          Post-run lower back: 7 moves, 12 min, 3\u20135 days a week" in lines
    stretches = lines[lines.index("Stretches") :]
    ids = [line.split()[0] for line in stretches if line.startswith("    ")]
    assert sorted(ids) == [*library.stretches]
    places = [(s.position, s.kind) for s in (library.stretches[id_].value for id_ in ids)]
    headings = [line for line in stretches if line.startswith("  ") and line[2] != " "]
    assert "  On hands and knees: mobility" in headings
    assert len(headings) == len(set(places)) == len([*groupby(places)])


ROWS = [("cat-cow", "Cat-Cow: 8 slow rounds, 6 seconds each"), ("a", "B")]


@pytest.mark.parametrize("width", [120, 80, 60, 40, 24])
def test_a_list_is_no_wider_than_the_terminal(width):
    lines = [*in_columns(ROWS, width)]
    assert max(map(len, lines)) <= width
    words = " ".join(f"{name} {text}" for name, text in ROWS)
    assert " ".join(" ".join(lines).split()) == words
    assert [line.split()[0] for line in lines if line[2] != " "] == ["cat-cow", "a"]


def test_a_list_for_another_program_has_a_line_for_each():
    assert [*in_columns(ROWS, None)] == [f"  cat-cow  {ROWS[0][1]}", "  a        B"]


@pytest.mark.usefixtures("project")
def test_list_tells_how_far_each_source_was_checked(run, library):
    lines = [line for line in run("list", "sources").stdout.splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in lines] == list(library.sources)
    (gobbo,) = [line for line in lines if line.startswith("  gobbo2019")]
    assert "systematic-review, 2019, verified: Physical Exercise" in gobbo
    (nasm,) = [line for line in lines if line.startswith("  nasm ")]
    assert "not-found" in nasm


@pytest.mark.usefixtures("example")
def test_list_marks_a_person_s_own_definitions(run):
    lines = run("list").stdout.splitlines()
    marked = [line.split()[0] for line in lines if line.endswith(".yaml]")]
    assert marked == ["short-run", "calf-stretch"]


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("figure-four", "\nname: Figure-Four Stretch\n"),
        ("post-run", "\nname: Post-run lower back\n"),
        ("gobbo2019", "\nDOI: 10.3390/jfmk4030043\n"),
        ("low-back", "\nemergency:\n"),
    ],
)
@pytest.mark.usefixtures("project")
def test_show_tells_every_field_as_yaml(run, id_, said):
    result = run("show", id_)
    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("# ")
    assert said in result.stdout
    assert "null" not in result.stdout


@pytest.mark.usefixtures("project")
def test_show_of_an_unknown_id_names_the_nearest(run):
    result = run("show", "gobbo2018")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr == (
        "error: there is nothing that is called 'gobbo2018'. Did you mean `gobbo2019`?\n"
    )


def test_a_handout_says_its_path_and_what_was_reached(example, run):
    result = run("handout", "short-run")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout.startswith("out/short-run-handout.pdf  1 page, Letter, ")
    assert ", body 11 pt, 2 moves, 3 min" in result.stdout
    assert (example.folder / "out/short-run-handout.pdf").read_bytes().startswith(b"%PDF-")


def test_cards_say_their_path_and_what_was_reached(example, run):
    result = run("cards", "calf-stretch", "--size", "poker", "--page", "a4", "--country", "UK")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout.startswith("out/calf-stretch-cards.pdf  2 pages, A4, ")
    assert (example.folder / "out/calf-stretch-cards.pdf").read_bytes().startswith(b"%PDF-")


def test_today_is_the_day_of_source_date_epoch(example, run, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for day, name in (("today", "a.pdf"), ("1970-01-01", "b.pdf"), ("1970-01-02", "c.pdf")):
        assert run("handout", "short-run", "--date", day, "-o", name).exit_code == ExitCode.OK
    first, same, other = (
        (example.folder / name).read_bytes() for name in ("a.pdf", "b.pdf", "c.pdf")
    )
    assert first == same
    assert first != other
