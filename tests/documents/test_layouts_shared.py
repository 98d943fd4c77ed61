"""People share pages: these do not depend on their words, only on how many lines they take."""

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from merged import pages_with

from cardgen.documents import handout
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import DoesNotFitError
from cardgen.files import load_letterhead
from cardgen.layout.components.panels import PERSONAL_WIDTH
from cardgen.model.arrangement import Arrangement
from cardgen.model.page import Line, Reserved

ARRANGEMENTS = [
    Arrangement(),
    Arrangement(pages=2),
    Arrangement("list"),
    Arrangement(large_print=True),
]
ANA = {
    "recipient": "Ana",
    "date": datetime.date(2026, 11, 22),
    "note": "Go slowly.",
    "next_visit": "Dec 1",
    "changes": {"figure-four": {"dose": {"hold": 20, "note": "gently"}}},
}
BO = {
    "recipient": "Bo Featherstone",
    "date": datetime.date(2027, 1, 3),
    "note": "Start with the first three moves.",
    "next_visit": "Monday, January 11",
    "changes": {"figure-four": {"dose": {"hold": 45, "note": "softly"}}},
}


@pytest.fixture(scope="module")
def clinic():
    return load_letterhead(Path(__file__).parent.parent / "example" / "clinic.yaml")


def document_of(library, request):
    (document,) = handout.lay_out(handout.split(request, library).shared, library).documents
    return document


def reserved(document):
    """Return the box of each merge field, that of the first page of several."""
    boxes = [mark for page in document.pages for mark, _, _ in page.marks()]
    return {box.fields[0]: box for box in reversed(boxes) if isinstance(box, Reserved)}


def lines_of(request, library):
    return dict(handout.split(request, library).shared.lines)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS, ids=str)
@pytest.mark.parametrize("lettered", [False, True])
def test_pages_are_the_same_whatever_the_words(library, clinic, arrangement, lettered):
    base = {"arrangement": arrangement, "letterhead": clinic if lettered else None}
    one, other = (HandoutRequest(**base, **who) for who in (ANA, BO))
    assert handout.split(one, library).shared == handout.split(other, library).shared
    assert document_of(library, one) == document_of(library, other)
    assert set(reserved(document_of(library, one))) == {
        "recipient", "date", "note", "next_visit", "dose 4", "minutes"
    }  # fmt: skip


def test_no_word_of_a_person_is_in_what_pages_depend_on(library):
    shared = handout.split(HandoutRequest(**BO), library).shared
    said = repr((shared, handout.lay_out(shared, library)))
    for word in ("Featherstone", "Start with", "Monday", "softly", "2027"):
        assert word not in said


PAIRS = [
    # Two requests, and whether they share their pages.
    ({"recipient": "Ana"}, {"recipient": "Bo Li"}, True),
    ({"recipient": "Ana"}, {}, False),
    ({"recipient": "Ana"}, {"recipient": "Ana", "date": ANA["date"]}, False),
    ({"date": ANA["date"]}, {"date": datetime.date(2026, 12, 31)}, True),
    ({"date": ANA["date"]}, {"date": datetime.date(2031, 1, 1)}, False),
    ({"note": "Go."}, {"note": "Stop."}, True),
    ({"note": "Go."}, {"note": "Go slowly, and stop if it hurts. " * 4}, False),
    ({"note": "a b " * 60}, {"note": "c d " * 58}, True),
    ({"next_visit": "Dec 1"}, {"next_visit": "in a week"}, True),
    ({"changes": {"cat-cow": {"dose": {"reps": 4}}}},
     {"changes": {"cat-cow": {"dose": {"reps": 9}}}}, True),
    ({"changes": {"cat-cow": {"dose": {"reps": 4}}}},
     {"changes": {"pelvic-tilt": {"dose": {"reps": 4}}}}, False),
    ({"changes": {"cat-cow": {"dose": {"reps": 4}}}}, {}, False),
    ({"paper": "a4"}, {"paper": "letter"}, False),
    ({"theme": "ink"}, {"theme": "colour"}, False),
    ({"pairing": "fira"}, {"pairing": "plain"}, False),
    ({"conditions": ("flare",)}, {"conditions": ("osteoporosis",)}, False),
    ({"without": ("cat-cow",)}, {"without": ("pelvic-tilt",)}, False),
    ({"log_days": 7}, {"log_days": 14}, False),
    ({"blank": True}, {"blank": False}, False),
    ({"built": ANA["date"]}, {"built": datetime.date(2026, 12, 1)}, False),
    ({"recipient": "Ana", "metadata_name": True}, {"recipient": "Bo", "metadata_name": True}, True),
    ({"today": ANA["date"]}, {"today": datetime.date(2026, 12, 1)}, True),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), PAIRS, ids=str)
def test_pages_are_shared_exactly_where_they_are_the_same(library, one, other, same):
    first, second = HandoutRequest(**one), HandoutRequest(**other)
    shared = [handout.split(request, library).shared for request in (first, second)]
    assert (shared[0] == shared[1]) == same
    assert not same or hash(shared[0]) == hash(shared[1])
    assert (document_of(library, first) == document_of(library, second)) == same


def test_people_of_two_clinics_share_no_page(library, clinic, tmp_path):
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Hill Clinic\ncountry: US\n")
    requests = [
        HandoutRequest(recipient="Ana", letterhead=one)
        for one in (None, clinic, load_letterhead(path))
    ]
    assert len({handout.split(request, library).shared for request in requests}) == 3
    pages = [document_of(library, request).pages for request in requests]
    said = ["".join(line.text for page in one for line in page.all_lines()) for one in pages]
    assert ["Hill Clinic" in text for text in said] == [False, False, True]
    assert ["Riverside" in text for text in said] == [False, True, False]
    assert ["999" in text for text in said] == [False, True, False]


def test_a_line_more_is_kept_only_where_it_is_needed(library):
    one = HandoutRequest(
        **{**ANA, "routine": "runner-strength", "arrangement": Arrangement(pages=2)}
    )
    other = one.changed(note="Go slowly, and stop if it hurts. " * 4)
    assert set(lines_of(one, library).values()) == {1}
    assert lines_of(other, library) == {**lines_of(one, library), "note": 2}
    narrow, tall = (reserved(document_of(library, r))["note"] for r in (one, other))
    assert (narrow.lines, tall.lines) == (1, 2)
    # A line more may take smaller type: the box is never narrower than what lines were counted for.
    assert min(narrow.width, tall.width) >= PERSONAL_WIDTH


def test_type_shrinks_to_its_floor_before_there_is_a_second_line(library, clinic):
    found = []
    for count in range(8, 34):
        request = HandoutRequest(
            "gym-bag",
            recipient="Li " * count + "Li",
            letterhead=clinic,
            arrangement=Arrangement(pages=2),
        )
        document = document_of(library, request)
        box = reserved(document)["recipient"]
        page, _ = pages_with(document, handout.split(request, library).words)
        lines = [line for line in page.all_lines() if "Li Li" in line.text]
        assert len(lines) == box.lines
        assert {box.floor <= line.size <= box.runs[0].size for line in lines} == {True}
        found.append((box.lines, lines[0].size))
    full, floor = box.runs[0].size, box.floor
    sizes = [size for lines, size in found if lines == 1]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == full > 9
    assert floor == 9.5 <= sizes[-1] < floor + 0.2
    assert [lines for lines, _ in found] == sorted(lines for lines, _ in found)
    assert found[-1][0] == 2


LETTERS = "abcdefghijklmnopqrstuvwxyzÄßéø WWWm"
words = st.text(LETTERS, min_size=1, max_size=18).map(str.strip).filter(bool)
texts = st.lists(words, min_size=1, max_size=16).map(" ".join)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=texts.map(lambda t: t[:120].strip()),
    note=texts,
    visit=texts.map(lambda t: t[:120].strip()),
    dose=texts.map(lambda t: t[:60].strip()),
    arrangement=st.sampled_from(ARRANGEMENTS),
    lettered=st.booleans(),
    paper=st.sampled_from(["a4", "letter"]),
)
def test_any_words_stand_in_their_boxes_or_name_their_field(
    library, clinic, name, note, visit, dose, arrangement, lettered, paper
):
    request = HandoutRequest(
        paper=paper,
        arrangement=arrangement,
        recipient=name,
        note=note,
        next_visit=visit,
        changes={"figure-four": {"dose": {"note": dose}}},
        letterhead=clinic if lettered else None,
    )
    try:
        shared, given_words, *_ = handout.split(request, library)
    except DoesNotFitError as error:
        fields = {problem.field for problem in error.problems}
        assert fields <= {"recipient", "note", "next_visit", "changes.figure-four.dose.note"}
        return
    (document,) = handout.lay_out(shared, library).documents
    # Setting them raises where a box has no room for its words.
    pages = pages_with(document, given_words)
    said = " ".join(line.text for page in pages for line in page.all_lines()).split()
    assert set(" ".join(given_words.values()).split()) <= set(said)
    for page, filled in zip(document.pages, pages, strict=True):
        lines = [(m, x, y) for m, x, y in filled.marks() if isinstance(m, Line)]
        for box, *corner in (found for found in page.marks() if isinstance(found[0], Reserved)):
            left, top, right, low = box.bounds
            inside = [line for line, *at in lines if at == corner and top < line.y < low]
            assert 1 <= len(inside) <= box.lines
            assert all(left <= line.x + 0.02 for line in inside)
            assert all(line.x + line.width <= right + 0.02 for line in inside)
