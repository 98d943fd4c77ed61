"""Red flags, stop rules and whom to ask first."""

from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from cardgen.model.base import InSchema, Model, Text
from cardgen.model.claim import Id
from cardgen.model.country import Country
from cardgen.model.stretch import Review

BEFORE = ("ask_first", "stop")
"""The lists that a person reads before the first move."""
DANGER = ("emergency", "same_day", "runners", "book")
"""The lists that tell when to get help, most urgent first."""


def _fillable(text: str) -> str:
    """Accept text whose braces hold names of a country's words. Raises ValueError."""
    known = list(Country.model_fields)
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        names = [text]
    if wrong := [name for name in names if name not in known]:
        there = ", ".join(f"{{{name}}}" for name in known)
        raise ValueError(f"expected only {there} in braces, found '{wrong[0]}'")
    return text


_PLAIN = r"[^{}]|\{\{|\}\}"
Pattern = Annotated[
    Text,
    AfterValidator(_fillable),
    InSchema(pattern=rf"^(?=.*\S)({_PLAIN}|\{{({'|'.join(Country.model_fields)})\}})*$"),
]


class Sign(Model):
    """One sign, in plain words."""

    text: Text
    """The sign as it prints, without a full stop."""
    clinical: Text | None = None
    """What a clinician calls it; never printed."""
    sources: tuple[Id, ...] = ()
    """Ids of the records in sources/ that it rests on."""


class SignList(Model):
    """Signs that call for the same action."""

    action: Pattern
    """What to do, first; words in braces, such as {emergency}, are those of the country."""
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]
    """The signs."""


class Safety(Model):
    """All that a handout or a deck must say about danger. It prints whole or not at all."""

    intro: Text
    """A calm first sentence."""
    emergency: SignList
    """Signs that need help now."""
    same_day: SignList
    """Signs that need a call today."""
    runners: SignList
    """Signs of a bone injury in a runner."""
    book: SignList
    """Signs that need an ordinary visit."""
    stop: SignList
    """When to stop the movement."""
    ask_first: SignList
    """Who asks before starting."""
    disclaimer: Text
    """What the sheet is not."""
    reviewed: Review
    """When the text was last checked, and by whom."""
