"""Several files are written whole, all of them or none."""

from pathlib import Path

import pytest

from cardgen.documents.cards import CardsRequest
from cardgen.errors import CannotWriteError, CardgenError
from cardgen.files import build, build_cards, known_library, load_style, open_library, read_library
from cardgen.model.printing import SheetOptions
from cardgen.write import write_all

APART = CardsRequest(["cat-cow"], options=SheetOptions(split=True))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_fronts_and_backs_are_both_written(tmp_path):
    made = build_cards(APART, tmp_path / "a.pdf", tmp_path)
    assert names(tmp_path) == ["a-backs.pdf", "a-fronts.pdf"]
    assert (made.path.name, [path.name for path in made.others]) == (
        "a-fronts.pdf",
        ["a-backs.pdf"],
    )


@pytest.mark.parametrize("former", [None, b"what stood there"])
def test_where_the_backs_cannot_be_written_the_fronts_are_not(tmp_path, former):
    (tmp_path / "a-backs.pdf").mkdir()
    if former:
        (tmp_path / "a-fronts.pdf").write_bytes(former)
    before = names(tmp_path)
    with pytest.raises(CannotWriteError, match=r"a-backs\.pdf: cannot write the file"):
        build(APART, tmp_path / "a.pdf", tmp_path)
    assert names(tmp_path) == before
    assert not former or (tmp_path / "a-fronts.pdf").read_bytes() == former


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt])
@pytest.mark.parametrize("former", [None, b"what stood there"])
def test_what_got_its_name_is_taken_back_when_the_next_one_fails(
    tmp_path, monkeypatch, former, error
):
    first, second = tmp_path / "a", tmp_path / "b"
    if former:
        first.write_bytes(former)
    replace = Path.replace

    def fails_at_b(self, target):
        if Path(target) == second:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails_at_b)
    with pytest.raises((CannotWriteError, KeyboardInterrupt)):
        write_all([(first, b"1"), (second, b"2")])
    assert names(tmp_path) == (["a"] if former else [])
    assert not former or first.read_bytes() == former


def test_a_citation_style_is_read_with_its_name(project):
    project.write("own.csl", b"<style/>")
    assert load_style("own.csl") == ("own.csl", b"<style/>")
    with pytest.raises(CardgenError, match=r"no\.csl: csl: there is no such file"):
        load_style(Path("no.csl"))


def test_paths_may_be_text(tmp_path):
    build_cards(CardsRequest(["cat-cow"]), str(tmp_path / "a.pdf"), str(tmp_path))
    assert names(tmp_path) == ["a.pdf"]


def test_a_library_that_has_not_changed_is_the_one_that_was_read_before(tmp_path):
    former = read_library(tmp_path)
    assert read_library(tmp_path) is former
    (tmp_path / "levels").mkdir()
    (tmp_path / "levels" / "soon.yaml").write_text("name: Soon\n", "utf-8")
    assert open_library(tmp_path) is not former
    assert known_library(tmp_path) != former
