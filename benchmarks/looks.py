"""What a person holds, measured from the PDF: words, sizes of type, widths of pictures.

    python benchmarks/looks.py

makes the handout of every routine on Letter and A4 and prints a line for each.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from cardgen.api import render
from cardgen.documents.handout_request import HandoutRequest
from cardgen.files import read_library
from cardgen.paths import built_in

MM = 72 / 25.4
READ, LARGE, SMALL = 9.5, 11.0, 7.0
"""The least type of what a patient reads, that of the moves, and that of the sources, in points."""
RAISED = 0.7
"""A raised number has less of the size of its text: it is no text of its own."""
HEARD = 0.15
"""No printed letter is so narrow, in type sizes."""


@dataclass(frozen=True)
class Look:
    """A document as it is seen. Shares count letters and digits; widths are millimetres."""

    pages: int
    words: int
    large: float
    """The share of its letters at 11 points or more."""
    read: float
    """At 9.5 points or more."""
    between: int
    """How many are over 7 points and under 9.5."""
    least: float
    """The least size of type but for raised numbers, in points."""
    pictures: tuple[float, ...]

    @property
    def picture(self) -> float:
        """Return the width of the picture in the middle, in millimetres; 0 for none."""
        return median(self.pictures) if self.pictures else 0.0


def look(content: bytes) -> Look:
    """Return how a PDF looks."""
    document = pypdfium2.PdfDocument(content)
    sizes = [size for page in document for size in _sizes(page)]
    words = [word for page in document for word in _printed(page).split() if re.search(r"\w", word)]
    pictures = tuple(width for page in document for width in _pictures(page))
    letters = len(sizes)
    return Look(
        pages=len(document),
        words=len(words),
        large=sum(size > LARGE - 0.05 for size in sizes) / letters,
        read=sum(size > READ - 0.05 for size in sizes) / letters,
        between=sum(SMALL + 0.05 < size < READ - 0.05 for size in sizes),
        least=min(sizes),
        pictures=pictures,
    )


def _printed(page: pypdfium2.PdfPage) -> str:
    """Return the words of a page, without letters that are heard beside a mark and not printed.

    PDFium sets those within the width of the mark: "move 3" is no wider than its circle's digit.
    """
    text = page.get_textpage()
    return "".join(
        character
        for index in range(text.count_chars())
        if not (character := chr(pdfium.FPDFText_GetUnicode(text, index))).isalpha()
        or _width(text, index) > HEARD * pdfium.FPDFText_GetFontSize(text, index)
    )


def _width(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Return the width of the box of a character, in points."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    return float(box.right - box.left)


def _sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield the size of each letter and digit of a page, but for raised numbers."""
    text = page.get_textpage()
    line = 0.0
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        size = pdfium.FPDFText_GetFontSize(text, index)
        if not character.isalnum():
            line = 0.0 if character in "\r\n" else line
            continue
        line = max(line, size)
        if not (character.isdigit() and size < RAISED * line):
            yield size


def _pictures(page: pypdfium2.PdfPage) -> Iterator[float]:
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_IMAGE]):
        left, _, right, _ = thing.get_pos() if hasattr(thing, "get_pos") else thing.get_bounds()
        yield (right - left) / MM


def main() -> int:
    """Print a line for each routine and paper."""
    library = read_library(built_in())
    print("routine paper pages words >=11pt >=9.5pt 7-9.5pt least picture")
    for routine in sorted(library.routines):
        for paper in ("letter", "a4"):
            seen = look(render(HandoutRequest(routine, paper), library).content)
            print(
                f"{routine} {paper} {seen.pages} {seen.words} {seen.large:.0%} {seen.read:.0%} "
                f"{seen.between} {seen.least:.1f} {seen.picture:.1f}"
            )
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    sys.exit(main())
