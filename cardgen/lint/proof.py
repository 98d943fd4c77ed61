"""Builds what would be printed, to see whether it fits and how sharp its photos are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from cardgen.errors import CardgenError, DoesNotFitError, Problem
from cardgen.lint.data import limits
from cardgen.model.library import Library
from cardgen.model.stretch import Stretch
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


def proofs(library: Library, files: frozenset[str]) -> Iterator[Proof]:
    """Yield a proof of each stretch of `files` in each size, and each routine on each paper."""
    for stretch in library.stretches.values():
        for size in data_ids("sizes") if stretch.file in files else ():
            asked = {"targets": (stretch.id,), "size": size}
            photo = _has_photo(stretch.value)
            product = f"a card of size {size}"
            yield _proof(library, stretch.file, product, "cards", asked, has_photo=photo)
    for routine in library.routines.values():
        for paper in limits().papers if routine.file in files else ():
            asked = {"routine": routine.id, "paper": paper}
            product = f"a handout on {paper}"
            yield _proof(library, routine.file, product, "handout", asked, has_photo=False)


def _has_photo(stretch: Stretch) -> bool:
    return any(not picture.file.lower().endswith(".svg") for picture in stretch.illustrations)


def _proof(
    library: Library,
    file: str,
    product: str,
    kind: str,
    asked: Mapping[str, object],
    *,
    has_photo: bool,
) -> Proof:
    from cardgen.api import render  # noqa: PLC0415 - drawing takes long to import
    from cardgen.documents import KINDS  # noqa: PLC0415

    try:
        pdf = render(KINDS[kind].request(**asked), library).content
    except CardgenError as error:
        return Proof(file, product, error.problems, isinstance(error, DoesNotFitError))
    return Proof(file, product, sharpness=tuple(_sharpness(pdf)) if has_photo else ())


def _sharpness(pdf: bytes) -> Iterator[float]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
                left, _, right, _ = image.get_bounds()
                pixels, _ = image.get_px_size()
                yield pixels / (right - left) * _POINTS_PER_INCH
