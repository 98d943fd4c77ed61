"""Sheets of cards: where cards lie, which side is where, and what is drawn beside them."""

import math

import pytest
from PIL import Image, ImageOps
from printout import differing, is_hole, letters, page_sizes, picture, places

DOTS = 8
"""Dots in a millimetre."""
LETTER = (215.9, 279.4)
BANK_CARD = (85.60, 53.98)
"""ISO/IEC 7810, ID-1, in mm."""


def grid(left, top, width, height, columns, rows, pitch=None):
    """Return the boxes of cards along the rows, in mm from the top left."""
    across, down = pitch or (width, height)
    corners = [(left + c * across, top + r * down) for r in range(rows) for c in range(columns)]
    return [(x, y, x + width, y + height) for x, y in corners]


UPRIGHT = grid(22.35, 31.74, *BANK_CARD, 2, 4)
"""Eight bank cards in the middle of Letter."""
BLEEDING = grid(19.35, 22.74, *BANK_CARD, 2, 4, (91.60, 59.98))
"""The same with 3 mm round each."""
APART = grid(12.7, 19.05, 88.9, 50.8, 2, 4, (101.6, 63.5))
"""The cards of Avery 8373."""


def touched(image, box):
    """Tell whether anything is white in a box of a picture; the box is in mm."""
    return image.crop(tuple(round(value * DOTS) for value in box)).getbbox() is not None


def grown(box, by):
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def guides(project, run, cut, *args, index=0):
    """Return in white what is drawn for cutting: a page of cards less the same without guides."""
    pictures = []
    for asked in (("--cut", "none"), cut):
        assert run("cards", "post-run", *args, *asked, "-o", "made.pdf").exit_code == 0
        pictures.append(picture(project.folder / "made.pdf", index, DOTS))
    return differing(*pictures)


@pytest.mark.parametrize(
    ("cut", "args", "cards", "clear"),
    [
        (("--cut", "marks"), (), UPRIGHT, 0),
        (("--cut", "lines"), (), UPRIGHT, 0),
        # An arc of 3 mm goes 0.88 mm into its corner.
        (("--cut", "outline", "--radius", "3mm"), (), UPRIGHT, -0.9),
        (("--cut", "marks"), ("--bleed", "3mm"), BLEEDING, 3),
        (("--cut", "marks"), ("--sheet", "avery-8373"), APART, 0),
    ],
    ids=["marks", "lines", "outline", "bleed", "apart"],
)
def test_nothing_is_drawn_for_cutting_inside_a_card(project, run, cut, args, cards, clear):
    drawn = guides(project, run, cut, *args)
    for card in cards:
        assert not touched(drawn, grown(card, clear - 0.3)), card
    # Each corner of the whole has a guide near it, on paper that printers reach.
    left, top, right, low = cards[0][0], cards[0][1], cards[-1][2], cards[-1][3]
    for x in (left, right):
        for y in (top, low):
            assert touched(drawn, grown((x, y, x, y), 7))
    for edge in ((0, 0, 215.9, 4.8), (0, 274.6, 215.9, 279.4), (0, 0, 4.8, 279.4)):
        assert not touched(drawn, edge)


def test_guides_are_on_backs_only_where_that_is_asked_for(project, run):
    rims = [grown(card, 0.2) for card in UPRIGHT]
    backs = guides(project, run, ("--cut", "lines"), index=1)
    assert not any(touched(backs, rim) for rim in rims)
    both = guides(project, run, ("--cut", "lines", "--cut-on", "both"), index=1)
    assert all(touched(both, rim) for rim in rims)


def has_words(path, box, index=0):
    """Tell whether a letter stands in a box in mm."""
    left, top, right, low = box
    found = letters(path, index)
    return any(left < c.left < c.right < right and top < c.top < c.low < low for c in found)


ON_THEIR_SIDE = grid(26.98, 11.3, 53.98, 85.60, 3, 3)
"""Nine bank cards on Letter, which has room for eight that stand upright."""
EIGHT = ("cards", "cat-cow", "pelvic-tilt", "glute-bridge", "--skip", "cover")
"""Three moves and five safety cards."""


def test_the_places_that_are_used_up_count_where_a_grid_is_chosen(project, run):
    path = project.folder / "made.pdf"
    result = run(*EIGHT, "-o", path)
    assert "8 cards" in result.stdout
    assert len(page_sizes(path)) == 2
    assert [has_words(path, card) for card in UPRIGHT] == [True] * 8
    assert run(*EIGHT, "--start-at", "2", "-o", path).exit_code == 0
    # Nine places are needed: on their side they are on one sheet, upright on two.
    assert len(page_sizes(path)) == 2
    assert [has_words(path, card) for card in ON_THEIR_SIDE] == [False, *[True] * 8]


BUSINESS = grid(19.05, 12.7, 88.9, 50.8, 2, 5)
"""The cards of Avery 5371."""


def test_nothing_is_printed_on_places_that_are_used_up(project, run):
    path = project.folder / "made.pdf"
    args = ("--sheet", "avery-5371", "--start-at", "4", "-o", path)
    assert run("cards", "post-run", *args).exit_code == 0
    mirrored = [over(place, "long") for place in BUSINESS]
    for index, places_ in ((0, BUSINESS), (1, mirrored)):
        image = differing(picture(path, index, DOTS), blank_page())
        assert [touched(image, grown(place, -0.3)) for place in places_[:3]] == [False] * 3
        assert all(touched(image, grown(place, -0.3)) for place in places_[3:9])


def blank_page():
    size = tuple(round(value * DOTS) for value in LETTER)
    return Image.new("RGB", size, (255, 255, 255))


FOLD = 107.95
"""Where a front and a back of a bank card meet in the middle of Letter, in mm from the left."""


def test_the_front_of_a_folded_card_is_at_the_left_of_the_fold(project, run):
    path = project.folder / "made.pdf"
    assert run("cards", "post-run", "--fold", "--ring-hole", "-o", path).exit_code == 0
    front, back = "Get on your hands", "Go half as far, 5 times."
    ((_, top, right, low),) = places(path, front)
    assert 22.35 < right < FOLD
    ((left, high, right, down),) = places(path, back)
    assert FOLD < left < right < 193.55
    assert 85.72 < min(top, high) < max(low, down) < 139.70  # the same card, the second
    # Folded away, the hole of the back lies behind that of the front, at the outer edge.
    image = picture(path, 0, DOTS)
    assert is_hole(image, 22.35 + 6, 85.72 + 6)
    assert is_hole(image, 193.55 - 6, 85.72 + 6)
    assert not is_hole(image, FOLD - 6, 85.72 + 6)
    assert not is_hole(image, FOLD + 6, 85.72 + 6)


@pytest.mark.parametrize("edge", ["long", "short"])
def test_when_the_paper_is_turned_the_holes_of_both_sides_meet(project, run, edge):
    path = project.folder / "made.pdf"
    args = ("--ring-hole", "--duplex", edge, "-o", path)
    assert run("cards", "post-run", *args).exit_code == 0
    printed = 0
    for sheet in range(0, len(page_sizes(path)), 2):
        front, back = (picture(path, sheet + side, DOTS) for side in (0, 1))
        for card in UPRIGHT:
            x, y = card[0] + 6, card[1] + 6
            assert is_hole(front, x, y)
            behind, turned = over(card, edge), over((x, y, x, y), edge)
            # What goes on from another card may have nothing on its back, and then no hole.
            has_back = has_words(path, behind, sheet + 1)
            printed += has_back
            assert is_hole(back, *turned[:2]) == has_back
    assert printed > 8


def over(box, edge):
    """Return where a box of a front lies, seen from behind, when the paper was turned."""
    left, top, right, low = box
    if edge == "long":
        return LETTER[0] - right, top, LETTER[0] - left, low
    return left, LETTER[1] - low, right, LETTER[1] - top


@pytest.fixture
def measured(project, run, monkeypatch):
    """A printer that stops 15 mm from every edge."""
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(project.folder / "home"))
    assert run("calibrate", "--printer", "office", "--margin", "15mm").exit_code == 0
    return project.folder / "made.pdf"


@pytest.mark.parametrize(
    "args",
    [("--page", "a4"), ("--page", "letter", "--size", "poker"), ("--page", "a4", "--fold")],
    ids=" ".join,
)
def test_nothing_is_printed_where_a_measured_printer_does_not_reach(measured, run, args):
    nearest = {}
    for printer in ((), ("--printer", "office")):
        assert run("cards", "gym-bag", *args, *printer, "-o", measured).exit_code == 0
        sizes = page_sizes(measured)
        gaps = [white_band(measured, index, size) for index, size in enumerate(sizes)]
        nearest[bool(printer)] = min(gaps)
    assert nearest[False] < 14
    assert nearest[True] > 15 - 0.25


def white_band(path, index, size):
    """Return how many mm stay white along the edges of a page, at least."""
    image = ImageOps.invert(picture(path, index, DOTS).convert("L"))
    box = image.point(lambda level: 255 * (level > 24)).getbbox()
    if box is None:
        return math.inf  # the back of a sheet whose cards have none
    left, top, right, low = box
    return min(left / DOTS, top / DOTS, size[0] - right / DOTS, size[1] - low / DOTS)
