"""Markers, references and short sources: whole, in order, and only what was verified."""

import re
from pathlib import Path

import citeproc
import pytest
from spans import cited, spans, text

from cardgen.model.style import CitationStyle
from cardgen.paths import built_in, definition_ids

ROUTINES = definition_ids("routines", built_in())
_FILE = Path(citeproc.__file__).parent / "data" / "styles" / "harvard-cite-them-right.csl"
HARVARD = CitationStyle(str(_FILE), _FILE.read_bytes())
UNVERIFIED = {
    "mehoefer": "Mehoefer",
    "nasm": "National Academy of Sports Medicine",
    "rehabscience-video": "Rehabilitation Science",
    "minicozzi2016": "Minicozzi",
    "cedars": "Cedars",
    "nhs-backpain": "www.nhs.uk",
}
DOI = re.compile(r"\b10\.\d{4,9}/\S*[^\s.,;]")

every_routine = pytest.mark.parametrize("routine", ROUTINES)
both_styles = pytest.mark.parametrize("csl", [None, HARVARD], ids=["own", "harvard"])


def page_order(content):
    """Return the parts of a handout that may cite, in the order of the page."""
    safety = content.safety
    signs = safety.good_news, safety.danger
    return content.head.figures, safety.before, content.moves, content.why, signs


def markers_of(content):
    return [span for span in spans(content) if span.link and span.link.startswith("#")]


def test_there_are_routines_to_test():
    assert len(ROUTINES) >= 6


@every_routine
@both_styles
def test_every_marker_has_a_reference_and_every_reference_a_marker(handout_content, routine, csl):
    content = handout_content(routine, csl=csl)
    references = [reference.id for reference in content.references.listed]
    assert len(references) >= 5
    assert len(set(references)) == len(references)
    assert set(cited(content)) == set(references)


@every_routine
def test_numbers_run_in_order_of_first_use_on_the_page(handout_content, routine):
    content = handout_content(routine)
    assert cited(page_order(content)) == [reference.id for reference in content.references.listed]
    numbers = [reference.label for reference in content.references.listed]
    assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)]


@every_routine
def test_a_marker_is_the_raised_number_of_its_reference(handout_content, routine):
    content = handout_content(routine)
    labels = {f"#{reference.id}": reference.label for reference in content.references.listed}
    markers = markers_of(content)
    assert len(markers) >= len(labels)
    for marker in markers:
        assert marker.marker
        assert f"{marker.text}." == labels[marker.link]


def test_another_style_has_its_own_markers_and_order(handout_content):
    content = handout_content("post-run", csl=HARVARD)
    markers = markers_of(content)
    assert "Gobbo et al., 2019" in [marker.text for marker in markers]
    assert not any(marker.marker for marker in markers)
    entries = [reference.text.plain for reference in content.references.listed]
    # As people sort them: neither case nor an apostrophe counts.
    assert entries == sorted(entries, key=lambda said: re.sub(r"\W", "", said).casefold())
    assert not any(reference.label for reference in content.references.listed)


@every_routine
@both_styles
def test_the_doi_of_a_reference_is_that_of_its_source(library, handout_content, routine, csl):
    seen = 0
    for reference in handout_content(routine, csl=csl).references.listed:
        source = library.sources[reference.id].value
        target = f"https://doi.org/{source.doi}" if source.doi else source.url
        assert [span.link for span in reference.text.spans if span.link] == [target][: bool(target)]
        if source.doi:
            assert DOI.findall(reference.text.plain) == [source.doi]
            seen += 1
    assert seen > 0


@every_routine
@both_styles
def test_only_verified_sources_are_cited(library, handout_content, routine, csl):
    content = handout_content(routine, csl=csl)
    ids = {reference.id for reference in content.references.listed}
    assert {library.sources[id_].value.checked for id_ in ids} == {"verified"}


@pytest.mark.parametrize("id_", UNVERIFIED)
def test_what_nobody_verified_is_kept_and_never_printed(
    library, handout_content, deck_content, id_
):
    assert library.sources[id_].value.checked in {"not-found", "from-memory"}
    handouts = [handout_content(routine) for routine in ROUTINES]
    decks = [deck_content(routine) for routine in ROUTINES]
    single = [deck_content(stretch) for stretch in library.stretches]
    for content in (*handouts, *decks, *single):
        assert UNVERIFIED[id_] not in text(content)


def test_a_card_names_its_sources_in_short_with_their_doi(deck_content):
    deck = deck_content("hamstring-strap")
    (move,) = deck.moves
    said = [source.plain for source in move.sources]
    assert said[0] == (
        "Bandy WD, et al. Phys Ther 1997;77(10):1090\N{EN DASH}1096. doi:10.1093/ptj/77.10.1090"
    )
    links = {span.link for source in move.sources for span in source.spans}
    assert "https://doi.org/10.1093/ptj/77.10.1090" in links


def test_cards_have_no_markers_since_they_have_no_list(library, deck_content):
    for target in (*ROUTINES, *library.stretches):
        assert cited(deck_content(target)) == []


def test_a_card_has_every_verified_source_of_its_stretch(library, deck_content):
    for id_, record in library.stretches.items():
        claimed = {
            s for part in (*record.value.claims, *record.value.cautions) for s in part.sources
        }
        printed = [s for s in claimed if library.sources[s].value.prints]
        (move,) = deck_content(id_).moves
        assert len(move.sources) == len(printed) > 0
