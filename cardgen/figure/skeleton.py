"""The skeleton: frames, segments and joints of a solved pose, in fractions of stature."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from cardgen.figure.spine import Spine
from cardgen.figure.tables import BALL, CHEST, NECK_TO, SHOULDERS, WAIST
from cardgen.figure.vectors import Vector

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
HandShape = Literal["flat", "curl", "fist"]


def sign(side: Side) -> int:
    """Return 1 for the right side, -1 for the left."""
    return 1 if side == "right" else -1


@dataclass(frozen=True, slots=True)
class Segment:
    """A bone with its flesh: where it starts, where it points, and which way its front looks."""

    start: Vector
    along: Vector
    front: Vector
    length: float

    @property
    def end(self) -> Vector:
        """Return the joint at its far end."""
        return self.start + self.along * self.length

    @property
    def aside(self) -> Vector:
        """Return the direction square to its length and its front."""
        return np.asarray(np.cross(self.along, self.front))

    def at(self, part: float) -> Vector:
        """Return the point `part` of the way along (0 to 1)."""
        return self.start + self.along * self.length * part


@dataclass(frozen=True, slots=True)
class Extremity:
    """A foot or a hand: its joint, where its toes or fingers point, and its upper face."""

    joint: Vector
    tips: Vector
    upper: Vector
    shape: HandShape = "flat"
    flex: float = 0.0
    """How far the toes are bent up at the ball of a foot, in degrees."""


@dataclass(frozen=True, slots=True)
class Leg:
    """Thigh, shin and foot of one side."""

    thigh: Segment
    shin: Segment
    foot: Extremity


@dataclass(frozen=True, slots=True)
class Arm:
    """Upper arm, forearm and hand of one side."""

    upper: Segment
    fore: Segment
    hand: Extremity


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A solved pose."""

    spine: Spine
    legs: Mapping[Side, Leg]
    arms: Mapping[Side, Arm] = field(default_factory=dict)
    trunk: float = 0.0
    """The angle of the trunk that was found or given, in degrees."""
    flat: float = 0.0
    """How far the floor presses the back level, 0 to 1."""
    head_tip: float = 0.0
    """How far the chin is tucked, degrees."""
    head_turn: float = 0.0
    """How far the face is turned, degrees."""

    @property
    def joints(self) -> dict[str, Vector]:
        """Return every joint and landmark by name."""
        return dict(self._joints())

    def _joints(self) -> Iterator[tuple[str, Vector]]:
        for name, s in (("pelvis", 0.0), ("waist", WAIST), ("chest", CHEST), ("neck", NECK_TO)):
            yield name, self.spine.at(s).origin
        head = self.spine.at(NECK_TO)
        yield "head", head.origin + head.along * 0.03
        for side, leg in self.legs.items():
            yield f"{side}-hip", leg.thigh.start
            yield f"{side}-knee", leg.thigh.end
            yield f"{side}-ankle", leg.shin.end
            yield (
                f"{side}-ball",
                leg.foot.joint + leg.foot.tips * BALL[0] - leg.foot.upper * BALL[1],
            )
            yield f"{side}-toes", leg.foot.joint + leg.foot.tips * 0.10
            yield f"{side}-heel", leg.foot.joint - leg.foot.tips * 0.03 - leg.foot.upper * 0.03
        for side, arm in self.arms.items():
            yield f"{side}-shoulder", arm.upper.start
            yield f"{side}-elbow", arm.upper.end
            yield f"{side}-wrist", arm.fore.end
            yield f"{side}-hand", arm.hand.joint + arm.hand.tips * 0.06

    @property
    def shoulders(self) -> Vector:
        """Return the point between the shoulder joints."""
        return self.spine.at(SHOULDERS).origin
