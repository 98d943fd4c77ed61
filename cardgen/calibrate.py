"""The calibration page, and the printers that a person has measured with it."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from cardgen.build import Made
from cardgen.choose.calibration import calibration_sides
from cardgen.layout.calibration import calibration_pages
from cardgen.load.check import checked
from cardgen.load.data import load_locale, load_paper, load_theme
from cardgen.load.printers import find_printer
from cardgen.load.tree import parse
from cardgen.model.document import Document
from cardgen.model.printer import PrinterProfile
from cardgen.render.measure import TrueMeasure
from cardgen.render.pdf import render_pdf
from cardgen.write import write_whole

FIRST = datetime.date(2026, 11, 25)
"""The date of the page's own words, where a build is not given another."""


def build_calibration(
    paper_id: str, printer: str | None, printers: Path, output: Path, built: datetime.date | None
) -> Made:
    """Write the calibration page, as `printer` needs it where one is named.

    `printers` is the folder of those that were saved. Raises CardgenError; nothing is written then.
    """
    locale, paper = load_locale("en"), load_paper(paper_id)
    sides = calibration_sides(locale)
    pages = calibration_pages(sides, paper, load_theme("ink"), TrueMeasure({}))
    if printer is not None:
        profile = find_printer(printer, printers)
        front, back = pages
        pages = (
            replace(front, correction=profile.front),
            replace(back, correction=profile.back),
        )
    subject = locale.say("calibration-subject")
    document = Document(
        pages, sides[0].title, subject, locale.language, built or FIRST, duplex="long"
    )
    write_whole(output, render_pdf(document, {}))
    return Made(output, (locale.count("page", len(pages)), paper.name))


def save_printer(name: str, readings: Mapping[str, str], printers: Path) -> Path:
    """Save what was read on the page under a name, and return the file.

    Raises InvalidDataError when a reading is not one, CannotWriteError when it cannot be saved.
    """
    text = yaml.safe_dump(dict(readings), sort_keys=False)
    checked(parse("", text.encode()), PrinterProfile)
    path = printers / f"{name}.yaml"
    write_whole(path, text.encode())
    return path


def load_printer(name: str, printers: Path) -> PrinterProfile:
    """Return a printer that was saved. Raises InvalidDataError when there is none."""
    return find_printer(name, printers)
