"""Dates are nobody's words: what is made of them is kept, and nothing of a person beside them."""

import pytest
from hand_made import document, stamped

from cardgen.model.nobodys import NobodysWords
from cardgen.pdf import cluster_font, holes
from cardgen.pdf.document import prepared

DATE = NobodysWords("2026年11月22日")
NAME = "陈小明"


@pytest.fixture
def template():
    return prepared(document())


def made():
    """Return how many lines and fonts have been kept so far."""
    return tuple(one.cache_info().misses for one in (holes._nobodys_lines, cluster_font._kept_font))


def test_a_date_is_set_once_and_its_font_made_once(template):
    first, before = stamped(template, day=DATE, recipient=DATE), made()
    assert stamped(template, day=DATE, recipient=DATE) == first
    assert made() == before


@pytest.mark.parametrize("name", [NAME, "Ana"])
def test_the_bytes_are_those_of_words_that_are_not_kept(template, name):
    expected = stamped(template, day=str(DATE), recipient=name)
    assert stamped(template, day=DATE, recipient=name) == expected


def test_neither_lines_nor_font_of_a_name_beside_a_date_are_kept(template):
    stamped(template, day=DATE, recipient=DATE)
    before = made()
    stamped(template, day=DATE, recipient=NAME)
    stamped(template, day=NobodysWords("22"), recipient=NAME)
    assert made() == before
