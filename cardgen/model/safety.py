"""Red flags, stop rules and whom to ask first."""

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from cardgen.model.base import InSchema, Model, Text
from cardgen.model.claim import Id
from cardgen.model.stretch import Review

Country = Literal["US", "UK"]

BEFORE = ("ask_first", "stop")
"""The lists that a person reads before the first move."""
DANGER = ("emergency", "same_day", "runners", "book")
"""The lists that tell when to get help, most urgent first."""


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

    action: Annotated[dict[Country, Text], InSchema(required=list(get_args(Country)))]
    """What to do, first; by country, since numbers and names differ."""
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]
    """The signs."""

    @model_validator(mode="after")
    def _every_country(self) -> Self:
        if missing := [country for country in get_args(Country) if country not in self.action]:
            raise ValueError(f"expected `action` for every country, found none for {missing[0]}")
        return self


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
