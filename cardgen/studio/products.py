"""What a page is given as: the PDF, a page for a phone, cards, a booklet, a poster, a programme.

Each is what the command line makes of the same choice: the page that was shown is a request for a
handout, and all others take from it what they have in common.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cardgen.documents import KINDS
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import NAME
from cardgen.documents.programme_of import programme_of, programme_text
from cardgen.documents.reading import read
from cardgen.documents.request import Request
from cardgen.errors import CardgenError
from cardgen.model.library import Library, Record
from cardgen.model.request import fields_of
from cardgen.studio.desk import PAPER, SHEET, SIZE
from cardgen.studio.forms import Form
from cardgen.studio.order import Order
from cardgen.studio.page import make_kept
from cardgen.studio.problems import told

_PDF, _HTML, _YAML = "application/pdf", "text/html", "application/yaml"
_FIELD = {"cards": SIZE, "poster": PAPER}
"""Where an error stands that names no field of the page."""
_NAMES = {"phone": "exercises.html", "programme": "programme.yaml"}


@dataclass(frozen=True, slots=True)
class Product:
    """A file that a browser is given."""

    content: bytes
    media_type: str
    name: str
    """The same for everybody: names of files stand in the list of downloads."""
    inline: bool = False
    """Whether it is shown, and not saved."""

    @property
    def disposition(self) -> str:
        """Return what tells the browser what to do with it."""
        return f'{"inline" if self.inline else "attachment"}; filename="{self.name}"'


class NotMadeError(Exception):
    """It cannot be made: what is wrong, by field of the form."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(*errors.values())
        self.errors = errors


OTHERS = ("phone", "cards", "booklet", "poster", "programme")
"""What is made beside the page that is shown."""


def page_product(pdf: bytes, *, inline: bool) -> Product:
    """Return the page that was shown, for a new tab or to be saved."""
    return Product(pdf, _PDF, "exercises.pdf", inline)


def make_product(kind: str, order: Order, form: Form) -> Product:
    """Return one of `OTHERS`, of an order without errors. Raises NotMadeError."""
    name = _NAMES.get(kind, f"{kind}.pdf")
    library = order.desk.library
    try:
        if kind == "programme":
            text = programme_text(programme_of(order.asked, library))
            return Product(text.encode(), _YAML, name)
        content = make_kept(product_request(kind, order, form), library).content
    except CardgenError as error:
        field = _FIELD.get(kind, kind)
        raise NotMadeError({field: " ".join(map(told, error.problems))}) from None
    return Product(content, _HTML if kind == "phone" else _PDF, name)


def product_request(kind: str, order: Order, form: Form) -> Request:
    """Return the request for another document of the same moves. Raises CardgenError."""
    asked, model = order.asked, KINDS[kind].request
    shared = asked.model_fields_set & model.model_fields.keys()
    values = {name: getattr(asked, name) for name in shared}
    if kind != "phone":
        values |= {**_moves(kind, asked, order.desk.library), **dict(_own(kind, form, order))}
        # They have no letterhead, but the same danger signs to call for.
        values["country"] = asked.country or (asked.clinic.country if asked.clinic else None)
    if values.get("sheet"):
        values.pop("paper", None)  # it has its own
    return model(**values)


def _moves(kind: str, asked: HandoutRequest, library: Library) -> dict[str, Any]:
    """Return the moves with their doses; a routine as it is by its id, as a person asks for it."""
    which = "routine" if kind == "poster" else "targets"
    if isinstance(asked.routine, str) and not asked.changes:
        return {which: asked.routine if kind == "poster" else (asked.routine,)}
    # What the patient has is in the request.
    made = programme_of(asked, library).changed(conditions=())
    usual = KINDS[kind].request.model_fields[which].default
    return {which: usual, "programme": Record(NAME, made, "", library.folder, {(): (0, 0)})}


def _own(kind: str, form: Form, order: Order) -> Iterator[tuple[str, Any]]:
    """Yield what a form says beside the page. Raises CardgenError."""
    fields, place = fields_of(KINDS[kind].request), order.desk.place
    if kind == "poster":
        yield "paper", read(fields["paper"], form.one(PAPER) or fields["paper"].default, place)
    if kind == "cards" and (words := form.one(SIZE)):
        name = "sheet" if words.startswith(SHEET) else "size"
        yield name, read(fields[name], words.removeprefix(SHEET), place)
