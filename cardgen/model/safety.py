"""Red flags, stop rules and whom to ask first."""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from cardgen.model.base import InSchema, Model, Text
from cardgen.model.claim import SourceId
from cardgen.model.country import Country
from cardgen.model.stretch import Review
from cardgen.model.vocabulary import DANGER, Level, LevelId, RegionId


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
    sources: tuple[SourceId, ...] = ()
    """Ids of the records in sources/ that it rests on."""


class SignList(Model):
    """Signs that call for the same action."""

    action: Pattern
    """What to do, first; words in braces, such as {emergency}, are those of the country."""
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]
    """The signs."""


class Safety(Model):
    """All that a handout or a deck must say about danger. It prints whole or not at all.

    Beside its own fields it has one for each level of urgency: a list of signs under the level's
    id, in any order.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[LevelId, SignList] = Field(init=False)

    region: RegionId | None = None
    """The id of the part of the body that it is about; it says which signs must be named."""
    intro: Text
    """A calm first sentence."""
    disclaimer: Text
    """What the sheet is not."""
    reviewed: Review
    """When the text was last checked, and by whom."""

    @property
    def lists(self) -> Mapping[str, SignList]:
        """Return the lists of signs by the ids of their levels, as they are written."""
        return self.__pydantic_extra__

    def by_urgency(self, levels: Mapping[str, Level]) -> tuple[tuple[str, Level, SignList], ...]:
        """Return the id, the level and the list of each level, in the order of `levels`.

        What is read before the first move comes first, then the signs of danger, the most urgent
        first.
        """
        found = [(id_, levels[id_], signs) for id_, signs in self.lists.items()]
        return tuple(sorted(found, key=lambda one: (one[1].part == DANGER, one[1].order, one[0])))
