"""The words of a handout or deck: in order, grouped, for one person, and never as markup."""

import datetime

import pytest
from spans import text

from cardgen.compose.care import who
from cardgen.compose.dates import date_words
from cardgen.documents import handout
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import InvalidDataError
from cardgen.library.data import load_locale
from cardgen.model.arrangement import Sides
from cardgen.words import lower_first, suggestion

HOSTILE = '<b>Ann</b> & "Bob" &amp; <i>{n}</i> %s <br/>'


def cautions(content, id_):
    (move,) = [move for move in content.moves if move.id == id_]
    return [caution.plain for caution in move.cautions]


def test_moves_come_in_the_order_of_the_routine(library, handout_content):
    content = handout_content("post-run")
    items = library.routines["post-run"].value.items
    assert [move.id for move in content.moves] == [item.stretch for item in items]
    assert [move.number for move in content.moves] == list(range(1, 8))


def test_cautions_with_the_same_advice_stand_together(handout_content):
    said = cautions(handout_content("post-run"), "double-knee-to-chest")
    assert any(one.startswith("Weak bones, late pregnancy, bending hurts, ") for one in said)


@pytest.mark.parametrize("routine", ["post-run", "core-3"])
def test_no_caution_is_lost_in_the_grouping(library, handout_content, routine):
    content = handout_content(routine)
    seen = 0
    for move in content.moves:
        said = " ".join(cautions(content, move.id)).lower()
        for caution in library.stretches[move.id].value.cautions:
            assert who(caution, library.conditions, load_locale("en")).lower() in said
            assert caution.advice.lower() in said
            seen += 1
    assert seen > 10


def test_cautions_of_a_group_stand_together_and_each_has_its_markers(example, handout_content):
    example.change(
        "stretches/calf-stretch.yaml",
        "  condition: strain\n",
        "  sources: [smith2020]\n- who: MRI due\n  advice: Ask your doctor first.\n"
        "  sources: [gobbo2019]\n- who: Old scar\n  advice: Go slowly.\n",
    )
    content = handout_content("short-run", library=example.library())
    assert cautions(content, "calf-stretch") == [
        "Sore heel, MRI due: Ask your doctor first.", "Old scar: Go slowly."
    ]  # fmt: skip
    # On one side what people with a condition do prints below the moves, and so do its sources.
    ids = {reference.label: reference.id for reference in content.references.listed}
    marked = {
        note.spans[0].text: [ids[f"{span.text}."] for span in note.spans if span.marker]
        for note in content.notes
    }
    said = {who: marked[who] for who in ("Sore heel", "MRI due", "Old scar")}
    assert said == {"Sore heel": ["smith2020"], "MRI due": ["gobbo2019"], "Old scar": []}


@pytest.mark.parametrize("country", ["US", "UK"])
def test_emergency_numbers_are_those_of_the_country(deck_content, country):
    deck = deck_content(country=country)
    numbers = {"US": "911", "UK": "999"}
    assert [c for c, number in numbers.items() if number in text(deck.safety)] == [country]


def test_every_sign_of_danger_is_on_every_handout_and_deck(library, handout_content, deck_content):
    levels = [level for _, _, level in library.safety["low-back"].value.by_urgency(library.levels)]
    full = [sign.text for level in levels for sign in level.signs]
    short = [line.text for level in levels for line in level.short or level.signs]
    assert len(full) > 45 > len(short) > 30
    for routine in library.routines:
        page = text(handout_content(routine))
        large = text(handout_content(routine, Sides(large_print=True)))
        for said, signs in ((page, short), (large, full), (text(deck_content(routine)), full)):
            assert [sign for sign in signs if sign not in said] == []


def test_a_handout_is_for_nobody_unless_asked(handout_content):
    assert handout_content("post-run").head.heading is None


def test_the_recipient_and_the_date_print_as_given(library, handout_content):
    date = datetime.date(2026, 3, 5)
    said = text(handout_content("post-run", recipient="Maria Álvarez", date=date).head.heading)
    assert "Maria Álvarez" in said
    assert "March 5, 2026" in said
    assert handout.split(HandoutRequest(date=date), library).date == date


def test_without_a_date_the_day_of_the_review_is_the_document_s(library, handout_content):
    reviewed = library.routines["post-run"].value.reviewed
    assert handout.split(HandoutRequest(), library).date is None
    assert handout_content("post-run").about.date == reviewed.date


def test_dates_are_written_out(locale):
    assert date_words(datetime.date(2026, 11, 22), locale) == "November 22, 2026"


def test_signs_of_markup_in_a_name_stay_text(handout_content):
    assert HOSTILE in text(handout_content("post-run", recipient=HOSTILE).head.heading)


def test_signs_of_markup_in_definitions_stay_text(example, handout_content, deck_content):
    name = "stretches/calf-stretch.yaml"
    example.change(name, "name: Calf Stretch", f"name: '{HOSTILE}'")
    example.change(name, "who: Sore heel", f"who: '{HOSTILE}'")
    example.change("sources/smith2020.yaml", '"Calves: a trial"', f"'{HOSTILE}'")
    example.change("sources/smith2020.yaml", "family: Smith", "family: 'O<Neill & <b>Sons'")
    library = example.library()
    content = handout_content("short-run", Sides(back=True), library=library)
    assert content.moves[0].name.plain == HOSTILE
    assert content.moves[0].cautions[0].plain.startswith(f"{HOSTILE}: ")
    (entry,) = [r.text.plain for r in content.references.listed if r.id == "smith2020"]
    assert entry.startswith("One trial. O<Neill & <b>Sons")
    assert HOSTILE in entry
    short = handout_content("short-run", library=library).references.listed
    (entry,) = [r.text.plain for r in short if r.id == "smith2020"]
    assert entry.startswith("O<Neill & <b>Sons")
    deck = deck_content("calf-stretch", library=library)
    assert deck.moves[0].sources[0].plain.startswith("O<Neill & <b>Sons")


def test_a_deck_of_stretches_is_in_the_order_given(deck_content):
    deck = deck_content("pelvic-tilt", "cat-cow")
    assert [(move.number, move.id) for move in deck.moves] == [(1, "pelvic-tilt"), (2, "cat-cow")]


A_ROUTINE = "is a routine: name one routine alone, or stretches only. Make two decks"


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        (("cat-caw",), ["there is no stretch or routine 'cat-caw'. Did you mean `cat-cow`?"]),
        (("cat-cow", "gym-bag"), [f"'gym-bag' {A_ROUTINE}"]),
        (("gym-bag", "core-1"), [f"'core-1' {A_ROUTINE}", f"'gym-bag' {A_ROUTINE}"]),
    ],
)
def test_a_deck_of_names_that_do_not_go_together_is_refused(deck_content, targets, said):
    with pytest.raises(InvalidDataError) as caught:
        deck_content(*targets)
    assert [str(problem) for problem in caught.value.problems] == [f"targets: {s}" for s in said]


def test_a_name_that_is_unknown_brings_the_nearest(library):
    found = library.pick("countries", "UK", "country", "country")
    assert found == library.countries["UK"]
    with pytest.raises(InvalidDataError, match=r"country: there is no country 'U'\. "):
        library.pick("countries", "U", "country", "country")


@pytest.mark.parametrize(
    ("word", "said"),
    [("hodl", "Did you mean `hold`?"), ("xyz", "There is: hold, rest")],
)
def test_a_suggestion_is_the_nearest_word_or_all(word, said):
    assert suggestion(word, ["hold", "rest"]) == said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Weak bones", "weak bones"),
        ("MRI due", "MRI due"),
        ("A sore hip", "a sore hip"),
        ("", ""),
        # The typefaces have these signs, and no small letters for them.
        ("Δ in pain", "Δ in pain"),
        ("Ωm", "Ωm"),
    ],
)
def test_a_small_first_letter_spares_abbreviations(given, said):
    assert lower_first(given) == said
