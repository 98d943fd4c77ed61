"""PDF/UA-2: PDF 2.0, roles of its namespace, and links that lead to what is read there."""

import pikepdf
import pytest
from made import SECONDS
from pikepdf import Name


@pytest.fixture(params=SECONDS)
def second(request, build):
    return build(request.param)


def test_it_is_pdf_2_and_says_what_it_keeps_to(second):
    assert second.path.read_bytes().startswith(b"%PDF-2.0\n")
    said = second.pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>" in said
    assert "<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0<" in said


def test_every_role_is_one_of_pdf_2(second):
    (namespace,) = second.pdf.Root.StructTreeRoot.Namespaces
    assert str(namespace.NS) == "http://iso.org/pdf2/ssn"
    elements = [o for o in second.pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o]
    elements = [o for o in elements if "/P" in o]
    assert len(elements) > 50
    assert all(element.NS.objgen == namespace.objgen for element in elements)


def leading(pdf):
    """Return the actions of links and bookmarks that lead to a place in the file."""
    held = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)]
    assert not [o for o in held if "/Dest" in o]
    return [o.A for o in held if "/A" in o and "/S" in o.get("/A", {}) and Name.GoTo == o.A.S]


def test_links_and_bookmarks_lead_to_elements(second):
    found = leading(second.pdf)
    for action in found:
        page, element = action.D[0], action.SD[0]
        assert page.Type == Name.Page
        assert element.S in (Name.LI, Name.H1, Name.H2, Name.H3, Name.Sect)
        assert element.Pg.objgen == page.objgen if "/Pg" in element else True
    assert found or second.kind == "second poster"


def test_a_marker_leads_to_the_source_with_its_number(build):
    pdf = build("second handout").pdf
    links = [a for page in pdf.pages for a in page.get("/Annots", []) if "/SD" in a.get("/A", {})]
    assert len(links) >= 9
    for link in links:
        label = link.A.SD[0].K[0]
        assert Name.Lbl == label.S
        assert str(link.Contents).startswith("Source ")


def test_what_it_says_is_what_the_first_part_says(build):
    assert build("second handout").structure.text() == (
        build("handout post-run letter").structure.text()
    )
