"""Safety texts as they print: by urgency, each text with its place, each sign with its sources."""

import json
from dataclasses import replace

import pytest

from cardgen.compose.safety import in_short, lead_once, safety_words
from cardgen.model.content import text as plain_text
from cardgen.model.safety import Safety
from cardgen.model.vocabulary import Level


@pytest.fixture
def made(library, locale):
    """Return what makes the words of the built-in safety texts."""

    def make(record=library.safety["low-back"], country="UK", **changes):
        known = library.countries[country]
        return safety_words(record, replace(library, **changes), known, locale)

    return make


def test_each_list_stands_in_its_part_in_the_order_of_the_levels(made):
    words = made()
    assert [signs.action.plain for signs in words.before] == [
        "Ask your doctor first about", "Stop the move for",
        "Rate your pain from 0 to 10 first",
    ]  # fmt: skip
    assert [signs.action.plain for signs in words.danger] == [
        "Call 999 or go to A&E now",
        "Call 111 (in Northern Ireland, your GP) today",
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
    lists = (*words.before, *words.danger)
    texts = [
        words.intro, *words.good_news, *(signs.lead for signs in lists if signs.lead),
        *(text for signs in lists for text in (*signs.signs, *signs.short)),
    ]  # fmt: skip
    assert len(texts) > 80
    for text in texts:
        assert text.plain in lines[text.origin.line - 1]
        assert text.origin.field.endswith(("text", "uk", "lead", "intro"))


def test_uk_words_stand_where_a_country_has_them_and_there_alone(made):
    for country, words in (("UK", "wee"), ("IE", "wee"), ("AU", "wee"), ("NZ", "wee"),
                           ("US", "pee"), ("CA", "pee"), ("EU", "pee")):  # fmt: skip
        urgent = made(country=country).danger[0]
        said = " ".join(text.plain for text in (*urgent.signs, *urgent.short)).split()
        assert {"wee", "pee"} & set(said) == {words}
        assert ("tummy" in said) == (words == "wee")


def test_in_short_each_sign_keeps_its_sources_and_none_is_dropped(made, library):
    full, short = made(), in_short(made())
    lists = library.safety["low-back"].value.lists
    assert [len(signs.signs) for signs in short.danger] == [10, 10, 3, 5]
    for long, few in zip((*full.before, *full.danger), (*short.before, *short.danger), strict=True):
        assert few.signs == long.short
        assert sources_of(few.signs) == sources_of(long.signs)
    for signs in lists.values():
        told = [id_ for line in signs.short for id_ in line.signs]
        assert not told or sorted(told) == sorted(sign.id for sign in signs.signs)


def test_what_the_first_boxes_go_on_from_is_said_once_on_one_side_and_of_which(made, locale):
    few = in_short(made())
    once = lead_once(few, locale)
    assert once.opening.plain.endswith(f"{few.intro.plain} First 2 boxes: You have back pain and …")
    assert [level.lead for level in once.danger] == [None] * 4
    assert [level.signs for level in once.danger] == [level.signs for level in few.danger]


def test_what_all_boxes_go_on_from_names_none(made, locale):
    first, second, *_ = made().danger
    once = lead_once(replace(made(), danger=(first, second)), locale)
    assert once.intro.plain.endswith("checked. You have back pain and …")


def test_words_of_boxes_that_are_not_the_first_stay_with_them(made, locale):
    words = replace(made(), danger=made().danger[::-1])
    assert lead_once(words, locale) == words


def test_no_short_sign_of_two_levels_is_the_same_pain_below_the_knee(library):
    lists = library.safety["low-back"].value.lists
    today, visit = (
        [one for one in lists[id_].short if "below" in one.text and "knee" in one.text]
        for id_ in ("same_day", "book")
    )
    assert [one.text for one in today] == ["pain below the knee with a numb or weak leg"]
    assert [one.text for one in visit] == ["Pain below knee, not numb or weak"]


def test_words_that_differ_stay_with_the_signs_that_go_on_from_them(made, locale):
    first, *others = made().danger
    other = replace(first, lead=plain_text("You fell and …"))
    words = replace(made(), danger=(other, *others))
    assert lead_once(words, locale) == words


def sources_of(texts):
    return {id_ for text in texts for span in text.spans for id_ in span.cites}


def test_the_good_news_comes_first_with_its_sources(made):
    words = made()
    assert words.opening.plain.startswith("Back pain is common, and it is rarely a sign of harm.")
    assert words.opening.plain.endswith(words.intro.plain)
    assert [sorted(sources_of([text])) for text in words.good_news] == [
        ["osullivan2020"], ["osullivan2020"]
    ]  # fmt: skip


def test_every_danger_sign_has_a_verified_source(library):
    safety = library.safety["low-back"].value
    danger = [signs for _, level, signs in safety.by_urgency(library.levels)
              if level.part == "danger"]  # fmt: skip
    found = [sign for signs in danger for sign in signs.signs]
    assert len(found) == 41
    for sign in found:
        assert any(library.sources[id_].value.prints for id_ in sign.sources), sign.text


def test_no_danger_sign_and_no_stop_rule_names_a_fixed_pain(library):
    safety = library.safety["low-back"].value
    said = [sign.text for id_ in ("stop", "pace") for sign in safety.lists[id_].signs]
    assert not any("out of 10" in text for text in said)


def test_a_sign_ends_in_its_sources_and_one_without_has_none(made):
    words = made()
    held = words.danger[0].signs[5]
    assert [span.cites for span in held.spans] == [(), ("nuffield-ces", "northern-trust")]
    assert held.spans[-1].text == ""
    assert [span.cites for span in words.stop[0].signs[0].spans] == [()]


def test_each_verified_source_is_told_once(made, library):
    sources = [text.plain for text in made().sources]
    assert len(sources) == len(set(sources)) == 14
    assert all(library.sources[id_].value.prints for id_ in ("finucane2020", "acog804"))


def test_rules_of_pain_are_sentences_where_they_stand_in_a_row(made):
    words = made(country="US")
    (pace,) = [level for level in words.before if level.action.plain.startswith("Rate your pain")]
    assert pace.joints.between == ". "
    (ask,) = [level for level in words.before if level.action.plain.startswith("Ask your doctor")]
    assert ask.joints.between == "; "
