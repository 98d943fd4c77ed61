"""A QR code reads back from paper, keeps its quiet zone, and never gets too fine to read."""

import datetime
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from cardgen.layout.components.qr import FINEST, QUIET, SMALLEST, modules, qr
from cardgen.model.design import MM
from cardgen.model.document import About, Document
from cardgen.model.page import Page, Placed
from cardgen.pdf.document import prepared

SHORT = "https://doi.org/10.3390/jfmk4030043"
LONG = f"https://clinic.example/{'exercise/' * 30}?who=me&lang=en"


def printed(block, dots_per_inch=300, at=40):
    """Return a page with the block on it, as grey pixels."""
    page = Page(200, 200, (("", Placed(at, at, block)),))
    date = datetime.date(2026, 11, 22)
    document = Document((page,), About("Title", "Subject", "en-US", date))
    content = prepared(document).stamped({}, date)
    return pypdfium2.PdfDocument(BytesIO(content))[0].render(scale=dots_per_inch / 72).to_pil()


@pytest.mark.parametrize("link", [SHORT, LONG])
def test_a_code_reads_back_from_paper(link):
    block = qr(link, SMALLEST, "A link", "#000000")
    # A phone looks again and again: some looks fail where pixels and modules beat.
    looks = [zxingcpp.read_barcodes(printed(block, at=40 + i * 0.05)) for i in range(6)]
    read = [[code.text for code in found] for found in looks]
    assert read.count([link]) >= 4
    assert all(texts in ([], [link]) for texts in read)


def test_a_code_survives_a_coarse_photocopy():
    page = printed(qr(SHORT, 20 * MM, "A link", "#14202b"), 150).convert("1", dither=Image.NONE)
    assert [code.text for code in zxingcpp.read_barcodes(page.convert("L"))] == [SHORT]


@pytest.mark.parametrize("link", [SHORT, LONG])
def test_a_code_has_its_quiet_zone_and_no_module_is_too_fine(link):
    block = qr(link, 0, "A link", "#000000")
    (code,) = block.kids
    module = code.side / len(modules(link))
    assert code.side >= SMALLEST == 15 * MM
    assert block.width == block.height
    assert module >= FINEST - 1e-9
    assert code.x == code.y == pytest.approx(QUIET * module)
    assert block.width - code.x - code.side == pytest.approx(QUIET * module)
    assert (block.role, block.alt) == ("Figure", "A link")
