"""Directions are those of the Unicode Bidirectional Algorithm, by two other implementations."""

import bidi
import pytest
from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cardgen.model.direction import FSI, PDI, has_right_to_left, isolated
from cardgen.typography.bidi import base_level, levels, visual

SIGNS = "ab1٣אבي .,-+%()[]:/ـ\u064b$é\u00ab\u00bb\u200d"
ISOLATED = st.text(SIGNS, min_size=1, max_size=6).map(isolated)
# A blank at the end would be placed by the line that it ends.
TEXTS = st.tuples(
    st.lists(st.one_of(st.text(SIGNS, max_size=8), ISOLATED), max_size=4),
    st.sampled_from("aא"),
).map(lambda parts: "".join(parts[0]) + parts[1])
MIRRORED = str.maketrans("()[]\u00ab\u00bb", "(([[\u00ab\u00ab")


@given(TEXTS)
@example("\u0663:\u200d\u0663a")
@settings(max_examples=400)
def test_levels_are_those_of_fpdf2(text):
    assume(has_right_to_left(text))
    base = TextDirection.RTL if base_level(text) else TextDirection.LTR
    expected = BidiParagraph(text, base).get_characters_with_embedding_level()
    ours = [level for c, level in zip(text, levels(text), strict=True) if c != "\u200d"]
    assert ours == [c.embedding_level for c in expected if c.character != "\u200d"]


@given(TEXTS)
@settings(max_examples=400)
def test_the_visual_order_is_that_of_python_bidi(text):
    base = "R" if base_level(text) else "L"
    unseen = str.maketrans("", "", f"{FSI}{PDI}\u200d")
    expected = bidi.get_display(text, base_dir=base).translate(unseen)
    ours = "".join(visual(text, levels(text))).translate(unseen)
    assert ours.translate(MIRRORED) == expected.translate(MIRRORED)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("For אב, 10 times", "For 10 ,בא times"),
        ("For " + isolated("אב") + ", 10 times", "For בא, 10 times"),
    ],
)
def test_a_number_stays_behind_a_name_that_is_isolated(text, seen):
    unseen = str.maketrans("", "", f"{FSI}{PDI}")
    assert "".join(visual(text, levels(text))).translate(unseen) == seen
