"""Which plates of a press have ink, by Ghostscript."""

import re
import shutil
import subprocess

import pytest
from PIL import Image
from samples import LIBRARY

from cardgen.api import render
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.poster import PosterRequest
from cardgen.files import load_letterhead
from cardgen.model.design import MM
from cardgen.model.printing import SheetOptions
from cardgen.model.standards import Standards

pytestmark = pytest.mark.skipif(
    shutil.which("gs") is None, reason="Ghostscript is not here: apt-get install ghostscript"
)
SHOP = SheetOptions(bleed=3 * MM, single=True)
REQUESTS = {
    "cards": CardsRequest(("cat-cow", "bird-dog"), size="poker", options=SHOP),
    "booklet": BookletRequest(),
    "poster": PosterRequest(),
}


def written(folder, request, theme, **standards):
    """Return the path of a document in a theme."""
    path = folder / "made.pdf"
    asked = request.changed(theme=theme, standards=Standards(**standards))
    path.write_bytes(render(asked, LIBRARY).content)
    return path


def ghostscript(path, device, *options):
    """Return what Ghostscript says of a file, which it reads without a warning."""
    command = ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", f"-sDEVICE={device}", *options)
    ended = subprocess.run((*command, path), check=True, capture_output=True, text=True)
    assert ended.stderr == ""
    return ended.stdout


def coverage(path):
    """Return how much of each page cyan, magenta, yellow and black cover."""
    said = ghostscript(path, "inkcov", "-o", "-")
    found = re.findall(r"^ *([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+) CMYK OK$", said, re.MULTILINE)
    assert found
    return [tuple(map(float, page)) for page in found]


def plates(folder, path):
    """Return which plates of a document have ink on any of its pages."""
    ghostscript(path, "tiffsep", "-r40", "-o", folder / "page-%d.tif")
    found = {}
    for plate in folder.glob("page-*(*).tif"):
        name = plate.stem.partition("(")[2].rstrip(")")
        with Image.open(plate) as pixels:
            found[name] = found.get(name, False) or pixels.convert("L").getextrema()[0] < 255
    return {name for name, has_ink in found.items() if has_ink}


@pytest.fixture
def handout(tmp_path):
    """A handout with codes, a log, and a logo in colours."""
    Image.radial_gradient("L").convert("RGB").point(lambda v: 255 - v // 2).save(tmp_path / "l.png")
    (tmp_path / "clinic.yaml").write_text(
        "name: Bay Clinic\nlogo: l.png\naccent: '#aa0000'\n", encoding="utf-8"
    )
    letterhead = load_letterhead(tmp_path / "clinic.yaml")
    return HandoutRequest(qr="moves", log_days=7, recipient="Ann", letterhead=letterhead)


@pytest.fixture(params=["handout", *REQUESTS])
def asked(request):
    if request.param == "handout":
        return request.getfixturevalue("handout")
    return REQUESTS[request.param]


@pytest.mark.parametrize("press", [False, True])
@pytest.mark.parametrize("theme", ["ink", "grey"])
def test_what_is_neutral_prints_in_black_alone(tmp_path, asked, theme, press):
    for cyan, magenta, yellow, black in coverage(written(tmp_path, asked, theme, press=press)):
        assert (cyan, magenta, yellow) == (0, 0, 0)
        assert black > 0


@pytest.mark.parametrize("standards", [{}, {"press": True}, {"archival": True}])
def test_two_inks_need_two_plates(tmp_path, asked, standards):
    assert plates(tmp_path, written(tmp_path, asked, "two-colour", **standards)) == {
        "Black",
        "Teal",
    }


def test_a_page_in_colour_needs_more(tmp_path):
    path = written(tmp_path, REQUESTS["cards"], "colour", press=True)
    assert {"Cyan", "Magenta", "Yellow"} < plates(tmp_path, path)
