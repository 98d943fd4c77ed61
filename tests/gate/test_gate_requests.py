"""Requests made in Python: a wrong value is an error that names its field; nothing is written."""

import datetime
from pathlib import Path

import pytest
from printout import text_of

from cardgen import CardgenError, CardsRequest, HandoutRequest, build_cards, build_handout
from cardgen.model.dose import DoseChange

EVERY_MOVE = (
    "cat-cow",
    "pelvic-tilt",
    "double-knee-to-chest",
    "figure-four",
    "hamstring-strap",
    "hip-flexor-kneel",
    "glute-bridge",
)


def dose(stretch, **fields):
    return ((stretch, DoseChange(**fields)),)


HANDOUTS = {
    "recipient emoji": {"recipient": "Zoë 🏃"},
    "recipient empty": {"recipient": ""},
    "recipient blank": {"recipient": " \t "},
    "recipient lines": {"recipient": "Ann\r\nLee"},
    "recipient control": {"recipient": "Ann\x1b[2J"},
    "recipient override": {"recipient": "Ann \u202eLee"},
    "recipient long": {"recipient": "Mm" * 200},
    "recipient number": {"recipient": 7},
    "recipient list": {"recipient": ["Ann"]},
    "note control": {"note": "Rest.\x00"},
    "note emoji": {"note": "Mind the 🦴."},
    "note number": {"note": 3.5},
    "note long": {"note": "Go slowly. " * 600},
    "next_visit blank": {"next_visit": "  "},
    "next_visit control": {"next_visit": "Mon\x08day"},
    "next_visit date": {"next_visit": datetime.date(1812, 12, 1)},
    "date text": {"date": "tomorrow"},
    "date number": {"date": 20261122},
    "paper unknown": {"paper": "a0"},
    "paper none": {"paper": None},
    "theme unknown": {"theme": "sepia"},
    "theme path": {"theme": "../themes/grey"},
    "pairing unknown": {"pairing": "serif"},
    "conditions unknown": {"conditions": ("gout",)},
    "conditions one word": {"conditions": "osteoporosis"},
    "qr unknown": {"qr": "maps"},
    "log_days negative": {"log_days": -1},
    "log_days many": {"log_days": 400},
    "log_days text": {"log_days": "2w"},
    "routine unknown": {"routine": "post-rum"},
    "routine path": {"routine": "../../post-run"},
    "routine number": {"routine": 12},
    "add unknown": {"add": ("nothing-such",)},
    "add twice": {"add": ("bird-dog", "bird-dog")},
    "add there": {"add": ("cat-cow",)},
    "without unknown": {"without": ("bird-dog",)},
    "without all": {"without": EVERY_MOVE},
    "changes unknown": {"changes": dose("bird-dog", sets=2)},
    "changes twice": {"changes": dose("cat-cow", sets=2) + dose("cat-cow", sets=3)},
    "changes emoji": {"changes": dose("cat-cow", note="Slowly 🐢")},
    "changes shape": {"changes": ("cat-cow",)},
    "layout unknown": {"arrangement": {"layout": "spiral"}},
    "pages many": {"arrangement": {"pages": 3}},
    "large_print clash": {"arrangement": {"layout": "grid", "large_print": True}},
    "arrangement text": {"arrangement": "grid"},
    "letterhead path": {"letterhead": Path("clinic.yaml")},
    "letterhead text": {"letterhead": "Harbour Physio"},
    "csl missing": {"csl": Path("nowhere.csl")},
    "recipent misspelt": {"recipent": "Ann"},
}
"""By what is wrong: the field, a word on its value, and what is asked for."""
CARDS = {
    "targets none": {"targets": ()},
    "targets unknown": {"targets": ("cat-cwo",)},
    "targets text": {"targets": "cat-cow"},
    "targets mixed": {"targets": ("post-run", "cat-cow")},
    "size unknown": {"size": "postcard"},
    "size small": {"size": "9x9mm"},
    "size number": {"size": 85},
    "paper unknown": {"paper": "A5 landscape"},
    "sheet unknown": {"sheet": "avery-0000"},
    "url bare": {"url": "example.org/plan"},
    "url script": {"url": "javascript:alert(1)"},
    "url blank": {"url": "https://exa mple.org"},
    "country unknown": {"country": "Atlantis"},
    "skip unknown": {"skip": ("nothing-such",)},
    "skip all": {"targets": ("cat-cow",), "skip": ("cat-cow",)},
    "printer name": {"printer": "office"},
    "theme unknown": {"theme": "neon"},
    "pairing none": {"pairing": None},
    "date text": {"date": "soon"},
}


def values(cases):
    """Return the field that each case gets wrong, and what it asks for."""
    return [pytest.param(name.split()[0], asked, id=name) for name, asked in cases.items()]


def check_refused(build, field, output):
    """Check that what is built is refused by the field of the request that is wrong."""
    with pytest.raises(CardgenError) as caught:
        build()
    named = [problem.field for problem in caught.value.problems]
    assert any(field in name for name in named), named
    assert not any("--" in name for name in named)
    assert not output.exists()


@pytest.mark.parametrize(("field", "asked"), values(HANDOUTS))
def test_a_wrong_value_of_a_handout_is_refused_by_its_field(tmp_path, field, asked):
    output = tmp_path / "made.pdf"
    check_refused(lambda: build_handout(HandoutRequest(**asked), output, tmp_path), field, output)


@pytest.mark.parametrize(("field", "asked"), values(CARDS))
def test_a_wrong_value_of_cards_is_refused_by_its_field(tmp_path, field, asked):
    output = tmp_path / "made.pdf"
    check_refused(lambda: build_cards(CardsRequest(**asked), output, tmp_path), field, output)


LATIN = ("Łukasz Żółć", "O'Brien-Ng", "María José")
OTHERS = ("Иван Петров", "李小龍", "Ann \u200dLee")


@pytest.mark.parametrize("name", [*LATIN, *OTHERS])
def test_a_name_prints_or_is_refused_in_words(tmp_path, name):
    output = tmp_path / "made.pdf"
    problems = None
    try:
        build_handout(HandoutRequest(recipient=name), output, tmp_path)
    except CardgenError as error:
        problems = error.problems
    assert output.exists() == (problems is None)
    assert problems or name.replace("\u200d", "") in text_of(output).replace("\u200d", "")


def test_lists_and_paths_as_text_are_taken_as_what_they_mean(tmp_path):
    output = tmp_path / "made.pdf"
    build_cards(CardsRequest(targets=["cat-cow"], skip=["cover"]), output, tmp_path)
    assert "Cat-Cow" in text_of(output)
    build_handout(HandoutRequest(add=["bird-dog"]), str(output), str(tmp_path))
    assert "Bird-Dog" in text_of(output)


def test_a_file_that_cannot_be_written_is_an_error_of_our_own(tmp_path):
    with pytest.raises(CardgenError):
        build_handout(HandoutRequest(), tmp_path, tmp_path)
