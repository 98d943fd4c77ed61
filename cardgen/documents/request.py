"""The base of all requests, and the fields that several of them have.

A field is written once: here where several kinds of document have it, else in its request.
"""

import datetime
import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from cardgen.model.asked import Asked
from cardgen.model.base import InSchema
from cardgen.model.design import MM
from cardgen.model.findings import ValueRefusedError, shown
from cardgen.model.printer import PrinterProfile
from cardgen.model.printing import UNPRINTABLE
from cardgen.model.request import Values, as_tuple
from cardgen.model.tidy import clean_text, is_tidy

_WEB = re.compile(r"https?://[!-~]{3,300}")


class Request(Values):
    """What a person asks for. It is a value, and is never changed."""

    kind: ClassVar[str]
    """The name of the kind of document that it asks for."""

    @property
    def private(self) -> bool:
        """Tell whether words of one person stand in its pages, and not in merge fields alone."""
        return dict(self).get("programme") is not None


def printable(text: str, most: int, *, lines: bool = False) -> str:
    """Return text made fit to print: see `clean_text`.

    Raises ValueRefusedError when nothing is left, when it has more than `most` characters, one
    that cannot be printed, or a line break where there may be no `lines`.
    """
    if text.isascii() and text.isprintable() and len(text) <= most and is_tidy(text):
        return text  # as most texts are
    if not lines and not text.isprintable() and len(text.strip().splitlines()) > 1:
        raise ValueRefusedError("expected one line, found a line break", "Write a blank there")
    try:
        tidy = clean_text(text, lines=lines)
    except ValueError as error:
        remedy = "Leave it out, or write it with other characters"
        raise ValueRefusedError(str(error), remedy) from None
    if len(tidy) > most:
        raise ValueRefusedError(
            f"expected at most {most} characters, found {len(tidy)}", "Shorten it"
        )
    if not tidy.isascii() and (found := _refusal()(tidy.replace("\n", ""))):
        raise ValueRefusedError(*found)
    return tidy


@lru_cache(maxsize=1)
def _refusal() -> Callable[[str], tuple[str, str] | None]:
    # Typefaces are loaded when they are first needed, and not looked for with each text.
    from cardgen.typography.printable import refusal

    return refusal


class Prose(InSchema):
    """Marks a text that a person writes for another: at most so many characters.

    Line breaks stay where there may be `lines`.
    """

    def __init__(self, most: int, *, lines: bool = False) -> None:
        super().__init__(pattern=r"\S", maxLength=most)
        self._check = partial(printable, most=most, lines=lines)

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - a type
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))


def _web_address(text: str) -> str:
    if _WEB.fullmatch(text):
        return text
    message = f"expected an address such as https://example.org, got {shown(text)}"
    raise ValueRefusedError(message, "Write it with https:// and without blanks")


def value_of(kind: type | tuple[type, ...], remedy: str) -> Any:  # noqa: ANN401 - pydantic's
    """Return a validator that takes values of a class, and no path of a file."""

    def check(value: object) -> object:
        if not isinstance(value, kind):
            raise ValueRefusedError(f"expected what a file says, found {shown(value)}", remedy)
        return value

    return PlainValidator(check)


FROM_FILE = WithJsonSchema({"type": ["string", "null"]})
"""In the JSON Schema of a request: the path of a file, or the name of a printer."""


Id = Annotated[str, StringConstraints(min_length=1, max_length=300)]
"""The id of a definition or of a data file; only the library knows whether there is such a one."""
Ids = Annotated[tuple[Id, ...], BeforeValidator(as_tuple)]
Date = Annotated[datetime.date, Field(ge=datetime.date(1900, 1, 1), le=datetime.date(2200, 1, 1))]

PAGE, PERSON, MOVES, CLINIC, FILE = "The page", "The person", "The moves", "The clinic", "The file"
"""The headings of groups of fields."""

PaperField = Annotated[
    Id,
    Field(description="The paper to print on."),
    Asked(name="Paper", group=PAGE, aliases=("page",), ids="papers", closed=True, measures=True),
]
ThemeField = Annotated[
    Id,
    Field(
        description="Colours; grey is for a laser printer, ink for a photocopier, "
        "two-colour for a press."
    ),
    Asked(name="Colours", group=PAGE, ids="themes", closed=True),
]
PairingField = Annotated[
    Id,
    Field(
        description="Typefaces; fira sets headings in Fira Sans, plain all in Atkinson "
        "Hyperlegible."
    ),
    Asked(name="Typefaces", group=PAGE, aliases=("type",), ids="type", closed=True),
]
LanguageField = Annotated[
    Id,
    Field(description="The language of the page: its own words and those of the definitions."),
    Asked(name="Language", group=PAGE, ids="locales", closed=True),
]
MixedField = Annotated[
    bool,
    Field(description="Print what nobody has translated in English, marked, in place of no page."),
    Asked(name="Languages mixed", group=PAGE),
]
CountryField = Annotated[
    Id | None,
    Field(description="Whose emergency numbers print."),
    Asked(
        name="Country",
        group=PAGE,
        ids="countries",
        closed=True,
        default="that of the letterhead, of cardgen.yaml, or of the paper",
    ),
]
HomeField = Annotated[
    Id | None,
    Field(description="The country of cardgen.yaml, for what names none itself."),
    Asked(name="Home", group=PAGE, ids="countries", closed=True, option=False, column=False),
]
ConditionsField = Annotated[
    Ids,
    Field(description="What they have; it leaves out, replaces or changes moves."),
    Asked(
        name="Conditions",
        group=MOVES,
        metavar="NAME",
        aliases=("condition",),
        ids="conditions",
        closed=True,
    ),
]
DateField = Annotated[
    Date | None,
    Field(description="A date to print: 2026-11-22."),
    Asked(name="Date", group=PERSON, personal=True),
]
BuiltField = Annotated[
    Date | None,
    Field(
        description="The date of the file itself; without it, the day when its texts were checked."
    ),
    Asked(name="Date of the file", group=FILE, option=False, column=False),
]
DatedCardField = Annotated[
    Date | None,
    Field(description="A date to print: 2026-11-22."),
    Asked(name="Date", group=PAGE),
]
MOST_MARGIN = 30 * MM
MarginField = Annotated[
    Annotated[float, Field(ge=0, le=MOST_MARGIN)] | None,
    Field(
        description="What stays free along each edge of the paper, such as 12.7mm for a printer "
        "that reaches no nearer."
    ),
    Asked(
        name="Margin",
        group=PAGE,
        form="length",
        unit="points",
        default="5 mm or more, as the page has room; more where the printer needs it",
    ),
]
PrinterField = Annotated[
    PrinterProfile | None,
    value_of((PrinterProfile, type(None)), "Read it: find_printer(name, folder)"),
    FROM_FILE,
    Field(description="One that you have measured: see `calibrate`."),
    Asked(name="Printer", group=PAGE, metavar="NAME", form="printer", column=False),
]


def free_margin(margin: float | None, printer: PrinterProfile | None) -> float:
    """Return what stays free along each edge in points: what is asked for, or the printer needs."""
    return max(margin or 0, printer.margin if printer else UNPRINTABLE)


WebField = Annotated[
    Annotated[str, AfterValidator(_web_address), InSchema(pattern=f"^{_WEB.pattern}$")] | None,
    Field(description="A web address for the code on the cover."),
    Asked(name="Web address", group=PAGE, metavar="URL"),
]
