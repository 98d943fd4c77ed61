"""How far the ground under a figure must reach, so that all that lies on it does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cardgen.figure import pose as p
from cardgen.figure.body import Body
from cardgen.figure.part import Part
from cardgen.figure.silhouette import kind

_MARGIN = 0.09
_HALF_DEPTH, _EDGE = 0.17, 0.05
"""How far a mat reaches to each side of the middle at least, and beyond the middle of a leg."""
_OVER_MAT = 0.12
"""How high above a mat the body still asks for one below it."""
_BESIDE = ("thigh", "shin", "foot")


@dataclass(frozen=True, slots=True)
class Extent:
    """A mat along x, from left to right, and along z, from its back to its front edge.

    Of a floor, left and right are places in the picture.
    """

    left: float
    right: float
    back: float = -_HALF_DEPTH
    front: float = _HALF_DEPTH

    @property
    def long(self) -> float:
        """Return how far it is from left to right."""
        return self.right - self.left


def extent(pose: p.Pose, flesh: Body, parts: Mapping[str, Part]) -> Extent:
    """Return the extent of a mat along the body, or of a floor across the picture."""
    if pose.ground != "mat":
        edges = [x for part in parts.values() for x in part.outline.bounds[::2]]
        return Extent(min(edges) - _MARGIN, max(edges) + _MARGIN)
    low = {
        name: [e.centre for chain in chains for e in chain if e.lowest < _OVER_MAT]
        for name, chains in flesh.items()
    }
    along = [float(at[0]) for found in low.values() for at in found]
    # Arms may hang over a mat's long edges; legs that do look as if they floated.
    aside = [float(at[2]) for name, found in low.items() if kind(name) in _BESIDE for at in found]
    return Extent(
        min(along) - _MARGIN,
        max(along) + _MARGIN,
        min([-_HALF_DEPTH, *(z - _EDGE for z in aside)]),
        max([_HALF_DEPTH, *(z + _EDGE for z in aside)]),
    )


def joined(extents: Iterable[Extent]) -> Extent:
    """Return the extent that holds all of them."""
    all_ = list(extents)
    return Extent(
        min(e.left for e in all_),
        max(e.right for e in all_),
        min(e.back for e in all_),
        max(e.front for e in all_),
    )
