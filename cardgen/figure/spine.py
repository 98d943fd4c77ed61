"""The spine: a curve from the seat to the skull, bent region by region."""

import math
from dataclasses import dataclass

import numpy as np

from cardgen.figure.pose import Spine as Bends
from cardgen.figure.tables import CERVICAL, LUMBAR, NECK_REST, NECK_TO, THORACIC, TORSO_FROM
from cardgen.figure.vectors import Vector, cos, heading, rotated, sin, smooth_step, unit

_POINTS = 80


@dataclass(frozen=True, slots=True)
class Frame:
    """A place on the spine: where it is, and which way is headward, frontward and right."""

    origin: Vector
    along: Vector
    front: Vector

    @property
    def right(self) -> Vector:
        """Return the direction of the person's right."""
        return np.asarray(np.cross(self.front, self.along))


@dataclass(frozen=True, slots=True)
class Spine:
    """The curve: at each distance above the hip joints, a point and two directions."""

    distance: Vector
    points: Vector
    along: Vector
    front: Vector

    def at(self, distance: float) -> Frame:
        """Return the frame `distance` above the hip joints."""
        return Frame(
            self._read(self.points, distance),
            unit(self._read(self.along, distance)),
            unit(self._read(self.front, distance)),
        )

    def _read(self, table: Vector, distance: float) -> Vector:
        return np.array([np.interp(distance, self.distance, table[:, k]) for k in range(3)])


def curve(root: Vector, trunk: float, roll: float, bends: Bends) -> Spine:
    """Return the spine of a trunk at `trunk` degrees, rolled about its length by `roll`.

    Bending turns the headward end toward the front; the hip joints' middle lies at `root`.
    """
    s = np.linspace(TORSO_FROM, NECK_TO + 0.012, _POINTS)
    turned = (
        bends.lumbar * _share(s, LUMBAR)
        + bends.thoracic * _share(s, THORACIC)
        + (bends.neck + NECK_REST) * _share(s, CERVICAL)
    )
    theta = math.radians(trunk) - np.radians(turned)
    lean = math.radians(bends.side) * smooth_step((s - 0.03) / 0.28)
    flat = cos(lean)
    along = np.stack([cos(theta) * flat, sin(theta) * flat, sin(lean)], 1)
    front = np.stack([sin(theta), -cos(theta), 0 * theta], 1)
    points = np.zeros((_POINTS, 3))
    points[1:] = np.cumsum((along[1:] + along[:-1]) / 2 * (s[1] - s[0]), axis=0)
    points -= [float(np.interp(0, s, points[:, k])) for k in range(3)]
    if roll:
        axis = heading(trunk)
        points, along, front = (
            np.array([rotated(row, axis, roll) for row in rows]) for rows in (points, along, front)
        )
    return Spine(s, points + root, along, front)


def _share(s: Vector, region: tuple[float, float]) -> Vector:
    return smooth_step((s - region[0]) / (region[1] - region[0]))
