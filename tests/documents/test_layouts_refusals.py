"""What does not fit names itself: the file, the line and the field that its text comes from."""

from dataclasses import replace

import pytest

from cardgen.documents import KINDS, cards
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.poster import PosterRequest
from cardgen.errors import DoesNotFitError
from cardgen.library.brought import load_letterhead
from cardgen.model.arrangement import Arrangement
from cardgen.typography.printable import refusal

LONG, WIDE = "Lie down. " * 900, "W" * 150
ONE_SIDE, LARGE = Arrangement(pages=1), Arrangement(large_print=True)
REQUESTS = {
    "handout": HandoutRequest(),
    "two": HandoutRequest(arrangement=Arrangement(pages=2)),
    "large": HandoutRequest(arrangement=LARGE),
    "cards": CardsRequest(("post-run",)),
    "a6": CardsRequest(("post-run",), "a6"),
    "booklet": BookletRequest(("post-run",)),
    "poster": PosterRequest(),
}
STRETCH, ROUTINE = ("stretches", "cat-cow"), ("routines", "post-run")
SAFETY, SOURCE = ("safety", "low-back"), ("sources", "gobbo2019")
TEXTS = [
    # Where it stands, the field, and the documents that print it.
    (STRETCH, "name", "handout large cards a6 booklet poster"),
    (STRETCH, "steps[2]", "a6"),
    # The first move of large print may have its short steps; it shares its page.
    (("stretches", "pelvic-tilt"), "steps[2]", "large a6"),
    (STRETCH, "short_steps[2]", "handout cards booklet"),
    (STRETCH, "cue", "cards a6 poster"),
    (STRETCH, "breathing", "a6"),
    (STRETCH, "dose.note", "handout large cards a6 booklet poster"),
    # A single side has the first claim alone, and names those whom a caution concerns: no advice.
    (STRETCH, "cautions[1].advice", "two large cards a6 booklet"),
    (ROUTINE, "title", "handout large"),
    (ROUTINE, "name", "cards a6 booklet poster"),
    (ROUTINE, "summary", "large"),
    (ROUTINE, "before", "handout large cards a6 booklet poster"),
    (ROUTINE, "frequency.note", "handout large cards a6 booklet"),
    (ROUTINE, "claims[2].text", "two large"),
    (ROUTINE, "limits", "handout large"),
    (SAFETY, "intro", "handout large cards a6 booklet"),
    (SAFETY, "emergency.signs[2].text", "large cards a6"),
    (SAFETY, "emergency.short[2].text", "handout booklet poster"),
    (SAFETY, "stop.signs[1].text", "handout large cards a6 booklet poster"),
    (SAFETY, "book.action", "handout large cards a6 booklet poster"),
    (SAFETY, "disclaimer", "handout large cards a6 booklet"),
    (SOURCE, "title", "large"),
]
CASES = [(place, field, kind) for place, field, kinds in TEXTS for kind in kinds.split()]


def path_of(field):
    """Return the keys and indices of `claims[2].text`."""
    parts = field.replace("]", "").replace("[", ".").split(".")
    return tuple(int(part) - 1 if part.isdigit() else part for part in parts)


def changed(value, path, text):
    """Return a definition with another text at a path, which nobody has checked."""
    if not path:
        return text
    head, *rest = path
    if isinstance(value, tuple):
        return tuple(changed(one, rest, text) if i == head else one for i, one in enumerate(value))
    return value.model_copy(update={head: changed(getattr(value, head), rest, text)})


def library_with(library, place, field, text):
    folder, id_ = place
    records = getattr(library, folder)
    record = records[id_]
    value = changed(record.value, path_of(field), text)
    return replace(library, **{folder: {**records, id_: replace(record, value=value)}})


def refused(kind, library, request=None):
    request = request or REQUESTS[kind]
    maker = KINDS[request.kind]
    with pytest.raises(DoesNotFitError) as caught:
        maker.lay_out(maker.split(request, library).shared, library)
    return caught.value.problems


def is_told(problem, library, place, field):
    """Tell whether a problem names the file, the line and the field of a text."""
    folder, id_ = place
    origin = getattr(library, folder)[id_].origin(*path_of(field))
    part = field.partition("[")[0].partition(".")[0]
    return (
        problem.file.endswith(f"{folder}/{id_}.yaml")
        and problem.field.startswith(part)
        and problem.line <= origin.line
        and " mm " in problem.message
    )


@pytest.mark.parametrize("text", [LONG, WIDE], ids=["long", "wide"])
@pytest.mark.parametrize(("place", "field", "kind"), CASES, ids=str)
def test_a_text_that_has_no_room_names_itself(library, place, field, kind, text):
    problems = refused(kind, library_with(library, place, field, text))
    wrong = [str(problem) for problem in problems if not is_told(problem, library, place, field)]
    assert wrong == []
    assert len(problems) == len(set(problems)) >= 1


def test_a_caution_or_a_claim_beside_long_ones_is_not_blamed(library):
    (problem,) = refused("two", library_with(library, ROUTINE, "claims[3].text", LONG))
    assert problem.field.startswith("claims[3]")
    (problem,) = refused("cards", library_with(library, SAFETY, "emergency.signs[3].text", LONG))
    assert problem.field.startswith("emergency.signs[3]")


def test_a_page_that_is_too_full_blames_no_text_of_usual_length(library):
    for note in ("Go slowly.", "Go slowly, and stop if it hurts. " * 6):
        request = HandoutRequest("core-1", arrangement=ONE_SIDE, note=note, log_days=14)
        (problem,) = refused("handout", library, request)
        assert problem.field == "items"
        assert "take out a move" in problem.remedy


PERSONAL = {
    "recipient": {"recipient": WIDE[:120]},
    "note": {"note": WIDE},
    "next_visit": {"next_visit": WIDE[:120]},
    "changes.figure-four.dose.note": {"changes": {"figure-four": {"dose": {"note": WIDE[:60]}}}},
}


@pytest.mark.parametrize("arrangement", [Arrangement(), LARGE], ids=str)
@pytest.mark.parametrize("field", PERSONAL)
def test_a_word_too_wide_for_its_box_names_the_field_of_the_request(library, field, arrangement):
    request = HandoutRequest(arrangement=arrangement, **PERSONAL[field])
    (problem,) = refused("handout", library, request)
    assert (problem.file, problem.field) == ("", field)
    assert "the word 'W" in problem.message


def test_a_note_that_one_side_has_no_room_for_takes_another(library):
    maker, note = KINDS["handout"], "Go slowly, and stop if it hurts. " * 18
    request = HandoutRequest("gym-bag", note=note)
    made = maker.lay_out(maker.split(request, library).shared, library)
    assert len(made.documents[0].pages) == 2
    (problem,) = refused("handout", library, request.changed(arrangement=ONE_SIDE))
    assert "let it have two pages" in problem.remedy


@pytest.mark.parametrize("field", ["name", "address"])
def test_a_clinic_s_own_words_name_their_file(library, tmp_path, field):
    words = {"name": "Riverside", "address": "12 Mill Lane", "disclaimer": "Ask us first."}
    path = tmp_path / "clinic.yaml"
    words[field] = LONG
    path.write_text("".join(f"{name}: {said}\n" for name, said in words.items()))
    clinic = load_letterhead(path, library, refusal)
    (problem,) = refused("handout", library, HandoutRequest(letterhead=clinic))
    assert problem.file.endswith("clinic.yaml")
    assert problem.field == field


def test_an_address_breaks_at_its_dots_and_slashes_on_every_card(library):
    address = "https://www.riverside-physio.example"
    for url in (address, f"{address}/patients/exercise"):
        for size in library.sizes:
            assert cards.lay_out(CardsRequest(("cat-cow",), size, url=url), library).documents


def test_an_address_that_is_one_long_word_breaks_anywhere(library):
    request = CardsRequest(("cat-cow",), url=f"https://www.{'clinic' * 30}.example")
    assert cards.lay_out(request, library).documents


def test_a_cover_that_lists_many_moves_goes_on_on_another_card(library):
    record = library.stretches["cat-cow"]
    many = {
        f"move-{i}": replace(
            record, id=f"move-{i}", value=record.value.model_copy(update={"name": f"Move {i}"})
        )
        for i in range(60)
    }
    library = replace(library, stretches={**library.stretches, **many})
    made = cards.lay_out(CardsRequest(tuple(many)), library)
    without = cards.lay_out(CardsRequest(tuple(many), skip=("cover",)), library)
    counts = [next(f for f in one.facts if str(f).endswith(" cards")) for one in (made, without)]
    assert int(counts[0].split()[0]) > int(counts[1].split()[0]) + 1
