"""To add one of a kind is to add one file: each is seen to work from the command line."""

import json
import shutil
import subprocess
import sys

import pytest
from pikepdf import Pdf
from pypdfium2 import PdfDocument

from cardgen.errors import ExitCode
from cardgen.kinds import KINDS, LISTED
from cardgen.paths import DATA, PACKAGE, built_in

SAFETY = """
region: knee
intro: Most knee pain gets better.
emergency:
  action: Call {emergency} now
  signs:
  - text: You cannot put any weight on the leg after a fall
    sources: [ours]
this_week:
  action: See us this week for
  signs:
  - text: A knee that locks
    sources: [ours]
stop:
  action: Stop the move for
  signs:
  - text: Sharp pain
disclaimer: This is not medical care.
reviewed: {date: 2026-11-22, by: me}
"""
STRETCH = """
name: Towel Press
kind: patience
position: long-sitting
start: Sit on the bed with your leg straight.
steps: [Press the back of your knee down into the towel.]
short_steps: [Press down and hold.]
breathing: Keep breathing.
dose: {sets: 3, hold: 5}
frequency: Every day.
targets: [Front of the thigh]
equipment: [towel]
cue: Press the towel flat.
mistake: You lift your whole leg.
easier: Press less hard.
harder: Lift your heel as you press.
cautions:
- who: New knee
  advice: Ask your surgeon first.
  condition: new-knee
  effect: hide
claims:
- text: A pull is enough.
  sources: [garber2011]
reviewed: {date: 2026-11-22, by: me}
"""
ROUTINE = """
title: Knee after injury
name: Knee
summary: For a sore knee.
before: Walk for 2 minutes first.
frequency: {days: [5, 7]}
items: [{stretch: towel-press}, {stretch: heel-slide}]
claims:
- text: Hold a stretch 10 to 30 seconds.
  sources: [ours]
safety: knee
reviewed: {date: 2026-11-22, by: me}
"""
FILES = {
    "conditions/new-knee.yaml": "name: a new knee joint",
    "postures/long-sitting.yaml": "name: Sitting with straight legs",
    "move-kinds/patience.yaml": "name: Patience\nabout: Takes its time.",
    "regions/knee.yaml": "name: knee\nlevels: [emergency]",
    "levels/this_week.yaml": "name: This week\nabout: Soon.\npart: danger\norder: 25",
    "countries/CH.yaml": "name: Switzerland\nemergency: '144'\nhospital: the hospital\n"
    "urgent: Call your doctor\ntherapist: physiotherapist",
    "sizes/tag.yaml": "name: Tag\nwidth: 90 mm\nheight: 120 mm\nsource: the shop",
    "papers/block.yaml": "name: Block\nwidth: 220 mm\nheight: 300 mm",
    "sheets/two-tags.yaml": "name: Two tags\npage: block\nwidth: 90 mm\nheight: 120 mm\n"
    "columns: 2\nrows: 2\nleft: 15 mm\ntop: 20 mm\npitch_x: 100 mm\npitch_y: 130 mm\n"
    "source: the shop",
    "themes/ours.yaml": (DATA / "themes/ink.yaml").read_text(encoding="utf-8"),
    "sources/ours.yaml": (built_in() / "sources/garber2011.yaml").read_text(encoding="utf-8"),
    "safety/knee.yaml": SAFETY,
    "stretches/towel-press.yaml": STRETCH,
    "routines/knee.yaml": ROUTINE,
    "programmes/first-week.yaml": "title: Mine\nmoves: [towel-press]\nsafety: knee",
    "clinic.yaml": "name: Seeklinik\ncountry: CH",
}
MM = 72 / 25.4


@pytest.fixture
def knees(project):
    """A working folder about knees, with one file of each kind."""
    for name, text in FILES.items():
        project.write(name, text.lstrip())
    return project


def printed(project, run, *command):
    """Return the text of the document that a command makes, and the size of its page in mm."""
    result = run(*command, "-o", "made.pdf")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    with PdfDocument(project.folder / "made.pdf") as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        size = tuple(round(side / MM) for side in document[0].get_size())
    return " ".join(" ".join(pages).split()), size


def test_there_is_one_file_of_each_kind():
    folders = {name.rpartition("/")[0] for name in FILES}
    assert folders == {*LISTED, "programmes", ""}
    assert set(KINDS) - {"pose"} == {kind.name for kind in KINDS.values() if kind.folder in folders}


@pytest.mark.usefixtures("knees")
@pytest.mark.parametrize("folder", LISTED)
def test_each_is_listed_with_its_file(run, folder):
    (file,) = (name for name in FILES if name.startswith(f"{folder}/"))
    lines = run("list", folder).stdout.splitlines()
    assert [line for line in lines if f"[{file}" in line]


@pytest.mark.usefixtures("knees")
def test_the_folder_has_no_fault(run):
    result = run("check", "--json")
    assert '"severity": "error"' not in result.stdout
    assert result.exit_code == ExitCode.OK


@pytest.mark.usefixtures("knees")
def test_a_library_about_knees_is_not_asked_for_signs_of_the_back(run):
    findings = json.loads(run("check", "--json").stdout)["findings"]
    assert {one["code"] for one in findings} <= {"picture-missing", "source-duplicate"}


def test_a_handout_has_the_levels_and_the_country_of_one_s_own(knees, run):
    text, size = printed(
        knees, run, "handout", "knee", "--page", "block", "--theme", "ours",
        "--clinic", "clinic.yaml", "--layout", "list",
    )  # fmt: skip
    assert size == (220, 300)
    assert "Call 144 now" in text
    assert text.index("weight on the leg") < text.index("A knee that locks")


@pytest.mark.usefixtures("knees")
def test_stretches_are_listed_by_the_posture_of_one_s_own(run):
    lines = run("list", "stretches").stdout
    assert lines.index("Sitting with straight legs") < lines.index("Towel Press")


def test_a_condition_of_one_s_own_leaves_a_move_out(knees, run):
    text, _ = printed(knees, run, "handout", "knee", "--condition", "new-knee")
    assert "Left out for a new knee joint: Towel Press" in text


def test_cards_come_in_a_size_and_on_a_sheet_of_one_s_own(knees, run):
    assert "Towel Press" in printed(knees, run, "cards", "towel-press", "--size", "tag")[0]
    text, size = printed(knees, run, "cards", "knee", "--sheet", "two-tags", "--country", "CH")
    assert size == (220, 300)
    assert "Towel Press" in text


def test_a_programme_has_a_move_and_the_signs_of_one_s_own(knees, run):
    text, _ = printed(knees, run, "handout", "--programme", "programmes/first-week.yaml")
    assert "Towel Press" in text
    assert "weight on the leg" in text


def test_a_paper_may_be_its_measures(knees, run):
    command = ("handout", "--page", "220x300mm", "--country", "CH")
    assert printed(knees, run, *command)[1] == (220, 300)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("stretches/towel-press.yaml", "position: long-sitting", "position: long-siting",
         "3:11: position: there is no posture 'long-siting'. Did you mean `long-sitting`? Or mak"),
        ("stretches/towel-press.yaml", "condition: new-knee", "condition: newknee",
         "cautions[1].condition: there is no condition 'newknee'. Did you mean `new-knee`? Or"),
        ("safety/knee.yaml", "this_week:", "this_weak:",
         "this_weak: there is no level 'this_weak'. Did you mean `this_week`? Or make one: card"),
        ("safety/knee.yaml", "disclaimer: This", "disclamer: This",
         "disclamer: there is no such field. Did you mean `disclaimer`?"),
        ("safety/knee.yaml", "region: knee", "region: nee",
         "1:9: region: there is no region 'nee'. Did you mean `knee`? Or make one: cardgen new re"),
        ("safety/knee.yaml", "emergency:\n", "same_day:\n",
         "1:9: region: there are no signs of the level `emergency`, which this region demands."),
        ("sheets/two-tags.yaml", "page: block", "page: blok",
         "2:7: page: there is no paper 'blok'. Did you mean `block`?"),
        ("regions/knee.yaml", "[emergency]", "[emergncy]",
         "2:10: levels[1]: there is no level 'emergncy'. Did you mean `emergency`?"),
    ],
)  # fmt: skip
def test_an_id_that_nothing_has_is_told_with_its_place(knees, file, old, new, said):
    text = (knees.folder / file).read_text()
    knees.write(file, text.replace(old, new, 1))
    told = [str(problem) for problem in knees.read().problems]
    assert [problem for problem in told if problem.startswith(f"{file}:") and said in problem], told


def test_a_safety_text_without_danger_signs_is_refused(knees, run):
    knees.change("safety/knee.yaml", "region: knee\n", "")
    text = (knees.folder / "safety/knee.yaml").read_text()
    kept = text[: text.index("emergency:")] + text[text.index("stop:") :]
    knees.write("safety/knee.yaml", kept)
    result = run("handout", "knee")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "safety/knee.yaml:1:1: there are no danger signs. Add a list under one of: " in (
        result.stderr
    )
    assert not list(knees.folder.rglob("*.pdf"))


def test_a_broken_file_stops_only_what_uses_it(knees, run):
    knees.write("routines/bad.yaml", "title: For knees: after injury\n")
    knees.write("stretches/other.yaml", "name: Other\n")
    result = run("handout", "knee")
    assert result.exit_code == ExitCode.OK
    assert "warning: routines/bad.yaml:1:17: this is not valid YAML" in result.stderr
    assert "warning: stretches/other.yaml:1:1: kind: this field is missing" in result.stderr
    refused = run("handout", "bad")
    assert refused.exit_code == ExitCode.INVALID_DATA
    assert "error: routines/bad.yaml:1:17: this is not valid YAML" in refused.stderr


def test_a_file_that_cannot_be_used_is_not_made_up_for_by_the_built_in_one(project, run):
    project.write("stretches/cat-cow.yaml", "name: Ours\n")
    refused = run("handout", "post-run")
    assert refused.exit_code == ExitCode.INVALID_DATA
    assert "stretches/cat-cow.yaml:1:1: kind: this field is missing" in refused.stderr


BUILT_IN = ("images", "routines", "stretches", "sources", "safety")


def test_a_language_is_one_file(tmp_path):
    for folder in (PACKAGE, *map(built_in().joinpath, BUILT_IN)):
        shutil.copytree(folder, tmp_path / folder.name)
    words = (DATA / "locales/en.yaml").read_text(encoding="utf-8")
    ours = words.replace("en-US", "rm-CH").replace("Why do this?", "Pertge far quai?")
    (tmp_path / "cardgen/data/locales/rm.yaml").write_text(ours, encoding="utf-8")
    for kind in ("handout", "poster", "cards"):
        command = [sys.executable, "-m", "cardgen", kind, "--language", "rm", "-o", f"{kind}.pdf"]
        # Its definitions are not translated yet.
        subprocess.run([*command, "--allow-mixed"], cwd=tmp_path, check=True)
    with PdfDocument(tmp_path / "handout.pdf") as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert any("Pertge far quai?" in page for page in pages)
    assert any("[en] After your run" in page for page in pages)
    with Pdf.open(tmp_path / "handout.pdf") as file:
        assert str(file.Root.Lang) == "rm-CH"
