"""Every handout of the library, on every paper."""

import pytest
from checks import handout_faults
from geometry import page_blocks, paragraphs, tidy
from samples import LIBRARY, PAPERS, ROUTINES, handout_of

from cardgen.documents.handout_request import HandoutRequest


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_a_handout_is_one_sound_sheet(routine, paper):
    sample = handout_of(HandoutRequest(routine, paper))
    assert len(sample.document.pages) <= 2
    assert list(handout_faults(sample.document.pages, sample.content)) == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_handout_says_every_caution_sign_and_source_of_the_definitions(routine):
    sample = handout_of(HandoutRequest(routine))
    said = " ".join(
        p.text for page in sample.document.pages for p in paragraphs(page_blocks(page))
    ).lower()
    record = LIBRARY.routines[routine].value
    safety = LIBRARY.safety[record.safety].value
    cautions = [
        words
        for item in record.items
        for caution in LIBRARY.stretches[item.stretch].value.cautions
        for words in (caution.who, caution.advice)
        if words
    ]
    signs = [sign.text for _, _, level in safety.by_urgency(LIBRARY.levels) for sign in level.signs]
    listed = sample.content.references.listed
    sources = [LIBRARY.sources[reference.id].value for reference in listed]
    titles = [source.title for source in sources]
    places = [source.doi or source.url for source in sources if source.doi or source.url]
    assert len(cautions) >= 2 * len(record.items)
    assert len(signs) >= 20
    assert len(places) >= 5
    every = (*cautions, *signs, *titles, *places)
    assert [text for text in every if text.lower() not in said] == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_marker_of_a_handout_has_its_reference(routine):
    sample = handout_of(HandoutRequest(routine))
    runs = [
        run
        for page in sample.document.pages
        for p in paragraphs(page_blocks(page))
        for line in p.lines
        for run in line.runs
    ]
    raised = [run for run in runs if run.rise and run.link]
    listed = sample.content.references.listed
    assert {run.link: tidy(run.text) for run in raised} == {
        f"#{r.id}": r.label.rstrip(".") for r in listed
    }
    assert all(reference.text.plain for reference in listed)
