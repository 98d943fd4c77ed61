"""Pages to one tagged PDF file, the same bytes each time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from cardgen.model.document import Document
from cardgen.model.page import (
    ASCENT,
    DESCENT,
    Block,
    Code,
    Ground,
    Line,
    Page,
    Picture,
    Placed,
    Rule,
    Run,
)
from cardgen.model.picture import Artwork
from cardgen.render.archive import packed
from cardgen.render.fonts import font, text_width
from cardgen.render.marks import Pen, draw_code, draw_ground, draw_picture, draw_rule
from cardgen.render.metadata import write_metadata
from cardgen.render.structure import Element, write_structure
from cardgen.render.tagging import Tagger


def render_pdf(
    document: Document, artwork: Mapping[Path, Artwork], *, archival: bool = False
) -> bytes:
    """Return the document as a tagged PDF (PDF/UA-1, and PDF/A-2a too where it is `archival`).

    `artwork` holds every picture of its pages. The same document gives the same bytes: the
    file's ID is a digest of its content.
    """
    file = BytesIO()
    canvas = Canvas(
        file,
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        lang=document.language,
        initialFontName=font("regular").fontName,
    )
    painter = _Painter(canvas, artwork, outlined=len(document.pages) > 1)
    write_metadata(document, canvas, archival=archival)
    for page in document.pages:
        painter.draw_page(page)
    write_structure(painter.tagger.root, painter.tagger.parents(), canvas._doc)
    canvas.save()
    return packed(file.getvalue(), archival=archival)


class _Painter:
    """Draws pages on a canvas, and keeps the structure of what it draws."""

    def __init__(self, canvas: Canvas, artwork: Mapping[Path, Artwork], *, outlined: bool) -> None:
        self._canvas = canvas
        self._outlined = outlined
        self._artwork = artwork
        self.tagger = Tagger(canvas)
        self._parts: dict[str, Element] = {"": self.tagger.root}

    def draw_page(self, page: Page) -> None:
        """Draw one page, from its top."""
        self._canvas.setPageSize((page.width, page.height))
        self.tagger.begin_page()
        for part, placed in page.placed:
            if part not in self._parts:
                self._parts[part] = self.tagger.root.child("Sect")
            self._draw(placed, 0, page.height, self._parts[part])
        self.tagger.end_page()

    def _draw(self, placed: Placed, x: float, top: float, parent: Element) -> None:
        """Draw a block; (x, top) is the corner of the block or page that holds it."""
        block, x, top = placed.block, x + placed.x, top - placed.y
        if block.role == "Artifact":
            with self.tagger.decoration():
                self._draw_decoration(block, x, top)
            return
        element = parent.child(block.role, block.alt) if block.role else parent
        if block.role == "Figure":
            element.bounds = (x, top - block.height, x + block.width, top)
        if block.role == "H1" and self._outlined:
            self._bookmark(block, x, top)
        if block.anchor:
            self._canvas.bookmarkPage(block.anchor, fit="XYZ", left=x, top=top)
        for is_line, kids in groupby(block.kids, lambda kid: isinstance(kid, Line)):
            if is_line:
                self._draw_lines([kid for kid in kids if isinstance(kid, Line)], x, top, element)
                continue
            for kid in kids:
                if isinstance(kid, Placed):
                    self._draw(kid, x, top, element)
                elif not isinstance(kid, Line):
                    with self.tagger.content(element):
                        self._draw_mark(kid, x, top)

    def _bookmark(self, block: Block, x: float, top: float) -> None:
        title = "".join(mark.text for mark, _, _ in block.marks() if isinstance(mark, Line))
        key = f"bookmark-{self._canvas.getPageNumber()}-{x:.1f}-{top:.1f}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=x, top=top)
        self._canvas.addOutlineEntry(title.strip(), key)

    def _draw_decoration(self, block: Block, x: float, top: float) -> None:
        for mark, left, down in block.marks():
            if isinstance(mark, Line):
                self._draw_pieces(list(_pieces([mark])), x + left, top - down)
            else:
                self._draw_mark(mark, x + left, top - down)

    def _draw_mark(self, mark: Picture | Rule | Ground | Code, x: float, top: float) -> None:
        if isinstance(mark, Rule):
            draw_rule(self._canvas, mark, x, top)
        elif isinstance(mark, Ground):
            draw_ground(self._canvas, mark, x, top)
        elif isinstance(mark, Code):
            draw_code(self._canvas, mark, x, top)
        else:
            draw_picture(self._canvas, mark, x, top, self._artwork)

    def _draw_lines(self, lines: Iterable[Line], x: float, top: float, element: Element) -> None:
        """Draw lines of text as few marked-content sequences: a link is one of its own."""
        for link, group in groupby(_pieces(lines), lambda piece: piece.link):
            pieces = list(group)
            if link is None:
                with self.tagger.content(element):
                    self._draw_pieces(pieces, x, top)
            else:
                for piece in pieces:
                    self._draw_link(link, piece, x, top, element)

    def _draw_link(self, link: str, piece: "_Piece", x: float, top: float, parent: Element) -> None:
        element = parent.child("Link")
        with self.tagger.content(element):
            self._draw_pieces([piece], x, top)
        first = piece.runs[0]
        left, base = x + piece.x, top - piece.y + first.rise
        where = (left, base - DESCENT * first.size, left + piece.width, base + ASCENT * first.size)
        self.tagger.link(element, link, "".join(run.text for run in piece.runs).strip(), where)

    def _draw_pieces(self, pieces: Sequence["_Piece"], x: float, top: float) -> None:
        places = [(round(x + piece.x, 2), round(top - piece.y, 2)) for piece in pieces]
        text = self._canvas.beginText(*places[0])
        pen = Pen(text)
        for piece, place in zip(pieces, places, strict=True):
            if place != places[0]:
                text.setTextOrigin(*place)
            pen.write(piece.runs)
        self._canvas.drawText(text)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line that is one link, or none; (x, y) is where its baseline starts."""

    x: float
    y: float
    width: float
    link: str | None
    runs: tuple[Run, ...]


def _pieces(lines: Iterable[Line]) -> Iterator[_Piece]:
    for line in lines:
        x = line.x
        for link, group in groupby(line.runs, lambda run: run.link):
            runs = tuple(group)
            width = sum(text_width(run.text, run.face, run.size) for run in runs)
            yield _Piece(x, line.y, width, link, runs)
            x += width
