"""The words of the pose language: names of places, joints, parts, muscles and directions."""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field

from cardgen.model.base import Model

_WORD = "(up|down|forward|back|out|in)"
_SIDE = "(left|right)"


def _like(pattern: str, expected: str) -> AfterValidator:
    """Refuse text that does not match `pattern`, saying what is `expected`."""
    shape = re.compile(pattern)

    def check(text: str) -> str:
        if not shape.fullmatch(text):
            raise ValueError(f"expected {expected}, found '{text}'")
        return text

    return AfterValidator(check)


Direction = Annotated[
    str, _like(rf"{_WORD}(-{_WORD})*", "up, down, forward, back, out or in, or two such as up-out")
]
HandPlace = Annotated[
    str,
    _like(
        r"floor|stay|free|strap|on belly|on hip|"
        rf"(on|behind|outside) {_SIDE}-(thigh|knee|shin|ankle|foot)",
        "floor, stay, free, strap, on belly, on hip, or such as behind right-thigh",
    ),
]
FootPlace = Annotated[
    str,
    _like(
        rf"floor|heel|stay|ball|on {_SIDE}-thigh",
        "floor, heel, stay, ball or such as on left-thigh",
    ),
]
JointName = Annotated[
    str,
    _like(
        rf"pelvis|waist|chest|neck|head|{_SIDE}-"
        r"(hip|knee|ankle|toes|heel|shoulder|elbow|wrist|hand)",
        "a joint such as pelvis, waist, head, left-knee or right-hand",
    ),
]
PartName = Annotated[
    str,
    _like(
        rf"torso|neck|head|ball|{_SIDE}-(thigh|shin|foot|upper-arm|forearm|hand)",
        "a part such as torso, head, left-thigh or right-forearm",
    ),
]
MuscleName = Annotated[
    str,
    _like(
        rf"low-back|back|{_SIDE}-(buttock|hamstring|hip-flexor|calf|outer-hip|quad|side)",
        "a muscle such as low-back, left-buttock or right-hamstring",
    ),
]
PoseId = Annotated[
    str, _like(r"[a-z0-9]+(-[a-z0-9]+)*", "the name of a pose's file, without .yaml")
]
Rest = Literal["back", "knees", "left-knee", "right-knee", "feet", "left-side", "right-side"]
ViewFrom = Literal["right", "left", "front", "back"]
Degrees = Annotated[float, Field(ge=-360, le=360)]
Length = Annotated[float, Field(ge=-2, le=2)]
Share = Annotated[float, Field(ge=0, le=1)]

_TRUNKS = {"upright": 90.0, "on-back": 180.0, "level": 0.0}


class Part(Model):
    """The base of everything in a pose file: names are written with hyphens."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_").replace("_", "-"))


def short(key: str) -> BeforeValidator:
    """Let one value stand for a mapping with that value under `key`."""
    return BeforeValidator(lambda v: v if isinstance(v, dict) or v is None else {key: v})


def _trunk(value: Any) -> Any:  # noqa: ANN401 - data that has not been checked
    if isinstance(value, dict):
        return value
    if isinstance(value, str) and value not in _TRUNKS:
        known = ", ".join(_TRUNKS)
        raise ValueError(f"expected {known} or an angle in degrees, found '{value}'")
    return {"angle": _TRUNKS[value] if isinstance(value, str) else value}


as_trunk = BeforeValidator(_trunk)
as_list = BeforeValidator(lambda v: v if isinstance(v, (list, tuple)) else (v,))
