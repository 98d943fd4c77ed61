"""Bookmarks: which headings they tell of, and that a reader can follow them."""

import pikepdf
import pytest

from cardgen.pdf.outline import Bookmark, deepest_told, outline_of


@pytest.mark.parametrize(
    ("levels", "deepest"),
    [([0], 0), ([0, 1, 1, 2], 1), ([0, 0, 1, 1], 0), ([0, 1, 2, 2], 2), ([], 0)],
)
def test_an_outline_tells_of_the_first_level_that_says_more_than_a_title(levels, deepest):
    assert deepest_told(levels) == deepest


def test_a_bookmark_stands_within_the_last_one_of_a_lower_level():
    told = [("A", 0), ("B", 1), ("C", 2), ("D", 1)]
    marks = [Bookmark(title, "/Dest[1 0 R/Fit]", level) for title, level in told]
    bodies = outline_of(marks, 9, 10)
    assert bodies == [
        "<</Type/Outlines/First 10 0 R/Last 10 0 R/Count 4>>",
        "<</Title(A)/Parent 9 0 R/First 11 0 R/Last 13 0 R/Count 3/Dest[1 0 R/Fit]>>",
        "<</Title(B)/Parent 10 0 R/Next 13 0 R/First 12 0 R/Last 12 0 R/Count 1/Dest[1 0 R/Fit]>>",
        "<</Title(C)/Parent 11 0 R/Dest[1 0 R/Fit]>>",
        "<</Title(D)/Parent 10 0 R/Prev 11 0 R/Dest[1 0 R/Fit]>>",
    ]


def test_large_print_has_a_bookmark_for_each_of_its_parts(build):
    large = build("arranged large")
    headings = [node for node in large.structure.root.walk() if node.role in ("/H1", "/H2")]
    names = [" ".join(node.text.split()) for node in headings]
    with pikepdf.open(large.path) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        parts = [item.title for item in title.children]
    assert [title.title, *parts] == names
    content = large.sample.content
    told = [f"{move.number} {move.name.plain}" for move in content.moves]
    told += [part.action.plain for part in (*content.safety.danger, *content.safety.stop)]
    told += [content.references.title]
    assert [name for name in told if name not in parts] == []
    assert not any(item.children for item in title.children)
