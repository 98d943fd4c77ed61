"""Silhouettes: ellipsoids projected, joined along their chain, united and smoothed."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import numpy as np
from shapely.geometry import MultiPoint, Point, Polygon

from cardgen.figure.body import Body
from cardgen.figure.camera import Camera
from cardgen.figure.ellipsoids import Chain
from cardgen.figure.joints import FILLETS, Fillet
from cardgen.figure.shapes import Shape, polygons, smoothed, union
from cardgen.figure.skeleton import Skeleton

_SIGMA = {
    "torso": 0.010,
    "neck": 0.004,
    "thigh": 0.006,
    "shin": 0.006,
    "foot": 0.0045,
    "upper-arm": 0.005,
    "forearm": 0.005,
    "hand": 0.0028,
}
_SPECK = 2e-6

Outlines = dict[str, Shape]
Fills = dict[str, tuple[tuple[str, Shape], ...]]


def kind(name: str) -> str:
    """Return a part's name without its side."""
    return name.removeprefix("left-").removeprefix("right-")


def silhouette(camera: Camera, chains: Iterable[Chain]) -> Shape:
    """Return the outline of chains, united."""
    hulls = []
    for chain in chains:
        rings = [camera.outline(e) for e in chain]
        if len(rings) == 1:
            hulls.append(Polygon(rings[0]))
        pairs = pairwise(rings)
        hulls += [MultiPoint(np.vstack(pair)).convex_hull for pair in pairs]
    return union(hulls).buffer(0)


def outlines(camera: Camera, body: Body) -> Outlines:
    """Return the smoothed outline of every part but the head."""
    return {
        name: smoothed(silhouette(camera, chains), _SIGMA[kind(name)])
        for name, chains in body.items()
        if name != "head"
    }


def filled(
    camera: Camera, skeleton: Skeleton, shapes: Mapping[str, Shape]
) -> tuple[Outlines, Fills]:
    """Round the inner corners between neighbours.

    A closing (grow, then shrink) fills the corner; the fill is kept near the joint only, and
    given to the limb, never to the trunk.
    """
    outlines, fills = dict(shapes), dict.fromkeys(shapes, ())
    found: Fills = dict(fills)
    for fillet in FILLETS:
        for side in ("left", "right") if "{side}" in fillet.limb else ("",):
            _fill(camera, skeleton, fillet.of(side), outlines, found)
    return outlines, found


def _fill(
    camera: Camera, skeleton: Skeleton, fillet: Fillet, outlines: Outlines, fills: Fills
) -> None:
    limb, other = fillet.limb, fillet.other
    if limb not in outlines or other not in outlines:
        return
    near = Point(camera(fillet.centre(skeleton))).buffer(fillet.reach, 32)
    both = union([outlines[limb], outlines[other]])
    closed = both.buffer(fillet.radius, 16).buffer(-fillet.radius, 16)
    for gap in polygons(closed.difference(both)):
        if gap.area < _SPECK or not near.intersects(gap.representative_point()):
            continue
        fills[limb] = (*fills.get(limb, ()), (other, gap.buffer(0.006)))
        seam = gap.buffer(0.003).intersection(closed.buffer(-0.0001))
        outlines[limb] = union([outlines[limb], seam]).buffer(0)
