"""The options of a handout for one person: what they print, and what they refuse."""

import pytest
from printed_words import text_of

from cardgen.errors import ExitCode

PDF = "a.pdf"
NEAREST = (
    "accent: expected a contrast of 4.5 or more with white, so that it can be read; found 2.4. "
    "The nearest that passes is '#b46000'"
)


def printed(project):
    return text_of(project.folder / PDF)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--note", "Two a day."], "Note: Two a day."),
        (["--next", "May 3, 10:30"], "Next visit: May 3, 10:30"),
        (["--next", "05/12/2026", "--country", "ES"], "Next visit: December 5, 2026"),
        (["--next", "05/12/2026", "--country", "US"], "Next visit: May 12, 2026"),
        (["--set", "calf-stretch.dose.hold=20"], "20 seconds"),
        (["--set", "cat-cow.dose.note=with care"], "with care"),
        (["--add", "pelvic-tilt"], "Pelvic Tilt"),
        (["--condition", "osteoporosis"], "Cow to Flat"),
        (["--condition", "strain"], "Left out for a fresh muscle strain: Calf Stretch."),
        (["--blank"], "Notes"),
        (["--log", "10d"], "Worst pain"),
        (["--qr", "moves"], "Scan a code with your phone."),
        (["--large-print"], "Page 1 of"),
    ],
)
@pytest.mark.parametrize("command", ["short-run"])
def test_an_option_shows_on_the_page(example, run, command, options, said):
    example.change("stretches/calf-stretch.yaml", "  condition: strain\n",
                   "  condition: strain\n  effect: hide\n")  # fmt: skip
    result = run("handout", command, "--force", "-o", PDF, *options)
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert said in printed(example)
    assert run("handout", command, "--force", "-o", PDF).exit_code == ExitCode.OK
    assert said not in printed(example)


PRINTS_LESS = "5 prints, not 12 as asked, because of `osteoporosis`"


def test_a_dose_that_a_condition_makes_less_is_told(project, run):
    asked = ("gym-bag", "--add", "knee-rolls", "--set", "knee-rolls.dose.reps=12")
    result = run("handout", *asked, "--country", "UK", "-o", PDF)
    assert (result.stderr, "12 times each side" in printed(project)) == ("", True)
    more = ("--condition", "osteoporosis", "--force")
    result = run("handout", *asked, *more, "--country", "UK", "-o", PDF)
    assert result.stderr == f"warning: --set knee-rolls.dose.reps: {PRINTS_LESS}\n"
    assert "5 times each side" in printed(project)


@pytest.mark.parametrize("command", ["handout", "cards", "booklet", "poster"])
def test_the_doses_of_a_programme_stand_where_no_condition_changes_them(project, run, command):
    doses = "- {stretch: heel-slide, dose: {reps: 9}}\n- {stretch: knee-rolls, dose: {reps: 12}}\n"
    project.write("own.yaml", f"title: Mine\nmoves:\n{doses}")
    options = ("--programme", "own.yaml", "--condition", "osteoporosis", "--country", "UK")
    result = run(command, *options, "-o", PDF)
    assert f"own.yaml:3:1: moves.knee-rolls.dose.reps: {PRINTS_LESS}" in result.stderr
    assert "9 times" in printed(project)
    assert "12 times" not in printed(project)


def test_what_is_left_out_does_not_print(example, run):
    assert (
        run("handout", "short-run", "--force", "-o", PDF, "--without", "cat-cow").exit_code
        == ExitCode.OK
    )
    assert "Cat-Cow" not in printed(example)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--set", "hold=20"], "--set: expected STRETCH.dose.FIELD=VALUE, found 'hold=20'. Write"),
        (["--set", "cat-cow.dose.reps=ten"], "--set cat-cow.dose.reps: expected a whole number"),
        (["--set", "cat-cow.dose.rep=10"], "--set cat-cow.dose.rep: there is no such field. Did"),
        (
            ["--set", "cat-cow.dose.note=🏃"],
            "--set cat-cow.dose.note: the typeface has no sign for",
        ),
        (
            ["--set", "cat-cow.dose.reps=4", "--set", "cat-cow.dose.reps=5"],
            "--set cat-cow.dose.reps: it is set twice. Keep one of the two",
        ),
        (["--set", "cat-caw.dose.reps=4"], "--set cat-caw: there is no move 'cat-caw' in the ro"),
        (["--changes", "cat-caw.dose.reps=4"], "--changes cat-caw: there is no move 'cat-caw'"),
        (
            ["--without", "cat-caw"],
            "--without: there is no move 'cat-caw' in the routine 'short-r",
        ),
        (["--add", "calf-stretch"], "--add: 'calf-stretch' is in the routine 'short-run' already"),
        (["--note", ""], "--note: expected some text, found none"),
        (["--note", "word " * 200], "--note: expected at most 600 characters, found 999. Shorten"),
        (["--recipient", "x" * 121], "--recipient: expected at most 120 characters, found 121"),
        (["--next", "x" * 121], "--next: expected at most 120 characters, found 121"),
        (
            ["--set", f"cat-cow.dose.note={'x' * 61}"],
            "--set cat-cow.dose.note: expected at most 60",
        ),
        (["--next", "a\u202eb"], "--next: found U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        (["--qr", "page"], "--qr: the routine 'short-run' has no `link` for a code to lead"),
    ],
)
def test_what_cannot_be_used_is_refused(example, run, options, said):
    result = run("handout", "short-run", "--force", "-o", PDF, *options)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr.startswith(f"error: {said}")
    assert not (example.folder / PDF).exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--log", "2"], "expected up to 4 weeks, as 2w or 10d, got '2'"),
        (["--log", "5w"], "expected up to 4 weeks, as 2w or 10d, got '5w'"),
        (["--log", "0d"], "expected up to 4 weeks, as 2w or 10d, got '0d'"),
        (["--log", "2w", "--no-log"], "Give either --log or --no-log."),
        (["--large-print", "--pages", "2"], "--large-print has its own layout: leave out --layout"),
        (["--condition", "gout"], "'gout' is not one of 'arching-pain', 'balance'"),
        (["--layout", "rows"], "'rows' is not one of 'grid', 'list'"),
        (["--pages", "3"], "'3' is not one of '1', '2'"),
    ],
)
def test_what_is_not_understood_is_a_usage_error(example, run, options, said):
    result = run("handout", "short-run", "--force", "-o", PDF, *options)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert not (example.folder / PDF).exists()


def test_a_condition_that_no_move_knows_warns_and_still_prints(example, run):
    result = run("handout", "short-run", "--force", "-o", PDF, "--condition", "hernia")
    assert result.exit_code == ExitCode.OK
    assert result.stderr == (
        "warning: --condition hernia: nothing of 'short-run' is changed by it\n"
    )
    assert (example.folder / PDF).exists()


@pytest.mark.usefixtures("example")
def test_all_that_is_wrong_is_told_at_once_in_the_words_that_were_typed(run):
    wrong = [
        "--recipient",
        "🏃",
        "--for",
        "🏃",
        "--set",
        "hold=20",
        "--clinic",
        "no.yaml",
        "--next",
    ]
    wrong.append("")
    result = run("handout", "short-run", "--force", "-o", PDF, *wrong)
    assert result.exit_code == ExitCode.INVALID_DATA
    told = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert told == ["--next", "--recipient", "--set", "no.yaml"]


@pytest.mark.parametrize(
    ("former", "name"),
    [
        (["--for", "Zoë"], ["--recipient", "Zoë"]),
        (["--next", "May 3"], ["--next-visit", "May 3"]),
        (["--page", "a4"], ["--paper", "a4"]),
        (["--type", "fira"], ["--pairing", "fira"]),
        (["--set", "cat-cow.dose.reps=3"], ["--changes", "cat-cow.dose.reps=3"]),
        (["--condition", "spinal-stenosis"], ["--conditions", "spinal-stenosis"]),
        (["--log", "1w"], ["--log-days", "7d"]),
        (["--clinic", "clinic.yaml"], ["--letterhead", "clinic.yaml"]),
        (["--pdfa"], ["--archival"]),
    ],
)
def test_options_have_the_names_of_fields_and_those_of_before(example, run, former, name):
    made = []
    for options in (former, name, []):
        assert run("handout", "short-run", "--force", "-o", PDF, *options).exit_code == ExitCode.OK
        made.append((example.folder / PDF).read_bytes())
    assert made[0] == made[1] != made[2]


def test_both_sides_have_a_log_unless_it_is_refused(example, run):
    for options, there in ((["--pages", "2"], True), (["--pages", "2", "--no-log"], False)):
        result = run("handout", "short-run", "--force", "-o", PDF, *options)
        assert result.stdout.startswith("a.pdf  2 pages, Letter, ")
        assert ("My log" in printed(example)) == there


def test_the_letterhead_prints_whole(example, run):
    example.change("clinic.yaml", "clinician: Sam Okoye, PT",
                   "clinician: Sam Okoye\ncredentials: PT, DPT\nweb: bay.example\n"
                   "disclaimer: Ask us before you change it.")  # fmt: skip
    options = ["--clinic", "clinic.yaml", "--qr", "page", "--force", "-o", PDF]
    assert run("handout", "short-run", *options).exit_code == ExitCode.OK
    said = printed(example)
    for words in ("Sam Okoye, PT, DPT", "bay.example", "Ask us before you change it.", "Call 999"):
        assert words in said


@pytest.mark.parametrize(
    ("country", "number"),
    [("US", "911"), ("CA", "911"), ("UK", "999"), ("IE", "112 or 999"), ("EU", "112"),
     ("AU", "000"), ("NZ", "111")],
)  # fmt: skip
def test_each_country_has_its_number(example, run, country, number):
    example.change("clinic.yaml", "country: UK", f"country: {country}")
    options = ["--clinic", "clinic.yaml", "--force", "-o", PDF]
    assert run("handout", "short-run", *options).exit_code == ExitCode.OK
    assert f"Call {number} or go to " in printed(example)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            'accent: "#ff8800"',
            NEAREST,
        ),
        ("accent: teal", "accent: expected a colour such as '#0b6577', in quotation marks"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_one_that_can(example, run, line, said):
    example.change("clinic.yaml", "country: UK", line)
    result = run("handout", "short-run", "--clinic", "clinic.yaml", "--force", "-o", PDF)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert result.stderr.startswith(f"error: clinic.yaml:6:9: {said}")


def test_credentials_belong_to_someone(example, run):
    example.change("clinic.yaml", "clinician: Sam Okoye, PT", "credentials: PT")
    result = run("handout", "short-run", "--clinic", "clinic.yaml", "--force", "-o", PDF)
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "expected `clinician` where there are `credentials`" in result.stderr
