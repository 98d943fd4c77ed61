"""Handouts: one routine on a page, for one person or for anyone."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cardgen.documents.kind import DocumentKind, late, named_after
from cardgen.documents.person_request import PersonRequest
from cardgen.documents.programme import named_by
from cardgen.documents.request import PAGE, PairingField, PrinterField
from cardgen.model.arrangement import AS_FITS, Arrangement
from cardgen.model.asked import Asked
from cardgen.model.design import MM
from cardgen.model.standards import Standards

_MAKER = "cardgen.documents.handout"
"""The module that makes its pages."""
MOST_MARGIN = 25 * MM
"""A wider one leaves no room for pictures that can be followed."""


class HandoutRequest(PersonRequest):
    """A handout of one routine, for one person or for anyone."""

    kind: ClassVar = "handout"
    first: ClassVar = ("routine", "paper", "recipient", "date")

    pairing: PairingField = "plain"
    arrangement: Arrangement = AS_FITS
    margin: Annotated[
        Annotated[float, Field(ge=0, le=MOST_MARGIN)] | None,
        Asked(
            name="Margin",
            group=PAGE,
            form="length",
            unit="points",
            default="6 to 9 mm, or what the printer needs",
        ),
    ] = None
    """What stays free along each edge, such as 12.7mm for a printer that reaches no nearer."""
    printer: PrinterField = None
    qr: Annotated[Literal["moves", "page"] | None, Asked(name="QR codes", group=PAGE)] = None
    """QR codes: for each move that has a video; or one for the page."""
    standards: Standards = Standards()


KIND = DocumentKind(
    name="handout",
    about="""ROUTINE is an id from `cardgen list`; post-run when left out.

    \b
    Examples:
      cardgen handout
      cardgen handout core-1 --page a4
      cardgen handout --for "Maria Álvarez" --date today --clinic clinic.yaml
      cardgen handout --set figure-four.dose.hold=20 --without cat-cow
      cardgen handout --condition osteoporosis --note "Go slowly." --next "Dec 1"
      cardgen handout --pages 2 --log 4w
    """,
    request=HandoutRequest,
    lay_out=late(_MAKER, "lay_out"),
    split=late(_MAKER, "split"),
    problems=late("cardgen.documents.handout_check", "problems"),
    argument="routine",
    file_name=lambda request: f"{named_after((named_by(request.moves),))}-handout",
)
