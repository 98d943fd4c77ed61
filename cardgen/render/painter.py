"""Pages to operators, and the structure of what they draw."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cardgen.model.page import Block, Bounds, Line, Mark, Page, Picture, Placed
from cardgen.model.picture import Artwork
from cardgen.render.marks import Operators, draw_picture, drawn, print_width
from cardgen.render.objects import number
from cardgen.render.slots import Slot
from cardgen.render.structure import Content, Element, Link
from cardgen.render.text import Passage, Texts
from cardgen.render.turn import (
    STILL,
    Matrix,
    correction_matrix,
    joined,
    on_page,
    operands,
    turn_matrix,
)

Place = tuple[int, float, float]
"""A page, counted from 0, and a point on it."""
_TEXTS = Texts()


@dataclass(slots=True)
class Sheet:
    """What a page draws, and the elements of its marked-content sequences by their number."""

    page: Page
    code: Operators = field(default_factory=list)
    sequences: list[Element] = field(default_factory=list)


class Painter:
    """Draws pages, and keeps the structure of what it draws."""

    def __init__(self, artwork: Mapping[Path, Artwork], slots: frozenset[str]) -> None:
        """Words in `slots` are left out: their places are kept."""
        self._artwork = artwork
        self._slots = slots
        self._parts: dict[str, Element] = {}
        self._matrix = STILL
        self.root = Element("Document")
        self.sheets: list[Sheet] = []
        self.links: list[tuple[Link, Element]] = []
        self.anchors: dict[str, Place] = {}
        self.headings: list[tuple[str, Place]] = []
        self.pictures: dict[tuple[Path, float], str] = {}
        """What pages call each picture, by its file and the width that its lines are for."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Return the slots of all pages, in the order in which they are drawn."""
        code = (piece for sheet in self.sheets for piece in sheet.code)
        return tuple(piece for piece in code if not isinstance(piece, bytes))

    def draw_page(self, page: Page) -> None:
        """Draw one page, from its top."""
        self.sheets.append(Sheet(page))
        with self._within(correction_matrix(page)):
            for part, placed in page.placed:
                if part and part not in self._parts:
                    self._parts[part] = self.root.child("Sect")
                self._draw_turned(placed, page.height, self._parts.get(part, self.root))

    def _draw_turned(self, placed: Placed, top: float, parent: Element) -> None:
        """Draw what stands on the page itself; `top` is the height of the page."""
        if not placed.turn:
            self._draw(placed, 0, top, parent)
            return
        with self._within(turn_matrix(placed, top)):
            self._draw(Placed(0, 0, placed.block), 0, placed.block.height, parent)

    @contextmanager
    def _within(self, matrix: Matrix | None) -> Iterator[None]:
        """Within: what is drawn is turned and moved by `matrix`."""
        if matrix is None:
            yield
            return
        outer, self._matrix = self._matrix, joined(matrix, self._matrix)
        self._sheet.code.append(b"q %b cm\n" % operands(matrix))
        yield
        self._sheet.code.append(b"Q\n")
        self._matrix = outer

    @property
    def _sheet(self) -> Sheet:
        return self.sheets[-1]

    def _place(self, block: Block, x: float, top: float) -> Place:
        """Return where the top left corner of a block lies on its page, turned as it may be."""
        left, _, _, high = self._bounds(block, x, top)
        return len(self.sheets) - 1, left, high

    def _bounds(self, block: Block, x: float, top: float) -> Bounds:
        around = (x, top - block.height, x + block.width, top)
        return on_page(self._matrix, around)

    def _draw(self, placed: Placed, x: float, top: float, parent: Element) -> None:
        """Draw a block; (x, top) is the corner of the block or page that holds it."""
        block, x, top = placed.block, x + placed.x, top - placed.y
        if block.role == "Artifact":
            self._sheet.code.append(b"/Artifact BMC\n")
            self._decorate(block, x, top)
            self._sheet.code.append(b"EMC\n")
            return
        element = parent.child(block.role, block.alt) if block.role else parent
        self._note(block, x, top, element)
        if lines := block.lines:
            self._draw_lines(lines, x, top, element)
            return
        for kid in block.kids:
            if isinstance(kid, Placed):
                self._draw(kid, x, top, element)
            else:
                self._add(element, (self._drawn(kid, x, top),))

    def _note(self, block: Block, x: float, top: float, element: Element) -> None:
        """Note where a picture, a heading or the target of a link is."""
        if block.role == "Figure":
            element.bounds = self._bounds(block, x, top)
        if block.role == "H1":
            title = "".join(line.text for line in block.all_lines())
            self.headings.append((title.strip(), self._place(block, x, top)))
        if block.anchor:
            self.anchors[block.anchor] = self._place(block, x, top)

    def _add(self, element: Element, code: Iterable[bytes | Slot]) -> None:
        """Draw what belongs to `element`: a marked-content sequence."""
        sheet = self._sheet
        mcid = len(sheet.sequences)
        sheet.code.append(b"/%b <</MCID %d>> BDC\n" % (element.tag.encode(), mcid))
        sheet.code += code
        sheet.code.append(b"EMC\n")
        element.kids.append(Content(len(self.sheets) - 1, mcid))
        sheet.sequences.append(element)

    def _decorate(self, block: Block, x: float, top: float) -> None:
        """Draw a block that says nothing, whatever is in it."""
        code = self._sheet.code
        if lines := block.lines:
            code.append(_corner(x, top))
            for passage in _TEXTS.drawn(lines, self._slots):
                code += passage.code
            code.append(b"Q\n")
            return
        for kid in block.kids:
            if isinstance(kid, Placed):
                self._decorate(kid.block, x + kid.x, top - kid.y)
            else:
                code.append(self._drawn(kid, x, top))

    def _drawn(self, mark: Mark, x: float, top: float) -> bytes:
        """Return what draws a mark that is not text."""
        if not isinstance(mark, Picture):
            return drawn(mark, x, top)
        art = self._artwork[mark.file]
        key = mark.file, print_width(mark, art)
        name = self.pictures.setdefault(key, f"P{len(self.pictures)}")
        return draw_picture(mark, x, top, art, name)

    def _draw_lines(self, lines: tuple[Line, ...], x: float, top: float, element: Element) -> None:
        """Draw lines of text as few marked-content sequences: a link is one of its own."""
        code = self._sheet.code
        code.append(_corner(x, top))
        for passage in _TEXTS.drawn(lines, self._slots):
            if passage.link is None:
                self._add(element, passage.code)
            else:
                self._add_link(passage, passage.link, x, top, element.child("Link"))
        code.append(b"Q\n")

    def _add_link(
        self, passage: Passage, target: str, x: float, top: float, element: Element
    ) -> None:
        self._add(element, passage.code)
        left, low, right, high = passage.where
        where = on_page(self._matrix, (x + left, top + low, x + right, top + high))
        made = Link(len(self.sheets) - 1, target, passage.words.strip(), where)
        element.kids.append(made)
        self.links.append((made, element))


def _corner(x: float, top: float) -> bytes:
    """Return what takes the origin to the corner of a block, until the next Q."""
    return b"q 1 0 0 1 %b %b cm\n" % (number(x).encode(), number(top).encode())
