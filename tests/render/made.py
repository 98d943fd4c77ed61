"""One PDF of every kind that cardgen makes, each built once in a session."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
from geometry import Paragraph, paragraphs
from PIL import Image
from samples import LOCALE, ROUTINES, Sample, TrueMeasure, booklet, deck, laid_out, printing_of
from structure_text import Structure

from cardgen.build import load_letterhead
from cardgen.calibrate import FIRST, build_calibration
from cardgen.choose.calibration import calibration_sides
from cardgen.layout.calibration import calibration_pages
from cardgen.load.data import load_paper, load_theme
from cardgen.model.arrangement import Arrangement
from cardgen.model.design import MM, Paper
from cardgen.model.document import Document
from cardgen.model.printing import SheetOptions
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.render.pdf import render_pdf

RECIPIENT = "Zebulon Quixley-Ødegård"
CLINICIAN = "Wilhelmina Farquharson, PT"
CAMERA = "ExifCamera 9000"
LOGOS = ("png", "jpg", "svg")

HANDOUTS = (*(f"handout {routine} letter" for routine in ROUTINES), "handout post-run a4")
CLINICS = tuple(f"clinic {logo}" for logo in LOGOS)
ASKED = {
    **{size: CardsRequest(size=size, paper="a4") for size in ("poker", "index-3x5", "a6")},
    "id-1": CardsRequest(),
    "5371": CardsRequest(sheet="avery-5371", options=SheetOptions(start_at=4, copies=2)),
    "short": CardsRequest(
        ("pelvic-tilt", "cat-cow", "bird-dog"), options=SheetOptions("short", hole=True)
    ),
    "fold": CardsRequest(options=SheetOptions("none", fold=True, cut="outline")),
    "shop": CardsRequest(size="index-3x5", options=SheetOptions(bleed=3 * MM, single=True)),
    "bleed": CardsRequest(size="poker", options=SheetOptions(bleed=3 * MM)),
}
"""What is asked for of each kind of cards."""
CARDS = tuple(f"cards {name}" for name in ASKED)
CALIBRATION = "calibration"
ARCHIVES = ("archive handout", "archive cards")
LARGE = Arrangement(large_print=True)
ARRANGED = tuple(f"arranged {name}" for name in ("back", "large", "steps", "personal", "fira"))
BOOKLET = "booklet"
KINDS = (*HANDOUTS, *CLINICS, *CARDS, *ARCHIVES, *ARRANGED, CALIBRATION, BOOKLET)


REQUESTS = {
    "back": HandoutRequest(arrangement=Arrangement(pages=2), log_days=14, qr="moves"),
    "large": HandoutRequest("core-1", arrangement=LARGE, log_days=28, qr="moves", note="Slowly."),
    "steps": HandoutRequest("core-3", "a4", arrangement=Arrangement("steps", 2), theme="ink"),
    "fira": HandoutRequest(pairing="fira"),
    "personal": HandoutRequest(
        note="Go <slowly>.",
        next_visit="May 3 & 9",
        add=("heel-slide",),
        conditions=("osteoporosis", "spinal-stenosis"),
        blank=True,
    ),
}


@dataclass(frozen=True)
class Made:
    """A PDF, and what it was made of."""

    kind: str
    path: Path
    sample: Sample
    paper: Paper

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @cached_property
    def structure(self) -> Structure:
        return Structure(self.pdf)

    @property
    def laid_out(self) -> list[Paragraph]:
        """The texts of the pages in the order of reading: what is read together stands together."""
        parts: dict[str, list] = {}
        for page in self.sample.document.pages:
            for part, placed in page.placed:
                parts.setdefault(part, []).append(placed)
        found = paragraphs(placed for part in parts.values() for placed in part)
        return [paragraph for paragraph in found if "Artifact" not in paragraph.roles]


@dataclass(frozen=True)
class Nothing:
    """The content of a page without pictures."""

    pictures: tuple = ()


class Builder:
    """Builds each kind when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[str, Made] = {}

    def build(self, kind: str) -> Made:
        if kind not in self._made:
            self._made[kind] = self._build(kind)
        return self._made[kind]

    def _build(self, kind: str) -> Made:
        if kind == CALIBRATION:
            return self._calibration()
        request = self._request(kind)
        if kind == BOOKLET:
            return self._booklet(request)
        sample = deck(request) if isinstance(request, CardsRequest) else laid_out(request)
        path = self.folder / f"{kind.replace(' ', '-')}.pdf"
        artwork = sample.measure.artwork
        path.write_bytes(render_pdf(sample.document, artwork, archival=request.archival))
        if isinstance(request, CardsRequest):
            return Made(kind, path, sample, printing_of(request)[1].paper)
        return Made(kind, path, sample, load_paper(request.paper))

    def _booklet(self, request: CardsRequest) -> Made:
        sample, path = booklet(request), self.folder / "booklet.pdf"
        path.write_bytes(render_pdf(sample.document, sample.measure.artwork))
        paper = load_paper(request.paper)
        on_its_side = Paper(name=paper.name, width=f"{paper.height} pt", height=f"{paper.width} pt")
        return Made(BOOKLET, path, sample, on_its_side)

    def _calibration(self) -> Made:
        path = self.folder / "calibration.pdf"
        build_calibration("a4", None, self.folder, path, None)
        paper, theme, measure = load_paper("a4"), load_theme("ink"), TrueMeasure({})
        sides = calibration_sides(LOCALE)
        pages = calibration_pages(sides, paper, theme, measure)
        document = Document(
            pages, sides[0].title, LOCALE.say("calibration-subject"), "en-US", FIRST, "long"
        )
        return Made(CALIBRATION, path, Sample(Nothing(), document, measure), paper)

    def _request(self, kind: str) -> HandoutRequest | CardsRequest:
        first, *rest = kind.split()
        if first == "handout":
            return HandoutRequest(*rest)
        if first == "booklet":
            return CardsRequest(("post-run",), paper="a4")
        if first == "clinic":
            return self._clinic(*rest)
        if first == "arranged":
            return REQUESTS[rest[0]]
        if first == "cards":
            return ASKED[rest[0]]
        return CardsRequest(archival=True) if "cards" in rest else HandoutRequest(archival=True)

    def _clinic(self, logo: str) -> HandoutRequest:
        draw_logo(self.folder / f"logo.{logo}")
        clinic = self.folder / f"clinic-{logo}.yaml"
        clinic.write_text(
            f"name: Bay & Hill <Clinic>\naddress: 12 Shore Road\nphone: 555 0100\n"
            f"clinician: {CLINICIAN}\nlogo: logo.{logo}\ncountry: UK\n",
            encoding="utf-8",
        )
        date = datetime.date(2026, 11, 22)
        return HandoutRequest("gym-bag", "a4", RECIPIENT, date, load_letterhead(clinic))


def draw_logo(path: Path) -> None:
    """Draw a small logo: a PNG that lets light through, a JPEG from a camera, or an SVG."""
    if path.suffix == ".svg":
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20">'
            '<path d="M0 20 L30 0 L60 20 Z" fill="#0b6577"/></svg>',
            encoding="utf-8",
        )
        return
    if path.suffix == ".png":
        image = Image.new("RGBA", (120, 40), (0, 0, 0, 0))
        image.paste((11, 101, 119, 128), (20, 10, 100, 30))
        image.save(path)
        return
    exif = Image.Exif()
    exif[0x0110] = CAMERA
    Image.new("RGB", (120, 40), (11, 101, 119)).save(path, exif=exif)
