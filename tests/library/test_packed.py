"""A library as bytes: the same again, nowhere but in its folder, and nothing but definitions."""

import pickle
import zlib
from dataclasses import fields
from pathlib import Path

import pytest

from cardgen.files import open_library
from cardgen.library.packed import packed, unpacked
from cardgen.model.library import Library


@pytest.fixture
def own(project, monkeypatch):
    project.borrow("stretches/cat-cow.yaml")
    project.write("stretches/other.yaml", "name: [")
    monkeypatch.chdir(project.folder)
    return project.folder


def test_a_library_is_the_same_again(own):
    library = open_library(own)
    again = unpacked(packed(library), own)
    assert again == library
    assert hash(again) == hash(library)
    assert again.problems == library.problems != ()
    assert again.stretches["cat-cow"].origin("cue") == library.stretches["cat-cow"].origin("cue")


def test_a_library_is_the_same_again_whatever_state_dataclasses_give(own, monkeypatch):
    # Python 3.11.0 to 3.11.3 put this in place of a class's own.
    def state(self):
        return [getattr(self, one.name) for one in fields(self)]

    monkeypatch.setattr(Library, "__getstate__", state, raising=False)
    library = open_library(own)
    assert unpacked(packed(library), own) == library


def test_where_a_folder_lies_is_not_written(own):
    library = open_library(own)
    assert str(own).encode() not in zlib.decompress(packed(library))
    moved = unpacked(packed(library), Path("/elsewhere"))
    assert moved.folder == moved.stretches["cat-cow"].root == Path("/elsewhere")


@pytest.mark.parametrize("name", ["stretches/cat-cow.yaml", "stretches/other.yaml"])
def test_a_library_whose_messages_tell_where_it_lies_is_not_kept(own, monkeypatch, name):
    (own / name).unlink()
    monkeypatch.chdir(own / "images")
    assert packed(open_library(own)) is None


class Sly:
    """What runs something else when it is read."""

    def __reduce__(self):
        return print, ("said",)


@pytest.mark.parametrize(
    "sly", [Sly(), Path.cwd, zlib.compress, [Sly()], pytest.raises], ids=lambda one: str(one)[:12]
)
def test_nothing_but_definitions_is_made(sly, capsys):
    assert unpacked(zlib.compress(pickle.dumps(sly)), Path()) is None
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "damaged", [b"", b"nothing", zlib.compress(b""), zlib.compress(pickle.dumps({"a": 1}))]
)
def test_what_is_no_library_is_none(damaged):
    assert unpacked(damaged, Path()) is None
