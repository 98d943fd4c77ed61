"""The words of the pose language: names of places, joints, parts, muscles and directions."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from cardgen.model.base import Model

_WORDS = "up|down|forward|back|out|in"
_BONES = "thigh|knee|shin|ankle|foot"
Direction = Annotated[str, StringConstraints(pattern=rf"^({_WORDS})(-({_WORDS}))*$")]
HandPlace = Annotated[
    str,
    StringConstraints(
        pattern=r"^(floor|stay|free|strap|on belly|on hip|"
        rf"(on|behind|outside) (left|right)-({_BONES}))$"
    ),
]
FootPlace = Annotated[
    str, StringConstraints(pattern=r"^(floor|heel|stay|ball|on (left|right)-thigh)$")
]
JointName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(pelvis|waist|chest|neck|head|(left|right)-"
        r"(hip|knee|ankle|toes|heel|shoulder|elbow|wrist|hand))$"
    ),
]
PartName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(torso|neck|head|ball|strap|(left|right)-"
        r"(thigh|shin|foot|upper-arm|forearm|hand))$"
    ),
]
MuscleName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(low-back|back|(left|right)-"
        r"(buttock|hamstring|hip-flexor|calf|outer-hip|quad|side))$"
    ),
]
PoseId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Rest = Literal["back", "knees", "left-knee", "right-knee", "feet", "left-side", "right-side"]
ViewFrom = Literal["right", "left", "front", "back"]
Degrees = Annotated[float, Field(ge=-360, le=360)]
Length = Annotated[float, Field(ge=-2, le=2)]
Share = Annotated[float, Field(ge=0, le=1)]

TRUNKS = {"upright": 90.0, "on-back": 180.0, "level": 0.0}


def _alias(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Part(Model):
    """The base of everything in a pose file: names are written with hyphens."""

    model_config = ConfigDict(alias_generator=_alias)


def short(key: str) -> BeforeValidator:
    """Let one value stand for a mapping with that value under `key`."""
    return BeforeValidator(lambda v: v if isinstance(v, dict) or v is None else {key: v})


def _trunk(value: Any) -> Any:  # noqa: ANN401 - data that has not been checked
    return {"angle": TRUNKS.get(value, value) if isinstance(value, str) else value}


as_trunk = BeforeValidator(lambda v: v if isinstance(v, dict) else _trunk(v))
as_list = BeforeValidator(lambda v: v if isinstance(v, (list, tuple)) else (v,))
