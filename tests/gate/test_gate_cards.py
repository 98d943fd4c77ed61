"""Cards: words keep off the edge, the hole goes through both sides, nothing is left out."""

import math

import pikepdf
import pytest
from printout import HOLE, MM, bare, is_hole, letters, page_sizes, picture, text_of

EXACT = 0.15
"""What a letter may lean out of its place in mm; the hook of a j reaches farther."""

SIZES = [
    # Width, height and safe distance in mm: ISO/IEC 7810 ID-1, ISO 216 A6 and A7, and the sizes
    # that US index cards and playing cards are sold in.
    ("id-1", 85.60, 53.98, 3.5),
    ("poker", 63.5, 88.9, 4),
    ("a7", 74, 105, 4.5),
    ("index-3x5", 127, 76.2, 4.5),
    ("a6", 105, 148, 6),
]


@pytest.mark.parametrize(("size", "width", "height", "safe"), SIZES, ids=str)
def test_words_stay_inside_the_safe_area_of_each_face(project, run, size, width, height, safe):
    args = ("--size", size, "--one-per-page", "-o", "made.pdf")
    assert run("cards", "gym-bag", *args).exit_code == 0
    sizes = page_sizes(project.folder / "made.pdf")
    assert len(sizes) > 10
    nearest = math.inf
    for index, found in enumerate(sizes):
        assert found == pytest.approx((width, height), abs=0.01)
        said = [c for c in letters(project.folder / "made.pdf", index) if c.char != "j"]
        gaps = [(c.left, c.top, width - c.right, height - c.low) for c in said]
        nearest = min([nearest, *(min(gap) for gap in gaps)])
        assert nearest > safe - EXACT, index
    assert nearest < safe + 1  # and it is used


def test_a_print_shop_gets_colour_beyond_the_cut_and_words_inside_it(project, run):
    args = ("--size", "poker", "--one-per-page", "--bleed", "3mm", "-o", "made.pdf")
    assert run("cards", "core-1", *args).exit_code == 0
    path = project.folder / "made.pdf"
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            assert [float(v) / MM for v in page.trimbox] == pytest.approx(
                [3, 3, 66.5, 91.9], abs=0.01
            )
            assert [float(v) / MM for v in page.mediabox] == pytest.approx(
                [0, 0, 69.5, 94.9], abs=0.01
            )
    front = picture(path)
    corner, inside = front.getpixel((1, 1)), front.getpixel((8 * 5, 8 * 4))
    assert corner == inside != (255, 255, 255)
    for letter in letters(path):
        assert 7 - EXACT < letter.left < letter.right < 62.5 + EXACT
        assert 7 - EXACT < letter.top < letter.low < 87.9 + EXACT


FROM_EDGES = 6.0
"""How far the middle of a hole is from two edges of its card in mm."""


def test_the_hole_of_a_back_lies_behind_that_of_its_front(project, run):
    args = ("--ring-hole", "--one-per-page", "-o", "made.pdf")
    assert run("cards", "core-1", *args).exit_code == 0
    path, width = project.folder / "made.pdf", 85.60
    for index in range(len(page_sizes(path)) // 2 * 2):
        image, is_back = picture(path, index), index % 2 == 1
        if is_back and not letters(path, index):
            continue  # nothing is printed on it
        left = is_hole(image, FROM_EDGES, FROM_EDGES)
        right = is_hole(image, width - FROM_EDGES, FROM_EDGES)
        assert (left, right) == (not is_back, is_back), index
        x = width - FROM_EDGES if is_back else FROM_EDGES
        for c in letters(path, index):
            across = max(c.left - x, x - c.right, 0)
            assert math.hypot(across, max(c.top - FROM_EDGES, 0)) > HOLE + 0.5


def test_without_a_ring_there_is_no_hole(project, run):
    assert run("cards", "core-1", "--one-per-page", "-o", "made.pdf").exit_code == 0
    for index in (2, 3):
        image = picture(project.folder / "made.pdf", index)
        assert not is_hole(image, FROM_EDGES, FROM_EDGES)
        assert not is_hole(image, 85.60 - FROM_EDGES, FROM_EDGES)


def test_every_deck_has_as_many_copies_as_asked_for(project, run):
    cards = ("cards", "cat-cow", "pelvic-tilt")
    assert run(*cards, "-o", "one.pdf").exit_code == 0
    assert run(*cards, "--copies", "3", "-o", "three.pdf").exit_code == 0
    one, three = (bare(text_of(project.folder / f"{name}.pdf")) for name in ("one", "three"))
    # From the cover, from the front and the back of a move, and from both sides of a safety card.
    for words in (
        "In this order",
        "Get on your hands",
        "Tip: tailbone first, head last.",
        "you need to pee but cannot",
        "your chest hurts",
    ):
        assert one.count(bare(words)) == 1, words
        assert three.count(bare(words)) == 3, words
    assert len(three) == 3 * len(one)


@pytest.mark.parametrize(("country", "number"), [("uk", "999"), ("us", "911"), ("eu", "112")])
@pytest.mark.parametrize("kind", ["cards", "booklet"])
def test_the_emergency_number_is_that_of_the_country(project, run, kind, country, number):
    assert run(kind, "core-1", "--country", country, "-o", "made.pdf").exit_code == 0
    text = text_of(project.folder / "made.pdf")
    assert [n for n in ("999", "911", "112") if f"Call {n}" in text] == [number]


def test_each_card_that_is_to_be_left_out_is(project, run):
    skipped = ("--skip", "cover", "--skip", "cat-cow", "--skip", "figure-four")
    assert run("cards", "post-run", *skipped, "-o", "made.pdf").exit_code == 0
    text = text_of(project.folder / "made.pdf")
    assert [n for n in ("Cat-Cow", "Figure-Four", "In this order") if n in text] == []
    assert "Glute Bridge" in text
    assert "Call 911" in text
