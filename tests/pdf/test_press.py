"""What a print shop gets: PDF/X-4 (ISO 15930-7), rule by rule."""

import struct

import pikepdf
import pytest
from made import PRESSED
from pikepdf import Name
from samples import LIBRARY

from cardgen.api import render
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.poster import PosterRequest
from cardgen.errors import ExitCode, InvalidDataError
from cardgen.model.design import MM
from cardgen.model.printer import PrinterProfile
from cardgen.model.standards import Standards

KINDS = (*PRESSED, "press clinic")
FILTERS = {"/FlateDecode", "/DCTDecode"}
"""What PDF/X allows, and a file has."""
FORBIDDEN = {"/AA", "/OpenAction", "/AcroForm", "/JavaScript", "/JS", "/EmbeddedFiles", "/OPI",
             "/Alternates", "/TR", "/HTP", "/Ref", "/Launch", "/Perms"}  # fmt: skip


@pytest.fixture(params=KINDS)
def pressed(request, build):
    return build(request.param)


def dictionaries(pdf):
    """Return every dictionary of a file, those of streams among them."""
    found, waiting = [], [*pdf.objects]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += [inner for inner in one if not getattr(inner, "is_indirect", False)]
        elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            found.append(one)
            waiting += [v for _, v in one.items() if not getattr(v, "is_indirect", False)]
    return found


def test_it_is_of_the_version_of_the_standard_and_says_which_it_keeps_to(pressed):
    assert pressed.path.read_bytes().startswith(b"%PDF-1.6\n")
    about = pressed.pdf.docinfo
    assert str(about["/GTS_PDFXVersion"]) == "PDF/X-4"
    assert about["/Trapped"] == Name("/False")
    assert {"/Title", "/CreationDate", "/ModDate", "/Creator", "/Producer"} <= set(about.keys())


def test_its_metadata_say_the_same(pressed):
    stream = pressed.pdf.Root.Metadata
    assert "/Filter" not in stream
    with pressed.pdf.open_metadata() as said:
        ns = "{http://www.npes.org/pdfx/ns/id/}"
        assert said[f"{ns}GTS_PDFXVersion"] == "PDF/X-4"
        assert said["pdf:Trapped"] == "False"
        assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == said["xmp:MetadataDate"]
        assert said["xmpMM:VersionID"] == "1"
        assert said["xmpMM:RenditionClass"] == "default"
        identifier = bytes(pressed.pdf.trailer.ID[0]).hex()
        assert said["xmpMM:DocumentID"] == f"uuid:{identifier}"


def test_it_names_a_printing_condition_and_brings_its_profile(pressed):
    (intent,) = pressed.pdf.Root.OutputIntents
    assert intent.S == Name.GTS_PDFX
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert str(intent.Info)
    profile = intent.DestOutputProfile.read_bytes()
    assert intent.DestOutputProfile.N == 4
    assert struct.unpack(">I", profile[:4])[0] == len(profile)
    assert profile[12:24] == b"prtrCMYKLab "
    count = struct.unpack(">I", profile[128:132])[0]
    tags = {profile[132 + 12 * i : 136 + 12 * i] for i in range(count)}
    assert {b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"wtpt", b"cprt"} <= tags


def test_every_page_says_where_it_is_cut_and_none_is_left_to_guess(pressed):
    for page in pressed.pdf.pages:
        media, bleed, trim = (
            list(map(float, page.obj[key])) for key in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        assert "/ArtBox" not in page.obj
        for outer, inner in ((media, bleed), (bleed, trim)):
            assert outer[0] <= inner[0] < inner[2] <= outer[2]
            assert outer[1] <= inner[1] < inner[3] <= outer[3]
        if pressed.kind == "press shop":
            assert trim[0] - bleed[0] == pytest.approx(3 * MM, abs=0.01)


def test_nothing_is_annotated_or_acts_or_lies_elsewhere(pressed):
    assert "/Encrypt" not in pressed.pdf.trailer
    found = dictionaries(pressed.pdf)
    assert len(found) > 100
    for one in found:
        assert FORBIDDEN.isdisjoint(one.keys())
        assert "/Annots" not in one
        assert one.get("/S") not in (Name.URI, Name.GoTo)
        assert one.get("/Subtype") != Name.PS


def test_what_the_pages_say_is_still_tagged_as_on_screen(pressed):
    assert list(pressed.structure.problems()) == []
    assert not [node for node in pressed.structure.root.walk() if node.role == "/Link"]


def test_streams_are_packed_as_the_standard_allows(pressed):
    streams = [one for one in pressed.pdf.objects if isinstance(one, pikepdf.Stream)]
    used = {str(one.Filter) for one in streams if "/Filter" in one}
    assert used <= FILTERS
    assert used


def drawn(pdf):
    """Return what pages and drawings draw, each with its resources."""
    pages = [(page, page.Resources) for page in pdf.pages]
    forms = {
        form.objgen: (form, form.get("/Resources", pikepdf.Dictionary()))
        for page in pdf.pages
        for form in page.form_xobjects.values()
    }
    return [*pages, *forms.values()]


def test_red_green_and_blue_are_told_by_a_profile(pressed):
    seen = 0
    for content, resources in drawn(pressed.pdf):
        operators = {str(one.operator) for one in pikepdf.parse_content_stream(content)}
        assert {"k", "K"}.isdisjoint(operators)
        seen += bool({"rg", "RG", "scn", "SCN"} & operators)
        if {"rg", "RG"} & operators:
            assert is_calibrated(resources.ColorSpace.DefaultRGB)
        if {"scn", "SCN"} & operators:
            space = resources.ColorSpace.Ink
            assert [str(space[0]), str(space[1])] == ["/Separation", "/Teal"]
            assert is_calibrated(space[2])
    assert seen or pressed.kind == "press cards"


def is_calibrated(space) -> bool:
    return space[0] == Name.ICCBased and space[1].N == 3 and b"acsp" in space[1].read_bytes()


def test_pixels_are_grey_or_told_by_the_page(pressed):
    images = [o for o in pressed.pdf.objects if isinstance(o, pikepdf.Stream)]
    spaces = {o.ColorSpace for o in images if o.get("/Subtype") == Name.Image}
    assert spaces <= {Name.DeviceGray, Name.DeviceRGB}
    assert all("/DefaultRGB" in page.Resources.ColorSpace for page in pressed.pdf.pages)


def test_two_files_have_two_identifiers(build):
    found = {bytes(build(kind).pdf.trailer.ID[0]) for kind in KINDS}
    assert len(found) == len(KINDS)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("handout", "--press", "--pdfa"), "--pdfa and --press do not go together"),
        (("handout", "--press", "--pdfua", "2"), "--pdfua 2 and --press do not go together"),
        (("handout", "--pdfa", "--pdfua", "2"), "--pdfua 2 and --pdfa do not go together"),
        (("batch", "r.csv", "--press", "--merge"), "--merge goes with none of"),
        (("batch", "r.csv", "--pdfua", "2", "--merge"), "--merge goes with none of"),
        (("batch", "r.csv", "--press", "--password-column", "x"), "cannot have a password"),
    ],
)
def test_what_does_not_go_together_is_refused(project, run, command, said):
    project.write("r.csv", "recipient,x\nAnn,y\n")
    result = run(*command)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert not list(project.folder.glob("*.pdf"))


@pytest.mark.parametrize(
    "request_of", [HandoutRequest, CardsRequest, BookletRequest, PosterRequest]
)
def test_a_shop_knows_its_own_machines(request_of):
    request = request_of(printer=PrinterProfile(), standards=Standards(press=True))
    with pytest.raises(InvalidDataError, match="`printer` and `press` do not go together"):
        render(request, LIBRARY)
