"""The words that definitions choose from: conditions, postures, kinds of move, levels, regions."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from cardgen.model.base import Model, Text, Texts, Wording
from cardgen.model.claim import Id, SourceId
from cardgen.model.reference import Refers
from cardgen.words import upper_first

DANGER = "danger"
"""The part of a safety text that tells when to get help."""
ConditionId = Annotated[Id, Refers("conditions")]
PostureId = Annotated[Id, Refers("postures")]
MoveKindId = Annotated[Id, Refers("move-kinds")]
RegionId = Annotated[Id, Refers("regions")]
LevelId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=60), Refers("levels")
]
"""The id of a level is the name of a field of safety texts, so its words join with `_`."""
Minutes = Annotated[int, Field(gt=0, le=240)]


class Condition(Model):
    """What a person may have that changes how they move."""

    name: Text
    """As it prints behind "Left out for": "weak bones"."""
    who: Text | None = None
    """As a caution calls those who have it: "Weak bones"; without it, the name."""
    about: Annotated[Text | None, Wording.NEVER] = None
    """What a clinician calls it, or who has it; never printed."""
    say: Text | None = None
    """What every page for people with it says first: a sign of danger that is theirs alone."""
    stop: Text | None = None
    """What a person with it does in place of any move: "Use the sheet of your surgery team.". A
    page for them has these words and the safety texts, and no moves."""

    @property
    def label(self) -> str:
        """Return what a caution calls those who have it."""
        return self.who or upper_first(self.name)


class Posture(Model):
    """A posture that moves are done in."""

    name: Annotated[Text, Wording.OFF_PAGES]
    """As it prints beside a move: "On your back"."""


class MoveKind(Model):
    """A kind of move."""

    name: Annotated[Text, Wording.OFF_PAGES]
    """The kind, as a person names it: "Strength"."""
    about: Annotated[Text, Wording.NEVER]
    """What a move of the kind does; never printed."""


class Level(Model):
    """How urgent a list of signs is, and where in a safety text it prints."""

    name: Annotated[Text, Wording.OFF_PAGES]
    """The level, as a person names it: "Emergency"."""
    about: Annotated[Text, Wording.NEVER]
    """What its signs call for; never printed."""
    part: Literal["before", "danger"]
    """before: read before the first move. danger: when to get help."""
    order: Annotated[int, Field(ge=0, le=1000)]
    """Its place within its part: the least comes first, and is the most urgent."""
    each_move: bool = False
    """Whether it concerns every move, so that it stands on the back of each card."""
    sentences: bool = False
    """Whether its signs are sentences of their own where they stand in a row."""
    lines: Annotated[int, Field(gt=0, le=40)] | None = None
    """The most lines that its signs may have in short."""
    words: Annotated[int, Field(gt=0, le=400)] | None = None
    """The most words that these lines may have in all."""


class RegionSign(Model):
    """A danger sign that the safety texts of a region must name."""

    sign: Annotated[Text, Wording.NEVER]
    """The sign, as a clinician names it; never printed."""
    words: Annotated[Texts, Wording.NEVER]
    """Words, or beginnings of words, of which the text of a sign has one at least."""


class Region(Model):
    """A part of the body, and what safety texts about it must have."""

    name: Annotated[Text, Wording.OFF_PAGES]
    """The part of the body: "low back"."""
    levels: tuple[LevelId, ...] = ()
    """Ids of the levels that its safety texts must have."""
    named_in: tuple[LevelId, ...] = ()
    """Ids of the levels in which its signs must be named; without them, any level will do."""
    signs: tuple[RegionSign, ...] = ()
    """The danger signs that must be named."""
    minutes: tuple[Minutes, Minutes] | None = None
    """How long a routine took in studies, the least and the most: [10, 15]."""
    sources: tuple[SourceId, ...] = ()
    """Ids of the records in sources/ that the signs and the minutes are taken from."""
