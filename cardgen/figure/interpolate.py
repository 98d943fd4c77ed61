"""Smooth values between the rows of a table."""

import numpy as np

from cardgen.figure.tables import Table
from cardgen.figure.vectors import Vector, hermite


def widths(table: Table, at: float) -> tuple[float, float, float]:
    """Return the three half-widths of `table` at `at`, by a cubic Hermite spline."""
    rows = np.asarray(table, dtype=np.float64)
    x, y = rows[:, 0], rows[:, 1:]
    at = min(max(at, float(x[0])), float(x[-1]))
    i = min(int(np.searchsorted(x, at, side="right")) - 1, len(x) - 2)
    step = x[i + 1] - x[i]
    u = (at - x[i]) / step
    slopes = step * _slope(x, y, i), step * _slope(x, y, i + 1)
    found = hermite(u, (y[i], y[i + 1]), slopes)
    return float(found[0]), float(found[1]), float(found[2])


def _slope(x: Vector, y: Vector, i: int) -> Vector:
    before, after = max(i - 1, 0), min(i + 1, len(x) - 1)
    return np.asarray((y[after] - y[before]) / (x[after] - x[before]))
