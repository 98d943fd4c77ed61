"""What a visit remembers, and for how long."""

import gc
import time

import pytest
from studios import TODAY

from cardgen.model.routine import MOST_ITEMS
from cardgen.studio import visits
from cardgen.studio.said import Said
from cardgen.studio.visit import Content, Visit, picked, shifted, taken_out, undone

THREE = Visit(Content(moves=("a", "b", "c")))


@pytest.mark.parametrize(
    ("by", "move", "moves"),
    [(1, "a", "bac"), (-1, "c", "acb"), (-1, "a", "abc"), (1, "c", "abc"), (1, "x", "abc")],
)
def test_moves_are_put_in_order(by, move, moves):
    made = shifted(THREE, move, by)
    assert "".join(made.content.moves) == moves
    assert made.rev == (moves != "abc")


def test_what_is_taken_out_comes_back_where_it_was():
    out = taken_out(THREE, "b", "undo")
    assert (out.content.moves, out.said, out.focus) == (
        ("a", "c"),
        Said("said-taken-out", number=2, move="b"),
        "undo",
    )
    assert undone(out).content == THREE.content
    assert undone(THREE) is THREE
    assert "b" not in undone(picked(out, "d")).content.moves


def test_a_page_is_never_longer_than_a_routine():
    full = Visit(Content(moves=tuple(map(str, range(MOST_ITEMS)))))
    assert picked(full, "x").content is full.content
    assert picked(full, "x").said == Said("said-most", number=MOST_ITEMS)


def test_what_was_printed_is_not_kept_when_it_changes():
    kept = Visit(THREE.content, kept=True)
    assert kept.changed(kept.content).kept
    assert not picked(kept, "d").kept


def test_a_quiet_visit_is_forgotten_and_another_is_not(monkeypatch):
    kept = visits.Visits(quiet=900)
    old, new = kept.open(THREE), kept.open(THREE)
    now = time.monotonic()
    monkeypatch.setattr(visits.time, "monotonic", lambda: now + 899)
    assert kept.find(new)
    monkeypatch.setattr(visits.time, "monotonic", lambda: now + 901)
    kept.end_quiet()
    assert kept.find(old) is None
    assert kept.find(new)


def test_keys_cannot_be_guessed():
    kept = visits.Visits(1)
    keys = {kept.open(THREE) for _ in range(9)}
    assert len(keys) == 9
    assert min(map(len, keys)) > 20
    assert kept.find("") is None


def holds(word):
    """Return the objects in memory with a word that a patient's page had."""
    gc.collect()
    found = (one for one in gc.get_objects() if isinstance(one, (dict, list, tuple)))
    values = (v for one in found for v in (one.values() if isinstance(one, dict) else one))
    return [v for v in values if isinstance(v, (str, bytes)) and word in str(v)]


def test_nothing_of_a_patient_is_left_when_a_visit_ends(browser):
    word = f"zebra{TODAY.year}fish"
    visit = browser.begin("core-1")
    browser.pick(visit, "cat-cow")
    browser.post(f"{visit}/person", {"recipient": word, "title": word, "go": "page"})
    assert browser.pdf(visit).body.startswith(b"%PDF")
    assert holds(word)
    browser.post(f"{visit}/end", {"sure": "yes"})
    assert [one for one in holds(word) if one != word] == []
