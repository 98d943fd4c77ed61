"""Who takes care with a stretch, and what a condition does to it.

For a person who has a condition, of all that its cautions do to a stretch the gravest counts:

| effect | what the page has | must be given |
|---|---|---|
| `hide` | no such move: a line says that it was left out, and what to do instead | |
| `replace` | another move in its place, and a line that says so | `replace_by` |
| `change` | the move with other words, pictures or doses | `changes` |
| `warn` | the move, and the caution with its `who` or `when` | |
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.config import JsonDict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cardgen.model.base import Model, Text, Texts, Wording
from cardgen.model.claim import Id, SourceId
from cardgen.model.dose import DoseChange
from cardgen.model.illustration import Illustration
from cardgen.model.origin import FieldPath
from cardgen.model.reference import Refers
from cardgen.model.request import as_tuple
from cardgen.model.vocabulary import ConditionId

Effect = Literal["hide", "replace", "change", "warn"]
SHORT, SHORT_NAME = 35, 23
"""The most characters of the one-line forms of a caution and of a name."""
ShortName = Annotated[Text, Field(max_length=SHORT_NAME)]
ShortSteps = Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
Illustrations = Annotated[tuple[Illustration, ...], Field(max_length=4)]
SEEN = ("steps", "short_steps", "illustrations", "dose")
"""The fields of which a change has at least one."""


def _several(given: object) -> object:
    """Return one id as a list of one."""
    return (given,) if isinstance(given, str) else as_tuple(given)


class _OneOrMore:
    """Says in a JSON Schema that one value may stand for a list of one."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        listed = handler(core)
        return {"anyOf": [listed["items"], {**listed, "minItems": 1}]}


ConditionIds = Annotated[
    tuple[ConditionId, ...], BeforeValidator(_several), Field(min_length=1), _OneOrMore()
]


_GIVEN: JsonDict = {"not": {"type": "null"}}


def _has(*fields: str) -> JsonDict:
    """Return what says in a JSON Schema that fields are given, and not as null."""
    return {"required": [*fields], "properties": dict.fromkeys(fields, _GIVEN)}


def _with_effect(*effects: str) -> JsonDict:
    return {"required": ["effect"], "properties": {"effect": {"enum": [*effects]}}}


class MoveChange(Model):
    """What a condition changes of a stretch: exactly these fields, each as it then reads.

    All others stay as the stretch has them, so one that still says what the person is not to do
    is to be changed as well: the cue, the common mistake, what makes it easier or harder.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [_has("steps"), _has("illustrations"), _has("dose")],
            "allOf": [
                {"if": _has("steps"), "then": _has("short_steps")},
                {"if": _has("short_steps"), "then": _has("steps")},
            ],
        }
    )

    name: Text | None = None
    """The name that prints: "Cow to Flat"."""
    short_name: ShortName | None = None
    """The same in at most 23 characters."""
    start: Annotated[Text | None, Wording.OFF_PAGES] = None
    """The start position."""
    steps: Texts | None = None
    """Every step; with them, `short_steps` are to be given too."""
    short_steps: ShortSteps | None = None
    """The same in at most four short lines."""
    breathing: Text | None = None
    """When to breathe in and out."""
    dose: DoseChange | None = None
    """The fields of the dose that change. It never takes longer than a routine's own dose."""
    frequency: Text | None = None
    """How often, in words."""
    targets: Texts | None = None
    """What is stretched or worked."""
    equipment: tuple[Text, ...] | None = None
    """What is needed."""
    cue: Text | None = None
    """One line to remember."""
    mistake: Text | None = None
    """What often goes wrong."""
    easier: Text | None = None
    """How to make it easier."""
    harder: Text | None = None
    """How to make it harder."""
    illustrations: Illustrations | None = None
    """All pictures that it then has, in order, those that stay among them."""

    @property
    def texts(self) -> dict[str, Any]:
        """Return the fields that change, but for the dose, as they then read."""
        fields = self.model_fields_set - {"dose"}
        return {
            name: value for name in sorted(fields) if (value := getattr(self, name)) is not None
        }

    @model_validator(mode="after")
    def _changes_what_is_done(self) -> Self:
        if all(getattr(self, name) is None for name in SEEN):
            raise ValueError(
                "expected `steps` and `short_steps`, `illustrations` or `dose`: "
                "a caution that changes none of them is `effect: warn`"
            )
        if (self.steps is None) != (self.short_steps is None):
            raise ValueError(
                "expected `steps` and `short_steps` together: a large page has the first, "
                "a small one the others"
            )
        return self


class Beside(Model):
    """What else changes for people who have another condition as well: a picture with a chair."""

    condition: ConditionIds
    """The id of the other condition, or a list of ids: any of them."""
    changes: MoveChange
    """The fields that then change, each as it reads for people who have both."""


class Caution(Model):
    """Who should take care with a stretch, and how; with a condition, what that does to it.

    The gravest effect counts for a person with several conditions: `hide`, then `replace`, then
    `change`, then `warn`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [_has("who"), _has("when"), _has("condition")],
            "allOf": [
                {"not": _has("who", "when")},
                {"not": _has("when", "condition")},
                {"if": _with_effect("hide", "replace", "change"), "then": _has("condition")},
                {"if": _with_effect("replace"), "then": _has("replace_by")},
                {"if": _with_effect("change"), "then": _has("changes")},
                {"if": _has("instead"), "then": _with_effect("hide", "replace")},
                {"if": _has("replace_by"), "then": _with_effect("replace", "change")},
                {"if": _has("changes"), "then": _with_effect("change")},
                {"if": _has("beside"), "then": _with_effect("change")},
                {
                    "if": {"required": ["gives_way"], "properties": {"gives_way": {"const": True}}},
                    "then": _with_effect("change"),
                },
            ],
        }
    )

    who: Text | None = None
    """The people it concerns, in two or three words: "Weak bones". Without it, and with a
    condition, it is what the condition's own file calls them."""
    when: Text | None = None
    """What anyone can feel, in place of `who`: "Pain when you bend"."""
    advice: Text
    """What they do: "Skip this one."."""
    short: Annotated[Text, Field(max_length=SHORT)] | None = None
    """Who and what in one line of at most 35 characters: "Bending hurts? Round less"."""
    condition: ConditionIds | None = None
    """The id of a condition, or a list of ids, by which the effect comes. A caution without one is
    for everyone."""
    effect: Effect = "warn"
    """What the condition does to the stretch: hide, replace, change or warn."""
    instead: Text | None = None
    """For hide and replace: what to do instead: "Ask your surgeon first.". A hidden move without it
    has "Ask your therapist for another move."."""
    replace_by: Annotated[Id, Refers("stretches")] | None = None
    """For replace: the id of the stretch that takes its place. For change: the one that does where
    two changes do not go together."""
    changes: MoveChange | None = None
    """For change: the fields that change, each as it then reads."""
    beside: tuple[Beside, ...] = ()
    """For change: what else changes for people who have another condition as well."""
    gives_way: bool = False
    """For change: whether the advice alone is enough where another condition changes the same
    fields: a towel under the knees."""
    needs: tuple[Text, ...] = ()
    """What the advice needs that the move does not: "thick pad". It prints with what is needed."""
    sources: tuple[SourceId, ...] = ()
    """Ids of the records in sources/ that the caution rests on."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """Return the ids of the conditions; none for a caution that is for everyone."""
        return self.condition or ()

    def all_changes(self) -> Iterator[tuple[FieldPath, MoveChange]]:
        """Yield each change, with the field that it stands in."""
        if self.changes:
            yield ("changes",), self.changes
        for i, one in enumerate(self.beside):
            yield ("beside", i, "changes"), one.changes

    @model_validator(mode="after")
    def _says_for_whom(self) -> Self:
        if self.who and self.when:
            raise ValueError("expected either `who` or `when`, found both")
        if not self.who and not self.when and not self.condition:
            raise ValueError(
                "expected `who` (the people it concerns), `when` (what anyone can feel), or a "
                "`condition`"
            )
        if self.when and self.condition:
            raise ValueError(
                "expected `who` with a `condition`: what anyone can feel, `when`, is for everyone"
            )
        return self

    @model_validator(mode="after")
    def _has_what_its_effect_needs(self) -> Self:
        effect = self.effect
        if effect != "warn" and not self.condition:
            raise ValueError(f"expected a `condition` with `effect: {effect}`")
        for field, effects in _FOR.items():
            if getattr(self, field) and effect not in effects:
                raise ValueError(f"expected no `{field}` with `effect: {effect}`")
        if effect == "replace" and not self.replace_by:
            raise ValueError("expected `replace_by`: the id of the stretch that takes its place")
        if effect == "change" and not self.changes:
            raise ValueError(
                "expected `changes`: the fields that change; advice alone is `effect: warn`"
            )
        return self


_FOR = {
    "instead": ("hide", "replace"),
    "replace_by": ("replace", "change"),
    "changes": ("change",),
    "beside": ("change",),
    "gives_way": ("change",),
}
"""The effects that a field is for."""
