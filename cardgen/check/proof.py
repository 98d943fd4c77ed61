"""Builds what would be printed, to see whether it fits and how sharp its photos are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from cardgen.errors import CardgenError, DoesNotFitError, Problem
from cardgen.model.library import Library
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.model.stretch import Stretch
from cardgen.paths import data_ids
from cardgen.printer import Printed, Printer

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
    """Yield a proof of each stretch of `files` in each size, and each routine on each paper.

    The definitions of `folder` must be sound.
    """
    printer = Printer(folder)
    for stretch in library.stretches.values():
        for size in data_ids("sizes") if stretch.file in files else ():
            cards = CardsRequest(targets=(stretch.id,), size=size)
            make = partial(_fronts, printer, cards)
            yield _proof(
                stretch.file, f"a card of size {size}", make, has_photo=_has_photo(stretch.value)
            )
    for routine in library.routines.values():
        for paper in data_ids("papers") if routine.file in files else ():
            make = partial(printer.handout, HandoutRequest(routine=routine.id, paper=paper))
            yield _proof(routine.file, f"a handout on {paper}", make, has_photo=False)


def _fronts(printer: Printer, request: CardsRequest) -> Printed:
    return printer.deck(request)[0]


def _has_photo(stretch: Stretch) -> bool:
    return any(not picture.file.lower().endswith(".svg") for picture in stretch.illustrations)


def _proof(file: str, product: str, make: Callable[[], Printed], *, has_photo: bool) -> Proof:
    try:
        printed = make()
    except CardgenError as error:
        return Proof(file, product, error.problems, isinstance(error, DoesNotFitError))
    sharpness = tuple(_sharpness(printed.content)) if has_photo else ()
    return Proof(file, product, sharpness=sharpness)


def _sharpness(pdf: bytes) -> Iterator[float]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                left, _, right, _ = image.get_bounds()
                pixels, _ = image.get_px_size()
                yield pixels / (right - left) * _POINTS_PER_INCH
