"""The page that shows what a printer does."""

import datetime
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from cardgen.documents.kind import DocumentKind
from cardgen.documents.laid_out import LaidOut
from cardgen.documents.request import BuiltField, LanguageField, PaperField, PrinterField, Request
from cardgen.kinds import ORIGINAL
from cardgen.model.document import About, Document
from cardgen.model.library import Library
from cardgen.words import counted

WRITTEN = datetime.date(2026, 11, 25)
"""The date of the page's own words, where a build is not given another."""


class CalibrationRequest(Request):
    """A calibration page, as a printer needs it where one is given."""

    kind: ClassVar = "calibration"
    first: ClassVar = ("paper", "printer")

    paper: PaperField = "letter"
    printer: Annotated[PrinterField, Field(description="A name for your printer: office.")] = None
    language: LanguageField = ORIGINAL
    built: BuiltField = None


def lay_out(request: CalibrationRequest, library: Library) -> LaidOut:
    """Return the page, as the printer needs it where one is named. Raises CardgenError."""
    from cardgen.compose.calibration import calibration_sides
    from cardgen.layout.calibration import calibration_page
    from cardgen.library.data import find_theme, load_locale
    from cardgen.library.sizes import find_paper

    locale, paper = load_locale(request.language), find_paper(request.paper, library)
    sides = calibration_sides(locale)
    theme, printer = find_theme("ink", "plain", library), request.printer
    corrections = (printer.front, printer.back) if printer else (None, None)
    pages = tuple(
        replace(calibration_page(side, paper, theme), correction=correction)
        for side, correction in zip(sides, corrections, strict=True)
    )
    about = About(
        sides[0].title,
        locale.say("calibration-subject"),
        locale.language,
        request.built or WRITTEN,
    )
    facts = (counted(len(pages), "page"), paper.name)
    return LaidOut((Document(pages, about, duplex="long"),), facts)


KIND = DocumentKind(
    name="calibration",
    about="",
    request=CalibrationRequest,
    lay_out=lay_out,
    file_name=lambda _: "calibration",
    in_batches=False,
)
