"""Type pairings: headings in a face of their own, all else as ever; a file that says so is data."""

from collections import defaultdict

import pytest
from samples import deck_of, handout_of

from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.errors import InvalidDataError
from cardgen.library.data import load_theme
from cardgen.library.files import read_record
from cardgen.model.design import Pairing
from cardgen.model.page import Line
from cardgen.paths import data_ids
from cardgen.typography.fonts import FACES, file, glyphs, metrics


def faces(sample):
    """Return the faces of each text of a sample."""
    found = defaultdict(set)
    for page in sample.document.pages:
        for mark, _, _ in page.marks():
            for run in mark.runs if isinstance(mark, Line) else ():
                found[run.text.strip()].add(run.face)
    return found


def test_there_are_two_pairings_and_the_colours_do_not_depend_on_them():
    assert data_ids("type") == ["fira", "plain"]
    plain, fira = load_theme("ink"), load_theme("ink", "fira")
    assert (plain.headings, fira.headings) == ("bold", "heading")
    assert plain == fira.model_copy(update={"headings": "bold"})


@pytest.mark.parametrize("face", ["comic", "", "[bold]"])
def test_a_pairing_with_a_face_that_there_is_not_is_refused(tmp_path, face):
    path = tmp_path / "type" / "own.yaml"
    path.parent.mkdir()
    path.write_text(f"name: Own\nheadings: {face}\n")
    with pytest.raises(InvalidDataError, match=r"type/own.yaml:2:\d+: headings: "):
        read_record(path, Pairing)


def test_a_sign_is_printable_only_if_the_face_of_headings_has_it_too():
    for face in FACES:
        assert glyphs() <= set(metrics(face).charToGlyph)
    assert file("heading").name == "FiraSans-Bold.ttf"
    assert len(glyphs()) > 300


@pytest.mark.parametrize(("pairing", "face"), [("plain", "bold"), ("fira", "heading")])
def test_titles_names_and_figures_have_the_face_of_headings(pairing, face):
    handout = handout_of(HandoutRequest(pairing=pairing))
    found, names = faces(handout), [move.short_name.plain for move in handout.content.moves]
    for text in (handout.content.head.title.plain, "7", *names):
        assert face in found[text]
    assert {"regular", "bold"} <= set().union(*found.values())


@pytest.mark.parametrize(("pairing", "face"), [("plain", "bold"), ("fira", "heading")])
def test_cards_have_it_too(pairing, face):
    found = faces(deck_of(CardsRequest(("cat-cow",), "a6", pairing=pairing)))
    assert face in found["Cat-Cow"]
    assert ("heading" in set().union(*found.values())) == (pairing == "fira")
