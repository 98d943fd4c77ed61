"""Layouts are looked at once each, on all cores, and again only when something has changed."""

import datetime

import pytest

from cardgen.lint import proof, run
from cardgen.lint.run import check
from cardgen.store import FolderStore

DAY = datetime.date(2026, 11, 1)


@pytest.fixture
def laid_out(monkeypatch):
    """The layouts that are made in this process, by file and product."""
    found = []
    made = proof._proof

    def counting(library, trial):
        found.append((trial.record.id, trial.product))
        return made(library, trial)

    monkeypatch.setattr(proof, "_proof", counting)
    return found


@pytest.fixture
def checked(project, tmp_path_factory):
    """Check the working folder, and what is told of it; what is found is kept."""
    store = FolderStore(tmp_path_factory.mktemp("kept") / "parts", bytes)

    def run(told=lambda *_: None):
        return check((), project.folder, DAY, store, told)

    return run


def borrow(project, monkeypatch, few):
    monkeypatch.setattr(proof, "_FEW", few)
    project.borrow("stretches/cat-cow.yaml")
    project.borrow("stretches/bird-dog.yaml")


def test_a_layout_is_looked_at_again_only_when_what_it_needs_has_changed(
    project, monkeypatch, laid_out, checked
):
    borrow(project, monkeypatch, few=99)
    first = checked()
    sizes = len(laid_out) // 2
    assert len(set(laid_out)) == len(laid_out) == 2 * sizes > 8
    laid_out.clear()
    assert checked() == first
    assert laid_out == []
    project.change("stretches/bird-dog.yaml", "name: Bird-Dog\nother", "name: Dog-Bird\nother")
    checked()
    assert {id_ for id_, _ in laid_out} == {"bird-dog"}
    laid_out.clear()
    project.borrow("sources/gobbo2019.yaml")
    checked()
    assert len(laid_out) == 2 * sizes


def test_all_cores_find_the_same(project, monkeypatch, laid_out):
    borrow(project, monkeypatch, few=99)
    long = "very long words that go on and on " * 30
    project.change("stretches/cat-cow.yaml", "name: Cat-Cow", f"name: {long}")
    alone = check((), project.folder, DAY)
    assert [f for f in alone.findings if f.code == "does-not-fit"]
    laid_out.clear()
    monkeypatch.setattr(proof, "_FEW", 1)
    told = []
    together = check((), project.folder, DAY, told=lambda *count: told.append(count))
    assert together == alone
    assert told[0] == (0, told[-1][1])
    assert told[-1][0] == told[-1][1] > 8


def test_what_is_found_is_told_again_from_what_was_kept(project, monkeypatch, laid_out, checked):
    borrow(project, monkeypatch, few=99)
    project.change("stretches/cat-cow.yaml", "name: Cat-Cow", f"name: {'long words ' * 60}")
    first = checked()
    laid_out.clear()
    assert checked() == first
    assert laid_out == []
    assert [f for f in first.findings if f.code == "does-not-fit"]


@pytest.fixture
def read(monkeypatch):
    """How often definitions were looked at."""
    found = []
    looked = run._findings

    def counting(*asked):
        found.append(asked)
        return looked(*asked)

    monkeypatch.setattr(run, "_findings", counting)
    return found


def test_nothing_is_read_again_where_nothing_has_changed(project, monkeypatch, checked, read):
    borrow(project, monkeypatch, few=99)
    project.change("stretches/cat-cow.yaml", "name: Cat-Cow", f"name: {'long words ' * 60}")
    first = checked()
    assert first.findings
    assert checked() == first
    assert len(read) == 1
    project.change("stretches/bird-dog.yaml", "name: Bird-Dog\nother", "name: Dog-Bird\nother")
    checked()
    assert len(read) == 2


def test_what_is_found_in_files_of_one_person_is_not_kept(project, monkeypatch, checked, read):
    borrow(project, monkeypatch, few=99)
    project.write("programmes/ana.yaml", "title: For Ana\nmoves: [{stretch: cat-cow}]\n")
    assert checked() == checked()
    assert len(read) == 2
