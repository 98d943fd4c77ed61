"""How much of a stretch to do, and how long that takes."""

from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, ValidationError, model_validator

from cardgen.model.base import Count, Model, Seconds, Text
from cardgen.model.request import problems_of

SWITCH_SECONDS = 5
"""Changing sides between two holds, by our own reckoning (see `Dose.seconds`)."""

Unit = Literal["time", "round", "step"]


class Dose(Model):
    """Sets and repetitions. A hold stretch has one repetition a set; a movement has its tempo."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": ["rep_seconds"], "properties": {"rep_seconds": {"type": "number"}}},
                {
                    "required": ["hold"],
                    "properties": {"hold": {"type": "integer"}, "reps": {"const": 1}},
                },
            ]
        }
    )

    sets: Count = 1
    """How many sets, or how many holds on each side."""
    reps: Count = 1
    """Repetitions in one set; for `each_side`, on each side."""
    unit: Unit = "time"
    """What a repetition is called: time, round or step."""
    hold: Seconds | None = None
    """Seconds to hold, in each repetition."""
    rep_seconds: Annotated[float, Field(gt=0, le=60)] | None = None
    """Seconds that one repetition takes, hold included."""
    rest: Annotated[int, Field(ge=0, le=600)] = 0
    """Seconds of rest between sets."""
    each_side: bool = False
    """True when the sets or repetitions are done on the left and on the right."""
    note: Text | None = None
    """A short word on how: "soft knee", "band above the knees"."""

    @model_validator(mode="after")
    def _has_a_length(self) -> Self:
        if self.rep_seconds is None and (self.reps > 1 or self.hold is None):
            raise ValueError(
                "expected `rep_seconds` (seconds a repetition), or `hold` with one repetition"
            )
        if self.hold and self.rep_seconds and self.hold > self.rep_seconds:
            raise ValueError(
                f"expected `hold` ({self.hold}) to be no longer than `rep_seconds` "
                f"({self.rep_seconds:g}), of which it is a part"
            )
        return self

    @property
    def is_hold(self) -> bool:
        """True for a stretch that is held, false for a movement that is repeated."""
        return self.rep_seconds is None

    @property
    def seconds(self) -> float:
        """Seconds that the dose takes.

        A hold on each side: hold x sides x sets, and `SWITCH_SECONDS` at each change.
        A movement: sets x reps x sides x seconds a repetition, and the rests between sets.
        """
        sides = 2 if self.each_side else 1
        if self.rep_seconds is not None:
            return self.sets * self.reps * sides * self.rep_seconds + self.rest * (self.sets - 1)
        holds = self.sets * sides
        pause = SWITCH_SECONDS if self.each_side else self.rest
        return (self.hold or 0) * holds + pause * (holds - 1)


class DoseChange(Model):
    """The fields of a dose that a routine changes; all others stay as the stretch has them.

    A field that says `null` is taken away.
    """

    sets: Count | None = None
    """How many sets, or how many holds on each side."""
    reps: Count | None = None
    """Repetitions in one set."""
    unit: Unit | None = None
    """What a repetition is called: time, round or step."""
    hold: Seconds | None = None
    """Seconds to hold, in each repetition."""
    rep_seconds: Annotated[float, Field(gt=0, le=60)] | None = None
    """Seconds that one repetition takes, hold included."""
    rest: Annotated[int, Field(ge=0, le=600)] | None = None
    """Seconds of rest between sets."""
    each_side: bool | None = None
    """Whether it is done on the left and on the right."""
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
        """Return `dose` with these changes. Raises pydantic's ValidationError when they clash."""
        changes = {name: getattr(self, name) for name in self.model_fields_set}
        return Dose.model_validate({**dose.__dict__, **changes})

    def clash(self, dose: Dose) -> str:
        """Return why `dose` cannot have these changes; "" where it can."""
        try:
            self.applied_to(dose)
        except ValidationError as error:
            return error.errors()[0]["msg"].removeprefix("Value error, ")
        return ""
