"""Vectors of three numbers: x forward, y up, z to the person's right when facing forward."""

import math

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
UP: Vector = np.array([0.0, 1.0, 0.0])


def vec(*numbers: float) -> Vector:
    """Return the numbers as a vector."""
    return np.array(numbers, dtype=np.float64)


def unit(v: Vector) -> Vector:
    """Return `v` at length 1; a vector of no length stays as it is."""
    length = float(np.linalg.norm(v))
    return v / length if length > 1e-9 else v


def square_to(v: Vector, axis: Vector) -> Vector:
    """Return the part of `v` that is square to the unit vector `axis`, at length 1."""
    return unit(v - axis * float(v @ axis))


def rotated(v: Vector, axis: Vector, degrees: float) -> Vector:
    """Return `v` turned about `axis` by the right-hand rule (Rodrigues' formula)."""
    a, k = math.radians(degrees), unit(axis)
    return v * math.cos(a) + np.cross(k, v) * math.sin(a) + k * float(k @ v) * (1 - math.cos(a))


def heading(degrees: float) -> Vector:
    """Return the direction in the plane seen from the side: 0 forward, 90 up, 180 back."""
    a = math.radians(degrees)
    return vec(math.cos(a), math.sin(a), 0)


def angle_between(a: Vector, b: Vector) -> float:
    """Return the angle between two directions, in degrees."""
    return math.degrees(math.acos(float(np.clip(unit(a) @ unit(b), -1, 1))))


def smooth_step(u: Vector) -> Vector:
    """Return 0 below 0, 1 above 1, and a smooth rise between."""
    t = np.clip(u, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))
