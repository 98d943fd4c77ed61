"""Vectors of three numbers: x forward, y up, z to the person's right when facing forward.

Every picture is drawn again in a test, so a drawing must not depend on the processor. Sums,
products, quotients and square roots have the same last digit everywhere (IEEE 754); matrix
products (BLAS), sines, exponentials and powers have not. So the drawing has no `@` and no
`numpy.linalg`, takes `cos`, `sin` and `exp` from here, and writes powers as products.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vector = NDArray[np.float64]
UP: Vector = np.array([0.0, 1.0, 0.0])
_SURE = 12
"""Decimals of a sine that all processors agree on."""


def vec(*numbers: float) -> Vector:
    """Return the numbers as a vector."""
    return np.array(numbers, dtype=np.float64)


def cos(angle: ArrayLike) -> Vector:
    """Return the cosine of angles in radians, to the digits that all processors agree on."""
    return np.asarray(np.round(np.cos(angle), _SURE))


def sin(angle: ArrayLike) -> Vector:
    """Return the sine of angles in radians, to the digits that all processors agree on."""
    return np.asarray(np.round(np.sin(angle), _SURE))


def exp(power: ArrayLike) -> Vector:
    """Return e to a power, to the digits that all processors agree on."""
    return np.asarray(np.round(np.exp(power), _SURE))


def circle(angles: ArrayLike) -> Vector:
    """Return the points of the unit circle at angles in radians, a row each."""
    return np.stack([cos(angles), sin(angles)], -1)


def dot(a: Vector, b: Vector) -> float:
    """Return the inner product of two vectors."""
    return float((a * b).sum())


def dots(rows: Vector, v: Vector) -> Vector:
    """Return the inner product of each row with `v`."""
    return np.asarray((rows * v).sum(-1))


def length(v: Vector) -> float:
    """Return how long a vector is."""
    return math.sqrt(dot(v, v))


def lengths(rows: Vector) -> Vector:
    """Return how long each row is."""
    return np.asarray(np.sqrt((rows * rows).sum(-1)))


def walked(points: Vector) -> Vector:
    """Return how far along a polyline each of its points is."""
    return np.asarray(np.r_[0, np.cumsum(lengths(np.diff(points, axis=0)))])


def inverse(matrix: Vector) -> Vector:
    """Return the inverse of a matrix of three rows and columns: its adjugate by its determinant."""
    a, b, c = matrix.T
    rows: Vector = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)])
    return np.asarray(rows / dot(a, rows[0]))


def unit(v: Vector) -> Vector:
    """Return `v` at length 1; a vector of no length stays as it is."""
    long = length(v)
    return v / long if long > 1e-9 else v


def square_to(v: Vector, axis: Vector) -> Vector:
    """Return the part of `v` that is square to the unit vector `axis`, at length 1."""
    return unit(v - axis * dot(v, axis))


def rotated(v: Vector, axis: Vector, degrees: float) -> Vector:
    """Return `v` turned about `axis` by the right-hand rule (Rodrigues' formula)."""
    a, k = math.radians(degrees), unit(axis)
    return np.asarray(v * cos(a) + np.cross(k, v) * sin(a) + k * dot(k, v) * (1 - cos(a)))


def heading(degrees: float) -> Vector:
    """Return the direction in the plane seen from the side: 0 forward, 90 up, 180 back."""
    return np.append(circle(math.radians(degrees)), 0.0)


def angle_between(a: Vector, b: Vector) -> float:
    """Return the angle between two directions, in degrees."""
    return math.degrees(math.acos(min(max(dot(unit(a), unit(b)), -1), 1)))


def smooth_step(u: Vector) -> Vector:
    """Return 0 below 0, 1 above 1, and a smooth rise between."""
    t = np.clip(u, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def hermite(u: ArrayLike, ends: tuple[Vector, Vector], slopes: tuple[Vector, Vector]) -> Vector:
    """Return the cubic between two ends with given slopes there, at `u` from 0 to 1."""
    u = np.asarray(u)
    square, cube = u * u, u * u * u
    return np.asarray(
        (2 * cube - 3 * square + 1) * ends[0]
        + (cube - 2 * square + u) * slopes[0]
        + (3 * square - 2 * cube) * ends[1]
        + (cube - square) * slopes[1]
    )
