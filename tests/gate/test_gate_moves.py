"""Moves: each prints with its own dose and its own pictures, once, and with those of no other."""

import re

import pytest
from definitions import write_routine, write_source, write_stretch
from PIL import Image, ImageChops
from printout import bare, pages_text, picture, turned_text

CAUTION = [{"who": "Sore heel", "advice": "Lean in less."}]
MOVES = {
    "lean": ("Wall Lean", 41, "#c81e1e", "#1ec81e"),
    "bow": ("Deep Bow", 42, "#1e1ec8", "#c8c81e"),
    "twist": ("Slow Twist", 43, "#1ec8c8", "#c81ec8"),
}
"""By id: the name, how many seconds it is held, and the colours of its first and last picture."""
DOTS = 3
"""Dots in a millimetre."""


@pytest.fixture
def own(project):
    """A routine of three moves, each with a dose and two pictures of its own."""
    write_source(project, "ng2021", author="Ng", DOI="10.1234/ng.2021")
    for id_, (name, hold, *colours) in MOVES.items():
        shown = []
        for moment, colour in zip(("start", "end"), colours, strict=True):
            file = f"{id_}-{moment}.svg"
            project.write(f"images/{file}", plain(colour))
            about = {"caption": moment, "alt": f"{name}, {moment}.", "credit": "The tests"}
            shown.append({"file": file, "moment": moment, **about})
        write_stretch(
            project,
            id_,
            name=name,
            cautions=CAUTION,
            sources=["ng2021"],
            dose={"sets": 2, "hold": hold},
            illustrations=shown,
        )
    write_routine(project, "own", list(MOVES), [("It helps.", ["ng2021"])])
    return project.folder / "made.pdf"


def plain(colour):
    """Return a drawing of one colour."""
    size = 'width="60" height="40" viewBox="0 0 60 40"'
    area = f'<rect width="60" height="40" fill="{colour}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{area}</svg>'


COMMANDS = [
    ("handout", "own", "--pages", "2"),
    ("handout", "own", "--pages", "2", "--layout", "grid"),
    ("handout", "own", "--large-print"),
    ("handout", "own"),
    ("cards", "own", "--one-per-page"),
    ("cards", "own", "--size", "a6", "--one-per-page"),
    ("booklet", "own"),
    ("poster", "own"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_move_has_its_own_dose(own, run, command):
    assert run(*command, "-o", own).exit_code == 0
    text = turned_text(own)
    held = {name: hold for name, hold, *_ in MOVES.values()}
    found, name = set(), None
    for name_, seconds in re.findall(rf"({'|'.join(held)})|\b(\d+) seconds", text):
        name = name_ or name
        if seconds:
            found.add((name, int(seconds)))
    assert found == set(held.items())


def test_each_dose_that_is_changed_is_that_of_its_move(own, run):
    held = {"lean": 31, "bow": 32, "twist": 33}
    changes = [word for id_, n in held.items() for word in ("--set", f"{id_}.dose.hold={n}")]
    assert run("handout", "own", "--for", "Ann", *changes, "-o", own).exit_code == 0
    (text,) = pages_text(own)
    for id_, seconds in held.items():
        assert f"{MOVES[id_][0]} {seconds} seconds, 2 times" in text


def place_of(image, colour):
    """Return the box of what a page shows in a colour; None where it shows none."""
    wanted = Image.new("RGB", image.size, colour)
    far = ImageChops.difference(image, wanted).convert("L").point(lambda level: 255 * (level < 3))
    return far.getbbox()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_picture_prints_with_its_move(own, run, command):
    assert run(*command, "-o", own).exit_code == 0
    texts = [bare(text) for text in pages_text(own)]
    pages = [picture(own, index, DOTS) for index in range(len(texts))]
    for name, _, *colours in MOVES.values():
        # Where there is room for one picture, it is the last: what the move is.
        for colour in colours[1:] if has_one_picture(command) else colours:
            shown = [index for index, page in enumerate(pages) if place_of(page, colour)]
            assert len(shown) == 1, (name, colour)
            assert bare(name) in texts[shown[0]]


def has_one_picture(command):
    """Tell whether pages of a command show one picture of a move: in two columns, on a wall."""
    in_a_list = "2" in command and "grid" not in command
    return command[0] == "poster" or (
        command[0] == "handout" and not in_a_list and "--large-print" not in command
    )


@pytest.mark.parametrize("size", ["id-1", "poker", "a6"])
def test_no_face_of_a_deck_is_there_twice(project, run, size):
    args = ("--size", size, "--one-per-page", "-o", "made.pdf")
    assert run("cards", "post-run", *args).exit_code == 0
    faces = [text for text in pages_text(project.folder / "made.pdf") if text]
    assert len(faces) > 14
    assert sorted(set(faces)) == sorted(faces)
