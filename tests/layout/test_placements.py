"""Placements of a document of each kind are those that were looked at."""

import json
from dataclasses import replace
from difflib import unified_diff

import pytest
from placements import DOCUMENTS, EVERY, FACTS, FOLDER, document_of, facts, told

from cardgen.documents import KINDS

MOST = 40
"""So many lines of a difference are shown."""


def difference(name, found):
    """Return how placements differ from those of a file, in lines; nothing if they do not."""
    expected = (FOLDER / f"{name}.json").read_text(encoding="utf-8").splitlines()
    lines = list(unified_diff(expected, found.splitlines(), "as it was", "as it is", n=1))
    more = [f"… and {len(lines) - MOST} lines more"] if len(lines) > MOST else []
    return [line.rstrip() for line in lines[:MOST]] + more


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_stands_where_it_stood(name):
    found = difference(name, told(document_of(DOCUMENTS[name])))
    if found:
        hint = "Look at the pages. If they are right: python tests/layout/placements.py"
        pytest.fail("\n".join([*found, hint]), pytrace=False)


def test_there_is_a_file_for_each_document_and_a_document_of_each_kind():
    assert {path.stem for path in FOLDER.glob("*")} == set(DOCUMENTS)
    paged = {name for name, entry in KINDS.entries.items() if entry.ending == ".pdf"}
    assert {request.kind for request in DOCUMENTS.values()} == paged


def test_each_file_is_rows_of_role_words_and_places():
    for path in FOLDER.glob("*.json"):
        pages = json.loads(path.read_text(encoding="utf-8"))
        rows = [row for _, _, rows in pages for row in rows]
        assert len(rows) > 50
        for _, words, *numbers in rows:
            assert words
            assert len(numbers) == 4
            assert all(number == round(2 * number) / 2 for number in numbers)


def test_pages_and_sizes_of_type_are_what_they_were():
    expected = json.loads(FACTS.read_text(encoding="utf-8"))
    assert len(EVERY) > 100
    assert {name: facts(request) for name, request in EVERY.items()} == expected


def moved(document, by):
    """Return a document whose first block is `by` points lower."""
    first, *others = document.pages[0].placed
    part, placed = first
    page = replace(document.pages[0], placed=((part, replace(placed, y=placed.y + by)), *others))
    return replace(document, pages=(page, *document.pages[1:]))


def test_a_block_that_moves_is_told_by_its_words_and_a_hair_is_not():
    document = document_of(DOCUMENTS["calibration"])
    assert difference("calibration", told(moved(document, 0.01))) == []
    found = difference("calibration", told(moved(document, 3)))
    assert [line for line in found if line.startswith("+") and '"H1"' in line]


def test_a_picture_that_takes_another_s_place_is_told():
    document = document_of(DOCUMENTS["poster"])
    text = told(document)
    alts = [row[1] for _, _, rows in json.loads(text) for row in rows if row[0] == "Figure"]
    first, second, *_ = dict.fromkeys(alts)
    swapped = text.replace(first, "?").replace(second, first).replace("?", second)
    assert difference("poster", swapped)
