"""Every handout of the library, on every paper."""

import pytest
from checks import handout_faults
from geometry import page_blocks, paragraphs, tidy
from samples import LIBRARY, PAPERS, ROUTINES, handout_of

from cardgen.documents.handout_request import HandoutRequest
from cardgen.layout.looks import LEAST
from cardgen.model.arrangement import Arrangement


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_a_handout_is_sound(routine, paper):
    sample = handout_of(HandoutRequest(routine, paper))
    pages = sample.document.pages
    assert 1 <= len(pages) <= 2
    assert list(handout_faults(pages, sample.content, sample.sides, sample.layout)) == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_handout_says_every_caution_sign_and_source_of_the_definitions(routine):
    sample = handout_of(HandoutRequest(routine))
    found = [p for page in sample.document.pages for p in paragraphs(page_blocks(page))]
    said = " ".join(p.text for p in found).lower()
    record = LIBRARY.routines[routine].value
    safety = LIBRARY.safety[record.safety].value
    stretches = [LIBRARY.stretches[item.stretch].value for item in record.items]
    # All its people have a condition that it is for; whom it is not for does no move of it.
    told_otherwise = {*record.conditions, *(id_ for one in record.not_for for id_ in one.condition)}
    cautions = [
        caution
        for stretch in stretches
        for caution in stretch.cautions
        if not caution.conditions or set(caution.conditions) - told_otherwise
        # What is changed for everyone is no change for others who have it changed so.
        if caution.effect != "change" or set(caution.conditions).isdisjoint(record.conditions)
    ]
    advice = [
        caution.advice for caution in cautions if not caution.short and caution.who != "Everyone"
    ]
    # One side has the moves to leave out in place of the advice: see below.
    single = sample.sides.single
    told = [] if single else [one.removesuffix(".") for one in advice if one != "Skip this one."]
    levels = [level for _, _, level in safety.by_urgency(LIBRARY.levels)]
    signs = [line.text for level in levels for line in (level.short or level.signs)]
    listed = sample.content.references.listed
    sources = [LIBRARY.sources[reference.id].value for reference in listed]
    places = [source.doi for source in sources if source.doi]
    assert single or len(told) >= len(record.items)
    assert len(signs) >= 20
    assert len(places) >= 5
    assert [text for text in (*told, *signs, *places) if text.lower() not in said] == []


@pytest.mark.parametrize("pages", [1, 2])
def test_a_page_for_anyone_has_each_condition_once_as_an_entry_of_one_list(pages):
    sample = handout_of(HandoutRequest("gym-bag", arrangement=Arrangement(pages=pages)))
    assert len(sample.document.pages) == pages
    found = [p for page in sample.document.pages for p in paragraphs(page_blocks(page))]
    noted = [p for p in found if any(run.circled for line in p.lines for run in line.runs)]
    numbered = [note for note in sample.content.notes if any(s.circled for s in note.spans)]
    assert [p.text for p in noted] == [tidy(note.plain) for note in numbered]
    # Whom it is not for is said in words: in one note, or with what they do, where there is room.
    assert len(sample.content.notes) - len(numbered) == 1
    assert {p.roles[-4:] for p in noted} == {("Sect", "UL", "LI", "LBody")}
    sizes = {round(run.size, 2) for p in noted for line in p.lines for run in line.runs
             if not run.rise}  # fmt: skip
    assert min(sizes) >= LEAST
    (heading,) = (p for p in found if p.text == sample.content.paging.notes)
    assert heading.is_heading


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_marker_of_a_handout_has_its_reference(routine):
    sample = handout_of(HandoutRequest(routine))
    found = [p for page in sample.document.pages for p in paragraphs(page_blocks(page))]
    runs = [run for p in found for line in p.lines for run in line.runs]
    raised = [run for run in runs if run.rise and run.link]
    listed = sample.content.references.listed
    assert {run.link: tidy(run.text) for run in raised} == {
        f"#{r.id}": r.label.rstrip(".") for r in listed
    }
    assert all(reference.text.plain for reference in listed)
