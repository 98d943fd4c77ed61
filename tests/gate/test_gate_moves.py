"""Moves: each prints with its own dose and its own pictures, once, and with those of no other."""

import math
import re

import pytest
from definitions import write_routine, write_source, write_stretch
from PIL import Image, ImageChops
from printout import page_sizes, pages_text, picture, places, turned_text

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


SHOWN = {
    ("handout", "own", "--pages", "2"): 2,
    ("handout", "own", "--pages", "2", "--layout", "grid"): 1,
    ("handout", "own", "--large-print"): 2,
    ("handout", "own"): 1,
    ("cards", "own", "--one-per-page"): 2,
    ("cards", "own", "--size", "a6", "--one-per-page"): 2,
    ("booklet", "own"): 2,
    ("poster", "own"): 1,
}
"""How many pictures of a move pages show. Where there is room for one, it is the last."""


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
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


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_each_picture_prints_with_its_move(own, run, command):
    assert run(*command, "-o", own).exit_code == 0
    pages = [picture(own, index, DOTS) for index in range(len(page_sizes(own)))]
    last = {}
    for name, _, *colours in MOVES.values():
        for colour in colours[-SHOWN[command] :]:
            found = [(index, place_of(page, colour)) for index, page in enumerate(pages)]
            (last[name],) = [(index, box) for index, box in found if box]
    # Those of a booklet stand on their head.
    for name, (index, _) in last.items() if command[0] != "booklet" else ():
        there = [other for other, (page, _) in last.items() if page == index]
        named = places(own, name, index)
        assert named, name
        for at in named:
            assert min(there, key=lambda other: far(at, last[other][1])) == name


def far(name, shown):
    """Return how far apart two boxes are, one in mm and one in dots."""
    left, top, right, low = (side / DOTS for side in shown)
    across = max(left - name[2], 0, name[0] - right)
    return math.hypot(across, max(top - name[3], 0, name[1] - low))


@pytest.mark.parametrize("size", ["id-1", "poker", "a6"])
def test_no_face_of_a_deck_is_there_twice(project, run, size):
    args = ("--size", size, "--one-per-page", "-o", "made.pdf")
    assert run("cards", "post-run", *args).exit_code == 0
    faces = [text for text in pages_text(project.folder / "made.pdf") if text]
    assert len(faces) > 14
    assert sorted(set(faces)) == sorted(faces)
