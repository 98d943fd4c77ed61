"""Batches that meet in one folder and are killed: nobody gets another person's page."""

import os
import random

import interleavings
import pypdfium2
import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
ROUNDS = 12
"""Of the thousand that the script plays."""


@pytest.fixture(scope="module")
def place():
    return interleavings.Field()


def test_no_page_is_wrong_whatever_meets(place):
    wrong, ended = interleavings.play(ROUNDS, place=place)
    assert wrong == 0
    assert {0, 5, -9} <= ended.keys()
    assert ended["last 0"] > ROUNDS / 2


def test_the_pages_that_are_known_beforehand_are_those_of_their_people(place):
    for who, content in place.contents.items():
        with pypdfium2.PdfDocument(content) as pdf:
            lines = pdf[0].get_textpage().get_text_range().splitlines()
        assert f"For {who} " in lines


@pytest.mark.parametrize(("pattern", "wrong"), [*zip(interleavings.PATTERNS, (2, 4), strict=True)])
def test_a_wrong_page_is_found(place, tmp_path, pattern, wrong):
    one = interleavings.Round(place, tmp_path, random.Random(0))
    one.write("a")
    pid = one.started(one.batch("a", name_pattern=pattern, merge=False))
    assert os.waitpid(pid, 0)[1] == 0
    assert (one.wrong_files(), one.wrong_rows("a", pattern)) == (0, 0)
    first, second = sorted((tmp_path / "out").glob("*.pdf"))[:2]
    contents = second.read_bytes(), first.read_bytes()
    for path, content in zip((first, second), contents, strict=True):
        path.write_bytes(content)
    assert one.wrong_files() + one.wrong_rows("a", pattern) == wrong
