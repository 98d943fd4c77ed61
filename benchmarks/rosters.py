"""Rosters: people whose pages differ in words alone, and people with a choice of their own."""

import csv
import datetime
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

NAMES = ("Maria Álvarez", "Jo Lee", "Zoë Okafor", "Pat O'Brien", "Ann-Kathrin Gruber")
HOLDS = (15, 20, 25, 30, 45, 60)
STAMPED_ROUTINE, HELD = "gym-bag", "figure-four"
ANEW_ROUTINE = "post-run"
NOTE = "go slowly and breathe well rest often stop when it hurts"
KEPT, ADDED = 3, 2
"""How many stretches of the routine each keeps, and how many others are added."""


class Person(NamedTuple):
    """What differs from person to person on a page that is stamped."""

    name: str
    date: datetime.date
    hold: int
    """Seconds that they hold one of the stretches."""


def person(number: int) -> Person:
    """Return person `number`, from 0."""
    date = datetime.date(2026, 1, 1) + datetime.timedelta(days=number % 365)
    return Person(f"{NAMES[number % len(NAMES)]} {number}", date, HOLDS[number % len(HOLDS)])


def stamped(folder: Path, rows: int, library: Path) -> Path:  # noqa: ARG001 - as `anew`
    """Write a roster of people whose pages differ in name, date and a dose, and return it."""
    heads = ("recipient", "routine", "date", f"{HELD}.dose.hold")
    people = map(person, range(rows))
    cells = ((name, STAMPED_ROUTINE, str(date), str(hold)) for name, date, hold in people)
    return _written(folder / f"stamped-{rows}.csv", heads, cells)


def anew(folder: Path, rows: int, library: Path) -> Path:
    """Write a roster of people whose pages are each laid out anew, and return it.

    Each has a note and a selection of the stretches in `library`, a folder with `stretches/` and
    `routines/`. The first rows of two rosters are the same.
    """
    heads = ("recipient", "routine", "date", "without", "add", "note")
    return _written(folder / f"anew-{rows}.csv", heads, _selections(rows, library))


def _selections(rows: int, library: Path) -> Iterator[Sequence[str]]:
    rnd = random.Random(1)  # noqa: S311 - not for secrets
    routine = (library / "routines" / f"{ANEW_ROUTINE}.yaml").read_text(encoding="utf-8")
    own = [item["stretch"] for item in yaml.safe_load(routine)["items"]]
    files = (library / "stretches").glob("*.yaml")
    stretches = sorted(path.stem for path in files if "." not in path.stem)  # no translations
    others = [id_ for id_ in stretches if id_ not in own]
    for number in range(rows):
        name, date, _ = person(number)
        kept = rnd.sample(own, KEPT)
        without = " ".join(id_ for id_ in own if id_ not in kept)
        note = " ".join(rnd.choices(NOTE.split(), k=rnd.randint(4, 25)))
        added = " ".join(rnd.sample(others, ADDED))
        yield name, ANEW_ROUTINE, str(date), without, added, f"{note}."


def _written(path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(rows)
    return path
