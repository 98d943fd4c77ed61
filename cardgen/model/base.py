"""What every definition has in common: strict, frozen, and text made fit to print."""

import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cardgen.model.described import Described

# Bidirectional controls, zero-width characters and other invisibles would print as nothing
# and still be read aloud or copied.
_INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Cn")
REMEDY = "Write it with other characters"
"""What to do about a character that the typeface lacks."""


def clean_text(text: str) -> str:
    """Return `text` composed (NFC) and with each run of white space as one blank.

    Raises ValueError when nothing is left, or when a character cannot be printed.
    """
    tidy = " ".join(unicodedata.normalize("NFC", text).split())
    if not tidy:
        raise ValueError("expected some text, found none")
    # What Python prints has none of them; most texts are so.
    for character in () if tidy.isprintable() else tidy:
        if unicodedata.category(character) in _INVISIBLE:
            name = unicodedata.name(character, "control character")
            raise ValueError(f"found U+{ord(character):04X} ({name}), which does not print")
    return tidy


def missing_glyphs(text: str, glyphs: frozenset[int]) -> str:
    """Return what is wrong with a text that has characters outside `glyphs`; "" if nothing is."""
    missing = sorted(c for c in map(chr, {*map(ord, text)} - glyphs) if not c.isspace())
    if not missing:
        return ""
    named = ", ".join(
        f"'{c}' (U+{ord(c):04X} {unicodedata.name(c, 'unnamed')})" for c in missing[:3]
    )
    return f"the typeface has no sign for {named}"


class InSchema:
    """Adds to the JSON Schema of a type what a validator in Python asks for."""

    def __init__(self, **added: Any) -> None:  # noqa: ANN401 - JSON Schema
        self._added = added

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), **self._added}


Text = Annotated[str, AfterValidator(clean_text), InSchema(pattern=r"\S")]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Seconds = Annotated[int, Field(gt=0, le=600)]
Count = Annotated[int, Field(gt=0, le=100)]


class Model(Described):
    """The base of every definition: unknown fields are refused, nothing is coerced or changed."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        validate_by_alias=True,
        validate_by_name=False,
    )
