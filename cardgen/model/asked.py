"""What a field of a request says to people of itself.

An option of a command, a column of a roster, a field of a form and a line of the reference are all
made from the same field: its type, its help text (the docstring below it) and an `Asked` beside it.
"""

from dataclasses import dataclass

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Another option that sets the same field: a flag with a value, or words with one each."""

    name: str
    about: str
    value: object = None
    """What a flag sets."""
    words: tuple[tuple[str, object], ...] = ()
    """The words that the option takes, each with what it sets; none of them for a flag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a field says to people of itself, beside its type and its help text."""

    name: str
    """What people call it, in a form: "Name"."""
    group: str = ""
    """The heading that it stands under in a help text and in a form."""
    metavar: str = ""
    """What stands for its value in a help text; without one, what the type suggests."""
    aliases: tuple[str, ...] = ()
    """Other names of its option and its column, among them those of earlier versions."""
    ids: str = ""
    """The kind of things that it names: "papers", "stretches"."""
    closed: bool = False
    """Whether it must be one of these ids; else only the library tells."""
    measures: bool = False
    """Whether measures may stand in place of an id: "220x300mm"."""
    unit: str = ""
    """What a number counts: "days", "points"."""
    form: str = ""
    """How its words are read, where the type does not tell: see `documents/reading.py`."""
    spellings: tuple[Spelling, ...] = ()
    default: str = ""
    """What holds where it is left out, in words, where the default value does not tell."""
    option: bool = True
    """Whether the command line has it."""
    column: bool = True
    """Whether a roster may have it."""
    personal: bool = False
    """Whether its words may differ from person to person on the same page: a merge field."""
    prose: bool = False
    """Whether it is free text, which a person writes for another."""
    lines: bool = False
    """Whether its line breaks stay."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), "title": self.name, **({"unit": self.unit} if self.unit else {})}
