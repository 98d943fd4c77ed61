"""The booklet as it was written, folded in arithmetic: every page upright, and in order."""

import itertools
from dataclasses import dataclass

import pytest
from drawn import letters
from made import BOOKLET

COLUMNS, ROWS = 4, 2
LOOP = [(1, 3), (0, 3), (0, 2), (0, 1), (0, 0), (1, 0), (1, 1), (1, 2)]
"""The panels of the sheet as they hang together round the cut, from the front cover on."""


@dataclass(frozen=True)
class Fold:
    """What folding does to a point of the sheet: x and y times a sign, and a shift."""

    sign: tuple[int, int]
    shift: tuple[float, float]

    def point(self, x, y):
        return self.sign[0] * x + self.shift[0], self.sign[1] * y + self.shift[1]

    def folded_at(self, axis, line):
        """Return this fold, followed by one back along a line of the sheet as it now lies."""
        sign, shift = list(self.sign), list(self.shift)
        at = self.sign[axis] * line + self.shift[axis]
        sign[axis], shift[axis] = -sign[axis], 2 * at - shift[axis]
        return Fold(tuple(sign), tuple(shift))

    @property
    def lies_face_down(self):
        return self.sign[0] * self.sign[1] < 0


def folded(width, height):
    """Return where each panel comes to lie when the sheet is folded round its cut."""
    across, down = width / COLUMNS, height / ROWS
    fold = Fold((1, 1), (0, 0))
    found = {LOOP[0]: fold}
    for (row, column), (next_row, next_column) in itertools.pairwise(LOOP):
        if row == next_row:
            fold = fold.folded_at(0, max(column, next_column) * across)
        else:
            fold = fold.folded_at(1, down)
        found[next_row, next_column] = fold
    return found


@pytest.fixture
def made(build):
    return build(BOOKLET)


def panel_of(start, width, height):
    """Return the row and column of what stands on the sheet; rows count from the top."""
    row = int((height - start.y) / (height / ROWS))
    return row, int(start.x / (width / COLUMNS))


def test_all_panels_come_to_lie_on_the_cover_one_behind_the_other(made):
    width, height = (float(v) for v in made.pdf.pages[0].mediabox[2:])
    across, down = width / COLUMNS, height / ROWS
    for (row, column), fold in folded(width, height).items():
        middle = fold.point((column + 0.5) * across, (row + 0.5) * down)
        assert middle == pytest.approx((3.5 * across, 1.5 * down))
    # Every second panel lies face down: it is the back of the leaf before it.
    downs = [folded(width, height)[panel].lies_face_down for panel in LOOP]
    assert downs == [False, True] * 4


def test_every_text_is_upright_in_the_folded_booklet(made):
    page = made.pdf.pages[0]
    width, height = (float(v) for v in page.mediabox[2:])
    folds = folded(width, height)
    starts = letters(page)
    assert len(starts) > 80
    for start in starts:
        # y runs up on the page, and down in the arithmetic.
        fold = folds[panel_of(start, width, height)]
        along = fold.sign[0] * start.along[0], -fold.sign[1] * start.along[1]
        seen = (-along[0], along[1]) if fold.lies_face_down else along
        assert start.along == ((-1, 0) if start.y > height / 2 else (1, 0))
        assert seen == (1, 0)


def test_the_pages_are_in_order_round_the_cut(made):
    page = made.pdf.pages[0]
    width, height = (float(v) for v in page.mediabox[2:])
    content = made.sample.content
    headings = [
        (node.text.strip(), node.origin)
        for node in made.structure.root.walk()
        if node.role == "/H1"
    ]
    moves = [f"{move.number} {move.name.plain}" for move in content.moves]
    safety, cover = content.safety, content.cover.name.plain
    first = [cover, *(signs.action.plain for signs in (*safety.stop, *safety.ask[1:]))]
    danger = [signs.action.plain for signs in safety.danger]
    books = [moves[:3], [*moves[3:5], "My log"], [*moves[5:], "My log"]]
    assert [text for text, _ in headings] == [h for b in books for h in (*first, *b, *danger)]
    first += [*books[0], *danger]
    panels = []
    for _, (x, y) in headings[: len(first)]:
        where = (int((height - y) / (height / ROWS)), int(x / (width / COLUMNS)))
        if where not in panels:
            panels.append(where)
    assert panels == LOOP
    assert len(content.moves) == 7  # three in the first book, two in each other


def test_the_cut_parts_the_four_pages_in_the_middle_and_no_others(made):
    page, second, _ = made.sample.document.pages
    assert page.width == second.width
    guides = [p for part, p in page.placed if not part and p.block.width == page.width]
    rules = [mark for placed in guides for mark, _, _ in placed.block.marks()]
    cuts = [rule for rule in rules if not rule.dash]
    (cut,) = cuts
    assert (cut.x, cut.x2) == pytest.approx((page.width / 4, page.width * 3 / 4))
    assert cut.y == cut.y2 == pytest.approx(page.height / 2)
    upright = sorted({rule.x for rule in rules if rule.x == rule.x2})
    assert upright == pytest.approx([page.width * n / 4 for n in (1, 2, 3)])
    level = [rule for rule in rules if rule.dash and rule.y == rule.y2]
    assert all(rule.y == pytest.approx(page.height / 2) for rule in level)
    assert len(level) == 2
