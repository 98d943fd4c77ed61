"""How much of a stretch to do, and how long that takes."""

from dataclasses import dataclass
from typing import Any, Literal, Self

from pydantic import ConfigDict, ValidationError, model_validator
from pydantic.config import JsonDict

from cardgen.model.amount import Counts, Hold, Pause, Tempo, middle, most
from cardgen.model.base import Model, Text
from cardgen.model.request import problems_of

SWITCH_SECONDS = 5
"""Changing sides between two holds, by our own reckoning (see `Dose.seconds`)."""

Unit = Literal["time", "round", "step"]
Side = Literal["left", "right"]
_NOTHING: JsonDict = {"type": "null"}


class Dose(Model):
    """Sets and repetitions. A hold stretch has one repetition a set; a movement has its tempo.

    An amount is a number or a range: 10, [8, 12] or "8 to 12".
    """

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["rep_seconds"], "properties": {"rep_seconds": {"not": _NOTHING}}},
                {
                    "required": ["hold"],
                    "properties": {"hold": {"not": _NOTHING}, "reps": {"const": 1}},
                },
            ],
            "not": {
                "required": ["side", "each_side"],
                "properties": {"side": {"not": _NOTHING}, "each_side": {"const": True}},
            },
        }
    )

    sets: Counts = 1
    """How many sets, or how many holds on each side."""
    reps: Counts = 1
    """Repetitions in one set; for `each_side`, on each side."""
    unit: Unit = "time"
    """What a repetition is called: time, round or step."""
    hold: Hold | None = None
    """Seconds to hold, in each repetition."""
    rep_seconds: Tempo | None = None
    """Seconds that one repetition takes, hold included: counted; printed of rounds alone."""
    rest: Pause = 0
    """Seconds of rest between sets, or between holds. It prints."""
    each_side: bool = False
    """True when the sets or repetitions are done on the left and on the right."""
    side: Side | None = None
    """The only side that it is done on: left or right."""
    load: Text | None = None
    """How heavy, in words: "a band that is hard by the last one"."""
    times_a_day: Counts | None = None
    """How often a day, where that is more than once or is to be said."""
    note: Text | None = None
    """A short word on how: "soft knee", "band above the knees"."""

    @model_validator(mode="after")
    def _has_a_length(self) -> Self:
        if self.rep_seconds is None and (self.reps != 1 or self.hold is None):
            raise ValueError(
                "expected `rep_seconds` (seconds a repetition), or `hold` with one repetition"
            )
        if self.hold and self.rep_seconds and most(self.hold) > self.rep_seconds:
            raise ValueError(
                f"expected `hold` ({most(self.hold)}) to be no longer than `rep_seconds` "
                f"({self.rep_seconds:g}), of which it is a part"
            )
        if self.side and self.each_side:
            raise ValueError("expected either `each_side`, or `side` for one side only")
        return self

    @property
    def is_hold(self) -> bool:
        """True for a stretch that is held, false for a movement that is repeated."""
        return self.rep_seconds is None

    @property
    def has_rest(self) -> bool:
        """Tell whether there is anything to rest between: more than one set, or than one hold."""
        return most(self.sets) > 1 or (self.is_hold and self.each_side)

    @property
    def seconds(self) -> float:
        """Seconds that the dose takes, done once; a range is reckoned as its middle.

        A hold: hold x sides x sets, and between two of them the rest, or where none is given
        `SWITCH_SECONDS` to change sides.
        A movement: sets x reps x sides x seconds a repetition, and the rests between sets.
        """
        sides, sets = 2 if self.each_side else 1, middle(self.sets)
        if self.rep_seconds is not None:
            work = sets * middle(self.reps) * sides * self.rep_seconds
            return work + self.rest * (sets - 1)
        holds = sets * sides
        pause = self.rest or (SWITCH_SECONDS if self.each_side else 0)
        return middle(self.hold or 1) * holds + pause * (holds - 1)


class DoseChange(Model):
    """The fields of a dose that a routine changes; all others stay as the stretch has them.

    A field that says `null` is taken away.
    """

    sets: Counts | None = None
    """How many sets, or how many holds on each side."""
    reps: Counts | None = None
    """Repetitions in one set: 10, or from so many to so many: [8, 12]."""
    unit: Unit | None = None
    """What a repetition is called: time, round or step."""
    hold: Hold | None = None
    """Seconds to hold, in each repetition."""
    rep_seconds: Tempo | None = None
    """Seconds that one repetition takes, hold included: counted; printed of rounds alone."""
    rest: Pause | None = None
    """Seconds of rest between sets, or between holds. It prints."""
    each_side: bool | None = None
    """Whether it is done on the left and on the right."""
    side: Side | None = None
    """The only side that it is done on: left or right."""
    load: Text | None = None
    """How heavy, in words: "a band that is hard by the last one"."""
    times_a_day: Counts | None = None
    """How often a day."""
    note: Text | None = None
    """A short word on how: "soft knee"."""

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - checked here
        """Raise InvalidDataError with a problem for each field that is wrong."""
        with problems_of(type(self)):
            super().__init__(**values)

    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # see `Values`

    # pydantic's own would call a field that is taken away the same as one that stays.
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DoseChange):
            return NotImplemented
        return (self.__dict__, self.model_fields_set) == (other.__dict__, other.model_fields_set)

    def __hash__(self) -> int:
        return hash((*self.__dict__.values(), frozenset(self.model_fields_set)))

    def applied_to(self, dose: Dose) -> Dose:
        """Return `dose` with these changes. Raises pydantic's ValidationError when they clash.

        One side only takes the place of each side, and each side that of one.
        """
        changes = {name: getattr(self, name) for name in self.model_fields_set}
        if changes.get("side"):
            changes.setdefault("each_side", False)
        if changes.get("each_side"):
            changes.setdefault("side", None)
        return Dose.model_validate({**dose.__dict__, **changes})

    def clash(self, dose: Dose) -> str:
        """Return why `dose` cannot have these changes; "" where it can."""
        try:
            self.applied_to(dose)
        except ValidationError as error:
            return error.errors()[0]["msg"].removeprefix("Value error, ")
        return ""


@dataclass(frozen=True, slots=True)
class DoseWords:
    """A dose as a person says it: the figure that is read first, and the rest."""

    figure: str
    rest: str
    line: str
    """The whole in one line."""
