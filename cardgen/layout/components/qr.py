"""QR codes: a square that a phone reads, with the quiet zone that it needs."""

from functools import lru_cache

from cardgen.model.design import MM
from cardgen.model.page import Block, Code

QUIET = 4
"""Modules that stay white on every side (ISO/IEC 18004, 5.3.8)."""
SMALLEST = 15 * MM
"""The least width of a code across its dark part, without its quiet zone."""
FINEST = 0.33 * MM
"""The least width of one module that a telephone's camera reads from a home printer's page."""


def qr(link: str, width: float, alt: str, colour: str) -> Block:
    """Return the code of a web address, its dark part at least `width` points wide.

    `alt` is what it says to someone who cannot see it. A long address makes a finer code, so the
    square grows where its modules would come under `FINEST`.
    """
    rows = modules(link)
    dark = max(width, SMALLEST, len(rows) * FINEST)
    quiet = QUIET * dark / len(rows)
    code = Code(quiet, quiet, dark, rows, colour)
    side = dark + 2 * quiet
    return Block(side, side, (code,), "Figure", alt)


@lru_cache(maxsize=256)
def modules(link: str) -> tuple[str, ...]:
    """Return the rows of a QR code, "1" for a dark module: as small as medium correction allows."""
    from reportlab.graphics.barcode import qrencoder  # noqa: PLC0415 - slow, and most have no code

    code = qrencoder.QRCode(version=None, errorCorrectLevel=qrencoder.QRErrorCorrectLevel.M)
    code.addData(link)
    code.make()
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.modules)
