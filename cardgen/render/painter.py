"""Pages to operators, and the structure of what they draw."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from cardgen.model.page import (
    ASCENT,
    DESCENT,
    Block,
    Bounds,
    Code,
    Corner,
    Ground,
    Line,
    Page,
    Picture,
    Placed,
    Rule,
    Run,
)
from cardgen.model.picture import Artwork
from cardgen.render.fonts import text_width
from cardgen.render.marks import (
    Operators,
    Pen,
    draw_code,
    draw_corner,
    draw_ground,
    draw_picture,
    draw_rule,
    print_width,
)
from cardgen.render.slots import Started, moved
from cardgen.render.structure import Content, Element, Link
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

    @contextmanager
    def _content(self, element: Element) -> Iterator[None]:
        """Within: what is drawn belongs to `element`."""
        sheet = self._sheet
        mcid = len(sheet.sequences)
        sheet.code.append(b"/%b <</MCID %d>> BDC\n" % (element.tag.encode(), mcid))
        element.kids.append(Content(len(self.sheets) - 1, mcid))
        sheet.sequences.append(element)
        yield
        sheet.code.append(b"EMC\n")

    def _draw(self, placed: Placed, x: float, top: float, parent: Element) -> None:
        """Draw a block; (x, top) is the corner of the block or page that holds it."""
        block, x, top = placed.block, x + placed.x, top - placed.y
        if block.role == "Artifact":
            self._sheet.code.append(b"/Artifact BMC\n")
            self._draw_decoration(block, x, top)
            self._sheet.code.append(b"EMC\n")
            return
        element = parent.child(block.role, block.alt) if block.role else parent
        self._note(block, x, top, element)
        for is_line, kids in groupby(block.kids, lambda kid: isinstance(kid, Line)):
            if is_line:
                self._draw_lines([kid for kid in kids if isinstance(kid, Line)], x, top, element)
                continue
            for kid in kids:
                if isinstance(kid, Placed):
                    self._draw(kid, x, top, element)
                elif not isinstance(kid, Line):
                    with self._content(element):
                        self._draw_mark(kid, x, top)

    def _note(self, block: Block, x: float, top: float, element: Element) -> None:
        """Note where a picture, a heading or the target of a link is."""
        if block.role == "Figure":
            element.bounds = self._bounds(block, x, top)
        if block.role == "H1":
            title = "".join(mark.text for mark, _, _ in block.marks() if isinstance(mark, Line))
            self.headings.append((title.strip(), self._place(block, x, top)))
        if block.anchor:
            self.anchors[block.anchor] = self._place(block, x, top)

    def _draw_decoration(self, block: Block, x: float, top: float) -> None:
        for mark, left, down in block.marks():
            if isinstance(mark, Line):
                self._draw_pieces(list(_pieces([mark])), x + left, top - down)
            else:
                self._draw_mark(mark, x + left, top - down)

    def _draw_mark(
        self, mark: Picture | Rule | Ground | Corner | Code, x: float, top: float
    ) -> None:
        if isinstance(mark, Rule):
            made = draw_rule(mark, x, top)
        elif isinstance(mark, Corner):
            made = draw_corner(mark, x, top)
        elif isinstance(mark, Ground):
            made = draw_ground(mark, x, top)
        elif isinstance(mark, Code):
            made = draw_code(mark, x, top)
        else:
            art = self._artwork[mark.file]
            key = mark.file, print_width(mark, art)
            name = self.pictures.setdefault(key, f"P{len(self.pictures)}")
            made = draw_picture(mark, x, top, art, name)
        self._sheet.code.append(made)

    def _draw_lines(self, lines: Iterable[Line], x: float, top: float, element: Element) -> None:
        """Draw lines of text as few marked-content sequences: a link is one of its own."""
        for link, group in groupby(_pieces(lines), lambda piece: piece.link):
            pieces = list(group)
            if link is None:
                with self._content(element):
                    self._draw_pieces(pieces, x, top)
            else:
                for piece in pieces:
                    self._draw_link(link, piece, x, top, element)

    def _draw_link(self, link: str, piece: "_Piece", x: float, top: float, parent: Element) -> None:
        element = parent.child("Link")
        with self._content(element):
            self._draw_pieces([piece], x, top)
        first = piece.runs[0]
        left, base = x + piece.x, top - piece.y + first.rise
        where = (left, base - DESCENT * first.size, left + piece.width, base + ASCENT * first.size)
        words = "".join(run.text for run in piece.runs).strip()
        made = Link(len(self.sheets) - 1, link, words, on_page(self._matrix, where))
        element.kids.append(made)
        self.links.append((made, element))

    def _emptied(self, run: Run) -> Run:
        """Return a run without its words where they are those of a slot."""
        return replace(run, text="") if run.slot in self._slots else run

    def _draw_pieces(self, pieces: Sequence["_Piece"], x: float, top: float) -> None:
        code = self._sheet.code
        code.append(b"BT\n")
        pen, before = Pen(code, self._slots), None
        for piece in pieces:
            place = round(x + piece.x, 2), round(top - piece.y, 2)
            if piece.right is not None:
                runs = tuple(map(self._emptied, piece.runs))
                started = Started(runs, x + piece.right, place[1])
                code.append(started if runs != piece.runs else started.operators({}))
            elif place != before:
                code.append(moved(*place))
            before = place if piece.right is None else None
            pen.write(piece.runs)
        code.append(b"ET\n")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line that is one link, or none; (x, y) is where its baseline starts."""

    x: float
    y: float
    width: float
    link: str | None
    runs: tuple[Run, ...]
    right: float | None


def _pieces(lines: Iterable[Line]) -> Iterator[_Piece]:
    for line in lines:
        if line.right is not None:
            yield _Piece(line.x, line.y, line.width, None, line.runs, line.right)
            continue
        x = line.x
        for link, group in groupby(line.runs, lambda run: run.link):
            runs = tuple(group)
            width = sum(text_width(run.text, run.face, run.size) for run in runs)
            yield _Piece(x, line.y, width, link, runs, None)
            x += width
