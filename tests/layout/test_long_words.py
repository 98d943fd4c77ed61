"""Words that are wider than their columns: broken where an address may be, then hyphenated."""

import re

import pytest
from geometry import page_blocks, paragraphs

from cardgen import BookletRequest, CardsRequest, HandoutRequest, PosterRequest, check_request
from cardgen.documents import KINDS
from cardgen.errors import DoesNotFitError
from cardgen.layout.fitting.hyphens import with_hyphens
from cardgen.model.arrangement import Arrangement
from cardgen.model.content import Image, Span, Text, text
from cardgen.model.dose import DoseWords
from cardgen.typography.breaks import ZWSP
from cardgen.typography.fonts import HYPHEN
from cardgen.typography.hyphenation import parted

LONG = "Pseudohypoparathyroidismusbehandlungszentrum"
STRETCH, ROUTINE = "stretches/calf-stretch.yaml", "routines/short-run.yaml"


def laid_out(request, library):
    """Return the lines of each paragraph of a document."""
    check_request(request, library)
    kind = KINDS[request.kind]
    made = kind.lay_out(kind.split(request, library).shared, library)
    pages = [page for document in made.documents for page in document.pages]
    found = [p for page in pages for p in paragraphs(page_blocks(page))]
    return [[line.text for line in p.lines] for p in found]


def broken(found):
    """Return the paragraphs with a hyphen that is no letter of its word."""
    return [lines for lines in found if any(line.endswith(HYPHEN) for line in lines)]


@pytest.mark.parametrize(
    ("request_", "file", "old", "new"),
    [
        (CardsRequest(targets=("short-run",)), STRETCH, "- Hands on", f"- {LONG}. On"),
        (CardsRequest(targets=("short-run",)), ROUTINE, "name: Short run", f"name: {LONG}"),
        (BookletRequest(targets=("short-run",)), STRETCH, "name: Calf Stretch", f"name: {LONG}"),
        (PosterRequest(routine="short-run"), STRETCH, "name: Calf Stretch", f"name: {LONG * 6}"),
        (
            HandoutRequest("short-run", arrangement=Arrangement(large_print=True)),
            ROUTINE,
            "title: After",
            f"title: {LONG * 2}",
        ),
    ],
)
def test_a_word_that_fits_nowhere_gets_a_hyphen_in_every_kind_of_document(
    request_, file, old, new, example
):
    assert broken(laid_out(request_, example.library())) == []
    example.change(file, old, new)
    found = broken(laid_out(request_, example.library()))
    assert found
    assert all(LONG in "".join(lines).replace(HYPHEN, "") for lines in found)


def test_a_word_without_a_place_for_a_hyphen_is_refused_with_its_field(example):
    digits = "1234567890" * 4
    example.change(STRETCH, "name: Calf Stretch", f"name: {digits}")
    with pytest.raises(DoesNotFitError, match=f"name: the word '{digits[:20]}.* wider"):
        laid_out(BookletRequest(targets=("short-run",)), example.library())


def test_an_address_of_a_source_breaks_on_small_paper_without_a_hyphen(library):
    request = HandoutRequest("gym-bag", paper="a5", country="UK")
    lines = [line for found in laid_out(request, library) for line in found]
    addresses = [line for line in lines if re.search(r"\bdoi:|\b10\.\d{4}/", line)]
    assert addresses
    assert not [line for line in addresses if HYPHEN in line]
    assert "2016;15(2):73. doi:10.1249/JSR.0000000000000245" in "".join(lines)


@pytest.mark.parametrize(
    ("address", "broken"),
    [
        ("doi:10.1249/JSR.00", "doi:10.|1249/|JSR.|00"),
        ("a_b-c//d.", "a_|b-|c//|d."),
        ("0000", "0|0|0|0"),
    ],
)
def test_an_address_breaks_behind_its_separators_first(address, broken):
    assert parted(address) == broken.replace("|", ZWSP)


def test_an_address_is_broken_that_is_a_part_of_the_word_that_is_too_wide():
    doi = Text((Span("doi:"), Span("10.12/abc"), Span("7", marker=True)), None)
    given = []

    def lay_out(soften):
        given.append(soften(doi))
        if len(given) == 1:
            raise DoesNotFitError([], ["doi:10.12/abc7"])
        return given[-1]

    assert with_hyphens(lay_out).plain == f"doi:10.{ZWSP}12/{ZWSP}abc7"


def test_what_is_too_tall_once_its_long_word_has_a_hyphen_is_told_to_be_so():
    wide, tall = DoesNotFitError([], [LONG]), DoesNotFitError([])
    errors = [wide, tall]

    def lay_out(_soften):
        raise errors.pop(0)

    with pytest.raises(DoesNotFitError) as refused:
        with_hyphens(lay_out)
    assert refused.value is tall


def test_only_the_words_that_are_too_wide_may_be_broken():
    content = (
        text(f"See {LONG} behandlungszentrum."),
        DoseWords(LONG, "x", f"{LONG}, x"),
        Image(None, LONG, LONG),
        Text((), None),
    )
    given = []

    def lay_out(soften):
        given.append(soften(content))
        if len(given) == 1:
            raise DoesNotFitError([], [LONG])
        return given[-1]

    one, dose, image, empty = with_hyphens(lay_out)
    assert given[0] is content
    assert HYPHEN in one.plain
    assert one.plain.replace(HYPHEN, "") == content[0].plain
    assert one.plain.endswith(" behandlungszentrum.")
    assert (dose, empty) == (content[1], content[3])
    assert image.alt == LONG
    assert image.caption.replace(HYPHEN, "") == LONG != image.caption


def test_nothing_is_laid_out_twice_that_only_is_too_tall():
    calls = []

    def lay_out(soften):
        calls.append(soften)
        raise DoesNotFitError([])

    with pytest.raises(DoesNotFitError):
        with_hyphens(lay_out)
    assert len(calls) == 1
