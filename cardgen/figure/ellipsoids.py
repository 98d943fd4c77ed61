"""Ellipsoids and chains of them: the flesh of the figure."""

from dataclasses import dataclass

import numpy as np

from cardgen.figure.interpolate import widths
from cardgen.figure.skeleton import Segment
from cardgen.figure.tables import Table
from cardgen.figure.vectors import Vector, dots, inverse, length, lengths


@dataclass(frozen=True, slots=True)
class Ellipsoid:
    """A centre, and the three half-axes as the columns of a matrix."""

    centre: Vector
    axes: Vector

    @property
    def lowest(self) -> float:
        """Return the height of its lowest point."""
        return float(self.centre[1]) - length(self.axes[1])


Chain = tuple[Ellipsoid, ...]
"""Neighbours in a chain are joined by their hull."""


def ellipsoid(centre: Vector, *axes: Vector) -> Ellipsoid:
    """Return the ellipsoid with these half-axes."""
    return Ellipsoid(centre, np.column_stack(axes))


def limb(segment: Segment, table: Table, steps: int, ends: tuple[float, float]) -> Chain:
    """Return the flesh of a segment; `ends` is how round its two ends are, 1 for a ball."""
    chain = []
    for i, t in enumerate(np.linspace(0, 1, steps)):
        front, back, aside = widths(table, float(t))
        half = (front + back) / 2
        round_ = ends[0] if i == 0 else ends[1] if i == steps - 1 else 0.25
        chain.append(
            ellipsoid(
                segment.at(float(t)) + segment.front * (front - back) / 2,
                segment.front * half,
                segment.aside * aside,
                segment.along * half * round_,
            )
        )
    return tuple(chain)


def surface_gap(points: Vector, chain: Chain) -> float:
    """Return how far the nearest of `points` is outside of a chain's ellipsoids, about.

    Inside is negative. The distance is measured along the ray from an ellipsoid's middle.
    """
    gaps = []
    for e in chain:
        offset = points - e.centre
        own = np.stack([dots(offset, row) for row in inverse(e.axes)], 1)
        stretch = np.maximum(lengths(own), 1e-6)
        gaps.append(float((lengths(offset) * (1 - 1 / stretch)).min()))
    return min(gaps)
