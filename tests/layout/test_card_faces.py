"""The faces of cards: what each size shows where, a corner for a ring, and colour that bleeds."""

import re
from dataclasses import replace

import pytest
from checks import deck_faults, faces, parts
from geometry import boxes, paragraphs, tidy
from given import texts
from samples import LIBRARY, ROUTINES, SIZES, deck_of

from cardgen.documents.cards import CardsRequest
from cardgen.errors import ExitCode
from cardgen.layout.cards.frame import HOLE, HOLE_EDGE
from cardgen.layout.cards.pictures import PictureRoom, pictures
from cardgen.layout.cards.sizes import SMALLEST
from cardgen.layout.fitting.refusal import PicturesTooLargeError
from cardgen.layout.imposition.bleed import bled
from cardgen.library.sizes import find_size
from cardgen.model.content import Image
from cardgen.model.design import MM
from cardgen.model.origin import Origin
from cardgen.model.page import Block, Picture, Placed, Rect
from cardgen.model.picture import Artwork
from cardgen.model.printing import SheetOptions
from cardgen.typography.style import Style

HOLED = SheetOptions(hole=True)


def zone(back, size):
    """Return where the hole is, with a millimetre round it."""
    left = size.width - HOLE_EDGE - HOLE if back else HOLE_EDGE
    return left - MM, HOLE_EDGE - MM, left + HOLE + MM, HOLE_EDGE + HOLE + MM


@pytest.mark.parametrize("routine", ["gym-bag", "core-3"])
@pytest.mark.parametrize("size", SIZES)
def test_words_and_pictures_keep_clear_of_the_ring_on_both_sides(size, routine):
    card = find_size(size, LIBRARY)
    sample = deck_of(CardsRequest((routine,), size, "a4", options=HOLED))
    pages = sample.document.pages
    for back in (False, True):
        for page in pages[back::2]:
            left, top, right, low = zone(back, card)
            for _, placed in page.placed:
                if placed.block.width != card.width:
                    continue
                for box in boxes([Placed(0, 0, placed.block)]):
                    x, y, x2, y2 = box.bounds
                    clear = x >= right or x2 <= left or y >= low or y2 <= top
                    assert clear, f"{box} on the {'back' if back else 'front'}"
    assert list(deck_faults(pages, sample.content, card)) == []


def test_the_hole_is_at_the_same_place_of_a_card_on_both_sides():
    card = find_size("poker", LIBRARY)
    front, back = deck_of(CardsRequest(size="poker", options=HOLED)).document.pages[:2]
    for one, other in zip(faces((front,)), faces((back,)), strict=True):
        (left,), (right,) = holes(one.block), holes(other.block)
        assert left == pytest.approx(card.width - right - HOLE)
    plain = deck_of(CardsRequest(size="poker")).document.pages[0]
    assert not any(holes(placed.block) for placed in faces((plain,)))


def holes(face: Block):
    grounds = [(m, x) for m, x, _ in face.marks() if isinstance(m, Rect)]
    return [x + m.x for m, x in grounds if m.width == HOLE and m.radius == HOLE / 2]


@pytest.mark.parametrize("size", SIZES)
def test_all_steps_stand_on_the_front_with_the_pictures(size):
    card = find_size(size, LIBRARY)
    sample = deck_of(CardsRequest(("gym-bag",), size, "a4"))
    assert card.holds_steps == (size in ("index-3x5", "index-4x6", "a6", "a5"))
    for move, front in fronts_of(sample):
        steps = move.steps if card.holds_steps else move.short_steps
        found = {p.text: p for p in paragraphs([front])}
        for step in steps:
            assert found[tidy(step.plain)].lines[0].size >= 8
        assert any(isinstance(mark, Picture) for mark, _, _ in front.block.marks())


def fronts_of(sample):
    """Return each move with the face that is read first."""
    cards = parts(sample.document.pages)
    return [(move, cards[str(move.number)][0]) for move in sample.content.moves]


ROLES = {"id-1": (8.0, 8.0, 6.5), "poker": (9.0, 8.75, 6.5), "a6": (11.0, 11.0, 7.5)}
"""The least sizes of steps, of what stands behind, and of sources, in points, by size of card."""


@pytest.mark.parametrize("routine", ROUTINES)
@pytest.mark.parametrize("size", ROLES)
def test_type_is_as_large_as_its_role_asks_for(size, routine):
    steps, behind, sources = ROLES[size]
    sample = deck_of(CardsRequest((routine,), size, "a4"))
    deck = sample.content
    label = deck.sources.spans[0].text
    cited = [tidy(before + said) for said in texts(deck.safety.sources) for before in ("", label)]
    for move, front in fronts_of(sample):
        for paragraph in paragraphs([front]):
            assert min(line.size for line in paragraph.lines) >= min(8, steps)
        told = [p for p in paragraphs([front]) if p.text in map(tidy, texts(move.short_steps))]
        assert all(line.size >= steps for p in told for line in p.lines)
    for part, sides in parts(sample.document.pages).items():
        for paragraph in paragraphs(sides[1:] if part.isdigit() else sides):
            small = "made with cardgen" in paragraph.text or paragraph.text in cited
            least = sources if small else 8 if part == "safety" else min(8, behind)
            assert min(line.size for line in paragraph.lines) >= least, paragraph.text
        if part.isdigit():
            care = [p for p in paragraphs(sides[1:]) if p.text == "•"]
            assert all(line.size >= behind for p in care for line in p.lines)


def test_no_move_of_the_library_needs_two_bank_cards():
    every = tuple(LIBRARY.stretches)
    cards = parts(deck_of(CardsRequest(every, "id-1", "a4")).document.pages)
    assert {len(sides) for part, sides in cards.items() if part.isdigit()} == {2}


def test_stop_rules_stand_once_in_a_deck_on_a_safety_card_that_is_numbered():
    cards = parts(deck_of(CardsRequest(("post-run",))).document.pages)
    said = {part: [p.text for p in paragraphs(sides)] for part, sides in cards.items()}
    holders = [part for part, texts in said.items() if "Stop the move for" in texts]
    assert holders == ["safety"]
    count = len(cards["safety"]) // 2
    numbers = [text for text in said["safety"] if re.fullmatch(r"\d of \d", text)]
    assert numbers == [f"{n} of {count}" for n in range(1, count + 1) for _ in "fb"]
    assert said["safety"].count("•") >= 26


def test_the_sources_of_the_signs_stand_on_the_last_safety_card():
    for skip in ((), ("cover",)):
        cards = parts(deck_of(CardsRequest(("post-run",), skip=skip)).document.pages)
        said = {name: " ".join(p.text for p in paragraphs(sides)) for name, sides in cards.items()}
        assert [name for name, text in said.items() if "Safety cards: " in text] == ["safety"]
        assert "doi:10.2519/jospt.2020.9971" in said["safety"]


@pytest.mark.parametrize(("skip", "part"), [((), "cover"), (("cover",), "safety")])
def test_what_stands_before_the_signs_is_on_the_back_of_the_cover_if_there_is_one(skip, part):
    deck = deck_of(CardsRequest(skip=skip))
    opening, cards = tidy(deck.content.safety.opening.plain), parts(deck.document.pages)
    said = {name: [p.text for p in paragraphs(sides)] for name, sides in cards.items()}
    assert [name for name, told in said.items() if opening in told] == [part]
    assert "below" not in opening  # they are on other cards


def test_a_back_with_little_room_tells_cautions_in_few_words_by_the_names_of_conditions():
    cards = parts(deck_of(CardsRequest(("cat-cow", "side-plank-knees"))).document.pages)
    said = [[p.text for p in paragraphs(cards[n][1:])] for n in "12"]
    names = ["Flare-up:", "Knee pain:", "Leg pain:", "Neck pain:", "Sore wrists:", "Weak bones,"]
    places = [said[0][1].index(name) for name in names]
    assert places == sorted(places)
    assert "High blood pressure? Hold 3 seconds." in said[1][1]


def test_a_card_has_one_name_on_both_sides_in_short_where_its_front_has_no_room():
    for size, said in (("id-1", "Knee to Other Shoulder"), ("a5", "Knee to Opposite Shoulder")):
        cards = parts(deck_of(CardsRequest(("knee-to-opposite-shoulder",), size)).document.pages)
        assert [p.text for p in paragraphs(cards["1"][:1]) if "H1" in p.roles] == ["1", said]
        assert f"1 {said}" in [p.text for p in paragraphs(cards["1"][1:])]


@pytest.mark.parametrize("size", SIZES)
def test_both_sides_of_every_card_have_the_same_name(size):
    sample = deck_of(CardsRequest(("post-run",), size))
    cards = parts(sample.document.pages)
    for move in sample.content.moves:
        face, back, *_ = cards[f"{move.number}"]
        _, *front = [p.text for p in paragraphs([face]) if "H1" in p.roles]
        title, *_ = [p.text for p in paragraphs([back]) if "H2" in p.roles]
        assert title == f"{move.number} {' '.join(front)}"


def test_a_long_name_is_a_little_smaller_before_it_is_short():
    cards = parts(deck_of(CardsRequest(("hip-flexor-kneel",), "a6")).document.pages)
    said = [p.text for p in paragraphs(cards["1"][:1]) if "H1" in p.roles]
    assert said == ["1", "Kneeling Hip Flexor Stretch"]


def test_a_move_of_two_sides_says_which_comes_second_unless_its_steps_do():
    moves = {m.id: m for m in deck_of(CardsRequest(tuple(LIBRARY.stretches))).content.moves}
    last = {id_: move.short_steps[-1].plain for id_, move in moves.items()}
    assert last["figure-four"] == "Then the right side."
    assert last["hamstring-strap"] == "Then the left side."
    assert last["bird-dog"].endswith("Switch sides.")
    assert "Then" not in last["cat-cow"]


def test_the_pictures_of_a_pair_are_at_one_scale_and_fill_their_panel():
    for size, least in (("a6", 0.9), ("a5", 0.9), ("id-1", 0.8)):
        card = find_size(size, LIBRARY)
        (_, front), *_ = fronts_of(deck_of(CardsRequest(("cat-cow",), size, "a4")))
        shown = [m for m, _, _ in front.block.marks() if isinstance(m, Picture)]
        scales = {round(m.width / m.artwork.width, 6) for m in shown}
        assert len(shown) == 2
        assert len(scales) == 1
        assert sum(m.width for m in shown) >= least * (card.width - 2 * card.safe)


def test_a_person_is_as_tall_in_each_picture_of_a_pair():
    first, second = (Artwork("a", 100, 50, "", unit=1), Artwork("b", 80, 100, "", unit=1))
    images = [Image(first, "First"), Image(second, "Second")]
    block = pictures(images, PictureRoom(400, 200, 4))
    widths = [m.width for m, _, _ in block.marks()]
    assert widths[0] / widths[1] == pytest.approx(100 / 80)
    photos = [Image(replace(one.artwork, unit=0), one.alt) for one in images]
    heights = [m.height for m, _, _ in pictures(photos, PictureRoom(400, 200, 4)).marks()]
    assert heights[0] == pytest.approx(heights[1])
    mixed = pictures([images[0], photos[1]], PictureRoom(400, 200, 4)).marks()
    tall = [m.height for m, _, _ in mixed]
    assert tall[0] == pytest.approx(tall[1])


def picture_of(aspect, **given):
    origin = Origin("mine.yaml", 12, 3, "illustrations[1].file")
    return Image(Artwork(f"{aspect}", aspect, 1, ""), "Alt", origin=origin, **given)


def test_no_picture_that_is_needed_is_left_out_to_make_others_larger():
    needed = [picture_of(aspect) for aspect in (1.1, 1.2, 1.3)]
    start = picture_of(1.4, needed=False)
    narrow = pictures([start, *needed], PictureRoom(63 * MM, 30 * MM, 4))
    shown = [mark for mark, _, _ in narrow.marks()]
    assert [m.artwork for m in shown] == [image.artwork for image in needed]
    assert 18 * MM <= min(max(m.width, m.height) for m in shown) < 23 * MM
    with pytest.raises(PicturesTooLargeError) as refused:
        pictures(needed, PictureRoom(50 * MM, 15 * MM, 4))
    assert refused.value.origin == needed[-1].origin


def test_a_card_without_room_for_its_pictures_is_refused_with_file_field_and_remedy(example, run):
    path = example.folder / "stretches" / "calf-stretch.yaml"
    pattern = r"^illustrations:\n(- .*?)^claims"
    (entry,) = re.findall(pattern, path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}"><path d="M9 9h80v80"/></svg>'
    )
    for name, size in (("wide", (400, 100)), ("tall", (100, 400))):
        example.write(f"images/{name}.svg", svg.format(*size))
    named = "".join(entry.replace("calf.svg", f"{name}.svg") for name in ("wide", "wide", "tall"))
    example.change("stretches/calf-stretch.yaml", entry, named)
    found = run("cards", "calf-stretch", "--size", "business", "-o", "cards.pdf")
    assert found.exit_code == ExitCode.DOES_NOT_FIT
    told = " ".join(found.stderr.split())
    assert re.search(rf"{path.name}:\d+:\d+: illustrations\[3\]\.file: .* mm too large for", told)
    assert "moment: start" in told
    assert not (example.folder / "cards.pdf").exists()


def test_a_caption_keeps_to_the_least_type_of_a_card():
    image = picture_of(1, caption="Kneel down slowly, then reach")
    for size in (8, 9.5, 11):
        block = pictures([image], PictureRoom(60 * MM, 40 * MM, 4, Style(size, "#000000")))
        assert min(run.size for line in block.all_lines() for run in line.runs) >= SMALLEST


def test_grounds_at_the_edge_reach_beyond_it_and_no_others():
    edge = Rect(0, 0, 40, 100, fill="#123456")
    inner, frame = replace(edge, x=10, y=10, width=5), replace(edge, fill=None, stroke="#000000")
    inside = Block(60, 100, (inner, frame))
    face = Block(100, 100, (Placed(0, 0, Block(40, 100, (edge,))), Placed(40, 0, inside)))
    first, second = (kid.block for kid in bled(face, 9).kids)
    assert first.kids[0].bounds == (-9, -9, 40, 109)
    assert second.kids == inside.kids
    assert bled(face, 0) == face


@pytest.mark.parametrize("size", SIZES)
def test_every_front_has_a_ground_that_bleeds(size):
    options = SheetOptions(single=True, bleed=3 * MM)
    pages = deck_of(CardsRequest(size=size, options=options)).document.pages
    seen = set()
    for page in pages[::2]:
        ((part, placed),) = page.placed
        if part in seen or part == "safety":  # what goes on from another card is white
            continue
        seen.add(part)
        grounds = [
            (placed.x + x + mark.x, placed.y + y + mark.y)
            for mark, x, y in placed.block.marks()
            if isinstance(mark, Rect)
        ]
        assert any(x == pytest.approx(0) for x, _ in grounds)


def test_copies_are_whole_decks_one_after_the_other():
    pages = deck_of(CardsRequest(options=SheetOptions(copies=2))).document.pages
    parts = list(dict.fromkeys(part for page in pages for part, _ in page.placed if part))
    once = ["cover", "1", "2", "3", "4", "5", "safety"]
    assert parts == [*once, *(f"{part} (2)" for part in once)]
