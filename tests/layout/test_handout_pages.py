"""Every handout of the library, on every paper."""

import pytest
from checks import handout_faults
from geometry import page_blocks, paragraphs, tidy
from samples import PAPERS, ROUTINES, handout, library

from cardgen.model.content import plain
from cardgen.model.request import HandoutRequest


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("routine", ROUTINES)
def test_a_handout_is_one_sound_page(routine, paper):
    sample = handout(HandoutRequest(routine, paper))
    (page,) = sample.document.pages
    assert list(handout_faults([page], sample.content, sample.measure, sample.layout)) == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_handout_says_every_caution_sign_and_source_of_the_definitions(routine):
    sample = handout(HandoutRequest(routine))
    (page,) = sample.document.pages
    said = " ".join(p.text for p in paragraphs(page_blocks(page))).lower()
    record = library().routines[routine].value
    safety = library().safety[record.safety].value
    cautions = [
        words
        for item in record.items
        for caution in library().stretches[item.stretch].value.cautions
        for words in (caution.who, caution.advice)
    ]
    signs = [
        sign.text
        for name in ("emergency", "same_day", "runners", "book", "stop", "ask_first")
        for sign in getattr(safety, name).signs
    ]
    sources = [library().sources[reference.id].value for reference in sample.content.references]
    titles = [source.title for source in sources]
    places = [source.doi or source.url for source in sources if source.doi or source.url]
    assert len(cautions) >= 2 * len(record.items)
    assert len(signs) >= 20
    assert len(places) >= 5
    every = (*cautions, *signs, *titles, *places)
    assert [text for text in every if text.lower() not in said] == []


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_marker_of_a_handout_has_its_reference(routine):
    sample = handout(HandoutRequest(routine))
    (page,) = sample.document.pages
    runs = [r for p in paragraphs(page_blocks(page)) for line in p.lines for r in line.runs]
    raised = [run for run in runs if run.rise and run.link]
    labels = {f"#{r.id}": r.label.rstrip(".") for r in sample.content.references}
    assert {run.link: tidy(run.text) for run in raised} == labels
    assert all(plain(reference.text) for reference in sample.content.references)
