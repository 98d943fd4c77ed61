"""Inputs broken on purpose: each has its own clear line and exit code, and makes no file.

Each case changes a working folder that is sound: a file is given anew, or a text in it is
replaced.
"""

import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from cardgen.errors import ExitCode

STRETCH, ROUTINE = "stretches/calf-stretch.yaml", "routines/short-run.yaml"
SOURCE, PICTURE, CLINIC = "sources/smith2020.yaml", "images/calf.svg", "clinic.yaml"

HANDOUT = ["handout", "short-run"]
CARDS = ["cards", "calf-stretch"]
WITH_CLINIC = [*HANDOUT, "--clinic", CLINIC]
WITH_STYLE = [*HANDOUT, "--csl", "own.csl"]

BAD, FIT = ExitCode.INVALID_DATA, ExitCode.DOES_NOT_FIT
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">{}</svg>'
CSL = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">{}</style>'
BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
LEAN = "- Lean in until you feel a pull."


def _jpeg():
    content = BytesIO()
    Image.effect_noise((200, 100), 60).save(content, "JPEG")
    return content.getvalue()


def picture(name, content):
    return {f"images/{name}": content, STRETCH: ("calf.svg", name)}


MANY = "\n".join(["- stretch: cat-cow"] * 51)


# What it is, what is changed, the command, the exit code, the place, what is said.
CASES = [
    # Fields.
    ("a typo in a field", {STRETCH: ("hold:", "hodl:")}, HANDOUT, BAD,
     f"{STRETCH}:14:3: dose.hodl: ", "there is no such field. Did you mean `hold`?"),
    ("a field that is missing", {STRETCH: ("cue: Heel down.\n", "")}, HANDOUT, BAD,
     f"{STRETCH}:1:1: cue: ", "this field is missing. Add a line `cue: …`"),
    ("a number in words", {STRETCH: ("hold: 30", "hold: thirty")}, HANDOUT, BAD,
     f"{STRETCH}:14:9: dose.hold: ", "expected a whole number, found 'thirty'"),
    ("minutes and seconds", {STRETCH: ("hold: 30", "hold: 1:3")}, HANDOUT, BAD,
     f"{STRETCH}:14:9: dose.hold: ", "expected a whole number, found '1:3'"),
    ("a number with a unit", {STRETCH: ("hold: 30", "hold: 30 kg")}, HANDOUT, BAD,
     f"{STRETCH}:14:9: dose.hold: ", "expected a whole number, found '30 kg'"),
    ("a negative number", {STRETCH: ("sets: 2", "sets: -2")}, HANDOUT, BAD,
     f"{STRETCH}:13:9: dose.sets: ", "expected a number over 0, found -2"),
    ("yes for true", {STRETCH: ("side: true", "side: yes")}, HANDOUT, BAD,
     f"{STRETCH}:15:14: dose.each_side: ", "expected true or false, found 'yes'"),
    ("text for a list", {STRETCH: ("[Calf]", "Calf")}, HANDOUT, BAD,
     f"{STRETCH}:17:10: targets: ", "expected a list, found 'Calf'"),
    ("a list for text", {STRETCH: ("cue: Heel down.", "cue: [Heel, down]")}, HANDOUT, BAD,
     f"{STRETCH}:18:6: cue: ", "expected text, found a list of 2"),
    ("a kind that there is not", {STRETCH: ("kind: stretch", "kind: yoga")}, HANDOUT, BAD,
     f"{STRETCH}:2:7: kind: ", "there is no kind of move 'yoga'. There is: control, mobility,"),
    ("a day that there is not", {ROUTINE: ("11-22", "02-30")}, HANDOUT, BAD,
     f"{ROUTINE}:18:9: reviewed.date: ", "expected a date such as 2026-11-22, found '2026-02-30'"),
    ("a dose that clashes", {ROUTINE: ("reps: 5", "hold: 20")}, HANDOUT, BAD,
     f"{ROUTINE}:12:5: items[2].dose: ", "expected `hold` (20) to be no longer than `rep_seconds`"),
    ("days in the wrong order", {ROUTINE: ("[2, 3]", "[3, 2]")}, HANDOUT, BAD,
     f"{ROUTINE}:6:9: frequency.days: ", "expected `days` as the fewest and the most days a week"),
    ("no danger signs", {ROUTINE: ("safety: low-back\n", "")}, HANDOUT, BAD,
     f"{ROUTINE}:1:1: safety: ", "this field is missing. Add a line `safety: …`"),
    ("a DOI with its address", {SOURCE: ('"10.', '"https://doi.org/10.')}, HANDOUT, BAD,
     f"{SOURCE}:9:6: DOI: ", "expected a DOI such as 10.3390/jfmk4030043, found 'https://doi"),
    ("a year without quotation marks", {SOURCE: ('"2020"', "2020")}, HANDOUT, BAD,
     f"{SOURCE}:6:9: issued: ", "expected text, found 2020"),
    ("a sign that the typeface lacks", {STRETCH: ("Heel down", "Heel 🦶 down")}, HANDOUT, BAD,
     f"{STRETCH}:18:6: cue: ", "the typeface has no sign for '🦶' (U+1F9B6 FOOT). Write it with"),
    ("a sign that cannot be seen", {STRETCH: ("Heel down", "Heel\u202e down")}, HANDOUT, BAD,
     f"{STRETCH}:18:6: cue: ", "found U+202E (RIGHT-TO-LEFT OVERRIDE), which does not print"),
    # Ids.
    ("an unknown stretch", {ROUTINE: ("calf-stretch", "calf-strech")}, HANDOUT, BAD,
     f"{ROUTINE}:9:12: items[1].stretch: ", "there is no stretch 'calf-strech'. Did you mean `"),
    ("an unknown source", {STRETCH: ("smith2020", "smith2021")}, HANDOUT, BAD,
     f"{STRETCH}:34:13: claims[1].sources[1]: ", "there is no source 'smith2021'. Did you mean"),
    ("unknown safety texts", {ROUTINE: ("low-back", "lowback")}, HANDOUT, BAD,
     f"{ROUTINE}:16:9: safety: ", "there is no safety text 'lowback'. Did you mean `low-back`?"),
    ("a claim that nothing backs", {STRETCH: ("smith2020", "nasm")}, HANDOUT, BAD,
     f"{STRETCH}:34:12: claims[1].sources: ", "none of the sources of this claim has been"),
    ("an unknown routine", {}, ["handout", "short-rum"], BAD,
     "", "there is no routine 'short-rum'. Did you mean `short-run`?"),
    ("a path for a routine", {}, ["handout", "../routines/short-run.yaml"], BAD,
     "", "there is no routine '../routines/short-run.yaml'. Did you mean `short-run`?"),
    ("an unknown card", {}, ["cards", "calf-strecth"], BAD,
     "", "there is no stretch or routine 'calf-strecth'. Did you mean `calf-stretch`?"),
    ("a routine among stretches", {}, ["cards", "calf-stretch", "short-run"], BAD,
     "", "'short-run' is a routine: name one routine alone, or stretches only"),
    # Files.
    ("an empty file", {STRETCH: ""}, HANDOUT, BAD,
     f"{STRETCH}:1:1: ", "expected lines of `field: value`, found nothing. Start from a copy"),
    ("a list for a file", {ROUTINE: "- cat-cow\n- figure-four\n"}, HANDOUT, BAD,
     f"{ROUTINE}:1:1: ", "expected lines of `field: value`, found a list"),
    ("a tab", {STRETCH: ("  hold: 30", "\thold: 30")}, HANDOUT, BAD,
     f"{STRETCH}:14:1: ", "this is not valid YAML: "),
    ("a colon in plain text", {STRETCH: (LEAN, "- Lean: in")}, HANDOUT, BAD,
     f"{STRETCH}:8:3: steps[3]: ", "expected text, found lines of `field: value`"),
    ("two colons in a line", {STRETCH: ("cue: Heel", "cue: Cue: heel")}, HANDOUT, BAD,
     f"{STRETCH}:18:9: ", "mapping values are not allowed in this context. Put text that holds"),
    ("an open bracket", {STRETCH: ("[Calf]", "[Calf")}, HANDOUT, BAD,
     f"{STRETCH}:18:4: ", "this is not valid YAML: while parsing a flow sequence did not find"),
    ("text in another encoding", {STRETCH: b"name: caf\xe9\n"}, HANDOUT, BAD,
     f"{STRETCH}:1:10: ", "expected text in UTF-8, found the byte 0xe9. Save the file as UTF-8"),
    ("aliases that explode", {STRETCH: f"a0: &a0 [x, x]\n{BOMB}"}, HANDOUT, BAD,
     f"{STRETCH}:1:5: a0: ", "found an anchor or alias (& or *). Write the value out"),
    ("a tag that would run code", {STRETCH: "name: !!python/object:os.system x"}, HANDOUT, BAD,
     f"{STRETCH}:1:7: name: ", "found the tag 'tag:yaml.org,2002:python/object:os.system'"),
    ("a field twice", {STRETCH: ("  hold: 30", "  hold: 30\n  hold: 20")}, HANDOUT, BAD,
     f"{STRETCH}:15:3: dose.hold: ", "`hold` stands twice (first on line 14). Keep one of the two"),
    ("brackets without end", {STRETCH: "a: " + "[" * 500}, HANDOUT, BAD,
     f"{STRETCH}:1:16: a", "nested deeper than 12 levels"),
    ("a file that is too large", {STRETCH: "a: " + "b" * 300_000}, HANDOUT, BAD,
     f"{STRETCH}: ", "the file has more than 256 KB, which is the most for definitions"),
    # Pictures.
    ("a picture that is not there", {STRETCH: ("calf.svg", "leg.svg")}, HANDOUT, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "there is no picture images/leg.svg. Put the"),
    ("a picture outside images/", {STRETCH: ("calf.svg", "../logo.svg")}, HANDOUT, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "expected the name of an SVG, PNG or JPEG file"),
    ("an SVG that is not XML", {PICTURE: "<svg"}, HANDOUT, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "cannot print calf.svg: it is not SVG ("),
    ("an SVG with a photo", {PICTURE: SVG.format('<image href="x.png"/>')}, HANDOUT, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "it holds <image> of another file (x.png). Put"),
    ("an SVG with HTML", {PICTURE: SVG.format("<foreignObject>Ow</foreignObject>")}, CARDS, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "holds <foreignObject>, which cardgen cannot"),
    ("an SVG with a letter that we lack", {PICTURE: SVG.format("<text>日</text>")}, CARDS, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "its text has '日', which Atkinson Hyperlegible"),
    ("an SVG with no number", {PICTURE: SVG.format('<path stroke-width="NaN"/>')}, CARDS, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", 'line 1 of it has stroke-width="NaN", which'),
    ("an SVG without size", {PICTURE: SVG.format("").replace("80", "0")}, CARDS, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "cannot print calf.svg: it has no size. Give its"),
    ("an SVG of no number's size", {PICTURE: SVG.format("").replace("80", "nan")}, CARDS, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", 'line 1 of it has width="nan", which is'),
    ("a PNG that is text", picture("calf.png", "hello"), HANDOUT, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "cannot print calf.png: it is no picture that"),
    ("half a JPEG", picture("calf.jpg", _jpeg()[:2000]), HANDOUT, BAD,
     f"{STRETCH}:27:9: illustrations[1].file: ", "cannot print calf.jpg: image file is truncated"),
    # Clinic files and citation styles.
    ("no clinic file", {}, [*HANDOUT, "--clinic", "clinc.yaml"], BAD,
     "clinc.yaml: ", "cannot read the file: No such file or directory. Did you mean `clinic"),
    ("a typo in a clinic file", {CLINIC: ("phone:", "fone:")}, WITH_CLINIC, BAD,
     "clinic.yaml:3:1: fone: ", "there is no such field. Did you mean `phone`?"),
    ("a country without numbers", {CLINIC: ("UK", "JP")}, WITH_CLINIC, BAD,
     "clinic.yaml:6:10: country: ", "there are no emergency numbers for 'JP'. There is: AU, CA"),
    ("a logo that is not there", {CLINIC: ("logo.svg", "lgo.svg")}, WITH_CLINIC, BAD,
     "clinic.yaml:5:7: logo: ", "cannot print lgo.svg: No such file or directory. Did you mean"),
    ("a logo of another kind", {CLINIC: ("logo.svg", "logo.docx")}, WITH_CLINIC, BAD,
     "clinic.yaml:5:7: logo: ", "expected the name of an SVG, PNG or JPEG file"),
    ("no citation style", {}, WITH_STYLE, BAD,
     "own.csl: --csl: ", "there is no such file. Choose another style from citationstyles.org"),
    ("a citation style that is not XML", {"own.csl": "hello"}, WITH_STYLE, BAD,
     "own.csl: --csl: ", "this is not a CSL style: Start tag expected"),
    ("a citation style that is SVG", {"own.csl": SVG}, WITH_STYLE, BAD,
     "own.csl: --csl: ", "this is not a CSL style: its outermost element is <svg>"),
    ("a citation style without content", {"own.csl": CSL}, WITH_STYLE, BAD,
     "own.csl: --csl: ", "this is not a CSL style that can be used"),
    # What does not fit.
    ("a caution that fills the page", {STRETCH: ("Sore heel", "Sore heel " * 900)}, HANDOUT, FIT,
     f"{STRETCH}:23:1: cautions: ", "mm too tall for two sides of Letter paper, at the smallest"),
    ("a name that fills the card", {STRETCH: ("Calf Stretch", "Calf " * 400)}, CARDS, FIT,
     f"{STRETCH}:1:7: name: ", "mm too tall for a card of 85.6 x 53.98 mm, at the smallest"),
    ("a word wider than its column", {STRETCH: ("Hands on", "W" * 120)}, HANDOUT, FIT,
     f"{STRETCH}:10:3: short_steps[1]: ", "mm wider than its column"),
    ("a name wider than the card", {STRETCH: ("Calf Stretch", "W" * 90)}, CARDS, FIT,
     f"{STRETCH}:1:7: name: ", "mm wider than its column on a card of 85.6 x 53.98 mm, at the"),
    ("more moves than a routine may have", {ROUTINE: ("- stretch: cat-cow", MANY)}, HANDOUT, BAD,
     f"{ROUTINE}:9:1: items: ", "expected at most 50 in the list"),
]  # fmt: skip


def broken(project, changes):
    for name, change in changes.items():
        if isinstance(change, tuple):
            project.change(name, *change)
        else:
            project.write(name, change)


def test_there_are_at_least_thirty_and_each_is_another():
    assert len({case[0] for case in CASES}) == len(CASES) >= 30


@pytest.mark.parametrize("command", [HANDOUT, CARDS, WITH_CLINIC, ["list"]], ids=" ".join)
def test_the_folder_is_sound_before_it_is_broken(example, run, command):
    result = run(*command)
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert len(list(example.folder.rglob("*.pdf"))) == (command != ["list"])


@pytest.mark.parametrize(
    ("changes", "command", "code", "place", "said"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES],
)
def test_a_broken_input_has_its_clear_line_and_makes_no_file(
    example, run, changes, command, code, place, said
):
    broken(example, changes)
    result = run(*command)
    assert result.exit_code == code
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"error: {place}")
    assert said in line
    assert result.stdout == ""
    assert list(example.folder.rglob("*.pdf")) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"stretches/My Calf.yaml": "name: x"}, "stretches/My Calf.yaml: the file name 'My Calf.y"),
        ({ROUTINE: "- cat-cow\n"}, f"{ROUTINE}:1:1: expected lines of `field: value`, found a li"),
        ({STRETCH: ("hold:", "hodl:")}, f"{STRETCH}:14:3: dose.hodl: there is no such field."),
    ],
)
def test_a_broken_file_that_is_not_needed_is_a_warning(example, run, changes, said):
    broken(example, changes)
    for command in (["handout", "core-1"], ["cards", "cat-cow"]):
        result = run(*command)
        assert result.exit_code == ExitCode.OK
        assert result.stderr.startswith(f"warning: {said}")
    assert len(list(example.folder.rglob("*.pdf"))) == 2


def test_all_faults_are_told_at_once(example, run):
    broken(
        example,
        {
            STRETCH: ("hold: 30", "hold: thirty"),
            ROUTINE: ("low-back", "[low-back]"),
            SOURCE: ('"2020"', '"May"'),
        },
    )
    result = run(*HANDOUT)
    assert result.exit_code == ExitCode.INVALID_DATA
    places = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert places == [f"{ROUTINE}:16:9", f"{SOURCE}:6:9", f"{STRETCH}:14:9"]


def test_a_fault_is_told_without_a_traceback_in_a_process_of_its_own(example):
    broken(example, {STRETCH: ("hold:", "hodl:")})
    done = subprocess.run(
        [sys.executable, "-m", "cardgen", *HANDOUT],
        cwd=example.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ExitCode.INVALID_DATA
    assert done.stderr.startswith(f"error: {STRETCH}:14:3: dose.hodl: ")
    assert "Traceback" not in done.stderr
