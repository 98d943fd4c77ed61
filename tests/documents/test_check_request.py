"""What the library lacks is told by field, all at once, before anything is laid out."""

from dataclasses import replace
from pathlib import Path

import pytest

from cardgen.api import render
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.check import check_request
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.poster import PosterRequest
from cardgen.errors import InvalidDataError
from cardgen.library.brought import load_letterhead
from cardgen.model.dose import DoseChange

OWN = ("cat-cow", "pelvic-tilt", "double-knee-to-chest", "figure-four", "hamstring-strap",
       "hip-flexor-kneel", "glute-bridge")  # fmt: skip
MORE = ("bird-dog", "childs-pose", "heel-slide", "wall-squat-ball", "single-leg-lower",
        "double-leg-lower")  # fmt: skip


def told(request, library):
    with pytest.raises(InvalidDataError) as caught:
        check_request(request, library)
    return {problem.field: str(problem) for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"routine": "post-rum"}, "routine", "there is no routine 'post-rum'. Did you mean `post"),
        ({"routine": "../post-run"}, "routine", "there is no routine '../post-run'"),
        ({"paper": "a44"}, "paper", "there is no paper 'a44'"),
        ({"paper": "10x10mm"}, "paper", "expected sides of 40 to 1000 mm"),
        ({"theme": "neon"}, "theme", "there is no theme 'neon'. There is: colour, grey, ink"),
        ({"pairing": "comic"}, "pairing", "there is no type 'comic'. There is: fira, pl"),
        ({"language": "xx"}, "language", "there is no language 'xx'. There is: ar, en, es, vi, zh"),
        ({"conditions": ("gout",)}, "conditions", "there is no condition 'gout'"),
        ({"without": ("bird-dog",)}, "without", "there is no move 'bird-dog' in the routine"),
        ({"without": OWN}, "without", "nothing of the routine 'post-run' is left"),
        ({"without": OWN, "add": ("bird-dog", "cat-cow")}, "without", "no move of the routine"),
        ({"add": ("birddog",)}, "add", "there is no stretch 'birddog'. Did you mean `bird-dog`?"),
        ({"add": ("cat-cow",)}, "add", "'cat-cow' is in the routine 'post-run' already"),
        ({"changes": {"bird-dog": DoseChange(sets=2)}}, "changes.bird-dog", "there is no move"),
        ({"changes": {"pelvic-tilt": DoseChange(hold=20)}}, "changes.pelvic-tilt.dose",
         "expected `hold` (20) to be no longer than `rep_seconds`"),
        ({"qr": "page"}, "qr", "the routine 'post-run' has no `link`"),
    ],
)  # fmt: skip
def test_a_handout_that_cannot_be_made_is_refused_by_its_field(library, asked, field, said):
    found = told(HandoutRequest(**asked), library)
    assert found[field].startswith(f"{field}: {said}")
    with pytest.raises(InvalidDataError, match=field):
        render(HandoutRequest(**asked), library)


@pytest.mark.parametrize(
    ("request_", "field", "said"),
    [
        (CardsRequest(["cat-caw"]), "targets", "there is no stretch or routine 'cat-caw'"),
        (CardsRequest(["post-run", "cat-cow"]), "targets", "'post-run' is a routine: name one"),
        (CardsRequest(size="a66"), "size", "there is no card size 'a66'"),
        (CardsRequest(sheet="avery-1"), "sheet", "there is no sheet 'avery-1'"),
        (CardsRequest(country="XX"), "country", "there is no country 'XX'"),
        (CardsRequest(skip=["safety"]), "skip", "the safety card cannot be left out"),
        (CardsRequest(["cat-cow"], skip=["cat-cow"]), "skip", "no stretch is left"),
        (BookletRequest(["cat-caw"]), "targets", "there is no stretch or routine 'cat-caw'"),
        (PosterRequest("post-rum"), "routine", "there is no routine 'post-rum'"),
        (PosterRequest(paper="a33"), "paper", "there is no paper 'a33'"),
    ],
)
def test_the_same_holds_for_other_documents(library, request_, field, said):
    assert told(request_, library)[field].startswith(f"{field}: {said}")


def test_all_that_is_wrong_is_told_at_once(library):
    request = HandoutRequest(
        paper="a44", theme="neon", conditions=["gout"], without=["x"], add=["y"],
        changes={"z": DoseChange(sets=2)},
    )  # fmt: skip
    names = {"paper", "theme", "conditions", "without", "add", "changes.z"}
    assert told(request, library).keys() == names


@pytest.mark.usefixtures("example")
def test_a_clinic_of_an_unknown_country_is_refused(library):
    letterhead = load_letterhead(Path("clinic.yaml"), library)
    value = letterhead.value.model_copy(update={"country": "Atlantis"})
    request = HandoutRequest(letterhead=replace(letterhead, value=value))
    assert told(request, library)["letterhead"].startswith("letterhead: there are no emergency n")


def test_a_definition_that_cannot_be_used_is_told_with_its_own_place(example):
    example.change("stretches/calf-stretch.yaml", "hold: 30", "hold: long")
    library = example.read()
    for request in (HandoutRequest("short-run"), CardsRequest(["calf-stretch"])):
        with pytest.raises(InvalidDataError) as caught:
            check_request(request, library)
        (problem,) = caught.value.problems
        assert (problem.file, problem.line) == ("stretches/calf-stretch.yaml", 14)
    check_request(HandoutRequest("core-1"), library)
