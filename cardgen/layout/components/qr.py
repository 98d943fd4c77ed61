"""QR codes: a square that a phone reads, with the quiet zone that it needs."""

from functools import lru_cache

from cardgen.model.design import MM
from cardgen.model.page import Block, Code

QUIET = 4
"""Modules that stay white on every side (ISO/IEC 18004, 5.3.8)."""
SMALLEST = 15 * MM
"""The least width of a code with its quiet zone."""
FINEST = 0.33 * MM
"""The least width of one module that a telephone's camera reads from a home printer's page."""


def qr(link: str, width: float, alt: str, colour: str) -> Block:
    """Return the code of a web address, at least `width` points wide with its quiet zone.

    `alt` is what it says to someone who cannot see it. A long address makes a finer code, so the
    square grows where its modules would come under `FINEST`.
    """
    rows = modules(link)
    across = len(rows) + 2 * QUIET
    side = max(width, SMALLEST, across * FINEST)
    quiet = QUIET * side / across
    code = Code(quiet, quiet, side - 2 * quiet, rows, colour)
    return Block(side, side, (code,), "Figure", alt)


@lru_cache(maxsize=256)
def modules(link: str) -> tuple[str, ...]:
    """Return the rows of a QR code, "1" for a dark module: as small as medium correction allows."""
    from reportlab.graphics.barcode import qrencoder  # noqa: PLC0415 - slow, and most have no code

    code = qrencoder.QRCode(version=None, errorCorrectLevel=qrencoder.QRErrorCorrectLevel.M)
    code.addData(link)
    code.make()
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.modules)
