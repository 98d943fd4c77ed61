"""Rosters as documents read them: their columns, their dates, and what cardgen.yaml says."""

import datetime
import re

import pytest

from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.rosters import open_people
from cardgen.documents.rows import RowReader
from cardgen.errors import CardgenError
from cardgen.library.settings import find_settings
from cardgen.model.dose import DoseChange
from cardgen.model.roster_options import ReadingOptions
from cardgen.model.settings import SettingsSources
from cardgen.paths import PACKAGE

DOCS = PACKAGE.parent / "docs"
TODAY = datetime.date(2026, 11, 29)


@pytest.fixture
def people(tmp_path, library):
    """Return the requests of a roster, and the roster itself, by its text and cardgen.yaml."""

    def read(text, settings="", name="r.csv", **options):
        (tmp_path / name).write_text(text)
        if settings:
            (tmp_path / "cardgen.yaml").write_text(settings)
        found = find_settings(SettingsSources((tmp_path,)))
        roster = open_people(tmp_path / name, library, None, ReadingOptions(**options), found)
        reader = RowReader(roster.columns, library, HandoutRequest(today=TODAY))
        assert reader.check_columns() == []
        return [reader.read(row) for row in roster.rows()], roster

    return read


@pytest.fixture
def said(people):
    """Return the first that is wrong with a roster, without its path."""

    def told(*args, **options):
        with pytest.raises(CardgenError) as caught:
            people(*args, **options)
        return str(caught.value.problems[0]).partition("/r.csv")[2] or str(caught.value)

    return told


def dates(requests):
    return [request.date and (request.date.month, request.date.day) for request in requests]


AMBIGUOUS = "date\n05/06/2026\n07/08/2026\n"


def test_a_date_of_two_readings_is_refused_and_each_remedy_works(people, said):
    told = said(AMBIGUOUS)
    assert "2:1: date: '05/06/2026' may be 2026-06-05 or 2026-05-06" in told
    assert "`date_order`, or name your `country`; cardgen.yaml can have both" in told
    assert dates(people(AMBIGUOUS, date_order="day-month-year")[0]) == [(6, 5), (8, 7)]
    assert dates(people(AMBIGUOUS, "country: US\n")[0]) == [(5, 6), (7, 8)]
    assert dates(people(AMBIGUOUS, "country: UK\n")[0]) == [(6, 5), (8, 7)]
    assert dates(people(AMBIGUOUS, "country: US\ndate_order: day-month-year\n")[0])[0] == (6, 5)


def test_the_column_outranks_the_country_which_is_told(people):
    requests, roster = people(AMBIGUOUS + "22/11/2026\n", "country: US\n")
    assert dates(requests)[0] == (6, 5)
    (warning,) = roster.warnings
    assert "its dates are read as day-month-year" in str(warning)
    assert "cardgen.yaml:1 says month-day-year" in str(warning)


def test_a_column_may_tell_of_another_and_not_against_itself(people, said):
    requests, _ = people("date,next\n22/11/2026,05/12/2026\n")
    assert requests[0].next_visit == datetime.date(2026, 12, 5)
    requests, _ = people("date,next\n22/11/2026,05/12/2026\n,12/24/2026\n")
    assert requests[0].next_visit == datetime.date(2026, 5, 12)
    assert "may be" in said("date,next\n05/06/2026,x\n22/12/2026,\n12/24/2026,\n")
    assert "expected month-day-year" in said("date\n22/11/2026\n", date_order="month-day-year")


def test_the_country_of_many_orders_settles_nothing(said):
    assert "may be" in said(AMBIGUOUS, "country: CA\n")


def test_the_next_visit_is_a_date_or_words(people, said):
    rows = "next\n2026-12-01\nin a week\nDec 1\n46348\n2026-12-01 10:30\n"
    found = [request.next_visit for request in people(rows)[0]]
    assert found == [
        datetime.date(2026, 12, 1),
        "in a week",
        "Dec 1",
        datetime.date(2026, 11, 22),
        "2026-12-01 10:30",
    ]
    assert "may be two days, and a time stands behind it" in said("next\n05/06/2026 10:30\n")
    assert HandoutRequest(next_visit="2026-12-01").next_visit == datetime.date(2026, 12, 1)
    assert HandoutRequest(next_visit="2026-13-01").next_visit == "2026-13-01"


def test_today_is_the_day_of_the_batch(people):
    assert people("date\ntoday\n")[0][0].date == TODAY


def test_headings_are_what_a_person_calls_columns(people, said):
    settings = "columns:\n  Patient  name: recipient\n  Sitzung: cat-cow.dose.sets\n"
    (request,), roster = people(" PATIENT NAME ;Sitzung\nAnn;3\n", settings)
    assert request.recipient == "Ann"
    assert request.changes == (("cat-cow", DoseChange(sets=3)),)
    assert roster.columns.names == ("recipient", "cat-cow.dose.sets")
    told = said("Patient name\n🦵\n", settings)
    assert told.startswith(":2:1: Patient name: ")
    told = said("x\ny\n", "columns: {Name: recipent}\n")
    assert "cardgen.yaml:1:" in told
    assert "columns.Name: there is no column 'recipent'. Did you mean `recipient`?" in told


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("contry: US\n", "contry: there is no such field. Did you mean `country`?"),
        ("date_order: dmy\n", "date_order: expected 'day-month-year'"),
        ("ignore_columns: Ward\n", "ignore_columns: expected a list"),
    ],
)
def test_settings_are_checked(said, settings, told):
    found = said("recipient\nAnn\n", settings)
    assert "cardgen.yaml:1:" in found
    assert told in found


def test_names_may_have_hyphens_blanks_or_underscores(people):
    text = "Large Print,log-days,metadata_name,cat-cow.dose.each-side\nyes,2w,TRUE,\n"
    (request,), roster = people(text)
    assert (request.log_days, request.arrangement.large_print) == (14, True)
    assert roster.columns.names[2:] == ("metadata_name", "cat-cow.dose.each_side")
    cards = "kind,one_per_page,ring-hole\ncards,yes,\n"
    (request,), _ = people(cards)
    assert request == people(cards.replace("one_per_page", "one-per-page"))[0][0]


def test_columns_that_nobody_knows_are_passed_over_where_that_is_said(people):
    text = "recipient,Ward,rutine\nAnn,3,core-1\n"
    (request,), roster = people(text, ignore_columns=True)
    assert request == HandoutRequest(recipient="Ann", today=TODAY)
    assert next(roster.rows()).cells["ward"] == "3"
    (warning,) = roster.warnings
    assert "rutine: this column is passed over. Did you mean `routine`?" in str(warning)
    (request,), roster = people("for,Ward,note\nAnn,3,x\n", "ignore_columns: [ward, Note]\n")
    assert request == HandoutRequest(recipient="Ann", today=TODAY)
    assert roster.columns.ignored == {"ward", "note"}


@pytest.mark.parametrize("word", ["TRUE", "True", "WAHR", "vrai", "DOĞRU", "1.0", "x"])
def test_spreadsheets_write_truths_in_their_language(people, word):
    text = f"blank;cat-cow.dose.each_side\n{word};{word}\n"
    (request,), _ = people(text)
    assert request.blank is True
    assert request.changes == (("cat-cow", DoseChange(each_side=True)),)


def test_numbers_are_by_the_convention_of_the_file(people, said):
    column = "cat-cow.dose.rep_seconds"
    for text in (f"{column};pages\n2,5;2.0\n", f'{column},pages\n"2,5",2.0\n'):
        (request,), _ = people(text)
        assert request.changes == (("cat-cow", DoseChange(rep_seconds=2.5)),)
        assert request.arrangement.pages == 2
    assert "'1.500' may be two numbers" in said(f"{column};x\n1.500;\n".replace(";x", ";note"))
    (request,), _ = people("kind;bleed\ncards;2,5 mm\n")
    assert round(request.options.bleed * 25.4 / 72, 3) == 2.5


def test_a_list_or_a_truth_is_no_name(said):
    for value, what in (("true", "true"), ("[a, b]", "a list of 2")):
        told = said(f"- recipient: {value}\n", name="r.yaml")
        assert f"recipient: expected text, found {what}" in told


def test_a_row_that_is_wrong_as_a_row_says_all_that_is_wrong(library, tmp_path):
    (tmp_path / "r.csv").write_text("date,routine\nsoon,post-run,x\n")
    roster = open_people(tmp_path / "r.csv", library)
    (row,) = roster.rows()
    said = [problem.message for problem in RowReader(roster.columns, library).check(row)]
    assert len(said) == 3
    assert any("3 cells" in message for message in said)


def test_the_settings_in_the_docs_are_settings(people):
    page = (DOCS / "rosters.md").read_text(encoding="utf-8")
    (settings,) = re.findall(r"(?s)```yaml\n(.*?)```", page)
    (request,), _ = people("Patient name,Sessions,Ward,date\nAnn,3,4,05/06/2026\n", settings)
    assert request.recipient == "Ann"
    assert request.changes == (("cat-cow", DoseChange(sets=3)),)
    assert request.date == datetime.date(2026, 6, 5)


def test_a_column_that_is_like_none_may_be_passed_over(library, tmp_path):
    (tmp_path / "r.csv").write_text("Blood group\n0\n")
    roster = open_people(tmp_path / "r.csv", library)
    (problem,) = RowReader(roster.columns, library).check_columns()
    assert problem.remedy.startswith("Pass over it by `ignore_columns`, or say in cardgen.yaml")
