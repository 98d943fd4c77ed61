"""A routine: stretches in order, with their doses and what to know first."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from cardgen.model.base import InSchema, Model, Text
from cardgen.model.caution import ConditionIds
from cardgen.model.claim import Claim, Id, SourceId
from cardgen.model.dose import DoseChange
from cardgen.model.reference import Refers
from cardgen.model.stretch import Review
from cardgen.model.vocabulary import ConditionId

DAYS_A_WEEK = 7
MOST_ITEMS = 12
"""So many moves a page has room for."""
_DAYS = [
    {"prefixItems": [{"const": least}, {"minimum": least, "maximum": DAYS_A_WEEK}]}
    for least in range(1, DAYS_A_WEEK + 1)
]
"""What JSON Schema can say of "the fewest and the most"."""


class Frequency(Model):
    """How often: days a week, or a rule in words where days do not fit."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": ["days"], "properties": {"days": {"type": "array"}}},
                {"required": ["rule"], "properties": {"rule": {"type": "string"}}},
            ]
        }
    )

    days: Annotated[tuple[int, int], InSchema(anyOf=_DAYS)] | None = None
    """The fewest and the most days a week: [3, 5]."""
    rule: Annotated[Text, Field(max_length=24)] | None = None
    """In place of days, in a few words: "any run day"."""
    note: Text | None = None
    """What to add: "not two days in a row"."""
    sources: tuple[SourceId, ...] = ()
    """Ids of the records in sources/ that it rests on."""

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Self:
        if (self.days is None) == (self.rule is None):
            raise ValueError("expected either `days` or `rule`")
        if self.days and not 1 <= self.days[0] <= self.days[1] <= DAYS_A_WEEK:
            raise ValueError(
                f"expected `days` as the fewest and the most days a week, found {list(self.days)}"
            )
        return self


class Item(Model):
    """A stretch in a routine."""

    stretch: Annotated[Id, Refers("stretches")]
    """The id of a stretch: its file name without `.yaml`."""
    dose: DoseChange | None = None
    """What differs from the stretch's own dose."""


class NotFor(Model):
    """People whom a routine as a whole is not for."""

    condition: ConditionIds
    """The id of their condition, or a list of ids."""
    instead: Text
    """What they do in its place: "Walk, and ask your midwife before you run."."""


class Routine(Model):
    """Stretches in order, for one purpose."""

    title: Text
    """The heading of the handout."""
    name: Text
    """A short name for cards and lists."""
    summary: Text
    """Who it is for, in a sentence or two."""
    before: Text
    """What to do first."""
    frequency: Frequency
    """How often."""
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=MOST_ITEMS)]
    """The stretches, in order."""
    order: Literal["as-written", "by-posture"] = "as-written"
    """as-written keeps the order of the items; by-posture brings those of one posture together."""
    transition: Annotated[int, Field(ge=0, le=120)] = 10
    """Seconds to get from one stretch to the next."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """Why to do it, with sources."""
    link: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """A page on the web that shows the routine, for a QR code."""
    limits: Text | None = None
    """What is not known; it prints after the claims."""
    rule: Text | None = None
    """A rule that holds for the whole routine."""
    move_up: Text | None = None
    """When to go on to a harder routine."""
    move_down: Text | None = None
    """When to go back to an easier one."""
    safety: Annotated[Id, Refers("safety")]
    """The id of the safety texts in safety/ that print with it."""
    conditions: tuple[ConditionId, ...] = ()
    """Conditions that all the people have whom it is for: its moves are as these change them."""
    not_for: tuple[NotFor, ...] = ()
    """Whom it is not for. A page for one of them has what they do in its place, and no moves."""
    reviewed: Review
    """When the text was last checked, and by whom."""
