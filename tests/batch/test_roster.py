"""Rosters as spreadsheets and people write them, and what is wrong with them, cell by cell."""

import io
import json

import click.testing
import people
import pypdf
import pytest

from cardgen.cli import main
from cardgen.errors import ExitCode

PLAIN = "recipient,routine,date\nMaria Álvarez,gym-bag,2026-11-22\nJo Lee,post-run,2026-11-23\n"


def pdfs(project, folder="out"):
    return sorted(path.name for path in (project.folder / folder).glob("*.pdf"))


def contents(project, folder):
    return [path.read_bytes() for path in sorted((project.folder / folder).glob("*.pdf"))]


ALIKE = {
    "excel.csv": b"\xef\xbb\xbf" + PLAIN.replace(",", ";").replace("\n", "\r\n").encode(),
    "utf-16.csv": PLAIN.replace(",", "\t").encode("utf-16"),
    "spaced.csv": PLAIN.replace("recipient", " Recipient ").replace("\nJo", "\n\n,,\nJo").encode(),
    "people.yaml": (
        "- recipient: Maria Álvarez\n  routine: gym-bag\n  date: 2026-11-22\n"
        "- recipient: Jo Lee\n  routine: post-run\n  date: 2026-11-23\n"
    ).encode(),
    "people.jsonl": "".join(
        json.dumps({"recipient": name, "routine": routine, "date": date}) + "\n"
        for name, routine, date in (
            ("Maria Álvarez", "gym-bag", "2026-11-22"),
            ("Jo Lee", "post-run", "2026-11-23"),
        )
    ).encode(),
}


def test_rosters_of_every_kind_make_the_same_files(project, run):
    project.write("plain.csv", PLAIN)
    assert run("batch", "plain.csv", "-o", "plain").exit_code == ExitCode.OK
    expected = contents(project, "plain")
    assert len(expected) == 2
    for name, content in ALIKE.items():
        project.write(name, content)
        result = run("batch", name, "-o", f"made-{name}")
        assert result.exit_code == ExitCode.OK, result.stderr
        assert contents(project, f"made-{name}") == expected, name


def test_a_roster_may_come_from_standard_input(project):
    project.write("plain.csv", PLAIN)
    runner = click.testing.CliRunner()
    result = runner.invoke(main, ["batch", "-", "-o", "piped"], input=PLAIN)
    assert result.exit_code == ExitCode.OK, result.output
    assert runner.invoke(main, ["batch", "plain.csv"]).exit_code == ExitCode.OK
    assert contents(project, "piped") == contents(project, "out")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("recipient,rutine\nA,gym-bag\n", "r.csv:1:2: rutine: there is no such column. Did you"),
        ("recipient,figure-for.dose.hold\nA,9\n", "Did you mean `figure-four.dose.hold`?"),
        ("recipient,recipient\nA,B\n", "r.csv:1:2: recipient: two columns have this name"),
        ("recipient,routine\nA,gym-bags\n", "r.csv:2:2: routine: there is no routine 'gym-bags'"),
        ("recipient,date\nA,31.11.2026\n", "r.csv:2:2: date: there is no 31 November"),
        ("recipient,cat-cow.dose.reps\nA,many\n", "r.csv:2:2: cat-cow.dose.reps: expected a whole"),
        ("recipient,without\nA,bird-dog\n", "r.csv:2:2: without: there is no move 'bird-dog'"),
        ("recipient,conditions\nA,gout\n", "r.csv:2:2: conditions: there is no condition 'gout'"),
        ("recipient,letterhead\nA,no.yaml\n", "r.csv:2:2: letterhead: no.yaml: cannot read"),
        ("recipient,kind\nA,cards\n", "r.csv:2:1: recipient: there is no place for this in a row"),
        (
            "note,kind\nA,booklet\n",
            "r.csv:2:1: note: there is no place for this in a row of kind b",
        ),
        ("language\nxx\n", "r.csv:2:1: language: there is no language 'xx'"),
        ("recipient\nA,B\n", "r.csv:2:2: the row has 2 cells, and there is 1 column"),
        ('recipient\n"A\n', "this is not valid CSV"),
        ("recipient\n", "r.csv: the roster has no rows"),
        ("", "r.csv:1: the roster is empty"),
        (b"recipient\nJos\xe9\n", "r.csv:2:1: expected text in UTF-8, found the byte 0xe9"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_written(project, run, content, said):
    project.write("r.csv", content)
    result = run("batch", "r.csv", "-o", "made")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert said in result.stderr
    assert not (project.folder / "made").exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("r.doc", "A", "r.doc: cannot tell what kind of file this is"),
        ("r.jsonl", '{"recipient": "A"}\n{oops\n', "r.jsonl:2: this is not valid JSON"),
        ("r.yaml", "recipient: A\n", "r.yaml:1:1: expected a list"),
        ("r.yaml", "- A\n", "r.yaml:1: expected a person as lines"),
    ],
)
def test_other_files_that_are_no_rosters(project, run, name, content, said):
    project.write(name, content)
    result = run("batch", name)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert said in result.stderr


def test_all_problems_are_told_at_once(project, run):
    rows = [people.row(i) for i in range(12)]
    for i in (2, 5, 7):
        rows[i] = {**rows[i], "routine": "nowhere", "date": "soon"}
    project.write("r.csv", people.roster(rows))
    result = run("batch", "r.csv", "-o", "made")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr.count("error:") == 6
    assert not (project.folder / "made").exists()


def test_bad_rows_are_listed_and_good_ones_are_written(project, run):
    rows = [{**people.row(i), "note": ""} for i in range(300)]
    bad = {7: "routine", 80: "date", 150: "figure-four.dose.hold", 151: "routine", 299: "date"}
    for i, name in bad.items():
        rows[i] = {**rows[i], name: "=cmd()"}
    # A word that no column is wide enough for is found only when the words are set.
    rows[200] = {**rows[200], "recipient": "W" * 110}
    project.write("r.csv", people.roster(rows))
    result = run("batch", "r.csv", "-o", "made", "--keep-going", "--json", "--quiet")
    assert result.exit_code == ExitCode.SOME_REJECTED, result.stderr
    summary = json.loads(result.stdout)
    assert (summary["rows"], summary["written"], summary["rejected"]) == (300, 294, 6)
    names = pdfs(project, "made")
    assert len(names) == 294
    assert not {f"{i + 1:04d}" for i in (*bad, 200)} & {name[:4] for name in names}
    text = (project.folder / "made" / "rejected.csv").read_text(encoding="utf-8-sig")
    header, *lines = text.splitlines()
    assert header.split(",") == ["row", *rows[0], "reason"]
    assert len(lines) == 6
    assert [int(line.split(",")[0]) for line in lines] == sorted(i + 1 for i in (*bad, 200))
    assert "'=cmd()'" in lines[0]
    assert "wider than its column" in lines[4]


def test_cards_booklets_and_handouts_stand_in_one_roster(project, run):
    project.write(
        "r.csv", "routine,kind,language\ngym-bag,cards,en\ngym-bag,booklet,\ngym-bag,,EN\n"
    )
    assert run("batch", "r.csv", "-o", "made").exit_code == ExitCode.OK
    names = [f"000{i}-gym-bag.pdf" for i in (1, 2, 3)]
    assert pdfs(project, "made") == names
    for name, kind in zip(names, ("cards", "booklet", "handout"), strict=True):
        run(kind, "gym-bag", "-o", "single.pdf")
        single = (project.folder / "single.pdf").read_bytes()
        assert (project.folder / "made" / name).read_bytes() == single


def test_rows_of_two_clinics_have_each_their_own_letterhead(project, run):
    clinics = {"north.yaml": "Fjord Physio", "south.yaml": "Lagoon Rehab"}
    for file, name in clinics.items():
        project.write(f"clinics/{file}", f"name: {name}\nphone: {len(name)} 555 0100\n")
    files = [*clinics, *clinics, ""]
    rows = [f"P{i},gym-bag,{f'clinics/{file}' if file else ''}\n" for i, file in enumerate(files)]
    project.write("r.csv", f"recipient,routine,letterhead\n{''.join(rows)}")
    assert run("batch", "r.csv", "-o", "made").exit_code == ExitCode.OK
    made = contents(project, "made")
    assert len(made) == len(files)
    for i, (file, content) in enumerate(zip(files, made, strict=True)):
        text = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()
        assert [name in text for name in clinics.values()] == [name == file for name in clinics]
        clinic = ("--clinic", f"clinics/{file}") if file else ()
        single = run("handout", "gym-bag", "--for", f"P{i}", *clinic, "-o", f"{i}.pdf")
        assert single.exit_code == ExitCode.OK, single.stderr
        assert (project.folder / f"{i}.pdf").read_bytes() == content
