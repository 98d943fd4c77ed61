"""Rosters: people whose pages differ in words alone, and people with a choice of their own."""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from page import header, line

from cardgen.printer import Printer

ROUTINE = "post-run"
NOTE = "go slowly and breathe well rest often stop when it hurts"
KEPT, ADDED = 3, 2
"""How many stretches of the routine each keeps, and how many others are added."""


def stamped(folder: Path, rows: int, name: str = "roster.csv") -> Path:
    """Write a roster of people whose pages differ in name, date and a dose."""
    path = folder / name
    path.write_text("\n".join([header(), *map(line, range(rows)), ""]), encoding="utf-8")
    return path


def anew(folder: Path, people: Iterable[Sequence[str]], name: str) -> Path:
    """Write a roster of some of the people that `selections` yields."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("recipient", "routine", "date", "without", "add", "note"))
        writer.writerows(people)
    return path


def selections(printer: Printer) -> Iterator[Sequence[str]]:
    """Yield people with stretches and a note of their own: each page must be laid out anew."""
    rnd = random.Random(1)  # noqa: S311 - not for secrets
    ids = [item.stretch for item in printer.library.routines[ROUTINE].value.items]
    others = [id_ for id_ in printer.library.stretches if id_ not in ids]
    number = 0
    while True:
        name, _, date, _ = line(number).split(",")
        kept = rnd.sample(ids, KEPT)
        without = " ".join(id_ for id_ in ids if id_ not in kept)
        note = " ".join(rnd.choices(NOTE.split(), k=rnd.randint(4, 25)))
        yield name, ROUTINE, date, without, " ".join(rnd.sample(others, ADDED)), f"{note}."
        number += 1
