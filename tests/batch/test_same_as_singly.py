"""A row of a batch is, byte for byte, the handout that is made for that person alone."""

import datetime

import people
import pytest

from cardgen import api
from cardgen.documents.doses import read_doses
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import CardgenError
from cardgen.files import open_library
from cardgen.paths import built_in

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
        changes=read_doses(changes),
    )


def made(library, cells):
    try:
        return api.render(request(cells), library).content
    except CardgenError as error:
        return error.problems


@pytest.fixture(scope="module")
def together():
    """The pages of all rows, one after the other, in two orders, and how many were laid out."""
    library = open_library(built_in())
    api._templates.cache_clear()
    first = [made(library, cells) for cells in ROWS]
    again = [made(library, cells) for cells in reversed(ROWS)][::-1]
    return first, again, api._templates.cache_info().misses


def test_the_order_of_rows_does_not_matter(together):
    first, again, _ = together
    assert first == again
    assert sum(isinstance(content, bytes) for content in first) > 40


def test_most_pages_are_stamped(together):
    assert 0 < together[2] < len(ROWS) / 2 + 10


def test_each_page_is_the_same_when_no_other_was_made_before(together):
    first, _, _ = together
    library = open_library(built_in())
    for cells, content in zip(ROWS, first, strict=True):
        api._templates.cache_clear()
        assert made(library, cells) == content, cells


def test_the_command_for_one_person_makes_the_same_bytes(project, run):
    picked = [ROWS[i] for i in (1, 4, 15, 21)]
    project.write("r.csv", people.roster(picked))
    result = run("batch", "r.csv", "-o", "many", "--quiet")
    assert result.exit_code == 0, result.stderr
    files = sorted((project.folder / "many").glob("*.pdf"))
    assert len(files) == len(picked)
    for cells, file in zip(picked, files, strict=True):
        assert run("handout", *people.options(cells), "--force", "-o", "one.pdf").exit_code == 0
        assert (project.folder / "one.pdf").read_bytes() == file.read_bytes(), cells
