"""Names print as they were written, whatever they hold, on the page and in the file's title.

They do so where they are part of a page, and where they are stamped into a merge field.
"""

import datetime

import page
import pikepdf
import pytest
from printed_words import text_of
from samples import THEME
from structure_text import Structure

from cardgen.documents.handout_request import HandoutRequest
from cardgen.model.content import Span, Text
from cardgen.model.document import About, Document
from cardgen.model.page import Page, Placed
from cardgen.pdf.document import prepared
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style

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


DATE = datetime.date(2026, 11, 22)
ABOUT = About("A page", "Names", "en-US", DATE)


def given(name):
    """Return a name as a request has it."""
    return HandoutRequest(recipient=name).recipient


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Print a name as the text and the title of a page; it may be the words of a merge field."""
    folder = tmp_path_factory.mktemp("names")

    def make(name, *, field):
        span = Span("", bold=True, field="recipient") if field else Span(given(name), bold=True)
        said = Text((Span("For "), span), lines=int(field))
        block = paragraph(said, Style(12, THEME.ink), 400, role="H1")
        template = prepared(Document((Page(500, 300, (("", Placed(50, 50, block)),)),), ABOUT))
        path = folder / f"{NAMES.index(name)}-{field}.pdf"
        path.write_bytes(template.stamped({"recipient": given(name)}, DATE, given(name)))
        return path

    return make


@pytest.mark.parametrize("field", [False, True], ids=["page", "field"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_read_out_and_kept_as_it_was_written(printed, name, field):
    path = printed(name, field=field)
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert Structure(pdf).text() == f"# For {given(name)}\n"
        assert list(Structure(pdf).problems()) == []
        assert str(pdf.docinfo["/Title"]) == metadata["dc:title"] == given(name)
    assert text_of(path) == f"For {given(name)}"
    assert page.validate_pdf(path, profile="ua1").is_compliant
