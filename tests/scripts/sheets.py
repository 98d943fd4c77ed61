"""Pages of one line each, as a template that is stamped and merged."""

import datetime
import io

from cardgen.model.content import Span, Text
from cardgen.model.document import About, Document
from cardgen.model.page import Page, Placed
from cardgen.pdf.document import prepared
from cardgen.pdf.merge.writer import MergeWriter
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style

DAY = datetime.date(2026, 11, 22)
ABOUT = About("A page", "Words of any script", "en-US", DAY)
SIZE, LEFT, TOP, ROOM = 12, 50, 50, 480


def page(block, width=600, height=160):
    return Page(width, height, (("", Placed(LEFT, TOP, block)),))


def printed(words, *, bold=False, width=ROOM):
    """Return a PDF with a paragraph."""
    block = paragraph(Text((Span(words, bold=bold),)), Style(SIZE, "#000000"), width)
    return prepared(Document((page(block),), ABOUT)).stamped({}, DAY)


def template(before="For "):
    """Return a page whose line is a merge field, in bold, behind some words."""
    spans = (Span(before), Span("", bold=True, field="name"))
    spans = spans if before else spans[1:]
    block = paragraph(Text(spans, lines=2), Style(SIZE, "#000000", floor=8), ROOM)
    return prepared(Document((page(block),), ABOUT))


def merged(names, before="For "):
    """Return one PDF with a page for each name."""
    file, made = io.BytesIO(), template(before)
    writer = MergeWriter(file, ABOUT)
    for name in names:
        writer.add(made, {"name": name}, "A page")
    writer.close()
    return file.getvalue()
