"""The camera: an orthographic view of the figure."""

import math
from dataclasses import dataclass

import numpy as np

from cardgen.figure.ellipsoids import Chain, Ellipsoid
from cardgen.figure.pose import View
from cardgen.figure.vectors import Vector, circle, dot, dots, inverse, vec

_ROUND = np.linspace(0, 2 * np.pi, 64, endpoint=False)
_CIRCLE = circle(_ROUND)
# The breadth, squared, of what is seen edge on; and decimals that all processors agree on.
_EDGE, _DECIMALS = 1e-10, 9
_YAW = {"right": 0, "front": 90, "left": 180, "back": -90}


@dataclass(frozen=True, slots=True)
class Camera:
    """The ways right, up and toward the viewer."""

    right: Vector
    up: Vector
    toward: Vector

    def __call__(self, point: Vector) -> Vector:
        """Return where a point or a direction is in the picture."""
        return vec(dot(self.right, point), dot(self.up, point))

    def outline(self, e: Ellipsoid) -> Vector:
        """Return the outline of an ellipsoid, which is an ellipse, as 64 points."""
        x, y = dots(e.axes.T, self.right), dots(e.axes.T, self.up)
        # The outline is the unit circle under any square root of the projected shape; this one
        # is Cholesky's. Seen edge on, an ellipse keeps a breadth, or it would be no area.
        wide = math.sqrt(dot(x, x) + _EDGE)
        lean = dot(x, y) / wide
        high = math.sqrt(max(dot(y, y) - lean * lean, _EDGE))
        ring = np.stack([_CIRCLE[:, 0] * wide, _CIRCLE[:, 0] * lean + _CIRCLE[:, 1] * high], 1)
        return np.asarray(np.round(ring + self(e.centre), _DECIMALS))

    def nearness(self, chain: Chain, points: Vector) -> Vector:
        """Return how near the viewer a chain's surface is at points of the picture.

        Where no ellipsoid covers a point, it is as near as the closest ellipsoid's middle.
        """
        best = np.full(len(points), -math.inf)
        spare, closest = np.zeros(len(points)), np.full(len(points), math.inf)
        for e in chain:
            # In the ellipsoid's own measure its surface is at 1 from its middle.
            into = inverse(e.axes)
            x, y, z = (dots(into, way) for way in (self.right, self.up, self.toward))
            offset = points - self(e.centre)
            flat = offset[:, :1] * x + offset[:, 1:] * y
            depth, steep = dot(self.toward, e.centre), dot(z, z)
            b, inside = dots(flat, z), dots(flat, flat)
            root = b * b - steep * (inside - 1)
            hit = root >= 0
            best[hit] = np.maximum(best[hit], depth + (np.sqrt(root[hit]) - b[hit]) / steep)
            nearer = inside < closest
            spare[nearer], closest[nearer] = depth, inside[nearer]
        return np.where(np.isinf(best), spare, best)


def camera(view: View) -> Camera:
    """Return the camera of a view."""
    turn = view.turn if view.from_ in ("right", "back") else -view.turn
    yaw, pitch = math.radians(_YAW[view.from_] + turn), math.radians(view.height)
    (cos_yaw, sin_yaw), (cos_pitch, sin_pitch) = circle(yaw), circle(pitch)
    toward = vec(sin_yaw * cos_pitch, sin_pitch, cos_yaw * cos_pitch)
    right = vec(cos_yaw, 0, -sin_yaw)
    return Camera(right, np.asarray(np.cross(toward, right)), toward)
