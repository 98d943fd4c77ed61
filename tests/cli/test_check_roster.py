"""`cardgen check` of a roster: a dry run of the batch."""

import json
import re

import openpyxl
import pytest

from cardgen.errors import ExitCode

BAD = "recipient,routine,Ward\nAnn,post-run,3\nBo,post-rum,4\nCy,gym-bag,5,6\n"


def test_it_says_what_would_be_made_and_makes_nothing(project, run):
    project.write("r.csv", "recipient,kind\n" + "Ann,\n" * 6 + "Bo,cards\n".replace("Bo", ""))
    before = sorted(project.folder.rglob("*"))
    result = run("check", "r.csv")
    assert result.exit_code == ExitCode.OK, result.output
    first, *_, last = result.stdout.splitlines()
    assert re.match(r"  0001-post-run\.pdf  \d pages?, Letter, ", first)
    assert last == "r.csv  7 rows, 7 files would be made"
    assert "… and 2 more" in result.stdout
    assert sorted(project.folder.rglob("*")) == before


def test_every_problem_is_told_and_json_has_all_of_it(project, run):
    project.write("r.csv", BAD)
    result = run("check", "r.csv")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "r.csv:1:3: ward: there is no such column" in result.stdout
    result = run("check", "r.csv", "--ignore-columns", "--json")
    assert result.exit_code == ExitCode.INVALID_DATA
    told = json.loads(result.stdout)
    assert told["files"] == 1
    assert [problem["line"] for problem in told["problems"]] == [3, 4]
    assert [row["file"] for row in told["rows"]] == ["0001-post-run.pdf", "", ""]
    assert [row["row"] for row in told["rows"]] == [1, 2, 3]
    pages, paper = told["rows"][0]["facts"][:2]
    assert re.fullmatch(r"\d pages?", pages)
    assert paper == "Letter"
    assert told["facts"][0]["files"] == 1


def test_json_tells_of_a_roster_that_cannot_be_read(project, run):
    project.write("r.xlsx", b"PK")
    result = run("check", "r.xlsx", "--json")
    assert result.exit_code == ExitCode.INVALID_DATA
    told = json.loads(result.stdout)
    assert (told["files"], told["rows"], len(told["problems"])) == (0, [], 1)


def test_what_is_too_wide_is_found_without_a_file(project, run):
    project.write("r.csv", f"recipient\nAnn\n{'W' * 110}\n")
    result = run("check", "r.csv")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "r.csv:3:1: recipient:" in result.stdout
    assert "2 rows, 1 file would be made, 1 row would be refused" in result.stdout


def test_options_are_named_in_remedies(project, run):
    project.write("r.csv", 'recipient,note\nJo,"Hold\nAl,rest"\n')
    for command in ("check", "batch"):
        result = run(command, "r.csv")
        assert result.exit_code == ExitCode.INVALID_DATA
        assert "by --multiline-notes that its lines are meant" in result.output
    project.write("r.csv", "date\n05/06/2026\n")
    assert "Say which by --date-order" in run("batch", "r.csv").stderr
    assert run("batch", "r.csv", "--date-order", "day-month-year").exit_code == ExitCode.OK
    assert run("batch", "r.csv", "--country", "ES", "-o", "es").exit_code == ExitCode.OK


def test_warnings_name_their_row_and_are_told_once(project, run):
    project.write("r.csv", "recipient,routine,conditions\n" + "Ann,core-3,wrist-pain\n" * 3)
    result = run("check", "r.csv")
    told = [line for line in result.stdout.splitlines() if line.startswith("warning:")]
    assert len(told) == 1
    assert told[0].startswith("warning: r.csv:2:3: conditions: ")
    assert "(and so in 2 other rows)" in told[0]
    assert run("check", "r.csv", "--strict").exit_code == ExitCode.INVALID_DATA
    assert told[0] in run("batch", "r.csv").stderr


def test_a_list_in_yaml_is_a_roster_and_a_definition_is_none(project, run):
    project.write("people.yaml", "# everyone\n- recipient: Ann\n")
    assert "1 file would be made" in run("check", "people.yaml").stdout
    run("new", "clinic", "clinic")
    assert "PEMAT-P" in run("check", "clinic.yaml").stdout
    result = run("check", "people.yaml", "clinic.yaml")
    assert result.exit_code == ExitCode.USAGE


def test_a_sheet_is_checked_and_made_by_its_name(project, run):
    book = openpyxl.Workbook()
    book.active.append(["note"])
    book.create_sheet("Monday").append(["recipient"])
    book["Monday"].append(["Ann"])
    book.save(project.folder / "r.xlsx")
    for command in ("check", "batch"):
        result = run(command, "r.xlsx")
        assert result.exit_code == ExitCode.INVALID_DATA
        assert "the roster has no rows" in result.output
        assert run(command, "r.xlsx", "--sheet-name", "Monday").exit_code == ExitCode.OK


def test_only_the_row_that_is_too_wide_is_refused(project, run):
    project.write("r.csv", "recipient,note\nAnn,fine\nBob,one, two\nCy,ok\n")
    result = run("batch", "r.csv", "-o", "o", "--keep-going")
    assert result.exit_code == ExitCode.SOME_REJECTED
    assert "1 row was refused" in result.stdout
    made = sorted(path.name for path in (project.folder / "o").glob("*.pdf"))
    assert made == ["0001-post-run.pdf", "0003-post-run.pdf"]
    listed = (project.folder / "o" / "rejected.csv").read_text(encoding="utf-8-sig")
    assert '"one, two"' in listed


@pytest.mark.parametrize("name", ["r.csv", "r.jsonl"])
def test_a_mended_list_of_refused_rows_is_a_roster(project, run, name):
    text = {
        "r.csv": "row,recipient,routine,reason\n7,Ann,post-run,routine: there is no routine\n",
        "r.jsonl": '{"row": 7, "recipient": "Ann", "reason": "x"}\n',
    }[name]
    project.write(name, text)
    assert run("batch", name, "-o", "o").exit_code == ExitCode.OK
    assert [path.name for path in (project.folder / "o").glob("*.pdf")] == ["0007-post-run.pdf"]
