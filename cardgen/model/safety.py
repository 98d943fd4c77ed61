"""Red flags, stop rules and whom to ask first."""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from cardgen.model.base import InSchema, Model, Text, Wording
from cardgen.model.claim import Claim, Id, SourceId
from cardgen.model.country import FILLED, English
from cardgen.model.stretch import Review
from cardgen.model.vocabulary import DANGER, Level, LevelId, RegionId


def _fillable(text: str) -> str:
    """Accept text whose braces hold names of a country's words. Raises ValueError."""
    known = list(FILLED)
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
    InSchema(pattern=rf"^(?=.*\S)({_PLAIN}|\{{({'|'.join(FILLED)})\}})*$"),
]


class _Worded(Model):
    """A line of a list, in the words of either English."""

    text: Text
    """The line as it prints, without a full stop."""
    uk: Annotated[Text | None, Wording.DIALECT] = None
    """The same where a country says it in other words: wee, not pee."""

    def field(self, english: English) -> Literal["text", "uk"]:
        """Return the field that has the line in the English of a country."""
        return "uk" if english == "uk" and self.uk else "text"

    def words(self, english: English) -> str:
        """Return the line in the English of a country."""
        said: str = getattr(self, self.field(english))
        return said

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """Return each form of the line that there is, behind the field that has it."""
        return (("text", self.text), *((("uk", self.uk),) if self.uk else ()))


class Sign(_Worded):
    """One sign, in plain words."""

    id: Id | None = None
    """What the lines of `short` call it."""
    clinical: Annotated[Text | None, Wording.NEVER] = None
    """What a clinician calls it; never printed."""
    sources: tuple[SourceId, ...] = ()
    """Ids of the records in sources/ that it rests on."""


class ShortLine(_Worded):
    """Signs of one kind in one line, for a page that is short of room."""

    signs: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The ids of the signs that it stands for."""


class SignList(Model):
    """Signs that call for the same action."""

    action: Pattern
    """What to do, first; words in braces, such as {emergency}, are those of the country."""
    lead: Text | None = None
    """What each sign goes on from, "You have back pain and …": without it, no sign counts."""
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]
    """The signs."""
    short: tuple[ShortLine, ...] = ()
    """All signs in fewer lines, each sign in one of them; without it, the signs themselves."""


class Safety(Model):
    """All that a handout or a deck must say about danger. It prints whole or not at all.

    Beside its own fields it has one for each level of urgency: a list of signs under the level's
    id, in any order.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[LevelId, SignList] = Field(init=False)

    region: RegionId | None = None
    """The id of the part of the body that it is about; it says which signs must be named."""
    good_news: tuple[Claim, ...] = ()
    """What most people may know first: how rare harm is, and to keep moving."""
    intro: Text
    """A calm sentence before the signs."""
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
