"""Many pages in one file, and several processes at one batch."""

import time
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path

import alone
import rosters

from cardgen.batch.desk import Desk, Job
from cardgen.load.roster import read_roster
from cardgen.model.request import HandoutRequest
from cardgen.paths import built_in
from cardgen.printer import Printed, Printer
from cardgen.render.book import Book

FEW, MANY = 1000, 6000
"""Pages of two merged files: the difference is what a page costs, without what all share."""
DISTINCT = 2000
"""Rows of a roster in which everyone has stretches and a note of their own."""


def report(folder: Path, printer: Printer) -> None:
    """Print what a page of a merged file takes, and what a second process gains."""
    pages = _pages(rosters.stamped(folder, MANY, "merged.csv"), printer)
    print(f"\n{'a page of a merged file':28} {'CPU µs':>8} {'KB':>8}")
    for name, tagged in (("--merge", True), ("--merge --print-only", False)):
        took, size = _bound(pages, tagged=tagged)
        few, small = _bound(pages[:FEW], tagged=tagged)
        count = MANY - FEW
        print(f"{name:28} {1e6 * (took - few) / count:8.1f} {(size - small) / count / 1024:8.2f}")
    roster = rosters.anew(folder, islice(rosters.selections(printer), DISTINCT), "distinct.csv")
    one, two = (alone.batch(roster, folder / f"jobs-{jobs}", jobs)[0] for jobs in (1, 2))
    print(f"\n{DISTINCT} rows, each with a selection and a note of its own")
    print(f"{'--jobs 1':28} {one:8.2f} s\n{'--jobs 2':28} {two:8.2f} s {one / two:8.2f}x")


def _pages(roster: Path, printer: Printer) -> list[Printed]:
    columns, rows = read_roster(roster)
    desk = Desk(Job("", built_in(), columns, HandoutRequest()), printer)
    made = [desk.printed(row) for row in rows]
    return [page for page in made if isinstance(page, Printed)]


def _bound(pages: Sequence[Printed], *, tagged: bool) -> tuple[float, int]:
    """Return the seconds of CPU and the bytes that a file of these pages takes."""
    out, start = BytesIO(), time.process_time()
    book = Book(out, replace(pages[0].template.about, tagged=tagged))
    for number, page in enumerate(pages):
        book.add(page.template, page.values, str(number))
    book.close()
    return time.process_time() - start, len(out.getvalue())
