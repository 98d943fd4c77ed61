"""Which part is drawn over which: the nearer surface, where two outlines overlap."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from shapely import contains_xy

from cardgen.figure.body import Body
from cardgen.figure.camera import Camera
from cardgen.figure.ellipsoids import Chain
from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape
from cardgen.figure.silhouette import kind
from cardgen.figure.vectors import Vector, vec

_GRID = 9
_ENOUGH = 2e-6
# Parts that grow out of one another keep an order of their own, since there is no gap between
# them that depth could tell: the first lies under the second.
_GROWN = {
    ("foot", "shin"), ("shin", "thigh"), ("forearm", "upper-arm"), ("forearm", "hand"),
    ("neck", "torso"), ("neck", "head"),
}  # fmt: skip

Pairs = Sequence[tuple[str, str]]


def order(
    camera: Camera, body: Body, parts: Mapping[str, Part], over: Pairs, *, frontal: bool
) -> list[str]:
    """Return the names of body parts from the farthest to the nearest.

    `over` holds pairs whose first is drawn over the second, whatever the depth says.
    """
    names = [name for name in body if name in parts and not parts[name].outline.is_empty]
    above: dict[str, dict[str, float]] = {name: {} for name in names}
    for a, b in combinations(names, 2):
        lead = _lead(camera, body, parts, a, b, frontal=frontal)
        if lead > 0:
            above[b][a] = lead
        elif lead < 0:
            above[a][b] = -lead
    for a, b in over:
        if a in above and b in above:
            above[b][a] = 1e9
            above[a].pop(b, None)
    return _sorted(above)


def _lead(
    camera: Camera, body: Body, parts: Mapping[str, Part], a: str, b: str, *, frontal: bool
) -> float:
    """Return by how much `a` is over `b`; 0 when they do not overlap."""
    common = parts[a].outline.intersection(parts[b].outline)
    if common.area < _ENOUGH:
        return 0
    if (rule := _grown(a, b, parts, frontal=frontal)) is not None:
        return rule * 100.0
    points = _samples(common)
    gap = _nearest(camera, body[a], points) - _nearest(camera, body[b], points)
    return float(gap.mean()) or 1e-9


def _grown(a: str, b: str, parts: Mapping[str, Part], *, frontal: bool) -> int | None:
    """Return 1 when `a` is over `b` by rule, -1 when it is under, None when depth decides."""
    kinds = kind(a), kind(b)
    same_side = a.partition("-")[0] == b.partition("-")[0] or "neck" in kinds
    if same_side and kinds in _GROWN:
        return -1
    if same_side and kinds[::-1] in _GROWN:
        return 1
    if set(kinds) in ({"torso", "thigh"}, {"torso", "upper-arm"}):
        limb = a if kinds[1] == "torso" else b
        limb_over = frontal or not parts[limb].far
        return 1 if (limb == a) == limb_over else -1
    return None


def _samples(shape: Shape) -> Vector:
    x0, y0, x1, y1 = shape.bounds
    steps = (np.arange(_GRID) + 0.5) / _GRID
    x, y = (m.ravel() for m in np.meshgrid(x0 + steps * (x1 - x0), y0 + steps * (y1 - y0)))
    inside = contains_xy(shape, x, y)
    if not inside.any():
        point = shape.representative_point()
        return vec(point.x, point.y).reshape(1, 2)
    return np.asarray(np.column_stack([x, y])[inside])


def _nearest(camera: Camera, chains: Sequence[Chain], points: Vector) -> Vector:
    return np.asarray(np.max([camera.nearness(chain, points) for chain in chains], axis=0))


def _sorted(above: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Sort so that each comes before those above it; a ring is broken where it is weakest."""
    left, found = list(above), []
    while left:
        burden = {n: sum(above[o].get(n, 0.0) for o in left if o != n) for n in left}
        lowest = min(left, key=lambda n: (burden[n], list(above).index(n)))
        found.append(lowest)
        left.remove(lowest)
    return found
