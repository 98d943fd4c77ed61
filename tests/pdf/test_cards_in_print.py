"""Cards on paper, read back from the PDF that was written: where they lie, and what meets."""

import datetime
import io

import pikepdf
import pypdfium2
import pytest
from drawn import filled, letters
from made import ASKED
from PIL import ImageChops, ImageFilter, ImageOps
from samples import LIBRARY, PAPERS, SHEETS, SIZES, THEME, printing_of, size_of

from cardgen.documents.cards import CardsRequest
from cardgen.layout.imposition.impose import Card
from cardgen.layout.imposition.sheets import on_paper
from cardgen.layout.type_scale import type_scale
from cardgen.library.sizes import find_sheet, find_size
from cardgen.model.deck import PrintHints
from cardgen.model.design import MM
from cardgen.model.document import About, Document
from cardgen.model.page import Block, Placed, Rect
from cardgen.pdf.document import prepared

DATE = datetime.date(2026, 11, 25)
ABOUT = About("Dark cards", "A test", "en-US", DATE)
DPI, PER_INCH = 300, 72
PLAIN = [CardsRequest(size=size, paper=paper) for size in SIZES for paper in PAPERS]
MADE = [CardsRequest(sheet=sheet) for sheet in SHEETS]
each_paper = pytest.mark.parametrize(
    "request_", [*PLAIN, *MADE], ids=lambda r: r.sheet or f"{r.size}-{r.paper}"
)
each_edge = pytest.mark.parametrize("edge", ["long", "short"])


def printed(request, **options) -> bytes:
    """Return the PDF of a full sheet of cards that are dark all over, and its back."""
    size, printing = size_of(request), printing_of(request, **options)
    ground = Rect(0, 0, size.width, size.height, fill="#000000")
    dark = Block(size.width, size.height, (ground,), "Artifact")
    face = Block(size.width, size.height, (Placed(0, 0, dark),))
    scale = type_scale(THEME, 6.5)

    def laid(count):
        cards = [Card(str(number), face, face) for number in range(count)]
        return on_paper(cards, size, printing, PrintHints("", ""), scale)

    (pages,) = laid(laid(1).to_a_sheet).files
    return prepared(Document(pages[:2], ABOUT)).stamped({}, DATE)


def boxes_of(content: bytes) -> list[list]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [sorted(filled(page)) for page in pdf.pages]


def expected(request, count):
    """Return the boxes of a full sheet, reckoned in millimetres from the measures alone."""
    size, paper = size_of(request), printing_of(request).paper
    if request.sheet:
        sheet, _ = find_sheet(request.sheet, LIBRARY)
        columns, rows = sheet.columns, sheet.rows
        left, top, step_x, step_y = sheet.left, sheet.top, sheet.pitch_x, sheet.pitch_y
        width, height = size.width, size.height
    else:
        for width, height in ((size.width, size.height), (size.height, size.width)):
            columns = int((paper.width / MM - 10) / (width / MM) + 1e-6)
            rows = int((paper.height / MM - 10) / (height / MM) + 1e-6)
            if columns * rows == count:
                break
        left, top = (paper.width - columns * width) / 2, (paper.height - rows * height) / 2
        step_x, step_y = width, height
    corners = [(left + c * step_x, top + r * step_y) for c in range(columns) for r in range(rows)]
    return sorted(tuple(v / MM for v in (x, y, x + width, y + height)) for x, y in corners)


@each_edge
@each_paper
def test_every_card_lies_on_paper_where_its_sheet_says_and_its_back_behind_it(request_, edge):
    front, back = boxes_of(printed(request_, duplex=edge, cut="none"))
    paper = printing_of(request_).paper
    width, height = paper.width / MM, paper.height / MM
    wanted = expected(request_, len(front))
    assert len(front) == len(back) == len(wanted) >= 1
    if edge == "long":
        turned = sorted((width - r, t, width - x, b) for x, t, r, b in wanted)
    else:
        turned = sorted((x, height - b, r, height - t) for x, t, r, b in wanted)
    for found, given in ((front, wanted), (back, turned)):
        for one, other in zip(found, given, strict=True):
            assert one == pytest.approx(other, abs=0.01)


@each_edge
@pytest.mark.parametrize(
    "request_",
    [
        CardsRequest(paper="a4"),
        CardsRequest(size="a6", paper="a4"),
        CardsRequest(sheet="avery-8373"),
        CardsRequest(sheet="poker-9-a4"),
    ],
    ids=["plain", "turned", "apart", "uneven"],
)
def test_fronts_and_backs_coincide_within_a_pixel_when_the_paper_is_turned(request_, edge):
    content = printed(request_, duplex=edge, cut="none")
    front, back = (ink(content, number) for number in (0, 1))
    turned = ImageOps.mirror(back) if edge == "long" else ImageOps.flip(back)
    for one, other in ((front, turned), (turned, front)):
        beyond = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3)))
        assert beyond.getbbox() is None
    moved = ImageChops.offset(turned, 3, 0)
    assert ImageChops.subtract(front, moved.filter(ImageFilter.MaxFilter(3))).getbbox()


def ink(content: bytes, number: int):
    """Return the dark cards of a page in white, as a printer of 300 dots an inch sees them."""
    with pypdfium2.PdfDocument(content) as document:
        picture = document[number].render(scale=DPI / PER_INCH).to_pil().convert("L")
    return picture.point(lambda level: 255 * (level < 128))


def test_a_folded_card_has_its_back_behind_its_front_and_both_upright(build):
    made = build("cards fold")
    assert made.sample.document.duplex == "none"
    for sheet, page in zip(made.pdf.pages, made.sample.document.pages, strict=True):
        turns = {part: placed for part, placed in page.placed if part}
        starts = letters(sheet)
        for placed in turns.values():
            left, top, right, low = placed.bounds
            fold = (left + right) / 2
            inside = [s for s in starts if left < s.x < right and top < page.height - s.y < low]
            fronts = [s for s in inside if s.x < fold]
            backs = [s for s in inside if s.x > fold]
            assert fronts
            assert {s.along for s in inside} == {(1, 0)}
            # Folded back along the line, each point of the back comes to lie behind the front,
            # and seen from behind it runs the way it did before: mirrored twice.
            for start in backs:
                assert left < 2 * fold - start.x < fold
    texts = [p.text for p in made.laid_out]
    assert texts.index("1 Cat-Cow") > texts.index("Cat-Cow")


def test_a_page_for_a_print_shop_says_where_it_is_cut_and_is_filled_beyond(build):
    made = build("cards shop")
    size = find_size(ASKED["shop"].size, LIBRARY)
    bleed = 3 * MM
    for number, sheet in enumerate(made.pdf.pages):
        left, low, right, top = (float(v) for v in sheet.trimbox)
        assert (left, low) == pytest.approx((bleed, bleed), abs=0.01)
        assert (right - left, top - low) == pytest.approx((size.width, size.height), abs=0.01)
        assert [float(v) for v in sheet.obj.BleedBox] == [float(v) for v in sheet.mediabox]
        for start in letters(sheet):
            assert left + size.safe - 0.5 < start.x < right - size.safe
            assert low + size.safe - 0.5 < start.y < top - size.safe
        ((part, _), *_) = made.sample.document.pages[number].placed
        if number % 2 == 0 and part != "safety":  # fronts, which have colour at their edge
            picture = pypdfium2.PdfDocument(made.path)[number].render(scale=2).to_pil()
            colours = {picture.getpixel((0, y)) for y in range(picture.height)}
            assert len(colours) == 1
            assert (255, 255, 255) not in colours


def test_sheets_with_bleed_leave_room_for_it_between_the_cards(build):
    made = build("cards bleed")
    size = find_size("poker", LIBRARY)
    front = made.sample.document.pages[0]
    cards = [placed.bounds for part, placed in front.placed if part]
    lefts, tops = (sorted({round(bounds[axis], 2) for bounds in cards}) for axis in (0, 1))
    left, top, right, low = cards[0]
    assert {round(right - left), round(low - top)} == {round(size.width), round(size.height)}
    assert lefts[1] - lefts[0] == pytest.approx(right - left + 6 * MM, abs=0.01)
    assert tops[1] - tops[0] == pytest.approx(low - top + 6 * MM, abs=0.01)
    assert not any("/BleedBox" in sheet.obj for sheet in made.pdf.pages)
