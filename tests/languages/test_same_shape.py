"""What a page says is the same in each language: what is decided by words is decided alike."""

import pytest

from cardgen.compose.deck import other_side
from cardgen.compose.notes import condition_notes, moves_to_leave_out
from cardgen.documents.spoken import in_language
from cardgen.library.data import load_locale
from cardgen.paths import data_ids

LANGUAGES = sorted({*data_ids("locales")} - {"en"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_moves_say_that_the_other_side_follows(library, language):
    spoken, locale = in_language(library, language), load_locale(language)
    english = load_locale("en")
    for id_, record in library.stretches.items():
        wanted = bool(other_side(record, record.value.dose, english))
        made = spoken.stretches[id_]
        assert bool(other_side(made, made.value.dose, locale)) == wanted, id_


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_moves_are_skipped_and_changed(library, language):
    spoken, locale = in_language(library, language), load_locale(language)
    english = load_locale("en")
    for routine in library.routines.values():
        ids = [item.stretch for item in routine.value.items]
        there = [library.stretches[id_] for id_ in ids]
        here = [spoken.stretches[id_] for id_ in ids]
        for notes in (condition_notes, moves_to_leave_out):
            wanted = sorted(map(_shape, notes(there, library, english, routine)))
            told = notes(here, spoken, locale, spoken.routines[routine.id])
            assert sorted(map(_shape, told)) == wanted, routine.id


def _shape(note):
    """Return the sources of a note, as names may have another order, and its numbers."""
    cited = [span.cites for span in note.spans if span.cites]
    numbers = [span.text for span in note.spans if span.circled]
    return cited if numbers else sorted(cited), numbers
