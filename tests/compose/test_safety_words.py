"""Safety texts as they print: by urgency, each text with its place, each sign with its sources."""

import json
from dataclasses import replace

import pytest

from cardgen.compose.safety import safety_words
from cardgen.model.safety import Safety
from cardgen.model.vocabulary import Level


@pytest.fixture
def made(library, locale):
    """Return what makes the words of the built-in safety texts."""

    def make(record=library.safety["low-back"], **changes):
        return safety_words(record, replace(library, **changes), library.countries["UK"], locale)

    return make


def test_each_list_stands_in_its_part_in_the_order_of_the_levels(made):
    words = made()
    assert [signs.action.plain for signs in words.before] == [
        "Ask your doctor first about", "Stop the move for"
    ]  # fmt: skip
    assert [signs.action.plain for signs in words.danger] == [
        "Call 999 or go to A&E now",
        "Call 111 today",
        "Stop running. See a doctor or physiotherapist this week",
        "Make an ordinary visit for",
    ]


def test_the_order_is_the_levels_own(made, library):
    book = Level(name="Visit", about="A visit.", part="danger", order=0)
    words = made(levels={**library.levels, "book": book})
    assert words.danger[0].action.plain == "Make an ordinary visit for"


def test_the_order_in_the_file_does_not_matter(made, library):
    record = library.safety["low-back"]
    data = record.value.model_dump(mode="json", exclude_none=True)
    turned = Safety.model_validate_json(json.dumps(dict(reversed(data.items()))))
    assert made(replace(record, value=turned)) == made()


def test_every_text_knows_its_line(made, library):
    record, words = library.safety["low-back"], made()
    lines = (record.root / "safety/low-back.yaml").read_text(encoding="utf-8").splitlines()
    texts = [words.intro, *(t for s in (*words.before, *words.danger) for t in s.signs)]
    assert len(texts) > 30
    for text in texts:
        assert text.plain in lines[text.origin.line - 1]
        assert text.origin.field.endswith(("text", "intro"))


def test_a_sign_ends_in_its_sources_and_one_without_has_none(made):
    first, *_, last = made().danger[0].signs
    assert [span.cites for span in first.spans] == [
        (), ("nhs-backpain", "finucane2020", "ces-csp2024")
    ]  # fmt: skip
    assert first.spans[-1].text == ""
    assert [span.cites for span in last.spans] == [()]


def test_each_verified_source_is_told_once(made, library):
    sources = [text.plain for text in made().sources]
    assert len(sources) == len(set(sources)) == 4
    assert all(library.sources[id_].value.prints for id_ in ("finucane2020", "acog804"))
