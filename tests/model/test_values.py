"""Definitions and content are values: known by what they say, in any process, at any time."""

import copy
import os
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace

import pytest

from cardgen.files import read_library
from cardgen.paths import built_in

PROGRAM = """
import pickle, sys
from cardgen.files import read_library
from cardgen.paths import built_in, roots
from cardgen.typography.fonts import glyphs
sent = pickle.loads(sys.stdin.buffer.read())
library = read_library(built_in())
own = {"library": library, "record": library.stretches["cat-cow"]}
for name, value in own.items():
    assert sent[name] == value, name
    assert hash(sent[name]) == hash(value), name
    assert {value: 1}[sent[name]] == 1, name
print("alike")
"""


@pytest.fixture(scope="module")
def again(library):
    """The built-in definitions, read once more."""
    read = read_library(built_in())
    assert read is not library
    return read


def with_name(library, name):
    """Return a library in which Cat-Cow is called otherwise."""
    record = library.stretches["cat-cow"]
    changed = replace(record, value=record.value.model_copy(update={"name": name}))
    return replace(library, stretches={**library.stretches, "cat-cow": changed})


def test_libraries_with_the_same_definitions_are_equal(library, again):
    assert (library, hash(library)) == (again, hash(again))
    assert {library: 1}[again] == 1
    assert all(library.stretches[id_] == again.stretches[id_] for id_ in library.stretches)
    assert hash(library.routines["core-1"]) == hash(again.routines["core-1"])


def test_another_text_makes_another_value(library):
    changed = with_name(library, "Cat and Cow")
    assert changed != library
    assert hash(changed) != hash(library)
    assert changed.stretches["cat-cow"] != library.stretches["cat-cow"]
    assert with_name(changed, "Cat-Cow") == library


def test_a_definition_whose_lines_have_moved_is_another_value(library):
    record = library.stretches["cat-cow"]
    moved = replace(record, places={**record.places, ("cue",): (99, 1)})
    assert moved != record
    assert moved.origin("cue").line == 99


def test_a_library_cannot_be_changed(library):
    with pytest.raises(TypeError):
        library.stretches["own"] = library.stretches["cat-cow"]
    with pytest.raises(FrozenInstanceError):
        library.stretches = {}


@pytest.mark.parametrize("sent", [lambda v: pickle.loads(pickle.dumps(v)), copy.deepcopy])
def test_values_survive_a_journey(library, handout_content, deck_content, sent):
    content, deck = handout_content("gym-bag"), deck_content("gym-bag")
    for value in (library, library.stretches["cat-cow"], content.moves[0], deck.moves[1]):
        hash(value)
        assert sent(value) == value
        assert hash(sent(value)) == hash(value)


def test_a_hash_that_was_reckoned_elsewhere_is_not_believed(library):
    # The hashes of words differ from process to process.
    record = library.stretches["cat-cow"]
    assert hash(library)
    assert hash(record)
    sent = pickle.dumps({"library": library, "record": record})
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=sent,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "12345"},
        check=False,
    )
    assert done.stdout == b"alike\n", done.stderr.decode()


def test_moves_are_equal_by_their_words_and_pictures(library, again, handout_content):
    (one, *_), (other, *_) = (
        handout_content("gym-bag", library=lib).moves for lib in (library, again)
    )
    assert (one, hash(one)) == (other, hash(other))
    assert replace(one, number=9) != one
    assert replace(one, pictures=one.pictures[:1]) != one
    (renamed, *_) = handout_content("gym-bag", library=with_name(library, "Cat and Cow")).moves
    assert renamed != one
