"""Builds what would be printed, to see whether it fits and how sharp its photos are."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from cardgen.build import build_cards, build_handout
from cardgen.errors import CardgenError, DoesNotFitError, Problem
from cardgen.model.library import Library
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.paths import data_ids

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Proof:
    """A stretch or a routine, built in one size or on one paper."""

    file: str
    """The file of what was built."""
    product: str
    """What was built: "a card of size poker"."""
    problems: tuple[Problem, ...] = ()
    misfit: bool = False
    """True when the problems are that it does not fit."""
    sharpness: tuple[float, ...] = ()
    """Dots an inch of each photo, in the order of the page."""


def proofs(library: Library, files: frozenset[str], folder: Path) -> Iterator[Proof]:
    """Yield a proof of each stretch of `files` in each size, and each routine on each paper."""
    with tempfile.TemporaryDirectory() as temporary:
        output = Path(temporary, "proof.pdf")
        for stretch in library.stretches.values():
            for size in data_ids("sizes") if stretch.file in files else ():
                cards = CardsRequest(targets=(stretch.id,), size=size)
                product = f"a card of size {size}"
                yield _proof(stretch.file, product, output, cards, folder)
        for routine in library.routines.values():
            for paper in data_ids("papers") if routine.file in files else ():
                handout = HandoutRequest(routine=routine.id, paper=paper)
                product = f"a handout on {paper}"
                yield _proof(routine.file, product, output, handout, folder)


def _proof(
    file: str, product: str, output: Path, request: CardsRequest | HandoutRequest, folder: Path
) -> Proof:
    try:
        if isinstance(request, CardsRequest):
            build_cards(request, output, folder)
        else:
            build_handout(request, output, folder)
    except CardgenError as error:
        return Proof(file, product, error.problems, isinstance(error, DoesNotFitError))
    return Proof(file, product, sharpness=tuple(_sharpness(output)))


def _sharpness(pdf: Path) -> Iterator[float]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                left, _, right, _ = image.get_bounds()
                pixels, _ = image.get_px_size()
                yield pixels / (right - left) * _POINTS_PER_INCH
