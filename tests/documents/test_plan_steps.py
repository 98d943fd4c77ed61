"""The steps of a plan are a list wherever they print: one a line, behind its number."""

import re

import pytest

from cardgen.api import render
from cardgen.documents import KINDS
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.phone_request import PhoneRequest
from cardgen.model.arrangement import Arrangement
from cardgen.model.page import Placed

ROUTINE = "walk-run-back"
ARRANGEMENTS = {
    "two columns": Arrangement("grid"),
    "list": Arrangement("list", pages=2),
    "large print": Arrangement(large_print=True),
}


def blocks_of(block):
    yield block
    for kid in block.kids:
        if isinstance(kid, Placed):
            yield from blocks_of(kid.block)


def entries(listing):
    """Return the label and the words of each entry of a list."""
    found = [kid.block for kid in listing.kids]
    assert {entry.role for entry in found} == {"LI"}
    return [tuple(_words(kid.block) for kid in entry.kids) for entry in found]


def _words(block):
    return " ".join(line.text.strip() for line in block.all_lines())


@pytest.mark.parametrize("arrangement", ARRANGEMENTS.values(), ids=ARRANGEMENTS)
def test_each_step_of_a_plan_is_an_entry_of_a_list(library, arrangement):
    request = HandoutRequest(ROUTINE, country="US", arrangement=arrangement)
    kind = KINDS["handout"]
    (document,) = kind.lay_out(kind.split(request, library).shared, library).documents
    tops = [placed.block for page in document.pages for _, placed in page.placed]
    lists = [block for top in tops for block in blocks_of(top) if block.role == "OL"]
    stages = library.routines[ROUTINE].value.plan
    wanted = [(f"{i}.", f"{stage.do} ({stage.minutes} min)") for i, stage in enumerate(stages, 1)]
    assert wanted in [entries(listing) for listing in lists]


def test_a_phone_has_them_in_a_numbered_list(library):
    page = render(PhoneRequest(ROUTINE, country="US"), library).content.decode()
    stages = library.routines[ROUTINE].value.plan
    (listing,) = re.findall(r"<h2>Step by step</h2><ol>(.*?)</ol>", page)
    shown = re.findall(r"<li>(.*?)</li>", listing)
    assert len(shown) == len(stages)
    for words, stage in zip(shown, stages, strict=True):
        assert stage.do in words
