"""The search: words of the moves, words of others for them, and words with a letter wrong."""

import pytest

from cardgen.studio.search import search


@pytest.fixture
def known(library):
    return {
        id_: " ".join(
            (record.value.name, *record.value.targets, *record.value.equipment)
        ).casefold()
        for id_, record in library.stretches.items()
    }


@pytest.mark.parametrize(
    ("typed", "there", "absent"),
    [
        ("", "cat-cow", None),
        ("glutes", "glute-bridge", "standing-calf-stretch"),
        ("Quads", "split-squat", "cat-cow"),
        ("calves", "calf-raise", "cat-cow"),
        ("theraband", "band-side-steps", "cat-cow"),
        ("osteoporosis", "cat-cow", "double-knee-to-chest"),
        ("sciatica", "pelvic-tilt", None),
        ("brige", "glute-bridge", "cat-cow"),
        ("therabnd", "band-side-steps", "cat-cow"),
        ("glute brdge", "glute-bridge", "clam"),
    ],
)
def test_a_move_is_found_by_what_people_call_it(library, known, typed, there, absent):
    found = search(typed, known, library)
    assert there in found
    assert absent not in found


@pytest.mark.parametrize("typed", ["xyz", "zumba", "glutes theraband piano"])
def test_what_is_like_nothing_finds_nothing(library, known, typed):
    assert not search(typed, known, library)
