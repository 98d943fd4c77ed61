"""Cautions: all of them print, everywhere, and each condition of a person counts."""

import re
from pathlib import Path

import pytest
import yaml
from definitions import write_routine, write_source, write_stretch
from printout import bare, pages_text, text_of, turned_text

HOME = Path(__file__).parents[2]
MANY = [
    ("Sore heel", "Lean in less."),
    ("Weak ankle", "Hold a chair."),
    ("Cold feet", "Wear shoes."),
    ("Stiff toes", "Bend the knee."),
    ("Tight socks", "Take them off."),
    ("Wet floor", "Dry it first."),
    ("Loose rug", "Roll it up."),
    ("Tired eyes", "Keep them open."),
]
"""More kinds of advice than any of our own moves has."""


@pytest.fixture
def careful(project):
    """A routine whose first move has many cautions."""
    write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
    cautions = [{"who": who, "advice": advice} for who, advice in MANY]
    write_stretch(project, "lean", name="Wall Lean", cautions=cautions, sources=["ng2021"])
    write_routine(project, "own", ["lean", "cat-cow"], [("It helps.", ["ng2021"])])
    return project


@pytest.mark.parametrize(
    "command",
    [
        ("handout", "own", "--pages", "2"),
        ("handout", "own", "--pages", "2", "--layout", "grid"),
        ("handout", "own", "--for", "Ann"),
        ("handout", "own", "--condition", "neck-pain"),
        ("handout", "own", "--large-print"),
        ("cards", "own"),
        ("cards", "own", "--size", "a6"),
        ("booklet", "own"),
    ],
    ids=" ".join,
)
def test_every_caution_of_a_move_prints_however_many_there_are(careful, run, command):
    result = run(*command, "-o", "made.pdf")
    assert result.exit_code == 0, result.stderr
    text = bare(turned_text(careful.folder / "made.pdf"))
    if command[0] == "handout":
        # What people with a condition do stands once, with the number of the move.
        notes = [
            f"{who} move 1 {advice[0].lower()}{advice[1:].removesuffix('.')}"
            for who, advice in MANY
        ]
    else:
        notes = [f"{who}: {advice}" for who, advice in MANY]
    assert [note for note in notes if bare(note) not in text] == []


FELT = [
    ("Calf cramps", "Shake it out."),
    ("Knee hurts", "Bend it less."),
    ("Toes tingle", "Come out of it."),
]


@pytest.mark.parametrize(
    "command",
    [
        ("handout", "own"),
        ("handout", "own", "--pages", "2"),
        ("handout", "own", "--for", "Ann", "--condition", "neck-pain"),
        ("handout", "own", "--large-print"),
        ("cards", "own"),
        ("booklet", "own"),
    ],
    ids=" ".join,
)
def test_all_that_anyone_can_feel_in_a_move_prints(project, run, command):
    write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
    cautions = [{"when": when, "advice": advice} for when, advice in FELT]
    write_stretch(project, "lean", name="Wall Lean", cautions=cautions, sources=["ng2021"])
    write_routine(project, "own", ["lean"], [("It helps.", ["ng2021"])])
    result = run(*command, "-o", "made.pdf")
    assert result.exit_code == 0, result.stderr
    text = bare(turned_text(project.folder / "made.pdf"))
    mark = "?" if command[0] == "handout" else ":"
    assert [when for when, advice in FELT if bare(f"{when}{mark} {advice}") not in text] == []


def one_side(project, run, *args):
    """Return the words of a handout for anyone, which is to have one side."""
    assert run("handout", *args, "-o", "made.pdf").exit_code == 0
    (text,) = pages_text(project.folder / "made.pdf")
    return text


NONE = "leaves out all moves"


def to_leave_out(text):
    """Return the moves that a page of one side tells to leave out, by whom it tells it, or NONE.

    The numbers of the sources stand close behind a name, those of the moves behind the word that
    is read with each of them.
    """
    block = text.partition("or ask for your own page.")[2].partition("Why do this?")[0]
    # Names within a row have small letters; that of the first entry begins with a capital.
    said = re.fullmatch(r"(?: ?Leave out all moves: ([^A-Z]*))?(.*)", " ".join(block.split()))
    told = re.findall(r"(\w[^:]*?)((?:\smove\s\d+)+)", said[2])
    found = {bare_name(name): [*map(int, re.findall(r"\d+", moves))] for name, moves in told}
    return found | {bare_name(name.strip()): NONE for name in (said[1] or "").split(", ") if name}


def bare_name(name):
    """Return the name of a condition without the marks of its sources."""
    return re.sub(r"[0-9,\u2013\u202f]+$", "", name).lower()


def test_one_side_names_the_moves_to_leave_out_by_each_caution(careful, run):
    told = to_leave_out(one_side(careful, run, "own"))
    assert [told[who.lower()] for who, _ in MANY] == [[1]] * len(MANY)


def test_one_side_of_our_own_moves_leaves_out_each_that_any_caution_is_of(project, run):
    wanted, moves = {}, moves_of("gym-bag")
    for number, move in enumerate(moves, 1):
        for caution in move["cautions"]:
            for who in whom(caution):
                wanted.setdefault(who.lower(), {})[number] = None
    assert len(wanted) > 15
    told = to_leave_out(one_side(project, run, "gym-bag", "--page", "a4"))
    most = len(moves) * 2 / 3
    assert told == {
        who: NONE if len(numbers) > most else list(numbers) for who, numbers in wanted.items()
    }


def whom(caution):
    """Return the names of the people whom a caution of a condition is for."""
    if "when" in caution:
        return []  # anyone can feel it; it stands under its move
    if "who" in caution:
        return [] if caution["who"] == "Everyone" else [caution["who"]]
    return [read(f"cardgen/data/conditions/{id_}.yaml")["who"] for id_ in ids(caution)]


def ids(caution):
    """Return the ids of the conditions that a caution is for."""
    listed = caution.get("condition", [])
    return listed if isinstance(listed, list) else [listed]


def test_all_whom_one_piece_of_advice_concerns_are_named(project, run):
    write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
    who = [first for first, _ in MANY]
    cautions = [{"who": first, "advice": "Skip this one."} for first in who]
    write_stretch(project, "lean", name="Wall Lean", cautions=cautions, sources=["ng2021"])
    write_routine(project, "own", ["lean"], [("It helps.", ["ng2021"])])
    assert run("cards", "own", "-o", "made.pdf").exit_code == 0
    text = bare(turned_text(project.folder / "made.pdf"))
    assert bare(f"{', '.join(who)}: Skip this one.") in text
    assert run("handout", "own", "--pages", "2", "-o", "made.pdf").exit_code == 0
    text = bare(turned_text(project.folder / "made.pdf"))
    assert bare(f"{', '.join(sorted(who))} skip move 1") in text


@pytest.mark.parametrize(
    ("command", "routine"),
    [
        (("handout", "gym-bag", "--page", "a4", "--pages", "2"), "gym-bag"),
        (("handout", "buttock-leg-pain", "--large-print"), "buttock-leg-pain"),
        (("cards", "post-run"), "post-run"),
        (("booklet", "core-2"), "core-2"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_every_caution_of_our_own_moves_prints(project, run, command, routine):
    assert run(*command, "-o", "made.pdf").exit_code == 0
    text = bare(turned_text(project.folder / "made.pdf"))
    shared = read(f"routines/{routine}.yaml").get("conditions", [])
    cautions = [
        caution
        for move in moves_of(routine)
        for caution in move["cautions"]
        # What is changed for everyone is no change for others who have it changed so.
        if caution.get("effect") != "change" or not {*shared} & {*ids(caution)}
    ]
    assert len(cautions) > 8
    brief = command[0] == "handout"
    for caution in cautions:
        if brief and "when" in caution and "short" in caution:
            assert bare(caution["short"]) in text
            continue
        assert bare(caution.get("who") or caution.get("when") or "") in text
        # Where it stands once for all moves, it has no full stop, and "skip" its numbers behind it.
        advice = caution["advice"].removesuffix(".") if brief else caution["advice"]
        assert bare("skip" if brief and advice == "Skip this one" else advice) in text


def moves_of(routine):
    items = read(f"routines/{routine}.yaml")["items"]
    return [read(f"stretches/{item['stretch']}.yaml") for item in items]


def read(name):
    return yaml.safe_load((HOME / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("command", "form"),
    [
        (("handout", "gym-bag"), "short"),
        (("handout", "gym-bag", "--without", "cat-cow"), "short"),  # no cell is left for the box
        (("handout", "post-run", "--pages", "2"), "short"),
        (("handout", "core-1", "--large-print"), "signs"),
        (("cards", "cat-cow"), "signs"),
        (("booklet", "core-1"), "short"),
        (("poster", "gym-bag"), "short"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_every_danger_sign_and_every_reason_to_stop_or_ask_prints(project, run, command, form):
    assert run(*command, "-o", "made.pdf").exit_code == 0
    text = bare(turned_text(project.folder / "made.pdf"))
    safety = read("safety/low-back.yaml").values()
    lists = [part for part in safety if isinstance(part, dict) and "signs" in part]
    signs = [line["text"] for part in lists for line in part.get(form, part["signs"])]
    assert len(signs) > (30 if form == "short" else 45)
    # Markers may stand between words and the full stop behind them.
    assert [sign for sign in signs if bare(sign).rstrip(".") not in text] == []


CONDITIONED = {
    "sit": ("Wall Sit", "knee-pain", "hide"),
    "bow": ("Deep Bow", "neck-pain", "hide"),
    "arch": ("High Arch", "osteoporosis", "warn"),
    "twist": ("Slow Twist", "hip-pain", "warn"),
    "lean": ("Wall Lean", None, "warn"),
}


@pytest.fixture
def conditioned(project):
    """A routine whose moves each have a caution for one condition."""
    write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
    for id_, (name, condition, effect) in CONDITIONED.items():
        caution = {"who": f"Who {id_}", "advice": f"Mind the {id_}.", "effect": effect}
        if condition:
            caution["condition"] = condition
        doing = [f"Do the {id_}."]
        write_stretch(
            project, id_, name=name, cautions=[caution], sources=["ng2021"], short_steps=doing
        )
    write_routine(project, "own", list(CONDITIONED), [("It helps.", ["ng2021"])])
    return project


ALL = ("knee-pain", "neck-pain", "osteoporosis", "hip-pain")


def check_conditions(path, had, *, named=False):
    """Check that what a person's conditions do to each move has been done, and no more."""
    text = text_of(path)
    done = [
        id_ for id_, (_, of, effect) in CONDITIONED.items() if of not in had or effect == "warn"
    ]
    numbers = {id_: number for number, id_ in enumerate(done, 1)}
    for id_, (name, condition, effect) in CONDITIONED.items():
        mine = condition in had
        hidden = mine and effect == "hide"
        assert (f"Do the {id_}." in text) == (not hidden)
        said = (mine and not hidden) if had or named else True
        # Under its move it is a sentence for one person; for all, a note with the move's number.
        noted = f"Who {id_} move {numbers.get(id_)} mind the {id_}" in text
        printed = f"Who {id_}: Mind the {id_}." in text
        assert noted != printed if said or condition is None else not (noted or printed)
        assert (f"ind the {id_}" in text) == (noted or printed)
        assert name in text  # a move that is left out is named, too


@pytest.mark.parametrize("had", [ALL, ALL[::-1], ALL[1:3], ALL[:1], ()], ids=len)
def test_each_condition_of_a_person_counts(conditioned, run, had):
    args = [word for condition in had for word in ("--condition", condition)]
    # What is for anyone needs a back to say all.
    args += [] if had else ["--pages", "2"]
    result = run("handout", "own", *args, "-o", "made.pdf")
    assert result.exit_code == 0, result.stderr
    check_conditions(conditioned.folder / "made.pdf", had)


def test_each_condition_in_a_row_counts(conditioned, run):
    rows = [ALL, ALL[::-1], ALL[:1], ALL[2:], ()]
    lines = [f"Ann,own,{' '.join(had)}" for had in rows]
    conditioned.write("r.csv", "\n".join(["recipient,routine,conditions", *lines, ""]))
    assert run("batch", "r.csv", "--quiet").exit_code == 0
    files = sorted((conditioned.folder / "out").glob("*.pdf"))
    for path, had in zip(files, rows, strict=True):
        check_conditions(path, had, named=True)


def test_each_change_that_is_asked_for_counts(conditioned, run):
    asked = ("--without", "sit", "--without", "bow", "--add", "cat-cow", "--add", "pelvic-tilt")
    doses = (
        "--set",
        "arch.dose.hold=41",
        "--set",
        "twist.dose.hold=42",
        "--set",
        "lean.dose.sets=7",
    )
    assert run("handout", "own", *asked, *doses, "-o", "made.pdf").exit_code == 0
    text = text_of(conditioned.folder / "made.pdf")
    assert all(f"Do the {id_}." not in text for id_ in ("sit", "bow"))
    said = ("41 seconds, 2 times", "42 seconds, 2 times", "20 seconds, 7 times")
    assert all(words in text for words in ("Cat-Cow", "Pelvic Tilt", *said))
