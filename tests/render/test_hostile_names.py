"""Names print as they were written, whatever they hold, on the page and in the file's title."""

import datetime

import page
import pikepdf
import pypdfium2
import pytest
from samples import THEME, TrueMeasure
from structure_text import Structure

from cardgen.build import personal_text
from cardgen.layout.measure import Style
from cardgen.layout.text import paragraph
from cardgen.model.content import Span
from cardgen.model.document import Document
from cardgen.model.page import Page, Placed
from cardgen.render.pdf import render_pdf

NAMES = [
    "</dc:title><script>alert(1)</script>",
    "(unclosed \\ paren",
    ") Tj ET EMC (",
    "/Artifact BMC",
    "&lt;b&gt; & &amp; <b>bold</b>",
    'O\'Brien-O\u2019Neil "Pat"',
    "%s %d {name} {0} ${HOME} `id`",
    "../../etc/passwd",
    "Łukasz Żółć Ðorđe Ñandú",
    "\\101\\n\\r",
    "--for",
    "Ångström",
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Print a name as the text and the title of a page."""
    folder = tmp_path_factory.mktemp("names")

    def make(name):
        style = Style(12, THEME.ink)
        given = personal_text(name, "--for")
        block = paragraph((Span("For "), Span(given, bold=True)), style, 400, TrueMeasure({}), "H1")
        sheet = Page(500, 300, (("", Placed(50, 50, block)),))
        document = Document((sheet,), given, "Names", "en-US", datetime.date(2026, 11, 22))
        path = folder / f"{NAMES.index(name)}.pdf"
        path.write_bytes(render_pdf(document, {}))
        return path

    return make


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_read_out_and_kept_as_it_was_written(printed, name):
    path = printed(name)
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert Structure(pdf).text() == f"# For {personal_text(name, '--for')}\n"
        assert list(Structure(pdf).problems()) == []
        assert str(pdf.docinfo["/Title"]) == metadata["dc:title"] == personal_text(name, "--for")
    with pypdfium2.PdfDocument(path) as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
    assert text == f"For {personal_text(name, '--for')}"
    assert page.validate_pdf(path, profile="ua1").is_compliant
