"""One PDF of every kind that cardgen makes, each built once in a session."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from pathlib import Path

import pikepdf
from geometry import Paragraph, paragraphs
from PIL import Image as Pixels
from samples import LIBRARY, ROUTINES, Sample, booklet_of, deck_of, handout_of, paper_of
from structure_text import Structure

from cardgen.api import render
from cardgen.documents import KINDS as DOCUMENTS
from cardgen.documents import cards
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.calibration import CalibrationRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.poster import PosterRequest
from cardgen.documents.request import Request
from cardgen.files import load_letterhead
from cardgen.library.sizes import find_sheet
from cardgen.model.arrangement import Arrangement
from cardgen.model.content import Image
from cardgen.model.design import MM, Paper
from cardgen.model.document import Document
from cardgen.model.printing import SheetOptions
from cardgen.model.standards import ORDINARY, Standards
from cardgen.paths import data_ids

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
ARCHIVAL = Standards(archival=True)
SPLIT = CardsRequest(options=SheetOptions(split=True))
"""What is asked for of each kind of cards."""
CARDS = tuple(f"cards {name}" for name in ASKED)
SIDES = ("split fronts", "split backs")
CALIBRATION, BOOKLET, POSTER = "calibration", "booklet", "poster"
ARCHIVED: dict[str, Request] = {
    "archive handout": HandoutRequest(standards=ARCHIVAL),
    "archive large": HandoutRequest(arrangement=Arrangement(large_print=True), standards=ARCHIVAL),
    "archive cards": CardsRequest(standards=ARCHIVAL),
    "archive split backs": CardsRequest(options=SheetOptions(split=True), standards=ARCHIVAL),
    "archive booklet": BookletRequest(standards=ARCHIVAL),
    "archive poster": PosterRequest(standards=ARCHIVAL),
}
SHOP = SheetOptions(bleed=3 * MM, single=True)
PRESS = Standards(press=True)
PRESSED: dict[str, Request] = {
    "press handout": HandoutRequest(standards=PRESS),
    "press cards": CardsRequest(standards=PRESS, theme="ink"),
    "press shop": CardsRequest(size="poker", theme="two-colour", options=SHOP, standards=PRESS),
    "press booklet": BookletRequest(standards=PRESS),
    "press poster": PosterRequest(standards=PRESS),
}
SECOND = Standards(accessible=2)
SECONDS: dict[str, Request] = {
    "second handout": HandoutRequest(standards=SECOND),
    "second large": HandoutRequest(arrangement=Arrangement(large_print=True), standards=SECOND),
    "second log": HandoutRequest(
        arrangement=Arrangement(pages=2), log_days=14, qr="moves", standards=SECOND
    ),
    "second cards": CardsRequest(standards=SECOND),
    "second split backs": CardsRequest(options=SheetOptions(split=True), standards=SECOND),
    "second booklet": BookletRequest(standards=SECOND),
    "second poster": PosterRequest(standards=SECOND),
}
ARCHIVES = (*ARCHIVED, "archive clinic")
LARGE = Arrangement(large_print=True)
ARRANGED = tuple(f"arranged {name}" for name in ("back", "large", "list", "personal", "fira"))
KINDS = (
    *HANDOUTS,
    *CLINICS,
    *CARDS,
    *SIDES,
    *ARCHIVES,
    *ARRANGED,
    CALIBRATION,
    BOOKLET,
    POSTER,
)


REQUESTS = {
    "back": HandoutRequest(arrangement=Arrangement(pages=2), log_days=14, qr="moves"),
    "large": HandoutRequest("core-1", arrangement=LARGE, log_days=28, qr="moves", note="Slowly."),
    "list": HandoutRequest("core-3", "a4", arrangement=Arrangement("list"), theme="ink"),
    "fira": HandoutRequest(pairing="fira"),
    "personal": HandoutRequest(
        note="Go <slowly>.",
        next_visit="May 3 & 9",
        add=("heel-slide",),
        conditions=("osteoporosis", "spinal-stenosis"),
        blank=True,
    ),
}


ASKED_FOR = {
    **{f"arranged {name}": request for name, request in REQUESTS.items()},
    **{f"cards {name}": request for name, request in ASKED.items()},
    **ARCHIVED,
    **PRESSED,
    **SECONDS,
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


def images_of(content: object) -> Iterator[Image]:
    """Yield the pictures of content, or of a part of it."""
    if isinstance(content, Image):
        yield content
    elif isinstance(content, tuple):
        for part in content:
            yield from images_of(part)
    elif is_dataclass(content):
        for field in fields(content):
            yield from images_of(getattr(content, field.name))


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
        request = self._request(kind)
        side = int(kind.endswith("backs"))
        path = self.folder / f"{kind.replace(' ', '-')}.pdf"
        path.write_bytes(render(request, LIBRARY).contents[side])
        return Made(kind, path, sample_of(request, side), sheet_of(request))

    def _request(self, kind: str) -> Request:
        first, *rest = kind.split()
        if first == "handout":
            return HandoutRequest(*rest)
        if first == "clinic":
            return self._clinic(*rest)
        if rest == ["clinic"]:
            standards = Standards(archival=first == "archive", press=first == "press")
            return self._clinic("png", standards)
        if kind in ASKED_FOR:
            return ASKED_FOR[kind]
        others = {
            CALIBRATION: CalibrationRequest("a4"),
            BOOKLET: BookletRequest(("post-run",), paper="a4"),
            POSTER: PosterRequest(),
        }
        return SPLIT if kind in SIDES else others[kind]

    def _clinic(self, logo: str, standards: Standards = ORDINARY.standards) -> HandoutRequest:
        draw_logo(self.folder / f"logo.{logo}")
        clinic = self.folder / f"clinic-{logo}.yaml"
        clinic.write_text(
            f"name: Bay & Hill <Clinic>\naddress: 12 Shore Road\nphone: 555 0100\n"
            f"clinician: {CLINICIAN}\nlogo: logo.{logo}\ncountry: UK\n",
            encoding="utf-8",
        )
        date = datetime.date(2026, 11, 22)
        return HandoutRequest(
            "gym-bag",
            "a4",
            recipient=RECIPIENT,
            date=date,
            letterhead=load_letterhead(clinic),
            standards=standards,
        )


def spoken(folder: Path) -> dict[str, Path]:
    """Make a handout and a deck in each language but English; return their places by name."""
    found = {}
    for language in (id_ for id_ in data_ids("locales") if id_ != "en"):
        for request in (HandoutRequest(language=language), CardsRequest(language=language)):
            path = folder / f"{request.kind}-{language}.pdf"
            path.write_bytes(render(request, LIBRARY).content)
            found[path.stem] = path
    return found


def sample_of(request: Request, side: int) -> Sample:
    """Return what a request is made of; where fronts and backs are apart, those of a `side`."""
    if isinstance(request, HandoutRequest):
        return handout_of(request)
    if isinstance(request, BookletRequest):
        return booklet_of(request)
    if isinstance(request, CardsRequest):
        sample = deck_of(request)
        return replace(sample, document=cards.lay_out(request, LIBRARY).documents[side])
    # A poster has the moves of a handout; a calibration page has none.
    content = handout_of(HandoutRequest()).content.moves if request.kind == POSTER else ()
    return Sample(content, document_of(request), ())


def document_of(request: Request) -> Document:
    """Return the pages of a request of a kind that has no merge fields."""
    (document,) = DOCUMENTS[request.kind].lay_out(request, LIBRARY).documents
    return document


def sheet_of(request: Request) -> Paper:
    """Return the paper of a request, as its pages lie."""
    if isinstance(request, CardsRequest) and request.sheet:
        return find_sheet(request.sheet, LIBRARY)[1]
    paper = paper_of(request.paper)
    if request.kind != BOOKLET:
        return paper
    # It lies on its side.
    return Paper(name=paper.name, width=f"{paper.height} pt", height=f"{paper.width} pt")


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
        image = Pixels.new("RGBA", (120, 40), (0, 0, 0, 0))
        image.paste((11, 101, 119, 128), (20, 10, 100, 30))
        image.save(path)
        return
    exif = Pixels.Exif()
    exif[0x0110] = CAMERA
    Pixels.new("RGB", (120, 40), (11, 101, 119)).save(path, exif=exif)
