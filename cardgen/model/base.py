"""What every definition has in common: strict, frozen, and text made fit to print."""

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cardgen.model.described import Described
from cardgen.model.tidy import clean_text

Refusal = Callable[[str], tuple[str, str] | None]
"""Tells what is wrong with a text, and what to do about it: None where it can be printed."""


class InSchema:
    """Adds to the JSON Schema of a type what a validator in Python asks for."""

    def __init__(self, **added: Any) -> None:  # noqa: ANN401 - JSON Schema
        self._added = added

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), **self._added}


PROSE = AfterValidator(clean_text)
"""What marks the type of a text that a person writes."""
Text = Annotated[str, PROSE, InSchema(pattern=r"\S")]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Wording(Enum):
    """Marks a field whose texts are not translated as those of other fields are."""

    NEVER = "never"
    """It has no text for a reader: names of people, a licence, what a clinician calls it."""
    OFF_PAGES = "off pages"
    """No page prints it: it is translated where a translation has it, and is never missed."""
    DIALECT = "dialect"
    """Another wording in the language of the definition: it falls away where that is translated."""


class Model(Described):
    """The base of every definition: unknown fields are refused, nothing is coerced or changed."""

    model_config = ConfigDict(
        defer_build=True,
        frozen=True,
        extra="forbid",
        strict=True,
        validate_by_alias=True,
        validate_by_name=False,
    )
