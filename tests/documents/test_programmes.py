"""One person's own routine is a value; its page claims no more than it can back."""

import pytest
from printed_words import text_of

from cardgen.api import render
from cardgen.documents.check import check_request
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import Programme, ProgrammeMove, routine_of
from cardgen.errors import InvalidDataError
from cardgen.model.dose import DoseChange

BACKED = {"text": "Moving helped most people.", "sources": ["gobbo2019"]}
MOVES = ("glute-bridge", ProgrammeMove("cat-cow", DoseChange(reps=4)), "bird-dog", "glute-bridge")


def programme(**values):
    return Programme("For Kim: the first week", MOVES, **values)


def printed(request, library):
    return text_of(render(request, library).content)


def test_it_prints_without_being_a_file(library):
    asked = programme(
        summary="For a stiff back.", before="Walk first.", frequency={"days": [2, 3]},
        claims=[BACKED], author="Sam Okoye",
    )  # fmt: skip
    said = printed(HandoutRequest(asked, recipient="Kim"), library)
    for words in ("For Kim: the first week", "Walk first.", "4 slow rounds",
                  "Moving helped most people.", "days", "Put together by Sam Okoye",
                  "Its moves were checked against their sources in November 2026"):  # fmt: skip
        assert words in said
    order = [said.index(name) for name in ("1 Glute", "2 Cat-Cow", "3 Bird-Dog", "4 Glute")]
    assert order == sorted(order)


def test_without_claims_its_page_claims_nothing(library):
    said = printed(HandoutRequest(programme()), library)
    assert "Why" not in said
    for routine in library.routines.values():
        for claim in routine.value.claims:
            assert claim.text not in said
    assert "Call 911" in said


def test_two_that_differ_have_two_pages(library):
    one = render(HandoutRequest(Programme("A", ["cat-cow"])), library)
    other = render(HandoutRequest(Programme("A", ["bird-dog"])), library)
    again = render(HandoutRequest(Programme("A", ["cat-cow"])), library)
    assert one.content == again.content != other.content


def test_it_goes_with_what_else_a_request_asks_for(library):
    asked = HandoutRequest(
        programme(), without=["bird-dog"], add=["heel-slide"],
        changes={"cat-cow": DoseChange(reps=7)},
    )  # fmt: skip
    said = printed(asked, library)
    assert "Heel Slide" in said
    assert "7 slow rounds" in said
    assert "Bird-Dog" not in said


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"moves": ["cat-caw"]}, "moves[1].stretch", "there is no stretch 'cat-caw'"),
        ({"moves": [ProgrammeMove("pelvic-tilt", DoseChange(hold=20))]}, "moves[1].dose",
         "expected `hold` (20) to be no longer"),
        ({"safety": "knee"}, "safety", "there is no safety text 'knee'"),
        ({"claims": [{"text": "It helps.", "sources": ["nasm"]}]}, "claims[1].sources",
         "none of these sources has been verified"),
        ({"claims": [BACKED, {"text": "It helps.", "sources": ["me"]}]}, "claims[2].sources[1]",
         "there is no source 'me'"),
        ({"frequency": {"rule": "daily", "sources": ["nasm"]}}, "frequency.sources",
         "none of these sources has been verified"),
    ],
)  # fmt: skip
def test_what_the_library_cannot_back_is_refused(library, values, field, said):
    asked = Programme(**{"title": "A", "moves": ["cat-cow"], **values})
    with pytest.raises(InvalidDataError) as caught:
        check_request(HandoutRequest(asked), library)
    (problem,) = caught.value.problems
    assert problem.field == f"routine.{field}"
    assert problem.message.startswith(said)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"moves": []}, "moves"),
        ({"moves": ["cat-cow"] * 51}, "moves"),
        ({"moves": [{"stretch": "cat-cow", "dose": {"sets": 0}}]}, "moves[1].dose.sets"),
        ({"moves": [{"stretch": "cat-cow", "dose": {"note": "🐢"}}]}, "moves[1].dose.note"),
        ({"title": ""}, "title"),
        ({"title": "A\nB"}, "title"),
        ({"frequency": "whenever you feel like it, or not"}, "frequency.rule"),
        ({"author": "x" * 121}, "author"),
        ({"claims": [{"text": "It helps.", "sources": []}]}, "claims[1].sources"),
        ({"moevs": ["cat-cow"]}, "moevs"),
    ],
)
def test_a_wrong_value_is_refused_by_its_field(values, field):
    given = {"title": "A", "moves": ["cat-cow"], **values}
    with pytest.raises(InvalidDataError) as caught:
        Programme(**given)
    assert [problem.field for problem in caught.value.problems] == [field]
    with pytest.raises(InvalidDataError) as caught:
        HandoutRequest(routine=given)
    assert [problem.field for problem in caught.value.problems] == [f"routine.{field}"]


def test_it_counts_as_checked_when_the_oldest_of_its_texts_was(example):
    example.change("stretches/calf-stretch.yaml", "date: 2026-11-22", "date: 2020-01-02")
    record = routine_of(Programme("A", ["cat-cow", "calf-stretch"]), example.library())
    assert str(record.value.reviewed.date) == "2020-01-02"
