"""Names of files: no personal data unless asked for, and safe on every system."""

import csv
import datetime
import io
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.batch.names import Names
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import ExitCode, InvalidDataError
from cardgen.model.roster import Columns, Row

COLUMNS = Columns("r.csv", Path(), ("recipient", "date", "password"), is_table=True)
RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt1"}


def named(pattern, *recipients):
    names = Names(pattern, COLUMNS)
    return [names.name(Row(i, i + 1, {"recipient": r})) for i, r in enumerate(recipients, 1)]


@pytest.mark.parametrize(
    ("recipient", "name"),
    [
        ("Maria Álvarez", "Maria Álvarez.pdf"),
        ("../../x", "x.pdf"),
        ("..", "row-1.pdf"),
        ("/etc/passwd", "etc-passwd.pdf"),
        ("a\\b:c*d?e", "a-bcde.pdf"),
        ("A\u202eB", "AB.pdf"),
        ("<b>", "b.pdf"),
        ("=cmd()", "=cmd().pdf"),
        ("", "row-1.pdf"),
        ("🏃", "🏃.pdf"),
    ],
)
def test_a_name_becomes_a_file_name(recipient, name):
    assert named("{recipient}.pdf", recipient) == [name]


@pytest.mark.parametrize("recipient", ["CON", "nul", "com1", "AUX", "Lpt1"])
def test_a_reserved_name_is_changed(recipient):
    (name,) = named("{recipient}.pdf", recipient)
    assert name.removesuffix(".pdf").casefold() not in RESERVED


@given(st.lists(st.text(max_size=300), min_size=1, max_size=6))
def test_any_names_stay_in_their_folder_short_and_apart(recipients):
    names = named("{recipient}-{date}", *recipients)
    assert len({name.casefold() for name in names}) == len(recipients)
    for name in names:
        assert Path(name).name == name
        assert not set('<>:"/\\|?*') & set(name)
        assert len(name.encode()) <= 255
        assert name.split(".")[0].casefold() not in RESERVED
        assert not name.startswith((".", " ", "-"))
        assert all(c.isprintable() or c == " " for c in name)


def test_equal_names_are_numbered():
    assert named("{recipient}", "Ann", "ann", "Ann", "Ann-2") == [
        "Ann.pdf",
        "ann-2.pdf",
        "Ann-3.pdf",
        "Ann-2-2.pdf",
    ]


@pytest.mark.parametrize(
    "pattern", ["{recipent}", "{row.number}", "{recipient!r}", "{recipient:>9}", "{", "{0}", "{}"]
)
def test_a_pattern_that_names_no_column_is_refused(pattern):
    with pytest.raises(InvalidDataError, match="name_pattern"):
        Names(pattern, COLUMNS)


def test_no_name_holds_the_password():
    with pytest.raises(InvalidDataError, match="there is no column 'password'"):
        Names("{password}", COLUMNS, secret="password")


@pytest.mark.parametrize(
    ("pattern", "cells", "name"),
    [
        ("{row}-{routine}", {"routine": " Post-Run "}, "0007-post-run"),
        ("{row}-{routine}", {"targets": "cat-cow, glute-bridge"}, "0007-cat-cow-glute-bridge"),
        ("{row}-{routine}", {"targets": "cat-cow " * 15}, "0007-cat-cow-and-14-more"),
        ("{row}-{routine}", {}, "0007-core-1"),
        ("{row}-{routine}", {"programme": "weeks/this-week.yaml"}, "0007-this-week"),
        ("{row}-{routine}", {"programme": " weeks\\this-week.yaml"}, "0007-this-week"),
        ("{row}-{routine}", {"programme": "Maria Álvarez.yaml"}, "0007-programme"),
        ("{kind}-{recipient}", {"kind": "Cards ", "for": " Ann "}, "cards-Ann"),
        ("{for}-{recipient}", {"recipient": "Ann"}, "Ann-Ann"),
        ("{recipient} {paper} {page} {date}", {"page": "letter"}, "letter letter 2026-11-22"),
        ("{theme}-{note}{figure-four.dose.hold}", {"figure-four.dose.hold": "20"}, "grey-20"),
        ("a{{b}}-{row}.pdf", {}, "a{b}-0007"),
    ],
)
def test_a_pattern_knows_all_columns_and_what_was_said_of_all_rows(pattern, cells, name):
    columns = Columns("r.csv", Path(), ("figure-four.dose.hold",), is_table=True)
    said = HandoutRequest("core-1", paper="a4", theme="grey", date=datetime.date(2026, 11, 22))
    assert Names(pattern, columns, said).name(Row(7, 8, cells)) == f"{name}.pdf"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (
            "Ann\u202e",
            "r.csv:8:1: recipient: this cannot stand in the name of a file: U+202E shows",
        ),
        ("Ann\x07", "U+0007 shows as nothing"),
        ("x" * 210, "it would have 221 bytes, of at most 200"),
        ("ж" * 110, "it would have 231 bytes"),
        ("Ann\u00a0B\n", None),
        ("\u0646\u06cc\u0645\u200c\u0641", None),  # a joiner that Persian is written with
    ],
)
def test_a_name_that_is_too_long_or_shows_as_nothing_is_blamed_on_its_cell(cell, said):
    columns = Columns("r.csv", Path(), ("recipient", "date"), is_table=True)
    row = Row(7, 8, {"recipient": cell, "date": "2026-11-22"})
    found = "".join(map(str, Names("{recipient}-{date}", columns).check(row)))
    assert said in found if said else found == ""
    assert Names("{row}-{routine}", columns).check(row) == ()


HOSTILE = {
    "../../x": True,
    "CON": True,
    '<b>bold</b> & "q"': True,
    "=cmd()": True,
    "x" * 300: False,
    "דנה": True,
    "王小明": True,
    "محمد": True,
    "Ann\u202e": False,
    "Ann 🏃": False,
    "Annabella " * 12: True,
}


def test_hostile_names_print_as_written_or_are_refused_by_name(project, run):
    out = io.StringIO()
    csv.writer(out).writerows([["recipient", "routine"], *([n, "gym-bag"] for n in HOSTILE)])
    project.write("r.csv", out.getvalue())
    pattern = "{row} {recipient}.pdf"
    result = run("batch", "r.csv", "-o", "made", "--keep-going", "--name-pattern", pattern)
    assert result.exit_code == ExitCode.SOME_REJECTED
    files = sorted((project.folder / "made").glob("*.pdf"))
    written = {int(path.name[:4]) for path in files}
    assert written == {i for i, prints in enumerate(HOSTILE.values(), 1) if prints}
    assert {p.name for p in project.folder.iterdir()} == {"r.csv", "made"}
    for path in files:
        name = list(HOSTILE)[int(path.name[:4]) - 1]
        text = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
        assert f"For {' '.join(name.split())}" in text
    lines = (project.folder / "made" / "rejected.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + sum(not prints for prints in HOSTILE.values())
