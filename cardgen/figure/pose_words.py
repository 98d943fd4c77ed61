"""The words of the pose language: names of places, joints, parts, muscles and directions."""

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from cardgen.model.base import Model

_WORD = "(up|down|forward|back|out|in)"
_SIDE = "(left|right)"


class _Like:
    """Refuses text that does not match `pattern`, saying what is `expected`."""

    def __init__(self, pattern: str, expected: str) -> None:
        self._shape = re.compile(rf"^({pattern})$", re.ASCII)
        self._expected = expected

    def _check(self, text: str) -> str:
        if not self._shape.fullmatch(text):
            raise ValueError(f"expected {self._expected}, found '{text}'")
        return text

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(core), "pattern": self._shape.pattern}


Direction = Annotated[
    str, _Like(rf"{_WORD}(-{_WORD})*", "up, down, forward, back, out or in, or two such as up-out")
]
HandPlace = Annotated[
    str,
    _Like(
        r"floor|forearm|stay|free|strap|on (wall|belly|hip|back-hip|chair-back|chair-seat)|"
        rf"(on|behind|outside) {_SIDE}-(thigh|knee|shin|ankle|foot)",
        "floor, forearm, stay, free, strap, on wall, on belly, on hip, on back-hip, "
        "on chair-back, on chair-seat, or such as behind right-thigh",
    ),
]
FootPlace = Annotated[
    str,
    _Like(
        rf"floor|heel|toes|stay|ball|on {_SIDE}-(thigh|foot)",
        "floor, heel, toes, stay, ball or such as on left-thigh",
    ),
]
JointName = Annotated[
    str,
    _Like(
        rf"pelvis|waist|chest|neck|head|{_SIDE}-"
        r"(hip|knee|ankle|toes|heel|shoulder|elbow|wrist|hand)",
        "a joint such as pelvis, waist, head, left-knee or right-hand",
    ),
]
PartName = Annotated[
    str,
    _Like(
        rf"torso|neck|head|ball|{_SIDE}-(thigh|shin|foot|upper-arm|forearm|hand)",
        "a part such as torso, head, left-thigh or right-forearm",
    ),
]
MuscleName = Annotated[
    str,
    _Like(
        rf"low-back|back|{_SIDE}-(buttock|hamstring|hip-flexor|calf|outer-hip|quad|side)",
        "a muscle such as low-back, left-buttock or right-hamstring",
    ),
]
PoseId = Annotated[
    str, _Like(r"[a-z0-9]+(-[a-z0-9]+)*", "the name of a pose's file, without .yaml")
]
Rest = Literal[
    "back",
    "front",
    "knees",
    "left-knee",
    "right-knee",
    "feet",
    "left-side",
    "right-side",
    "sitting",
]
ViewFrom = Literal["right", "left", "front", "back"]
Degrees = Annotated[float, Field(ge=-360, le=360)]
Length = Annotated[float, Field(ge=-2, le=2)]
Share = Annotated[float, Field(ge=0, le=1)]

_TRUNKS = {"upright": 90.0, "on-back": 180.0, "level": 0.0}


class Part(Model):
    """The base of everything in a pose file: names are written with hyphens."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_").replace("_", "-"))


class _Shorthand:
    """Lets a value stand for the whole that `whole` makes of it; the schema says so too."""

    def __init__(
        self, whole: Callable[[Any], Any], schema: Callable[[JsonSchemaValue], JsonSchemaValue]
    ) -> None:
        self._whole, self._schema = whole, schema

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._whole, handler(source))

    def __get_pydantic_json_schema__(
        self, core: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        found = handler(core)
        choices = found.get("anyOf", [found])
        reference = next((c for c in choices if "$ref" in c), found)
        short_one = self._schema(handler.resolve_ref_schema(reference))
        return {"anyOf": [*choices, short_one]}


def short(key: str) -> _Shorthand:
    """Let one value stand for a mapping with that value under `key`."""
    return _Shorthand(
        lambda v: v if isinstance(v, dict) or v is None else {key: v},
        lambda schema: _only(schema["properties"][key]),
    )


def _only(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of a value without its default and its name, which are the field's."""
    return {key: value for key, value in schema.items() if key not in ("default", "title")}


def _trunk(value: Any) -> Any:  # noqa: ANN401 - data that has not been checked
    if isinstance(value, dict):
        return value
    if isinstance(value, str) and value not in _TRUNKS:
        known = ", ".join(_TRUNKS)
        raise ValueError(f"expected {known} or an angle in degrees, found '{value}'")
    return {"angle": _TRUNKS[value] if isinstance(value, str) else value}


as_trunk = _Shorthand(
    _trunk,
    lambda schema: {"anyOf": [{"enum": list(_TRUNKS)}, _only(schema["properties"]["angle"])]},
)
as_list = _Shorthand(
    lambda v: v if isinstance(v, (list, tuple)) else (v,), lambda schema: _only(schema["items"])
)
