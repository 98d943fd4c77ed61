"""Pages to operators, and the structure of what they draw."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from cardgen.model.page import Block, Bounds, FontStyle, Mark, Page, Picture, Placed, Reserved, Role
from cardgen.model.picture import Artwork
from cardgen.pdf.affine import (
    STILL,
    Matrix,
    composed,
    correction_matrix,
    on_page,
    turn_matrix,
)
from cardgen.pdf.cluster_codes import STATIC, ClusterCodes
from cardgen.pdf.colour import PROCESS, Inks
from cardgen.pdf.holes import Hole, hole_of
from cardgen.pdf.marks import MarkCanvas
from cardgen.pdf.objects import number, rounded
from cardgen.pdf.passages import TextObject, text_objects
from cardgen.pdf.pictures import print_width
from cardgen.pdf.structure import HEADINGS, LISTS, Element, Link, raised_headings, tag_of

Place = tuple[int, float, float]
"""A page, counted from 0, and a point on it."""
_ARTIFACT, _END = b"/Artifact BMC\n", b"EMC\n"


class Anchor(NamedTuple):
    """What a link or a bookmark leads to: a place, and the element that is read from there."""

    place: Place
    element: Element


class Heading(NamedTuple):
    """A heading: its level, counted from 0, its words, and where it is."""

    level: int
    title: str
    anchor: "Anchor"


@dataclass(slots=True)
class Drawn:
    """What a page draws, and the elements of its marked-content sequences by their number."""

    pieces: list[bytes | Hole] = field(default_factory=list)
    """In order; holes stand apart from the rest."""
    sequences: list[Element] = field(default_factory=list)


class ContentBuilder:
    """Draws pages, and keeps the structure of what it draws."""

    def __init__(
        self, pages: Sequence[Page], inks: Inks = PROCESS, *, has_links: bool = True
    ) -> None:
        """Draw all pages of a document, each from its top, in these inks.

        Without links their words stand as all others.
        """
        self._inks = inks
        self._has_links = has_links
        self._canvas = MarkCanvas(inks)
        self._raised = raised_headings(pages)
        self._parts: dict[str, Element] = {}
        self._matrix = STILL
        self.root = Element("Document")
        self._list = self.root, 0
        """The last list, and the page on which it stands or ends; the root where there is none."""
        self.pages: list[Drawn] = []
        self.links: list[tuple[Link, Element]] = []
        self.anchors: dict[str, Anchor] = {}
        self.headings: list[Heading] = []
        self.pictures: dict[tuple[Artwork, float], str] = {}
        """What pages call each picture, by the width that its lines are for."""
        self.printed_widths: dict[str, float] = {}
        """The width in points of the largest print of each picture, by its name."""
        self._letters: dict[tuple[tuple[FontStyle, frozenset[str]], ...], None] = {}
        self.codes = ClusterCodes(STATIC)
        """Those of the clusters that pages show."""
        self.holes: list[Hole] = []
        """In the order in which they are drawn."""
        self._code: list[bytes] = []
        for page in pages:
            self._draw_page(page)

    def _draw_page(self, page: Page) -> None:
        self._page, self._number = Drawn(), len(self.pages)
        self.pages.append(self._page)
        with self._within(correction_matrix(page)):
            for part, placed in page.placed:
                if part and part not in self._parts:
                    self._parts[part] = self.root.child("Sect")
                self._draw_placed(placed, page.height, self._parts.get(part, self.root))
        self._finish_piece()

    def _finish_piece(self) -> None:
        if self._code:
            self._page.pieces.append(b"".join(self._code))
            self._code.clear()

    def _draw_placed(self, placed: Placed, top: float, parent: Element) -> None:
        """Draw what stands on the page itself; `top` is the height of the page."""
        if not placed.turn:
            self._draw(placed.block, placed.x, top - placed.y, parent)
            return
        with self._within(turn_matrix(placed, top)):
            self._draw(placed.block, 0, placed.block.height, parent)

    @contextmanager
    def _within(self, matrix: Matrix | None) -> Iterator[None]:
        """Within: what is drawn is turned and moved by `matrix`."""
        if matrix is None:
            yield
            return
        outer, self._matrix = self._matrix, composed(matrix, self._matrix)
        self._code.append(self._canvas.moved(matrix))
        yield
        self._code.append(self._canvas.moved_back())
        self._matrix = outer

    def _draw(self, block: Block, x: float, y: float, parent: Element) -> None:
        """Draw a block whose upper left corner is at (x, y)."""
        role = block.role
        if role == "Artifact":
            self._code.append(_ARTIFACT)
            self._decorate(block, x, y)
            self._code.append(_END)
            return
        element = parent
        if role:
            element = self._element_of(block, role, parent)
            self._note(block, x, y, element)
        elif block.language:
            element = parent.child("Span" if block.texts else "Div")
        if block.language:
            element.language = block.language
        if block.anchor:
            self.anchors[block.anchor] = Anchor(self._place(block, x, y), element)
        if block.texts:
            self._draw_text(block, x, y, element)
            return
        for kid in block.kids:
            if isinstance(kid, Placed):
                self._draw(kid.block, x + kid.x, y - kid.y, element)
            else:
                self._code += (self._begin(element), self._drawn(kid, x, y), _END)

    def _element_of(self, block: Block, role: Role, parent: Element) -> Element:
        """Return a new element for a block; or the list that goes on from the page before."""
        if role not in LISTS:
            return parent.child(self._raised.get(role, role), block.alt)
        page, (element, before) = self._number, self._list
        if page == before or parent.kids[-1:] != [element] or element.role != role:
            element = parent.child(role)
        self._list = element, page
        return element

    def _note(self, block: Block, x: float, y: float, element: Element) -> None:
        """Note where a picture or a heading is."""
        if element.role == "Figure":
            element.bounds = self._bounds(block, x, y)
        elif element.role in HEADINGS:
            title = " ".join([line.text.strip() for line in block.all_lines()])
            level = HEADINGS.index(element.role)
            place = self._place(block, x, y)
            self.headings.append(Heading(level, title, Anchor(place, element)))

    def _place(self, block: Block, x: float, y: float) -> Place:
        """Return where the top left corner of a block lies on its page, turned as it may be."""
        left, _, _, high = self._bounds(block, x, y)
        return self._number, left, high

    def _bounds(self, block: Block, x: float, y: float) -> Bounds:
        return on_page(self._matrix, (x, y - block.height, x + block.width, y))

    @property
    def letters(self) -> dict[FontStyle, set[str]]:
        """Return the characters in each style of font, without those in holes."""
        found: dict[FontStyle, set[str]] = defaultdict(set)
        for face, letters in dict.fromkeys(chain.from_iterable(self._letters)):
            found[face] |= letters
        return found

    def _begin(self, element: Element) -> bytes:
        """Return the start of a marked-content sequence that belongs to `element`."""
        return b"/%b <</MCID %d>> BDC\n" % self._sequence(element)

    def _sequence(self, element: Element) -> tuple[bytes, int]:
        """Return the tag and the number of a new marked-content sequence of `element`."""
        sequences = self._page.sequences
        number = len(sequences)
        sequences.append(element)
        element.hold(self._number, number)
        return tag_of(element.role), number

    def _drawn(self, mark: Mark, x: float, y: float) -> bytes:
        """Return what draws a mark that is not text."""
        if not isinstance(mark, Picture):
            return self._canvas.drawn(mark, x, y)
        key = mark.artwork, print_width(mark)
        name = self.pictures.setdefault(key, f"P{len(self.pictures)}")
        self.printed_widths[name] = max(mark.width, self.printed_widths.get(name, 0))
        return self._canvas.picture(mark, x, y, name)

    def _decorate(self, block: Block, x: float, y: float) -> None:
        """Draw a block that says nothing, whatever is in it."""
        if block.texts:
            self._draw_text(block, x, y, None)
            return
        for kid in block.kids:
            if isinstance(kid, Placed):
                self._decorate(kid.block, x + kid.x, y - kid.y)
            else:
                self._code.append(self._drawn(kid, x, y))

    def _draw_text(self, block: Block, x: float, y: float, element: Element | None) -> None:
        """Draw lines of text; those without an element say nothing."""
        start = rounded(x), rounded(y)
        for text in text_objects(block, self.codes, self._inks):
            if isinstance(text, Reserved):
                self._leave_hole(hole_of(text, self._inks), x, y, element)
                continue
            self._letters[text.letters] = None
            if element is None:
                self._code.append(text.bare % start)
            elif text.is_plain:
                self._code.append(text.code % (*start, *self._sequence(element)))
            else:
                self._code.append(text.code % (*start, *self._sequences(text, x, y, element)))

    def _leave_hole(self, hole: Hole, x: float, y: float, element: Element | None) -> None:
        """Draw what is around a hole: its words stand where the origin is."""
        self._code.append(_moved(x + hole.x, y - hole.y) + hole.manner)
        self._code += [self._begin(element)] if element else []
        self._finish_piece()
        self.holes.append(hole)
        for run in hole.shaped:
            self.codes.keep(run.clusters)
        self._page.pieces.append(hole)
        self._code.append(_END + b"Q\n" if element else b"Q\n")

    def _sequences(
        self, text: TextObject, x: float, y: float, element: Element
    ) -> Iterator[bytes | int]:
        """Yield the tag and the number of the marked-content sequence of each passage.

        A link is an element of its own. One that runs on over several lines is one element, with
        an annotation for each line.
        """
        for target, name, covered in text.phrases:
            if target is None or not self._has_links:
                for _ in covered:
                    yield from self._sequence(element)
                continue
            linked = element.child("Link")
            for left, low, right, high in covered:
                yield from self._sequence(linked)
                bounds = on_page(self._matrix, (x + left, y + low, x + right, y + high))
                link = Link(self._number, target, name, bounds)
                linked.kids.append(link)
                self.links.append((link, linked))


def _moved(x: float, y: float) -> bytes:
    """Return what moves the origin to (x, y), as far as the next Q."""
    return f"q 1 0 0 1 {number(x)} {number(y)} cm\n".encode()
