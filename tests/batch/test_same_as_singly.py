"""A row of a batch is, byte for byte, the handout that is made for that person alone."""

import datetime

import people
import pytest

from cardgen.build import dose_changes
from cardgen.errors import CardgenError
from cardgen.model.request import HandoutRequest
from cardgen.paths import built_in
from cardgen.printer import Printer

ROWS = [people.row(i) for i in range(48)]


def request(cells):
    """Return the row as a request."""
    changes = [f"{name}={cell}" for name, cell in cells.items() if ".dose." in name and cell]
    return HandoutRequest(
        routine=cells["routine"],
        recipient=cells["recipient"],
        date=datetime.date.fromisoformat(cells["date"]) if cells["date"] else None,
        note=cells["note"].strip() or None,
        next_visit=cells["next"] or None,
        changes=dose_changes(changes),
    )


def made(printer, cells):
    try:
        return printer.handout(request(cells)).content
    except CardgenError as error:
        return error.problems


@pytest.fixture(scope="module")
def together():
    """The pages of all rows from one printer, in two orders, and how many were laid out."""
    printer = Printer(built_in())
    laid_out = []
    lay_out = printer._laid_out
    printer._laid_out = lambda *args: laid_out.append(args) or lay_out(*args)
    first = [made(printer, cells) for cells in ROWS]
    again = [made(printer, cells) for cells in reversed(ROWS)][::-1]
    return first, again, len(laid_out)


def test_the_order_of_rows_does_not_matter(together):
    first, again, _ = together
    assert first == again
    assert sum(isinstance(content, bytes) for content in first) > 40


def test_most_pages_are_stamped(together):
    assert together[2] < len(ROWS) / 2 + 10


def test_each_page_is_that_of_a_printer_that_has_made_no_other(together):
    first, _, _ = together
    fresh = Printer(built_in())
    for cells, content in zip(ROWS, first, strict=True):
        fresh._stencils.clear()
        assert made(fresh, cells) == content, cells


def test_the_command_for_one_person_makes_the_same_bytes(project, run):
    picked = [ROWS[i] for i in (1, 4, 15, 21)]
    project.write("r.csv", people.roster(picked))
    result = run("batch", "r.csv", "-o", "many", "--quiet")
    assert result.exit_code == 0, result.stderr
    files = sorted((project.folder / "many").glob("*.pdf"))
    assert len(files) == len(picked)
    for cells, file in zip(picked, files, strict=True):
        assert run("handout", *people.options(cells), "-o", "one.pdf").exit_code == 0
        assert (project.folder / "one.pdf").read_bytes() == file.read_bytes(), cells


def test_parts_that_recur_are_set_once_and_change_nothing():
    printer = Printer(built_in())
    ids = [item.stretch for item in printer.library.routines["post-run"].value.items]
    requests = [HandoutRequest("post-run", without=(id_,), note=f"No {id_}.") for id_ in ids[:3]]
    together = [printer.handout(request).content for request in requests]
    assert printer._recurring.cache_info().hits >= 2 * len(requests[1:])
    assert together == [Printer(built_in()).handout(request).content for request in requests]
