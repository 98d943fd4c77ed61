"""Inverse kinematics of two bones: where the middle joint must be."""

import math

from cardgen.figure.vectors import Vector, length, square_to, unit

_SLACK = 1e-5


def middle_joint(
    start: Vector, target: Vector, upper: float, lower: float, toward: Vector
) -> tuple[Vector, Vector]:
    """Return the middle and the end joint of two bones that reach for `target`.

    The middle joint bends in the direction `toward`. Out of reach, the limb points at the target
    and keeps its lengths.
    """
    gap = target - start
    reach = length(gap)
    reach = min(max(reach, abs(upper - lower) + _SLACK), upper + lower - _SLACK)
    axis = unit(gap)
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    aside = math.sqrt(max(upper**2 - along**2, 0))
    return start + axis * along + square_to(toward, axis) * aside, start + axis * reach
