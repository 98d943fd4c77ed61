"""Each rule finds what it is for, once, and is silent about a sound folder."""

import dataclasses
import datetime
import json
import re
from io import BytesIO

import pytest
from PIL import Image

from cardgen.errors import ExitCode
from cardgen.lint.data import Cautions, data
from cardgen.lint.registry import PEMAT_ITEMS, RULES, pemat_items
from cardgen.lint.run import check
from cardgen.paths import built_in

TODAY = datetime.date(2026, 11, 30)
STRETCH, ROUTINE, SOURCE = "stretches/mine.yaml", "routines/evening.yaml", "sources/mine.yaml"
SAFETY, PICTURE = "safety/mine.yaml", "images/mine.svg"


def png(width, height, grey=0):
    content = BytesIO()
    Image.new("L", (width, height), grey).save(content, "PNG")
    return content.getvalue()


def photo(width, grey):
    """Return the changes by which the stretch has a photo in place of its drawing."""
    return {
        "images/mine.png": png(width, width, grey),
        STRETCH: ("file: mine.svg", "file: mine.png"),
    }


ALT = ("alt: A person lies on the back and pulls the right knee toward the chest, both hands "
       "behind the right thigh; the left foot stays flat on the mat.")  # fmt: skip
REVIEW = "  date: 2026-11-25"
CUE = "cue: Hold behind the thigh, not on the shin."
SOUND_SOURCE = {SOURCE: ("checked: from-memory", "checked: verified"),
                ROUTINE: ("sources: [garber2011]", "sources: [garber2011, mine]")}  # fmt: skip
ITEMS = "- stretch: cat-cow\n- stretch: pelvic-tilt\n- stretch: heel-slide\n"

# What is changed, by the code of the rule that finds it, and what is said.
CASES = [
    ("source-unused", {SOURCE: ("checked: from-memory", "checked: verified")},
     f"{SOURCE}: nothing cites the source 'mine'. Name it in the `sources`"),
    ("source-duplicate", {SOURCE: ('PMID: "22319684"', 'PMID: "23266331"')},
     f"{SOURCE}: PMID: 'chen2014' is a record of the same work. Cite chen2014"),
    ("source-fields", {**SOUND_SOURCE, SOURCE: lambda text: text.replace(
        "container-title: ", "publisher: ").replace("from-memory", "verified")},
     f"{SOURCE}: container-title: without `container-title`, a reader can hardly find this art"),
    ("source-identifier", {SOURCE: ('volume: "7"', 'volume: "7"\nISSN: "2411-5143"')},
     f"{SOURCE}: ISSN: the check digit of '2411-5143' does not agree. Copy the ISSN again"),
    ("source-identifier", {SOURCE: ('volume: "7"', 'volume: "7"\nISBN: 978-92-4-008178-8')},
     f"{SOURCE}: ISBN: '978-92-4-008178-8' is no ISBN, or its check digit does not agree."),
    ("source-identifier", {SOURCE: ("URL: https://pubmed.ncbi.nlm.nih.gov/22319684/",
     "DOI: 10.1234/a\nURL: https://doi.org/10.1234/b")},
     f"{SOURCE}: URL: the address leads to another DOI than '10.1234/a'."),
    ("dose-unprinted", {ROUTINE: ("    reps: 8", "    reps: 8\n    rest: 30")},
     f"{ROUTINE}: items[6].dose.rest: this rest does not print: there is one set, and nothing to"),
    ("dose-unprinted", {ROUTINE: ("    reps: 8", "    rep_seconds: 5")},
     f"{ROUTINE}: items[6].dose.rep_seconds: it counts in the minutes, and no word of the page"),
    ("source-unchecked", {ROUTINE: ("sources: [garber2011]", "sources: [garber2011, mine]")},
     f"{ROUTINE}: claims[2].sources[2]: the source 'mine' is from-memory, so it does not"),
    ("claim-unsourced", {STRETCH: (CUE, "cue: This can prevent pain.")},
     f"{STRETCH}: cue: 'prevent' states an effect, with no source behind it. Say it under"),
    ("review-old", {STRETCH: (REVIEW, "  date: 2024-11-25")},
     f"{STRETCH}: reviewed.date: the review is 24 months old. Read the text"),
    ("review-old", {STRETCH: (REVIEW, "  date: 2027-01-01")},
     f"{STRETCH}: reviewed.date: the review is dated 2027-01-01, which is yet to come."),
    ("reading-grade", {STRETCH: (CUE, "cue: Preserve an intermediate anatomical alignment.")},
     f"{STRETCH}: cue: this reads at grade "),
    ("reading-grade", {ROUTINE: ("text: Hold each stretch 10 to 30 seconds.",
     "text: Considerable scientific evidence supports appropriately individualised intervention.")},
     f"{ROUTINE}: claims[2].text: this reads at grade "),
    ("long-sentence", {STRETCH: (CUE, "cue: " + "Hold the thigh and not the shin " * 4 + ".")},
     f"{STRETCH}: cue: the sentence 'Hold the thigh and …' has 28 words. Make two sentences"),
    ("long-list", {STRETCH: ("- Lower your foot. Switch legs.\n", "- Lower your foot.\n" * 5)},
     f"{STRETCH}: steps: there are 9 steps. Leave out what the picture shows"),
    ("long-list", {STRETCH: ("- Hold and breathe. Keep", "- " + "Hold it. " * 16 + "Keep")},
     f"{STRETCH}: steps[4]: this step has 36 words. Make two steps of it"),
    ("passive-voice", {STRETCH: (CUE, "cue: The thigh is gently pulled in.")},
     f"{STRETCH}: cue: 'is gently pulled' is in the passive voice. Say who does it"),
    ("jargon", {STRETCH: (CUE, "cue: Bend to the lateral side.")},
     f"{STRETCH}: cue: 'lateral' is hard to understand. Say: side"),
    ("not-addressed", {STRETCH: (CUE, "cue: The patient holds the thigh.")},
     f"{STRETCH}: cue: 'the patient' speaks of the reader as of someone else. Say: you"),
    ("hard-number", {STRETCH: (CUE, "cue: Pull with 12.5 % of your force.")},
     f"{STRETCH}: cue: '12.5 %' is hard to picture. Say it in whole numbers"),
    ("markup", {STRETCH: (CUE, "cue: Hold **behind** the thigh.")},
     f"{STRETCH}: cue: '**behind**' prints as it stands. Write the words alone"),
    ("red-flag-missing", {SAFETY: (("  - text: Fever, chills, or feeling very ill\n"
     "    sources: [finucane2020]\n"), ""), ROUTINE: ("low-back", "mine")},
     f"{SAFETY}: emergency: no danger sign tells of infection. Add it to `emergency`"),
    ("sign-unsourced", {SAFETY: ("feeling very ill\n    sources: [finucane2020]",
     "feeling very ill\n    sources: [nhs-backpain]"), ROUTINE: ("low-back", "mine")},
     f"{SAFETY}: same_day.signs[1].sources: no verified source tells of the danger sign 'Fev"),
    ("signs-long", {SAFETY: ("  - text: numb or tingly between your legs",
     "  - text: " + "numb or tingly here " * 20 + "between your legs"),
     ROUTINE: ("low-back", "mine")},
     f"{SAFETY}: emergency.short: in short, these signs take "),
    ("example-unchanged", {SAFETY: ("  - text: Sharp pain\n", "  - text: Sharp new pain\n"),
     ROUTINE: ("low-back", "mine")},
     f"{SAFETY}: emergency: these signs are still those of the example, which is about the low"),
    ("example-unchanged", {ROUTINE: ("For a stiff lower back at the end of the day.",
     "For a sore knee.")},
     f"{ROUTINE}: title: this is still the text of the example. Say yours"),
    ("caution-missing", {STRETCH: lambda text: text.partition("- who: Late pregnancy")[0]
                         + "- condition: osteo" + text.partition("- condition: osteo")[2]},
     f"{STRETCH}: cautions: no caution for `pregnant-late`: lying flat on the back"),
    ("contradiction", {STRETCH: lambda text: text.replace("pregnant-late\n  effect: hide\n",
     "pregnant-late\n").replace(
         "  instead: Ask for a move on a chair. ", "  # ")},
     f"{STRETCH}: position: 'back' stays for `pregnant-late`: nobody lies flat for more than"),
    ("contradiction", {STRETCH: (CUE, "cue: Round your back, slowly.")},
     f"{STRETCH}: cue: 'round your back' stays for `osteoporosis`: the back is not to round"),
    ("caution-who", {STRETCH: ("- who: Late pregnancy\n", "- who: Late pregnancy, weak bones\n")},
     f"{STRETCH}: cautions[1].who: 'Late pregnancy, weak bones' speaks of `osteoporosis`, "),
    ("caution-who", {STRETCH: ("- who: Late pregnancy\n", "- who: New mothers\n")},
     f"{STRETCH}: cautions[1].who: 'New mothers' does not speak of `pregnant-late`, its"),
    ("harder-first", {ROUTINE: ("- stretch: heel-slide",
     "- stretch: single-leg-lower\n- stretch: heel-slide")},
     f"{ROUTINE}: items[3]: Single-Leg Lower is harder than Heel Slide, and comes before it"),
    ("minutes", {ROUTINE: (ITEMS, "")},
     f"{ROUTINE}: items: it takes 7 minutes; 10 to 15 were studied. Change the doses"),
    ("posture-changes", {ROUTINE: ("- stretch: heel-slide",
     "- stretch: cat-cow\n- stretch: heel-slide")},
     f"{ROUTINE}: items: it goes back 2 times to a posture that it has left (hands-and-knees,"),
    ("picture-missing", {STRETCH: lambda text: text.partition("illustrations:")[0]
                         + text.partition("illustrations:")[2].partition("\n\n")[2]},
     f"{STRETCH}: name: there is no picture of it, and pictures are what people follow."),
    ("picture-alt", {STRETCH: (ALT, "alt: The right knee.")},
     f"{STRETCH}: illustrations[1].alt: 'The right knee.' does not tell what the picture"),
    ("picture-licence", {STRETCH: ("Drawn by cardgen, CC BY 4.0", "from the internet")},
     f"{STRETCH}: illustrations[1].credit: 'from the internet' tells no licence. Say under"),
    ("picture-coarse", photo(120, 0),
     f"{STRETCH}: illustrations[1].file: it has "),
    ("picture-light", photo(800, 210),
     f"{STRETCH}: illustrations[1].file: its darkest colour has a contrast of 1.5 to white"),
    ("picture-light", {PICTURE: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
     '<path fill="#dddddd" d="M0 0h9v9z"/></svg>'},
     f"{STRETCH}: illustrations[1].file: its darkest colour has a contrast of 1.4 to white"),
    ("picture-file", {PICTURE: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
     '<text y="9" font-family="Comic Sans MS">Ow</text></svg>'},
     f"{STRETCH}: illustrations[1].file: its text prints in Atkinson Hyperlegible, not in Com"),
    ("picture-side", {STRETCH: ("- Hold right thigh. Pull it in.",
     "- Hold left thigh. Pull it in.")},
     f"{STRETCH}: short_steps: the picture works the right side, and the text names the othe"),
    ("picture-side", {STRETCH: ("  side: right\n", "")},
     f"{STRETCH}: illustrations[1]: the steps name a side, and no picture says which one"),
    ("picture-whole", {STRETCH: ("    - Pull the knee in until the thigh is upright. Keep",
     "    - Pull the knee in halfway. Keep")},
     f"{STRETCH}: cautions[2].changes.steps: its steps go 'halfway', and its pictures all the way"),
    ("picture-held", {STRETCH: ("- Hold and breathe. Keep your head down.",
     "- Hold and breathe. Keep a foot on the wall.")},
     f"{STRETCH}: steps[4]: no picture shows the wall. Show it. For two conditions: `illustra"),
    ("need-missing", {STRETCH: ("- Hold and breathe. Keep your head down.",
     "- Hold and breathe. Keep your head on a towel.")},
     f"{STRETCH}: steps[4]: 'towel' is not among what the move needs. Name it in `equipment`"),
    ("need-unused", {STRETCH: ("[mat, small pillow (optional)]", "[mat, sock or towel]")},
     f"{STRETCH}: equipment[2]: the page asks for 'sock or towel', and no step says what it is fo"),
    ("note-needs", {ROUTINE: ("- stretch: glute-bridge\n",
     "- stretch: glute-bridge\n  note: You may hold a chair.\n")},
     f"{ROUTINE}: items[6].note: 'chair' is not among what the move needs. Name it in `needs`"),
    ("people-sorted", {ROUTINE: ("\nbefore: ", "\nbefore: With a strain, keep it easy. ")},
     f"{ROUTINE}: before: it speaks of 'strain', and says the same to people with `strain`. Say"),
    ("other-move", {STRETCH: ("advice: Skip this one.", "advice: Do Knee Rolls.")},
     f"{STRETCH}: cautions[1].advice: it sends people to 'Knee Rolls', which the page may not hav"),
    ("source-shared", {STRETCH: ("  condition: pregnant-late",
     "  sources: [acog804]\n  condition: [pregnant-late, recent-birth]")},
     f"{STRETCH}: cautions[1].sources: these sources print with each of its conditions. Give the"),
    ("one-side", {STRETCH: ("  each_side: true\n", "")},
     f"{STRETCH}: steps[5]: it switches sides, and the dose is not for each side. Say `each_s"),
    ("two-lines", {STRETCH: (
        "\nshort_steps:\n", "\nshort_steps:\n- Lie down on a mat and bend both knees.\n")},
     f"{STRETCH}: short_steps[1]: it is "),
    ("two-lines", {STRETCH: ("name: Mine", "name: A Name That Is Far Too Long Here")},
     f"{STRETCH}: name: it is "),
    ("does-not-fit", {STRETCH: ("name: Mine", "name: " + "Mine " * 400)},
     " mm too tall for a card of "),
]  # fmt: skip


@pytest.fixture
def own(project, run, monkeypatch):
    """A working folder with one sound file of each kind, dated today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795600000")
    for kind in ("stretch", "routine", "source", "safety", "pose", "clinic"):
        run("new", kind, {"clinic": "clinic", "routine": "evening"}.get(kind, "mine"))
    return project


def change(project, changes):
    for name, new in changes.items():
        if isinstance(new, tuple):
            project.change(name, *new)
        elif callable(new):
            project.write(name, new((project.folder / name).read_text()))
        else:
            project.write(name, new)


def without_place(project, problem):
    """Return a problem as text without line and column, which must be in the file."""
    if problem.field:
        line = (project.folder / problem.file).read_text().splitlines()[problem.line - 1]
        assert line[problem.column - 1 :].strip()
    return str(dataclasses.replace(problem, line=0, column=0))


def found(project, *paths):
    return check([project.folder / path for path in paths], project.folder, TODAY).findings


def test_the_folder_is_sound_before_it_is_spoiled(own):
    report = check([], own.folder, TODAY)
    assert report.files == 6
    assert report.findings == ()


def test_every_rule_has_a_case_and_a_code_of_its_own():
    codes = [rule.code for rule in RULES]
    assert len(codes) > 20
    assert len(set(codes)) == len(codes)
    # Those of translations are tried in tests/languages: this folder has none.
    own = {code for code in codes if not code.startswith("translation-")}
    assert {code for code, *_ in CASES} == own


@pytest.mark.parametrize(("code", "changes", "said"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_finds_what_it_is_for(own, code, changes, said):
    change(own, changes)
    findings = found(own)
    told = [without_place(own, f.problem) for f in findings if f.code == code]
    assert told, [str(f.problem) for f in findings]
    assert any(said in text for text in told), told
    assert {f.severity for f in findings} == {"warning"}, [str(f.problem) for f in findings]


def test_a_bad_stretch_has_each_warning_of_its_kind_once(own):
    cue = ("cue: The quadriceps is slowly pulled by the patient to relieve chronic pain in 80 % "
           "of all of the many cases that an unusually knowledgeable physician see.")  # fmt: skip
    change(own, {
        "images/mine.png": png(90, 90, 215),
        STRETCH: lambda text: text.replace(CUE, cue).replace(ALT, "alt: A knee.")
        .replace("Drawn by cardgen, CC BY 4.0", "the internet").replace("mine.svg", "mine.png")
        .replace(REVIEW, "  date: 2020-01-01").replace("who: Late pregnancy", "who: Bad back")
        .replace("condition: pregnant-late", "condition: flare")
        .replace("Hold right thigh. Pull", "Hold left thigh. Pull")
        .replace("- Lower your foot. Switch legs.", "- Lower your right foot.\n" * 6 + "- Rest.")
    })  # fmt: skip
    counts = {}
    for finding in found(own, STRETCH):
        counts.setdefault(finding.code, []).append(str(finding.problem))
    once = {
        "claim-unsourced", "review-old", "reading-grade", "long-sentence", "long-list",
        "passive-voice", "not-addressed", "hard-number", "caution-missing", "picture-alt",
        "picture-licence", "picture-coarse", "picture-light",
    }  # fmt: skip
    assert {code for code in once if len(counts.get(code, [])) == 1} == once, counts
    assert len(counts["jargon"]) == 3
    assert len({text for texts in counts.values() for text in texts}) == sum(
        len(texts) for texts in counts.values()
    )


def test_the_built_in_library_has_no_warning():
    report = check([built_in()], built_in(), TODAY)
    assert report.files > 100
    assert [f"{f.problem} [{f.code}]" for f in report.findings] == []


def test_only_what_is_named_is_judged(own):
    change(own, {STRETCH: (CUE, "cue: Perform it."), ROUTINE: ("Walk", "Perform a walk")})
    assert {f.problem.file for f in found(own, STRETCH)} == {STRETCH}
    assert {f.problem.file for f in found(own, "routines")} == {ROUTINE}
    assert {f.problem.file for f in found(own, "stretches", ROUTINE)} == {STRETCH, ROUTINE}


def test_an_error_does_not_hide_the_warnings(own):
    change(own, {STRETCH: (CUE, "cue: Perform it."), ROUTINE: ("heel-slide", "heel-slid")})
    assert [(f.severity, f.code) for f in found(own)] == [
        ("error", "invalid"),
        ("warning", "jargon"),
    ]


def test_a_word_in_brackets_explains_and_may_stay(own):
    change(own, {STRETCH: ("- Low back muscles", "- Low back muscles (lumbar)")})
    assert found(own) == ()


def test_a_short_routine_that_claims_no_days_may_be_short(own):
    change(
        own,
        {
            ROUTINE: lambda text: text.replace(ITEMS, "").replace(
                "  days: [3, 5]", "  rule: any day"
            )
        },
    )
    assert [f.code for f in found(own)] == []


def test_exit_codes_and_strict(own, run):
    assert run("check", "--strict").exit_code == ExitCode.OK
    change(own, {STRETCH: (CUE, "cue: Perform it.")})
    assert run("check").exit_code == ExitCode.OK
    strict = run("check", "--strict")
    assert strict.exit_code == ExitCode.INVALID_DATA
    assert "0 errors, 1 warning in 6 files." in strict.stdout
    change(own, {STRETCH: ("kind: stretch", "kind: yoga")})
    assert run("check").exit_code == ExitCode.INVALID_DATA
    assert run("check", "nowhere").exit_code == ExitCode.USAGE


def test_json_has_every_part_of_a_finding(own, run):
    change(own, {STRETCH: (CUE, "cue: Perform it.")})
    told = json.loads(run("check", "--json").stdout)
    assert told["files"] == 6
    assert told["findings"] == [{
        "severity": "warning", "code": "jargon", "file": STRETCH, "line": 40, "column": 6,
        "field": "cue", "message": "'perform' is hard to understand", "remedy": "Say: do",
    }]  # fmt: skip
    assert told["pemat_p"] == {"items_checked_by_machine": list(pemat_items()), "of": PEMAT_ITEMS}


@pytest.mark.usefixtures("own")
def test_pemat_is_reported_as_a_count_and_not_as_a_score(run):
    assert set(pemat_items()) <= {*range(1, 13), *range(15, 27)}
    line = run("check").stdout.splitlines()[-1]
    assert line.startswith(f"PEMAT-P: {len(pemat_items())} of 24 items checked by machine")


def test_an_empty_folder_has_the_built_in_library_checked(project, run, monkeypatch):
    monkeypatch.setattr("cardgen.lint.run.proofs", lambda *_: ())
    assert re.fullmatch(r".* in [1-9]\d\d files\.", run("check").stdout.splitlines()[0])
    assert list(project.folder.iterdir()) == []


def test_the_rules_are_listed_by_their_codes(run):
    lines = run("check", "--rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]


@pytest.mark.parametrize("name", ["images/mine.svg", "people.doc"])
def test_a_file_that_is_no_definition_is_told(own, run, name):
    own.write(name, "a,b")
    result = run("check", name)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert f"error: {name}: this is no definition. Name a file that ends in .yaml" in result.stderr


def test_a_file_in_no_folder_of_a_kind_is_a_letterhead(own, run):
    own.write("elsewhere/us.yaml", "nam: A")
    result = run("check", "elsewhere/us.yaml")
    assert "error: elsewhere/us.yaml:1:1: nam: there is no such field." in result.stdout


def test_a_clone_is_judged_as_an_installed_copy_is(run, monkeypatch, tmp_path):
    monkeypatch.setattr("cardgen.lint.run.proofs", lambda *_: ())
    monkeypatch.chdir(built_in())
    here = run("check").stdout
    monkeypatch.chdir(tmp_path)
    assert run("check").stdout == here
    assert re.match(r"0 errors, 0 warnings in [1-9]\d\d files", here)


def test_a_copy_of_the_built_in_sources_is_a_stock_too(project):
    for path in (built_in() / "sources").glob("*.yaml"):
        project.borrow(f"sources/{path.name}")
    project.change("sources/bandy1997.yaml", "checked: verified", "note: ours\nchecked: verified")
    assert found(project) == ()


def test_the_usual_cautions_name_what_there_is(library):
    for usual in data("cautions", Cautions).usual:
        assert usual.condition in library.conditions
        assert set(usual.position) <= library.postures.keys()
        assert set(usual.kind) <= library.move_kinds.keys()


def test_a_folder_in_a_folder_is_said_to_be_passed_over(own):
    own.write("stretches/hips/cat-cow.yaml", "name: Cat")
    assert [str(f.problem) for f in found(own)] == [
        "stretches/hips: a folder in a folder is not read. Put its files into stretches/"
    ]


def test_an_ending_that_an_editor_has_added_is_told_of(own):
    own.write("routines/mine.yaml.txt", "name: Mine")
    assert [str(f.problem) for f in found(own)] == [
        "routines/mine.yaml.txt: it is not read: its name ends in .txt. Name it mine.yaml"
    ]


def test_a_region_of_one_s_own_says_what_its_safety_texts_must_name(own, run):
    run("new", "region", "knee")
    change(own, {
        ROUTINE: ("low-back", "mine"),
        SAFETY: ("region: low-back", "region: knee"),
        "regions/knee.yaml": ("words: [fever, hot]", "words: [hot]"),
    })  # fmt: skip
    (said,) = (str(f.problem) for f in found(own, SAFETY) if f.code == "red-flag-missing")
    assert said.startswith(f"{SAFETY}:19:3: emergency: no danger sign tells of an infected joint.")


@pytest.mark.parametrize(
    "text", ["_Hold_ it.", "*Hold* it.", "<b>Hold</b> it.", "Hold &amp; breathe.", "# Hold",
             "See [this](https://a.b).", "Hold `it`.", "“Hold it.”"],
)  # fmt: skip
def test_marks_of_markup_are_told_of(own, text):
    change(own, {STRETCH: (CUE, f'cue: "{text}"')})
    assert [f.code for f in found(own, STRETCH)] == ["markup"]


@pytest.mark.parametrize("text", ["2 * 3 or 3 * 2 times.", "Hold < 5 > 3.", "Hips & knees; hold."])
def test_signs_that_are_no_markup_may_stay(own, text):
    change(own, {STRETCH: (CUE, f'cue: "{text}"')})
    assert "markup" not in {f.code for f in found(own, STRETCH)}


def test_the_moves_of_a_routine_with_a_plan_are_not_counted_as_its_minutes(own):
    change(own, {ROUTINE: (ITEMS, "")})
    assert "minutes" in {f.code for f in found(own, ROUTINE)}
    own.change(ROUTINE, "transition:", "plan:\n- do: Walk for 20 minutes.\ntransition:")
    assert "minutes" not in {f.code for f in found(own, ROUTINE)}
