"""Where all that prints stands on the pages of some documents, and how large the type of all is.

`python tests/layout/placements.py` writes the files of `placements/` and `facts.json` anew. Look
at what changes.
"""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

from cardgen.documents import KINDS
from cardgen.documents.booklet import BookletRequest
from cardgen.documents.calibration import CalibrationRequest
from cardgen.documents.cards import CardsRequest
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.laid_out import LaidOut
from cardgen.documents.poster import PosterRequest
from cardgen.documents.request import Request
from cardgen.files import read_library
from cardgen.library.brought import load_letterhead
from cardgen.model.arrangement import Arrangement
from cardgen.model.document import Document
from cardgen.model.page import Block, Bounds, Code, Page, Picture, Placed
from cardgen.paths import built_in
from cardgen.typography.printable import refusal
from cardgen.words import shortened

FOLDER = Path(__file__).parent / "placements"
CLINIC = Path(__file__).parent.parent / "example" / "clinic.yaml"
LIBRARY = read_library(built_in())
LONGEST = 48
"""So many characters of a text are told. What a picture shows is told whole: many begin alike."""
DOCUMENTS: dict[str, Request] = {
    "handout": HandoutRequest(),
    "handout-two-sides": HandoutRequest("core-1", "a4", arrangement=Arrangement(pages=2)),
    "handout-list": HandoutRequest(arrangement=Arrangement("list")),
    "handout-large-print": HandoutRequest("gym-bag", arrangement=Arrangement(large_print=True)),
    "handout-person": HandoutRequest(
        "post-run",
        "a4",
        recipient="Maria Álvarez",
        date=datetime.date(2026, 11, 22),
        note="Start with the first three. Stop if your leg goes numb, and call us.",
        next_visit="Dec 1, 9:30",
        changes={"figure-four": {"dose": {"hold": 20}}},
        letterhead=load_letterhead(CLINIC, LIBRARY, refusal),
    ),
    "cards-id-1": CardsRequest(),
    "cards-a6": CardsRequest(("cat-cow", "hamstring-strap"), "a6"),
    "booklet": BookletRequest(),
    "calibration": CalibrationRequest(),
    "poster": PosterRequest(),
}
FACTS = FOLDER.parent / "facts.json"
ARRANGEMENTS = {
    "": Arrangement(),
    " two sides": Arrangement(pages=2),
    " list": Arrangement("list"),
    " two columns": Arrangement("grid", pages=2),
    " large print": Arrangement(large_print=True),
}
EVERY: dict[str, Request] = {
    **{
        f"handout {routine} {paper}{name}": HandoutRequest(routine, paper, arrangement=arrangement)
        for routine in LIBRARY.routines
        for paper in ("letter", "a4")
        for name, arrangement in ARRANGEMENTS.items()
    },
    **{
        f"cards {routine} {size}": CardsRequest((routine,), size)
        for routine in ("gym-bag", "post-run")
        for size in LIBRARY.sizes
    },
    **{
        f"cards gym-bag {sheet}": CardsRequest(("gym-bag",), sheet=sheet)
        for sheet in LIBRARY.sheets
    },
    **{f"booklet {routine}": BookletRequest((routine,)) for routine in LIBRARY.routines},
    **{f"poster {routine}": PosterRequest(routine) for routine in LIBRARY.routines},
}
"""The documents of the library, by name."""
Placement = tuple[str, str, float, float, float, float]
"""Role, text, left, top, width, height."""


def laid_out(request: Request) -> LaidOut:
    """Return what becomes of a request, whatever its kind."""
    kind = KINDS[request.kind]
    return kind.lay_out(kind.split(request, LIBRARY).shared, LIBRARY)


def document_of(request: Request) -> Document:
    """Return the pages of a request."""
    return laid_out(request).documents[0]


def facts(request: Request) -> str:
    """Return what is told of a document: pages, paper, size of type. Minutes are a merge field."""
    return ", ".join(fact for fact in laid_out(request).facts if isinstance(fact, str))


def told(document: Document) -> str:
    """Return the placements of a document as JSON, a line for each."""
    pages = ",\n".join(map(_page, document.pages))
    return f"[\n{pages}\n]\n"


def _page(page: Page) -> str:
    rows = [json.dumps(row, ensure_ascii=False) for row in placements(page)]
    head = f"[{_half(page.width):g}, {_half(page.height):g}, [\n  "
    return head + ",\n  ".join(rows) + "\n]]"


def placements(page: Page) -> Iterator[Placement]:
    """Yield each text and picture of a page in the order in which it is read."""
    for _, placed in page.placed:
        for role, said, box in _found(placed.block, 0, 0, "", ""):
            left, top, right, low = _turned(box, placed)
            sizes = (left, top, right - left, low - top)
            yield (role, " ".join(said.split()), *map(_half, sizes))


def _found(
    block: Block, x: float, y: float, role: str, alt: str
) -> Iterator[tuple[str, str, Bounds]]:
    """Yield texts and pictures, each with its role and its place in the block that is placed."""
    role, alt = block.role or role, block.alt or alt
    if block.texts:
        boxes = [mark.bounds for mark in block.texts]
        edges = [min(b[0] for b in boxes), min(b[1] for b in boxes)]
        edges += [max(b[2] for b in boxes), max(b[3] for b in boxes)]
        yield (
            role,
            shortened(_words(block), LONGEST),
            (edges[0] + x, edges[1] + y, edges[2] + x, edges[3] + y),
        )
        return
    for kid in block.kids:
        if isinstance(kid, Placed):
            yield from _found(kid.block, x + kid.x, y + kid.y, role, alt)
        elif isinstance(kid, (Picture, Code)):
            left, top, right, low = kid.bounds
            yield (
                role,
                alt or "(a picture that is not heard)",
                (left + x, top + y, right + x, low + y),
            )


def _words(block: Block) -> str:
    """Return what a block says, a merge field by its name: "For {recipient}"."""
    runs = (run for mark in block.texts for run in mark.runs)
    return "".join(f"{{{run.field}}}" if run.field else run.text for run in runs)


def _turned(box: Bounds, placed: Placed) -> Bounds:
    """Return where a box of a placed block is on its page."""
    left, top, right, low = box
    width, height = placed.block.width, placed.block.height
    turned = {
        0: (left, top, right, low),
        90: (height - low, left, height - top, right),
        180: (width - right, height - low, width - left, height - top),
        270: (top, width - right, low, width - left),
    }[placed.turn]
    return (
        placed.x + turned[0],
        placed.y + turned[1],
        placed.x + turned[2],
        placed.y + turned[3],
    )


def _half(points: float) -> float:
    """Return points to the nearest half: no difference is seen below that."""
    return round(2 * points) / 2


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, request in DOCUMENTS.items():
        path = FOLDER / f"{name}.json"
        path.write_text(told(document_of(request)), encoding="utf-8")
    found = {name: facts(request) for name, request in EVERY.items()}
    FACTS.write_text(f"{json.dumps(found, indent=1)}\n", encoding="utf-8")
