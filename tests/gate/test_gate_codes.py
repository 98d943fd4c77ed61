"""Codes: a telephone reads each, it leads to a page for patients, and white surrounds it."""

from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from definitions import write_routine, write_source, write_stretch
from printout import picture, turned_text

QUIET = 4
"""Modules that must stay light on every side of a QR code (ISO/IEC 18004, 5.3.8)."""
DOTS = 12
"""Dots in a millimetre: about 300 to the inch."""
CAUTION = [{"who": "Sore heel", "advice": "Stop."}]


@dataclass(frozen=True)
class Code:
    """A code on a page: where it leads, its corners and its module in dots."""

    text: str
    left: float
    top: float
    right: float
    low: float
    module: float


def codes(path, index):
    """Return the picture of a page in greys, and the codes on it."""
    image = picture(path, index, DOTS).convert("L")
    found = []
    for code in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode):
        where = code.position
        corners = (where.top_left, where.top_right, where.bottom_left, where.bottom_right)
        xs, ys = [p.x for p in corners], [p.y for p in corners]
        left, top, right, low = min(xs), min(ys), max(xs) + 1, max(ys) + 1
        version = int(code.extra["Version"])
        module = (right - left) / (17 + 4 * version)
        found.append(Code(code.text, left, top, right, low, module))
    return image, found


def all_codes(path):
    """Return every code of a file with the picture of its page."""
    with pypdfium2.PdfDocument(path) as document:
        count = len(document)
    pages = [codes(path, index) for index in range(count)]
    return [(image, code) for image, found in pages for code in found]


def darkest_around(image, code):
    """Return the least level within the quiet zone of a code, less half a module at both ends."""
    near, far = 0.5 * code.module, (QUIET - 0.3) * code.module
    bands = (
        (code.left - far, code.top - far, code.left - near, code.low + far),
        (code.right + near, code.top - far, code.right + far, code.low + far),
        (code.left - far, code.top - far, code.right + far, code.top - near),
        (code.left - far, code.low + near, code.right + far, code.low + far),
    )
    return min(image.crop(tuple(map(round, band))).getextrema()[0] for band in bands)


VIDEO = {"https://films.example/four"}
FINEST, LEAST = 0.33, 15
"""The least width in mm of a module that a telephone reads from a page of a home printer, and of a
code across its dark part."""


@pytest.mark.parametrize(
    "command",
    [
        ("handout", "own", "--qr", "moves"),
        ("handout", "own", "--qr", "moves", "--large-print", "--theme", "ink"),
        ("cards", "own", "--cut", "none", "--url", "https://clinic.example/back"),
        ("cards", "own", "--size", "poker", "--one-per-page", "--url", "https://clinic.example/b"),
    ],
    ids=" ".join,
)
def test_each_code_is_wide_enough_and_four_modules_round_it_are_white(doubtful, run, command):
    assert run(*command, "-o", "made.pdf").exit_code == 0
    found = all_codes(doubtful.folder / "made.pdf")
    assert len(found) == 1
    for image, code in found:
        assert darkest_around(image, code) > 250, code
        assert code.module / DOTS > FINEST - 0.01
        assert (code.right - code.left) / DOTS > LEAST - 0.15


@pytest.fixture
def doubtful(project):
    """A routine whose moves rest on sources of which some have not been seen."""
    write_source(project, "seen", author="Seenly", DOI="10.1234/seen")
    write_source(project, "read", author="Readly", URL="https://read.example/study")
    write_source(project, "print", author="Printly")  # seen, but it is nowhere on the web
    write_source(project, "dark", author="Darkly", checked="from-memory", DOI="10.1234/dark")
    write_source(
        project, "murky", author="Murkly", checked="not-found", URL="https://murky.example/page"
    )
    video = {"video": "https://films.example/four"}
    moves = {
        "one": (["dark", "seen"], {}),
        "two": (["murky", "dark", "print"], {}),
        "three": (["murky", "read", "seen"], {}),
        "four": (["dark", "seen"], video),
    }
    for id_, (sources, fields) in moves.items():
        name = f"Move {id_}"
        write_stretch(project, id_, name=name, cautions=CAUTION, sources=sources, **fields)
    claims = [("It helps.", ["dark", "read", "seen"])]
    write_routine(project, "own", list(moves), claims)
    return project


def links(path):
    """Return every web address that a file leads to."""
    with pikepdf.open(path) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        return {str(note.A.URI) for note in notes if "/A" in note}


def test_codes_lead_to_what_was_made_for_patients_and_never_to_a_study(doubtful, run):
    path = doubtful.folder / "made.pdf"
    assert run("handout", "own", "--qr", "moves", "-o", path).exit_code == 0
    assert {code.text for _, code in all_codes(path)} == VIDEO
    assert run("cards", "own", "-o", "cards.pdf").exit_code == 0
    assert all_codes(doubtful.folder / "cards.pdf") == []
    web = "https://clinic.example/back"
    assert run("cards", "own", "--url", web, "-o", "cards.pdf", "--force").exit_code == 0
    assert [code.text for _, code in all_codes(doubtful.folder / "cards.pdf")] == [web]


def test_codes_of_moves_without_a_film_are_refused(project, run):
    result = run("handout", "post-run", "--qr", "moves", "-o", "made.pdf")
    assert result.exit_code == 3
    assert "--qr: no move has a `video` for a code to lead to" in result.stderr
    assert not (project.folder / "made.pdf").exists()


@pytest.mark.parametrize("kind", ["handout", "cards", "booklet"])
def test_no_source_prints_that_was_not_seen(doubtful, run, kind):
    path = doubtful.folder / "made.pdf"
    assert run(kind, "own", "-o", path).exit_code == 0
    assert_seen_only(path)
    text = turned_text(path)
    assert "Seenly" in text
    assert [name for name in ("Darkly", "Murkly") if name in text] == []


def assert_seen_only(path):
    """Check that no code and no link leads to a source that was not seen."""
    found = links(path) | {code.text for _, code in all_codes(path)}
    assert "https://doi.org/10.1234/seen" in found
    assert [link for link in found if "dark" in link or "murky" in link] == []
