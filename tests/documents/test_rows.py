"""Cells are read by the fields of the kind of document that their row asks for."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from cardgen.batch.names import ending_of
from cardgen.documents import KINDS, PDF
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.columns import column_help, column_set
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.rows import RowReader
from cardgen.errors import CardgenError
from cardgen.library.rosters import open_roster
from cardgen.model.arrangement import Arrangement
from cardgen.model.dose import DoseChange
from cardgen.model.printing import SheetOptions
from cardgen.model.request import fields_of


def rows(text, library, **options):
    roster = open_roster(Path("-"), text.encode())
    return RowReader(roster.columns, library, **options), list(roster.rows())


def read(text, library, **options):
    reader, found = rows(text, library, **options)
    assert reader.check_columns() == []
    return [reader.read(row) for row in found]


def told(text, library):
    reader, found = rows(text, library)
    problems = list(reader.check_columns())
    for row in found:
        problems += reader.check(row)
    return [str(problem).removeprefix("standard input:") for problem in problems]


HANDOUT = [
    ("recipient", " Kim  Lee ", {"recipient": "Kim Lee"}),
    ("for", "Kim", {"recipient": "Kim"}),
    ("routine", "Core-1", {"routine": "core-1"}),
    ("paper", "A4", {"paper": "a4"}),
    ("page", "a3", {"paper": "a3"}),
    ("page", "220x300mm", {"paper": "220x300mm"}),
    ("theme", "INK", {"theme": "ink"}),
    ("type", "fira", {"pairing": "fira"}),
    ("language", "EN", {"language": "en"}),
    ("date", "2026-11-22", {"date": datetime.date(2026, 11, 22)}),
    ("note", '"Rest.\nWalk."', {"note": "Rest.\nWalk."}),
    ("next", "May 3", {"next_visit": "May 3"}),
    ("next_visit", "May 3", {"next_visit": "May 3"}),
    ("conditions", "Flare; strain", {"conditions": ("flare", "strain")}),
    ("without", "cat-cow pelvic-tilt", {"without": ("cat-cow", "pelvic-tilt")}),
    ("add", "bird-dog", {"add": ("bird-dog",)}),
    ("cat-cow.dose.reps", "4", {"changes": {"cat-cow": DoseChange(reps=4)}}),
    ("layout", "list", {"arrangement": Arrangement("list")}),
    ("large_print", "yes", {"arrangement": Arrangement(large_print=True)}),
    ("large_print", "no", {"arrangement": Arrangement(large_print=False)}),
    ("pages", "2", {"arrangement": Arrangement(pages=2)}),
    ("log_days", "2w", {"log_days": 14}),
    ("log", "no", {"log_days": 0}),
    ("qr", "moves", {"qr": "moves"}),
    ("blank", "x", {"blank": True}),
]


@pytest.mark.parametrize(("column", "cell", "asked"), HANDOUT)
def test_a_cell_is_a_field_of_a_handout(library, column, cell, asked):
    assert read(f"{column},kind\n{cell},\n", library) == [HandoutRequest(**asked)]


CARDS = [
    ("routine", "core-1", {"targets": ("core-1",)}),
    ("targets", "cat-cow bird-dog", {"targets": ("cat-cow", "bird-dog")}),
    ("size", "poker", {"size": "poker"}),
    ("size", "70x100mm", {"size": "70x100mm"}),
    ("sheet", "avery-5371", {"sheet": "avery-5371"}),
    ("country", "uk", {"country": "UK"}),
    ("copies", "3", {"options": SheetOptions(copies=3)}),
    ("bleed", "3 mm", {"options": {"bleed": 3 * 72 / 25.4}}),
    ("cut", "marks", {"options": SheetOptions(cut="marks")}),
]


@pytest.mark.parametrize(("column", "cell", "asked"), CARDS)
def test_a_cell_is_a_field_of_cards(library, column, cell, asked):
    (request,) = read(f"kind,{column}\ncards,{cell}\n", library)
    assert request == CardsRequest(**{"targets": ("post-run",), **asked})


def test_each_row_has_its_kind(library):
    found = read("routine,kind\ngym-bag,cards\ngym-bag,Booklet\ngym-bag,\n", library)
    assert found == [
        CardsRequest(("gym-bag",)),
        BookletRequest(("gym-bag",)),
        HandoutRequest("gym-bag"),
    ]


def test_the_same_cells_are_another_page_in_another_kind(library):
    reader, found = rows("theme,kind\ngrey,handout\ngrey,cards\ngrey,booklet\n", library)
    keys = {reader._kind(row).page_cells(row._replace(cells={"theme": "grey"})) for row in found}
    assert len(keys) == len(found)


@pytest.mark.parametrize("checks", [False, True])
def test_a_kind_that_is_passed_over_is_not_read(library, checks):
    roster = open_roster(Path("-"), b"theme,kind\ngrey,walk-in\ngrey,cards\ngrey,phone\n")
    columns = replace(roster.columns, ignored=frozenset({"kind"}))
    reader, found = RowReader(columns, library), list(roster.rows())
    if checks:
        assert [reader.check(row) for row in found] == [()] * 3
    assert [reader.read(row) for row in found] == [HandoutRequest(theme="grey")] * 3
    assert {ending_of(row, columns) for row in found} == {PDF}


def test_a_routine_that_is_passed_over_does_not_clash_with_a_programme(library, project):
    path = project.write("week.yaml", "title: Week\nmoves: [cat-cow]\n")
    text = f"programme,routine\n{path},\n{path},core-1\n".encode()
    roster = open_roster(Path("-"), text)
    reader = RowReader(replace(roster.columns, ignored=frozenset({"routine"})), library)
    assert len({reader.read(row) for row in roster.rows()}) == 1


def test_defaults_stand_where_a_cell_is_empty_for_all_kinds_that_have_the_field(library):
    defaults = HandoutRequest("core-1", theme="ink", note="Rest.")
    found = read("kind,paper\nhandout,\ncards,a4\n", library, defaults=defaults)
    assert found == [defaults, CardsRequest(("core-1",), theme="ink", paper="a4")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rutine\ncore-1\n", "1:1: rutine: there is no such column. Did you mean `routine`?"),
        ("page,paper\na4,a4\n", "1:2: paper: this column says the same as `page`. Keep one of"),
        ("kind\nleaflet\n", "2:1: kind: there is no kind 'leaflet'. There is: handout, cards, bo"),
        ("kind\nposter\n", "2:1: kind: there is no kind 'poster'"),
        ("size\npoker\n", "2:1: size: there is no place for this in a row of kind handout. Empt"),
        ("kind,note\ncards,Hi\n", "2:2: note: there is no place for this in a row of kind cards"),
        ("kind,cat-cow.dose.reps\ncards,4\n", "2:2: cat-cow.dose.reps: there is no place for th"),
        ("recipient\nKim 🦵\n", "2:1: recipient: the typeface has no sign for '🦵'"),
        (f"for\n{'W' * 121}\n", "2:1: for: expected at most 120 characters, found 121. Shorten"),
        ("date\n22.13.2026\n", "2:1: date: expected a date such as 2026-11-22, found '22.13.2026"),
        ("blank\nmaybe\n", "2:1: blank: expected yes or no, found 'maybe'. Empty it for no"),
        ("pages\n3\n", "2:1: pages: expected 1 or 2, found '3'"),
        ("log\n9w\n", "2:1: log: expected a number up to 28, found 63"),
        ("log\n2\n", "2:1: log: expected up to 4 weeks, as 2w or 10d, got '2'"),
        ("page\na44\n", "2:1: page: there is no paper 'a44'"),
        ("type\ncomic\n", "2:1: type: there is no type 'comic'. There is: fira, plain"),
        ("conditions\nflare gout\n", "2:1: conditions: there is no condition 'gout'"),
        ("letterhead\nno.yaml\n", "2:1: letterhead: no.yaml: cannot read the file"),
        ("cat-cow.dose.reps\nmany\n", "2:1: cat-cow.dose.reps: expected a whole number, found"),
        ("cat-cow.dose.note\n🐢\n", "2:1: cat-cow.dose.note: the typeface has no sign for '🐢'"),
        ("bird-dog.dose.reps\n4\n", "2:1: bird-dog.dose.reps: there is no move 'bird-dog' in th"),
        ("pelvic-tilt.dose.hold\n20\n", "2:1: pelvic-tilt.dose.hold: expected `hold` (20) to be"),
        ("without\nbird-dog\n", "2:1: without: there is no move 'bird-dog' in the routine 'post-"),
        ("add\ncat-cow\n", "2:1: add: 'cat-cow' is in the routine 'post-run' already. To change"),
        ("large_print,pages\nyes,2\n", "2:1: large_print: `large_print` has its own layout"),
        ("kind,sheet,size\ncards,avery-5371,poker\n", "2:2: sheet: `sheet` has its own size and"),
        ("kind,targets\ncards,cat-caw\n", "2:2: targets: there is no stretch or routine 'cat-"),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_is_wrong_is_told_at_its_cell(library, text, said):
    assert told(text, library)[0].startswith(said)


def test_all_that_is_wrong_in_a_row_is_told_at_once(library):
    text = "recipient,date,routine,cat-cow.dose.reps\n🦵,soon,nowhere,many\n"
    fields = ["recipient", "date", "routine", "cat-cow.dose.reps"]
    assert [line.split(": ")[1] for line in told(text, library)] == fields


def test_cells_that_recur_are_the_same_value_and_prose_is_not_kept(library):
    reader, found = rows("theme,recipient,note\n" + "ink,Kim Zebra,Rest Zebra.\n" * 3, library)
    assert len({reader.read(row) for row in found}) == 1
    assert "Zebra" not in repr([cells.known for cells in reader._kinds["handout"].cells.values()])


def test_free_text_is_looked_at_in_rows_that_are_else_like_one_before(library):
    text = "for,note,routine\nKim,Rest.,core-1\nLee,Walk.,core-1\nA\u0007,B\u0007,core-1\n"
    first, second = told(text, library)
    assert first.startswith("4:1: for: found U+0007")
    assert second.startswith("4:2: note: found U+0007")


def test_problems_of_another_stage_are_told_at_the_cell_to_blame(library):
    reader, (row,) = rows("next\nMay 3\n", library)
    request = reader.read(row)
    with pytest.raises(CardgenError) as caught:
        request.changed(next_visit="\x07")
    (problem,) = reader.located(row, caught.value)
    assert str(problem).startswith("standard input:2:1: next: found U+0007")


def test_columns_are_the_fields_of_the_kinds_that_a_row_may_ask_for():
    columns = column_set()
    assert {*columns.fields} == {name for name in KINDS if KINDS[name].in_batches}
    for name, known in columns.fields.items():
        fields = fields_of(KINDS[name].request)
        assert {field.name for field in known.values()} == {
            field.name for field in fields.values() if field.asked.column
        }
    assert {"recipient", "for", "page", "paper", "type", "next", "letterhead"} <= {*columns.names}
    assert {"built", "today", "csl", "archival"}.isdisjoint(columns.names)
    assert all(help_.about.endswith(".") and help_.kinds for help_ in column_help().values())


@pytest.mark.parametrize("first", ["read", "check"])
def test_rows_that_differ_in_words_alone_are_read_once_and_no_word_is_kept(library, first):
    reader, found = rows(
        "recipient,note,date,cat-cow.dose.reps\n"
        "Kim,Rest.,2026-11-22,4\nLee,,,4\n,Walk.,2026-11-23,4\n,,,4\n",
        library,
    )
    for one in found if first == "check" else ():
        assert reader.check(one) == ()
    requests = [reader.read(row) for row in found]
    assert requests == [RowReader(reader.columns, library).read(row) for row in found]
    assert [request.recipient for request in requests] == ["Kim", "Lee", None, None]
    assert [request.note for request in requests] == ["Rest.", None, "Walk.", None]
    (kept,) = reader._asked.items()
    said = repr(kept)
    assert "cat-cow" in said
    assert not [word for word in ("Kim", "Lee", "Rest.", "Walk.", "22)", "23)") if word in said]


def test_what_was_read_is_checked_nevertheless(library):
    reader, found = rows("without\nbird-dog\nbird-dog\n", library)
    assert len({reader.read(row) for row in found}) == 1
    assert all(reader.check(row) for row in found)
