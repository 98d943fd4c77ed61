"""Requests check themselves: every wrong value by its field, all at once, whoever makes them."""

import datetime
import pickle
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from cardgen.api import render
from cardgen.documents import KINDS
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.calibration import CalibrationRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import CardgenError, ClashError, ExitCode, InvalidDataError
from cardgen.files import build_booklet, build_handout
from cardgen.model.arrangement import Arrangement
from cardgen.model.dose import DoseChange
from cardgen.model.printing import SheetOptions
from cardgen.model.request import fields_of

DAY = datetime.date(2026, 11, 22)


def told(make, *args, **values):
    with pytest.raises(CardgenError) as caught:
        make(*args, **values)
    assert not isinstance(caught.value, ValidationError)
    assert all(problem.file == "" and problem.remedy for problem in caught.value.problems)
    return [(problem.field, problem.message) for problem in caught.value.problems]


WRONG = [
    ("recipient", "Kim 🦵", "the typeface has no sign for '🦵'"),
    ("recipient", "", "expected some text, found none"),
    ("recipient", "\t ", "expected some text, found none"),
    ("recipient", "Kim\nLee", "expected one line, found a line break"),
    ("recipient", "Kim\x1b", "found U+001B"),
    ("recipient", "Kim\u202e", "found U+202E"),
    ("recipient", "W" * 121, "expected at most 120 characters, found 121"),
    ("recipient", 4, "expected text, found 4"),
    ("next_visit", "x" * 121, "expected at most 120 characters"),
    ("note", "x" * 601, "expected at most 600 characters"),
    ("note", b"Go", "expected text"),
    ("date", "2026-11-22", "expected a date such as 2026-11-22"),
    (
        "date",
        datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC),
        "expected a date such as 2026-11-22",
    ),
    ("date", datetime.date(1, 1, 1), "expected a number from 1900-01-01"),
    ("paper", 4, "expected text, found 4"),
    ("paper", "", "expected some text"),
    ("theme", None, "expected text, found nothing"),
    ("conditions", "flare", "expected a list, found 'flare'"),
    ("log_days", -1, "expected a number from 0, found -1"),
    ("log_days", 29, "expected a number up to 28, found 29"),
    ("log_days", True, "expected a whole number, found true"),
    ("qr", "both", "expected 'moves' or 'page', found 'both'"),
    ("blank", "yes", "expected true or false, found 'yes'"),
    ("routine", ["core-1"], "expected text, found a list of 1"),
    ("add", [4], "expected text, found 4"),
    ("letterhead", Path("clinic.yaml"), "expected what a file says"),
    ("csl", "apa.csl", "expected what a file says"),
    ("changes", ["cat-cow"], "expected lines of `field: value`"),
    ("arrangement", "grid", "expected lines of `field: value`"),
    ("recipent", "Kim", "there is no such field"),
]


@pytest.mark.parametrize(("field", "value", "said"), WRONG)
def test_a_wrong_value_is_refused_by_its_field(field, value, said):
    ((name, message),) = told(HandoutRequest, **{field: value})
    assert name.partition("[")[0] == field
    assert message.startswith(said)


DOSES = [
    ((("cat-cow", DoseChange(sets=2)), ("cat-cow", DoseChange(reps=3))), "dose", "it is changed"),
    ({"cat-cow": DoseChange(note="🐢")}, "dose.note", "the typeface has no sign"),
    ({"cat-cow": DoseChange(note="n" * 61)}, "dose.note", "expected at most 60 characters"),
    ({"cat-cow": {"dose": {"sets": 0}}}, "dose.sets", "expected a number over 0, found 0"),
    ({"cat-cow": {"dose": {"set": 2}}}, "dose.set", "there is no such field"),
]


@pytest.mark.parametrize(("changes", "field", "said"), DOSES)
def test_a_wrong_dose_is_refused_by_its_stretch_and_field(changes, field, said):
    ((name, message),) = told(HandoutRequest, changes=changes)
    assert name == f"changes.cat-cow.{field}"
    assert message.startswith(said)


@pytest.mark.parametrize(
    ("make", "values", "field"),
    [
        (HandoutRequest, {"arrangement": Arrangement("rows")}, "layout"),
        (HandoutRequest, {"arrangement": Arrangement(layot="list")}, "layot"),
        (HandoutRequest, {"arrangement": {"layout": "rows"}}, "layout"),
        (HandoutRequest, {"arrangement": {"pages": 3}}, "pages"),
        (CardsRequest, {"options": SheetOptions(copies=0)}, "copies"),
        (CardsRequest, {"options": {"bleed": -1}}, "bleed"),
        (CardsRequest, {"copies": 2}, "copies"),
        (CardsRequest, {"targets": []}, "targets"),
        (CardsRequest, {"targets": "cat-cow"}, "targets"),
        (CardsRequest, {"url": "example.org"}, "url"),
        (CardsRequest, {"printer": "office"}, "printer"),
        (BookletRequest, {"size": "a6"}, "size"),
        (CalibrationRequest, {"paper": 4}, "paper"),
    ],
)
def test_the_same_holds_for_groups_and_for_other_requests(make, values, field):
    ((name, _),) = told(make, **values)
    assert name == field


def test_all_that_is_wrong_is_told_at_once():
    wrong = {"recipient": "", "date": 1, "log_days": 99, "arrangement": {"pages": 9}}
    names = [name for name, _ in told(HandoutRequest, **wrong)]
    assert names == ["date", "log_days", "pages", "recipient"]


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (HandoutRequest, {"arrangement": Arrangement("grid", large_print=True)}),
        (CardsRequest, {"options": SheetOptions(fold=True, split=True)}),
        (CardsRequest, {"options": SheetOptions("short", fold=True)}),
        (CardsRequest, {"options": {"single": True, "start_at": 2}}),
        (CardsRequest, {"options": SheetOptions(radius=9.0)}),
        (CardsRequest, {"sheet": "avery-5371", "size": "poker"}),
        (CardsRequest, {"sheet": "avery-5371", "options": SheetOptions(fold=True)}),
    ],
)
def test_values_that_do_not_go_together_are_a_wrong_use(make, values):
    with pytest.raises(ClashError) as caught:
        make(**values)
    assert caught.value.exit_code == ExitCode.USAGE
    (problem,) = caught.value.problems
    assert problem.field in {*fields_of(make)}
    assert f"`{problem.field}`" in problem.message


def test_what_is_wrong_in_a_group_is_told_with_the_rest_of_the_request():
    group = Arrangement("rows", pages=9)
    names = [name for name, _ in told(HandoutRequest, recipient="", arrangement=group)]
    assert names == ["layout", "pages", "recipient"]


def test_what_is_folded_is_printed_on_one_side():
    assert SheetOptions(fold=True).duplex == "none"
    assert SheetOptions("none", fold=True) == SheetOptions(fold=True)


def test_the_first_fields_may_be_given_by_their_place():
    assert HandoutRequest("core-1", "a4") == HandoutRequest(routine="core-1", paper="a4")
    assert CardsRequest(("cat-cow",), "poker").size == "poker"
    with pytest.raises(TypeError, match="given twice"):
        HandoutRequest("core-1", routine="core-2")
    with pytest.raises(TypeError, match="at most 4"):
        HandoutRequest("core-1", "a4", "Kim", DAY, None)


def test_lists_are_taken_for_tuples_and_texts_are_tidied():
    request = HandoutRequest(add=["bird-dog"], recipient=" A\u0301nn  Lee ", note="Rest.\nWalk.")
    assert request.add == ("bird-dog",)
    assert (request.recipient, request.note) == ("Ánn Lee", "Rest.\nWalk.")


def test_changes_are_given_as_pairs_or_by_stretch():
    change = DoseChange(hold=20)
    pairs = (("figure-four", change),)
    plain = {"figure-four": {"dose": {"hold": 20}}}
    for given in (pairs, list(pairs), dict(pairs), plain):
        assert HandoutRequest(changes=given).changes == pairs


def test_a_request_is_a_value():
    one, same = HandoutRequest(recipient="Kim", date=DAY), HandoutRequest(recipient="Kim", date=DAY)
    assert one == same
    assert hash(one) == hash(same)
    assert one != HandoutRequest(recipient="Kim")
    assert pickle.loads(pickle.dumps(one)) == one
    with pytest.raises(ValidationError, match="frozen"):
        one.recipient = "Jo"


def test_a_request_is_changed_by_making_another():
    request = HandoutRequest("core-1", recipient="Kim")
    assert request.changed(recipient=None) == HandoutRequest("core-1")
    assert request.with_checked({"recipient": None}) == HandoutRequest("core-1")
    assert request.recipient == "Kim"
    with pytest.raises(InvalidDataError, match="recipient"):
        request.changed(recipient="")


def test_a_field_of_a_dose_that_is_taken_away_is_not_one_that_stays():
    taken, kept = DoseChange(note=None), DoseChange()
    assert taken != kept
    assert len({taken, kept, DoseChange(note=None)}) == 2


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_has_its_request_with_no_field_without_words(name):
    kind = KINDS[name]
    assert kind.name == kind.request.kind == name
    assert KINDS[kind.request().kind] is kind
    known = fields_of(kind.request)
    assert len(known) >= 4
    groups = {field.group for field in known.values()} - {None}
    assert set(kind.request.model_fields) == {*known, *groups} - {
        field.name for field in known.values() if field.group
    }
    for field in known.values():
        assert field.about.endswith("."), field.name
        assert field.asked.name, field.name
        assert not field.asked.option or field.asked.group, field.name
        assert field.value(field.default) == field.default, field.name
    assert set(kind.request.first) <= set(kind.request.model_fields)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"sets": True}, "sets: expected a whole number, found true"),
        ({"holds": 3}, "holds: there is no such field. Did you mean `hold`?"),
        ({"reps": 0}, "reps: expected a number over 0, found 0"),
    ],
)
def test_a_change_of_a_dose_checks_itself(values, said):
    with pytest.raises(CardgenError, match=re.escape(said)):
        DoseChange(**values)


def test_true_is_no_number_of_sides():
    with pytest.raises(CardgenError, match="pages: expected 1 or 2, found true"):
        HandoutRequest(arrangement={"pages": True})


@pytest.mark.parametrize("build", [build_handout, build_booklet])
def test_a_builder_makes_one_kind(build, tmp_path):
    with pytest.raises(CardgenError, match=r"expected a request for .*, found CardsRequest"):
        build(CardsRequest(), tmp_path / "made.pdf", tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_is_no_request_is_refused(library):
    with pytest.raises(CardgenError, match=r"expected a request, .* found NoneType"):
        render(None, library)
