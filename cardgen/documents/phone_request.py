"""A page for a phone: the same as a handout, in one file that a browser opens."""

from typing import ClassVar

from cardgen.documents.kind import DocumentKind, late, named_after
from cardgen.documents.person_request import PersonRequest
from cardgen.documents.programme import named_by

_MAKER = "cardgen.documents.phone"
"""The module that makes it."""


class PhoneRequest(PersonRequest):
    """A page of one routine for a phone, for one person or for anyone."""

    kind: ClassVar = "phone"
    first: ClassVar = ("routine", "paper", "recipient", "date")

    @property
    def pairing(self) -> str:
        """Return no typeface of ours: a phone sets the page in its own."""
        return "plain"


KIND = DocumentKind(
    name="phone",
    about="""One HTML file with the pictures in it, to send or to open from a web address. It
    fetches nothing. Danger signs come first; holds have a timer, and what is ticked in the log
    stays on the phone. It can be read without scripts, and prints. ROUTINE is an id from
    `cardgen list`; post-run when left out.

    \b
    Examples:
      cardgen phone
      cardgen phone core-1 --country UK
      cardgen phone --for "Maria Álvarez" --clinic clinic.yaml --condition osteoporosis
      cardgen phone --programme this-week.yaml --log 2w
    """,
    request=PhoneRequest,
    lay_out=late(_MAKER, "lay_out"),
    split=late(_MAKER, "split"),
    problems=late("cardgen.documents.handout_check", "problems"),
    draw=late("cardgen.web.template", "prepared"),
    argument="routine",
    file_name=lambda request: f"{named_after((named_by(request.moves),))}-phone",
)
