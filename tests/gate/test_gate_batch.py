"""A roster: each page is that of its own person, and nothing of a stopped run is lost."""

import csv
import io
import json
import re
import shutil
import signal
import subprocess
import sys
import time
from itertools import combinations, islice

import pikepdf
import pypdfium2
import pytest
from printout import pages_text, text_of
from pypdfium2 import raw

from cardgen.batch.spool import SpoolReader

HARBOUR = "name: Harbour Physio\nphone: 0117 496 0700\ncountry: UK\n"
PRAIRIE = "name: Prairie Rehab\nphone: (555) 010-0133\ncountry: US\n"
CLINICS = """recipient,routine,letterhead
Ines Alto,post-run,harbour.yaml
Otto Berg,post-run,prairie.yaml
Uma Castle,post-run,harbour.yaml
Yan Dorn,post-run,prairie.yaml
"""
SAID = {
    "harbour.yaml": ("Harbour Physio", "0117 496 0700", "Call 999"),
    "prairie.yaml": ("Prairie Rehab", "(555) 010-0133", "Call 911"),
}


@pytest.fixture
def clinics(project):
    """A roster whose rows differ in their clinic alone, and in the name."""
    project.write("harbour.yaml", HARBOUR)
    project.write("prairie.yaml", PRAIRIE)
    project.write("r.csv", CLINICS)
    return list(csv.DictReader(io.StringIO(CLINICS)))


def check_clinic(text, row):
    """Check that a page has its own clinic and emergency number, and nothing of the other."""
    assert f"For {row['recipient']}" in text
    for clinic, said in SAID.items():
        assert [words in text for words in said] == [clinic == row["letterhead"]] * len(said)


def test_each_row_has_its_own_clinic_and_emergency_number(project, run, clinics):
    assert run("batch", "r.csv", "-o", "made", "--quiet").exit_code == 0
    files = sorted((project.folder / "made").glob("*.pdf"))
    assert len(files) == len(clinics)
    for file, row in zip(files, clinics, strict=True):
        check_clinic(text_of(file), row)
    args = ("--for", "Otto Berg", "--clinic", "prairie.yaml", "-o", "one.pdf")
    assert run("handout", "post-run", *args).exit_code == 0
    assert (project.folder / "one.pdf").read_bytes() == files[1].read_bytes()


def test_each_page_of_a_merged_file_has_its_own_clinic(project, run, clinics):
    assert run("batch", "r.csv", "--merge", "--pages", "2", "--quiet").exit_code == 0
    pages = pages_text(project.folder / "out" / "r.pdf")
    # Each has a front and a back; who the person is and where the clinic is stand in front.
    assert len(pages) == 2 * len(clinics)
    for front, back, row in zip(pages[::2], pages[1::2], clinics, strict=True):
        check_clinic(f"{front} {back}", row)
        assert f"For {row['recipient']}" in front
        check_both_sides(front, back, row["letterhead"])


def check_both_sides(front, back, clinic):
    """Check that both sides tell whom to call, and neither the number of another country."""
    _, phone, emergency = SAID[clinic]
    number = emergency.removeprefix("Call ")
    assert phone in front
    assert phone in back
    assert emergency in back
    assert f"call {number}" in front  # it says that the back tells when
    others = [n for n in ("911", "999", "112") if n != number]
    assert [n for n in others if re.search(rf"\b{n}\b", f"{front} {back}")] == []


PEOPLE = {
    "Ines Alto": ("Walk by the canal.", "March 3 with Sue", 41, "Neck pain"),
    "Otto Berg": ("Swim on Sundays.", "April 4 with Tom", 42, "Neck pain"),
    "Uma Castle": ("Rest after lunch.", "May 5 with Una", 43, "Hip pain"),
}
"""By name: a note, the next visit, how many seconds a move is held, and a condition. The pages of
the first two differ in the words of merge fields alone."""


@pytest.mark.parametrize("form", ["--large-print", "--pages"])
def test_no_page_of_a_merged_file_has_the_words_of_another_person(project, run, form):
    heading = "recipient,routine,note,next,hip-flexor-kneel.dose.hold,conditions"
    rows = [
        f"{name},gym-bag,{note},{visit},{hold},{condition.lower().replace(' ', '-')}"
        for name, (note, visit, hold, condition) in PEOPLE.items()
    ]
    project.write("r.csv", "\n".join([heading, *rows, ""]))
    args = (form,) if form == "--large-print" else (form, "2")
    result = run("batch", "r.csv", "--merge", "--duplex", *args, "--quiet")
    assert result.exit_code == 0, result.stderr
    pages = pages_text(project.folder / "out" / "r.pdf")
    starts = [next(i for i, text in enumerate(pages) if f"For {who}" in text) for who in PEOPLE]
    assert starts == sorted(set(starts))
    words = {who: own_words(who) for who in PEOPLE}
    for who, first, end in zip(PEOPLE, starts, [*starts[1:], len(pages)], strict=True):
        assert end - first >= 2
        text = " ".join(pages[first:end]).casefold()
        assert [said for said in words[who] if said not in text] == []
        others = {said for other in PEOPLE for said in words[other]} - set(words[who])
        assert [said for said in others if said in text] == []


def own_words(who):
    """Return what stands on the page of one person alone."""
    note, visit, hold, condition = PEOPLE[who]
    return tuple(map(str.casefold, (who, note, visit, f"{hold} seconds", condition)))


def test_a_row_without_a_clinic_has_that_of_the_options_and_no_row_that_of_another(project, run):
    project.write("harbour.yaml", HARBOUR)
    project.write("prairie.yaml", PRAIRIE)
    project.write("r.csv", "recipient,letterhead\nAnn,\nBea,prairie.yaml\nCal,\n")
    assert run("batch", "r.csv", "--clinic", "harbour.yaml", "--quiet").exit_code == 0
    files = sorted((project.folder / "out").glob("*.pdf"))
    for file, name, clinic in zip(files, ("Ann", "Bea", "Cal"), ("h", "p", "h"), strict=True):
        letterhead = "harbour.yaml" if clinic == "h" else "prairie.yaml"
        check_clinic(text_of(file), {"recipient": name, "letterhead": letterhead})


COLUMNS = ("recipient", "kind", "routine", "page", "theme", "type", "conditions")
HANDOUTS = [
    ("Ann", "", "post-run", "letter", "colour", "plain", ""),
    ("Ann", "", "post-run", "letter", "grey", "plain", ""),
    ("Ann", "", "post-run", "a4", "grey", "plain", ""),
    ("Ann", "", "post-run", "a4", "grey", "fira", ""),
    ("Ann", "", "post-run", "a4", "grey", "fira", "osteoporosis"),
]
DECKS = [
    ("", "booklet", "post-run", "letter", "colour", "plain", ""),
    ("", "booklet", "post-run", "letter", "ink", "plain", ""),
    ("", "cards", "post-run", "letter", "ink", "plain", ""),
    ("", "cards", "post-run", "a4", "ink", "plain", ""),
]


@pytest.mark.parametrize("rows", [HANDOUTS, DECKS], ids=["handouts", "decks"])
def test_rows_that_differ_in_one_cell_are_the_files_of_their_own_commands(project, run, rows):
    lines = [",".join(COLUMNS), *(",".join(row) for row in rows)]
    project.write("r.csv", "\n".join([*lines, ""]))
    result = run("batch", "r.csv", "-o", "made", "--quiet")
    assert result.exit_code == 0, result.stderr
    contents = [file.read_bytes() for file in sorted((project.folder / "made").glob("*.pdf"))]
    assert len(set(contents)) == len(rows)
    for content, row in zip(contents, rows, strict=True):
        assert run(*single(*row), "--force", "-o", "one.pdf").exit_code == 0
        assert (project.folder / "one.pdf").read_bytes() == content, row


def single(recipient, kind, routine, paper, theme, pairing, conditions):
    """Return the command that makes the file of a row."""
    args = [kind or "handout", routine, "--page", paper, "--theme", theme, "--type", pairing]
    args += ["--for", recipient] if recipient else []
    for condition in conditions.split():
        args += ["--condition", condition]
    return args


def test_the_list_of_refused_rows_has_the_mark_that_spreadsheets_look_for(project, run):
    project.write("r.csv", "recipient,routine\nZoë Ångström,post-rum\nAnn,post-run\n")
    assert run("batch", "r.csv", "--keep-going", "--quiet").exit_code == 6
    content = (project.folder / "out" / "rejected.csv").read_bytes()
    # The mark of UTF-8 (Unicode 15, 23.8): without it a spreadsheet reads another encoding.
    assert content[:3] == b"\xef\xbb\xbf"
    assert content.count(b"\xef\xbb\xbf") == 1
    (row,) = csv.DictReader(io.StringIO(content[3:].decode()))
    assert row["recipient"] == "Zoë Ångström"
    assert "post-rum" in row["reason"]


READ_ALOUD, COPY = 1 << 9, 1 << 4
"""Bits 10 and 5 of a file's permissions (ISO 32000-2, table 22). Programs that read aloud are
let in by bit 10; older ones ask bit 5."""


def test_a_locked_file_lets_programs_read_it_aloud(project, run):
    project.write("r.csv", "recipient,key\nAnn,quokka-12\n")
    assert run("batch", "r.csv", "--password-column", "key", "--quiet").exit_code == 0
    (path,) = (project.folder / "out").glob("*.pdf")
    with pikepdf.open(path, password="quokka-12") as pdf:
        assert not pdf.owner_password_matched
        permissions = int(pdf.trailer.Encrypt.P)
        assert permissions & READ_ALOUD
        assert permissions & COPY
        assert pdf.allow.accessibility
        assert not pdf.allow.modify_other
    document = pypdfium2.PdfDocument(path, password="quokka-12")
    assert raw.FPDF_GetDocPermissions(document) & READ_ALOUD
    assert "For Ann" in document[0].get_textpage().get_text_range()
    document.close()


QUICK, SLOW = 128, 25
"""Rows that share a page, and rows that are laid out one by one."""
MOVES = (
    "cat-cow",
    "pelvic-tilt",
    "double-knee-to-chest",
    "figure-four",
    "hamstring-strap",
    "hip-flexor-kneel",
    "glute-bridge",
)
PROGRAM = (sys.executable, "-m", "cardgen", "batch", "r.csv", "-o", "made", "--jobs", "1")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_what_was_made_before_a_kill_is_found_again(project, run):
    rows = [f"Person {n},gym-bag," for n in range(QUICK)]
    choices = islice(combinations(MOVES, 3), SLOW)
    rows += [f"Person {n},post-run,{' '.join(moves)}" for n, moves in enumerate(choices)]
    project.write("r.csv", "\n".join(["recipient,routine,without", *rows, ""]))
    before = made_until_killed(project)
    # The slow ones wait to be put down together.
    assert before == QUICK
    result = run("batch", "r.csv", "-o", "made", "--quiet", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["kept"] == before
    assert len(list((project.folder / "made").glob("*.pdf"))) == QUICK + SLOW


def made_until_killed(project):
    """Kill a batch that is at its slow rows; return how many files it has made."""
    for _ in range(5):  # a busy machine may let one come to its end
        process = subprocess.Popen([*PROGRAM, "--quiet"], cwd=project.folder)
        while process.poll() is None and made(project) < QUICK:
            time.sleep(0.002)
        process.kill()
        if process.wait() == -signal.SIGKILL:
            return made(project)
        shutil.rmtree(project.folder / "made")
    pytest.fail("every run came to its end")


def made(project):
    """Return how many files there are, those that wait until all are handed over among them."""
    spools = project.folder.glob("made/.cardgen-batch/*.spool")
    waiting = sum(len(list(SpoolReader(path).records())) for path in spools)
    return waiting + len(list(project.folder.glob("made/*.pdf")))
