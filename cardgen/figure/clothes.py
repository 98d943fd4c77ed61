"""Clothing: T-shirt, trousers and bare skin, divided at their hems."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, Point
from shapely.ops import split

from cardgen.figure.body import TORSO_STEPS, Body, torso_widths
from cardgen.figure.camera import Camera
from cardgen.figure.ellipsoids import Chain
from cardgen.figure.interpolate import widths
from cardgen.figure.shapes import Shape, polygons
from cardgen.figure.silhouette import silhouette
from cardgen.figure.skeleton import Segment, Side, Skeleton
from cardgen.figure.tables import (
    COLLAR,
    CUFF,
    SHIN,
    SLEEVE_END,
    TORSO_FROM,
    TORSO_TO,
    UPPER_ARM,
    WAISTBAND,
    Table,
)
from cardgen.figure.vectors import Vector, circle, dot, dots, unit

_RING = 120
_OVERSHOOT = 0.03

Areas = tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class Dress:
    """A part's colours and the hems between them."""

    areas: Areas
    hems: tuple[Shape, ...] = ()


def dress(
    camera: Camera, skeleton: Skeleton, body: Body, outlines: Mapping[str, Shape]
) -> dict[str, Dress]:
    """Return what every part but the head wears."""
    found = {name: Dress((("skin", shape),)) for name, shape in outlines.items()}
    found["torso"] = _trunk(camera, skeleton, body["torso"][0], outlines["torso"])
    for side in skeleton.legs:
        thigh, shin = f"{side}-thigh", f"{side}-shin"
        found[thigh] = Dress((("trousers", outlines[thigh]),))
        found[shin] = _cuffed(camera, body[shin][0], outlines[shin], *_cuff(skeleton, side))
    for side in skeleton.arms:
        upper = f"{side}-upper-arm"
        found[upper] = _cuffed(camera, body[upper][0], outlines[upper], *_sleeve(skeleton, side))
    return found


def _cuff(skeleton: Skeleton, side: Side) -> tuple[Segment, Table, float, tuple[str, str]]:
    return skeleton.legs[side].shin, SHIN, CUFF, ("trousers", "skin")


def _sleeve(skeleton: Skeleton, side: Side) -> tuple[Segment, Table, float, tuple[str, str]]:
    return skeleton.arms[side].upper, UPPER_ARM, SLEEVE_END, ("shirt", "skin")


def _cuffed(
    camera: Camera,
    chain: Chain,
    outline: Shape,
    segment: Segment,
    table: Table,
    at: float,
    roles: tuple[str, str],
) -> Dress:
    front, back, aside = widths(table, at)
    centre = segment.at(at) + segment.front * (front - back) / 2
    ring = _near_half(
        camera, centre, segment.front * (front + back) / 2, segment.aside * aside, 1.3
    )
    k = round(at * (len(chain) - 1))
    before, after = silhouette(camera, [chain[: k + 1]]), silhouette(camera, [chain[k:]])
    hems = _blades(ring)
    pieces = _cut(outline, hems)
    areas = tuple((roles[_likest(piece, (before, after))], piece) for piece in pieces)
    return Dress(areas, hems)


def _trunk(camera: Camera, skeleton: Skeleton, chain: Chain, outline: Shape) -> Dress:
    waist = _ring(camera, skeleton, WAISTBAND, 0.0, 1.12)
    collar = _ring(camera, skeleton, COLLAR, 0.016, 1.1)
    hem = _step(WAISTBAND)
    below, above = silhouette(camera, [chain[: hem + 1]]), silhouette(camera, [chain[hem:]])
    # A point that is known to be in a garment outranks the likeness of outlines, which fails
    # where the trunk is folded up.
    probes = {
        role: [Point(camera(skeleton.spine.at(s).origin)) for s in at]
        for role, at in (("shirt", (0.2, 0.27)), ("skin", (0.338,)), ("trousers", (-0.02,)))
    }
    areas = []
    hems = _blades(waist, collar)
    for piece in _cut(outline, hems):
        hit = [role for role, points in probes.items() if any(map(piece.intersects, points))]
        like = ("trousers", "shirt")[_likest(piece, (below, above))]
        areas.append((hit[0] if hit else like, piece))
    return Dress(tuple(areas), hems)


def _step(s: float) -> int:
    return round((s - TORSO_FROM) / (TORSO_TO - TORSO_FROM) * (TORSO_STEPS - 1))


def _ring(camera: Camera, skeleton: Skeleton, s: float, drop: float, scale: float) -> Vector | None:
    """Return a hem round the trunk; `drop` lowers its front, as a collar hangs."""
    at = skeleton.spine.at(s)
    front, back, aside = torso_widths(skeleton, s)
    centre = at.origin + at.front * (front - back) / 2
    depth = at.front * (front + back) / 2 - at.along * drop
    return _near_half(camera, centre, depth, at.right * aside, scale)


def _near_half(camera: Camera, centre: Vector, a: Vector, b: Vector, scale: float) -> Vector | None:
    """Return the part of an ellipse round a limb that faces the viewer."""
    t = np.linspace(0, 2 * math.pi, _RING, endpoint=False)
    ring = circle(t)
    normal = np.outer(ring[:, 0], a / dot(a, a)) + np.outer(ring[:, 1], b / dot(b, b))
    seen = dots(normal, camera.toward) >= -1e-9
    if seen.all() or not seen.any():
        return None
    first = next(k for k in range(_RING) if seen[k] and not seen[k - 1])
    run = [(first + k) % _RING for k in range(int(seen.sum()))]
    points = [camera(centre + scale * (ring[k, 0] * a + ring[k, 1] * b)) for k in run]
    return np.array(points) if len(points) > 1 else None


def _cut(outline: Shape, blades: Sequence[Shape]) -> list[Shape]:
    pieces = [outline]
    for blade in blades:
        pieces = [q for p in pieces for whole in polygons(p) for q in polygons(split(whole, blade))]
    return [q for piece in pieces for q in polygons(piece)]


def _blades(*rings: Vector | None) -> tuple[Shape, ...]:
    """Return hems as lines that run on past their ends, through to the outline."""
    return tuple(
        LineString(
            [
                ring[0] + unit(ring[0] - ring[-1]) * _OVERSHOOT,
                *ring,
                ring[-1] + unit(ring[-1] - ring[0]) * _OVERSHOOT,
            ]
        )
        for ring in rings
        if ring is not None
    )


def _likest(piece: Shape, shapes: Sequence[Shape]) -> int:
    return max(
        range(len(shapes)),
        key=lambda i: (shapes[i].intersection(piece).area, -shapes[i].distance(piece)),
    )
