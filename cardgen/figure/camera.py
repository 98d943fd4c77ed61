"""The camera: an orthographic view of the figure."""

import math
from dataclasses import dataclass

import numpy as np

from cardgen.figure.ellipsoids import Chain, Ellipsoid
from cardgen.figure.pose import View
from cardgen.figure.vectors import Vector, vec

_ROUND = np.linspace(0, 2 * np.pi, 64, endpoint=False)
_CIRCLE = np.stack([np.cos(_ROUND), np.sin(_ROUND)])
_YAW = {"right": 0, "front": 90, "left": 180, "back": -90}


@dataclass(frozen=True, slots=True)
class Camera:
    """The ways right, up and toward the viewer."""

    right: Vector
    up: Vector
    toward: Vector

    def __call__(self, point: Vector) -> Vector:
        """Return where a point or a direction is in the picture."""
        return np.array([float(self.right @ point), float(self.up @ point)])

    def outline(self, e: Ellipsoid) -> Vector:
        """Return the outline of an ellipsoid, which is an ellipse, as 64 points."""
        flat = np.stack([self.right, self.up]) @ e.axes
        values, ways = np.linalg.eigh(flat @ flat.T)
        return np.asarray(
            ((ways * np.sqrt(np.maximum(values, 1e-10))) @ _CIRCLE).T + self(e.centre)
        )

    def nearness(self, chain: Chain, points: Vector) -> Vector:
        """Return how near the viewer a chain's surface is at points of the picture.

        Where no ellipsoid covers a point, it is as near as the closest ellipsoid's middle.
        """
        turn = np.stack([self.right, self.up, self.toward])
        best = np.full(len(points), -math.inf)
        spare, closest = np.zeros(len(points)), np.full(len(points), math.inf)
        for e in chain:
            shape = np.linalg.inv(turn @ e.axes @ e.axes.T @ turn.T)
            offset = points - self(e.centre)
            depth = float(self.toward @ e.centre)
            b = offset @ shape[:2, 2]
            inside = np.einsum("ni,ij,nj->n", offset, shape[:2, :2], offset)
            root = b**2 - shape[2, 2] * (inside - 1)
            hit = root >= 0
            best[hit] = np.maximum(best[hit], depth + (np.sqrt(root[hit]) - b[hit]) / shape[2, 2])
            nearer = inside < closest
            spare[nearer], closest[nearer] = depth, inside[nearer]
        return np.where(np.isinf(best), spare, best)


def camera(view: View) -> Camera:
    """Return the camera of a view."""
    turn = view.turn if view.from_ in ("right", "back") else -view.turn
    yaw, pitch = math.radians(_YAW[view.from_] + turn), math.radians(view.height)
    toward = vec(math.sin(yaw) * math.cos(pitch), math.sin(pitch), math.cos(yaw) * math.cos(pitch))
    right = vec(math.cos(yaw), 0, -math.sin(yaw))
    return Camera(right, np.asarray(np.cross(toward, right)), toward)
