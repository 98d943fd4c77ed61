"""The QR codes of a handout read back from its printed pages."""

import pypdfium2
import pytest
import zxingcpp

DOTS_PER_INCH = 300


def read(path):
    """Return what a reader of codes finds on the pages, as a laser printer prints them."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            picture = page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
            found += [code.text for code in zxingcpp.read_barcodes(picture)]
    return found


@pytest.mark.parametrize("kind", ["arranged back", "arranged large"])
def test_each_code_leads_where_it_says(build, kind):
    made = build(kind)
    links = [link for _, link in made.sample.content.codes.links]
    assert len(links) == len(made.sample.content.moves)
    assert sorted(read(made.path)) == sorted(links)
