"""A routine: stretches in order, with their doses and what to know first."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from cardgen.model.amount import Counts, Transition, as_counts
from cardgen.model.base import Model, Text
from cardgen.model.caution import ConditionIds
from cardgen.model.claim import Claim, Id, SourceId
from cardgen.model.dose import DoseChange
from cardgen.model.findings import shown
from cardgen.model.reference import Refers
from cardgen.model.stretch import Review
from cardgen.model.vocabulary import ConditionId

DAYS_A_WEEK = 7
LAST_WEEK = 52
MOST_ITEMS = 50
"""So many moves a routine may have; whether a page has the room is found in laying it out."""
LONGEST_HEADING = 40
_DAY = {"type": "integer", "minimum": 1, "maximum": DAYS_A_WEEK}
_DAYS = [
    _DAY,
    {"type": "string", "pattern": r"^[1-7] ?(to|-|\u2013) ?[1-7]$"},
    *(
        {
            "type": "array",
            "prefixItems": [{"const": least}, {**_DAY, "minimum": least}],
            "minItems": 2,
            "maxItems": 2,
        }
        for least in range(1, DAYS_A_WEEK + 1)
    ),
]
"""What JSON Schema can say of "the fewest and the most"."""


def _as_days(given: Any) -> tuple[int, int]:  # noqa: ANN401 - checked here
    """Return 3, [3, 5] or "3 to 5" as the fewest and the most. Raises ValueError."""
    value = as_counts(given)
    pair = tuple(value) if isinstance(value, (list, tuple)) else (value, value)
    whole = all(isinstance(day, int) and not isinstance(day, bool) for day in pair)
    if not whole or len(pair) != len(("fewest", "most")):
        raise ValueError(
            "expected the days a week, such as 3, or 2 numbers, the fewest and the most, such as "
            f"[3, 5], found {shown(given)}"
        )
    if not 1 <= pair[0] <= pair[1] <= DAYS_A_WEEK:
        raise ValueError(
            f"expected `days` as the fewest and the most days a week, found {list(pair)}"
        )
    return pair[0], pair[1]


Days = Annotated[
    tuple[int, int],
    PlainValidator(_as_days),
    PlainSerializer(list),
    WithJsonSchema({"anyOf": _DAYS}),
]


def _as_weeks(given: Any) -> tuple[int, int]:  # noqa: ANN401 - checked here
    """Return [3, 4] as the first and the last week. Raises ValueError."""
    pair = tuple(given) if isinstance(given, (list, tuple)) else ()
    whole = all(isinstance(week, int) and not isinstance(week, bool) for week in pair)
    if len(pair) != len(("first", "last")) or not whole or not 1 <= pair[0] <= pair[1] <= LAST_WEEK:
        raise ValueError(
            f"expected the first and the last week, such as [3, 4], found {shown(given)}"
        )
    return pair[0], pair[1]


_WEEK = {"type": "integer", "minimum": 1, "maximum": LAST_WEEK}
Weeks = Annotated[
    tuple[int, int],
    PlainValidator(_as_weeks),
    PlainSerializer(list),
    WithJsonSchema({"type": "array", "items": _WEEK, "minItems": 2, "maxItems": 2}),
]


class Frequency(Model):
    """How often: days a week, times a day, or a rule in words where these do not fit."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {
                    "required": ["rule"],
                    "properties": {
                        "rule": {"type": "string"},
                        "days": {"type": "null"},
                        "times_a_day": {"type": "null"},
                    },
                },
                {
                    "properties": {"rule": {"type": "null"}},
                    "anyOf": [
                        {"required": [name], "properties": {name: {"not": {"type": "null"}}}}
                        for name in ("days", "times_a_day")
                    ],
                },
            ]
        }
    )

    days: Days | None = None
    """The fewest and the most days a week: [3, 5]; or one number: 3."""
    times_a_day: Counts | None = None
    """How often a day, alone or beside `days`: [2, 3]."""
    rule: Annotated[Text, Field(max_length=24)] | None = None
    """In place of days, in a few words: "any run day"."""
    note: Text | None = None
    """What to add: "not two days in a row"."""
    sources: tuple[SourceId, ...] = ()
    """Ids of the records in sources/ that it rests on."""

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> Self:
        if (self.days is None and self.times_a_day is None) == (self.rule is None):
            raise ValueError("expected either `days` (or `times_a_day`), or `rule`")
        return self


class Item(Model):
    """A stretch in a routine. The same may come again, each time with a dose of its own."""

    stretch: Annotated[Id, Refers("stretches")]
    """The id of a stretch: its file name without `.yaml`."""
    dose: DoseChange | None = None
    """What differs from the stretch's own dose."""
    note: Text | None = None
    """What to say of the stretch in this routine alone, in a sentence: "Hands on the chair."."""
    needs: tuple[Text, ...] = ()
    """What the note needs that the stretch does not: "firm chair without wheels"."""
    heading: Annotated[Text, Field(max_length=LONGEST_HEADING)] | None = None
    """A heading above this stretch and those that follow: "Warm-up"."""


class Choice(Model):
    """What to do otherwise, and when: a line to choose by."""

    when: Text
    """For whom or when, in a few words: "Bending hurts"."""
    do: Text
    """What to do then: "Leave out move 4."."""
    moves: tuple[Annotated[Id, Refers("stretches")], ...] = ()
    """The ids of the stretches that it speaks of. It prints only where people do all of these."""
    condition: ConditionId | None = None
    """The id of the condition of all for whom it holds. The line then begins with the moves of the
    page that people with it leave out, by their numbers."""


class Stage(Model):
    """A step of a plan, such as one of a way back to running."""

    do: Text
    """What to do: "7 times: run 1 minute, walk 2"."""
    minutes: Annotated[int, Field(gt=0, le=600)] | None = None
    """How long that takes."""


def _as_lines(given: Any) -> Any:  # noqa: ANN401 - not checked yet
    if isinstance(given, str):
        return (given,)
    return tuple(given) if isinstance(given, list) else given


_LINE = {"type": "string", "pattern": r"\S"}
Lines = Annotated[
    tuple[Text, ...],
    BeforeValidator(_as_lines),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_LINE, {"type": "array", "items": _LINE, "minItems": 1}]}),
]
"""A text, or a list of texts, each of which prints as a line."""


class NotFor(Model):
    """People whom a routine as a whole is not for."""

    condition: ConditionIds
    """The id of their condition, or a list of ids."""
    instead: Text
    """What they do in its place: "Walk, and ask your midwife before you run."."""


class OnlyFor(Model):
    """What people with a condition are told of a routine that is for them all the same."""

    condition: ConditionIds
    """The id of their condition, or a list of ids."""
    say: Text
    """What they are told: "Do not run yet. Do these moves after a walk."."""
    how_often: Annotated[Text, Field(max_length=24)] | None = None
    """In place of the routine's `frequency.rule`, where that is not for them: "any day"."""


class Otherwise(Model):
    """What a routine says to some people in place of what it says to others."""

    condition: ConditionIds | None = None
    """The id of their condition, or a list of ids; without one, it is for everybody on a page of
    their own whom nothing above it concerns."""
    before: Text | None = None
    """In place of `before`: "Keep it easy."."""
    note: Text | None = None
    """In place of `frequency.note`."""
    move_up: Lines | None = None
    """In place of `move_up`."""


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
    weeks: Weeks | None = None
    """The weeks that it is for, the first and the last: [3, 4]. Its log has these."""
    transition: Transition = 10
    """Seconds to get from one stretch to the next."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """Why to do it, with sources."""
    link: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    """A page on the web that shows the routine, for a QR code."""
    limits: Text | None = None
    """What is not known; it prints after the claims."""
    rule: Text | None = None
    """A rule that holds for the whole routine."""
    choose: tuple[Choice, ...] = ()
    """Lines to choose by: "Bending hurts: Leave out move 4."."""
    plan: tuple[Stage, ...] = ()
    """Steps that are no stretches, such as those of a way back to running; they have numbers."""
    move_up: Lines | None = None
    """When to go on to a harder routine, or to the next step."""
    move_down: Lines | None = None
    """When to go back to an easier one."""
    help_if: Lines | None = None
    """When to ask for help, although no danger sign is there: "It is no better in 2 weeks."."""
    safety: Annotated[Id, Refers("safety")]
    """The id of the safety texts in safety/ that print with it."""
    conditions: tuple[ConditionId, ...] = ()
    """Conditions that all the people have whom it is for: its moves are as these change them, and
    no page lists them among what some people have."""
    not_for: tuple[NotFor, ...] = ()
    """Whom it is not for. A page for one of them has what they do in its place, and no moves. A
    page for anyone says the same to them."""
    only_for: tuple[OnlyFor, ...] = ()
    """What a page for people with a condition says of the routine as a whole."""
    otherwise: tuple[Otherwise, ...] = ()
    """What it says to people with a condition in place of what it says to others. Of each field
    the first that concerns them counts."""
    reviewed: Review
    """When the text was last checked, and by whom."""


def with_headings(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items, each with the heading that it stands under.

    So it keeps its heading wherever it goes, and whichever others are left out.
    """
    made: list[Item] = []
    for item in items:
        last = made[-1].heading if made else None
        made.append(item if item.heading or not last else item.model_copy(update={"heading": last}))
    return tuple(made)
