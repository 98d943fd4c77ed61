"""Pages to one tagged PDF file, the same bytes each time."""

import hashlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from cardgen.model.document import Document
from cardgen.model.page import (
    ASCENT,
    DESCENT,
    Block,
    Ground,
    Line,
    Page,
    Picture,
    Placed,
    Rule,
    Run,
)
from cardgen.model.picture import Artwork
from cardgen.render.fonts import font, text_width
from cardgen.render.marks import draw_ground, draw_picture, draw_rule, draw_runs
from cardgen.render.metadata import write_metadata
from cardgen.render.structure import Element, write_structure
from cardgen.render.tagging import Tagger

_NO_ID = b"0" * 32


def render_pdf(document: Document, artwork: Mapping[Path, Artwork]) -> bytes:
    """Return the document as a tagged PDF (PDF/UA-1) with embedded fonts.

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
    painter = _Painter(canvas, artwork)
    write_metadata(document, canvas)
    for page in document.pages:
        painter.draw_page(page)
    write_structure(painter.tagger.root, painter.tagger.parents(), canvas._doc)
    canvas._doc._ID = b"[<%b><%b>]" % (_NO_ID, _NO_ID)
    canvas.save()
    return _identified(file.getvalue())


def _identified(content: bytes) -> bytes:
    digest = hashlib.sha256(content).hexdigest()[: len(_NO_ID)].encode()
    return content.replace(b"<%b>" % _NO_ID, b"<%b>" % digest)


class _Painter:
    """Draws pages on a canvas, and keeps the structure of what it draws."""

    def __init__(self, canvas: Canvas, artwork: Mapping[Path, Artwork]) -> None:
        self._canvas = canvas
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
        if block.anchor:
            self._canvas.bookmarkPage(block.anchor, fit="XYZ", left=x, top=top)
        for kid in block.kids:
            if isinstance(kid, Placed):
                self._draw(kid, x, top, element)
            elif isinstance(kid, Line):
                self._draw_words(kid, x + kid.x, top - kid.y, element)
            else:
                with self.tagger.content(element):
                    self._draw_mark(kid, x, top)

    def _draw_decoration(self, block: Block, x: float, top: float) -> None:
        for mark, left, down in block.marks():
            if isinstance(mark, Line):
                self._draw_line(mark.runs, x + left + mark.x, top - down - mark.y)
            else:
                self._draw_mark(mark, x + left, top - down)

    def _draw_mark(self, mark: Picture | Rule | Ground, x: float, top: float) -> None:
        if isinstance(mark, Rule):
            draw_rule(self._canvas, mark, x, top)
        elif isinstance(mark, Ground):
            draw_ground(self._canvas, mark, x, top)
        else:
            draw_picture(self._canvas, mark, x, top, self._artwork)

    def _draw_words(self, line: Line, x: float, y: float, element: Element) -> None:
        for link, runs in _by_link(line):
            width = sum(_width(run) for run in runs)
            if link is None:
                with self.tagger.content(element):
                    self._draw_line(runs, x, y)
            else:
                self._draw_link(link, runs, (x, y, width), element)
            x += width

    def _draw_link(
        self, link: str, runs: tuple[Run, ...], place: tuple[float, float, float], parent: Element
    ) -> None:
        x, y, width = place
        element = parent.child("Link")
        with self.tagger.content(element):
            self._draw_line(runs, x, y)
        size, rise = runs[0].size, runs[0].rise
        where = (x, y + rise - DESCENT * size, x + width, y + rise + ASCENT * size)
        text = "".join(run.text for run in runs).strip()
        self.tagger.link(element, link, text, where)

    def _draw_line(self, runs: tuple[Run, ...], x: float, y: float) -> None:
        text = self._canvas.beginText(x, y)
        draw_runs(text, runs)
        self._canvas.drawText(text)


def _by_link(line: Line) -> Iterator[tuple[str | None, tuple[Run, ...]]]:
    for link, runs in groupby(line.runs, lambda run: run.link):
        yield link, tuple(runs)


def _width(run: Run) -> float:
    return text_width(run.text, run.face, run.size)
