"""What the figure is on and against: mat, floor and wall."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from shapely.geometry import MultiPoint, Polygon

from cardgen.figure import pose as p
from cardgen.figure import walls
from cardgen.figure.body import Body
from cardgen.figure.camera import Camera
from cardgen.figure.extent import Extent
from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, joined, lines
from cardgen.figure.vectors import Vector, vec

_MAT_THICKNESS, _CORNER = 0.014, 0.006


def ground(
    pose: p.Pose, camera: Camera, parts: Mapping[str, Part], flesh: Body, reach: Extent
) -> Iterator[Item]:
    """Yield the ground, and the wall where there is one."""
    touch = pose.props.wall.touch if pose.props.wall else None
    if touch == "backdrop":
        yield from walls.backdrop(pose, camera, flesh, reach)
    if pose.ground == "mat":
        yield from _mat(
            camera, replace(reach, back=-walls.AT_WALL) if touch == "backdrop" else reach
        )
    face_on = touch == "hands" and walls.is_face_on(camera)
    is_cut = touch in ("ball", "back", "hands") and not face_on
    edge = walls.near_edge(pose, camera, parts, flesh) if is_cut else 0.0
    if is_cut:
        yield from walls.cut(pose, camera, edge, min(_level(parts), 0))
    if pose.ground == "floor":
        left, right = reach.left, reach.right
        if is_cut:
            left, right = (left, edge) if touch == "hands" else (edge, right)
        # Below the nearer foot too: seen from above, it stands lower in the picture.
        level = _level(parts)
        yield _rule(vec(left, level), vec(right, level))
    if face_on:
        yield from walls.ahead(pose, camera, reach)


def _level(parts: Mapping[str, Part]) -> float:
    """Return how high in the picture the floor is: below all that stands on it."""
    return float(min(part.outline.bounds[1] for part in parts.values())) - 0.001


def _rule(a: Vector, b: Vector) -> Stroke:
    return Stroke("line", "outline", np.array([a, b]), straight=True)


def _mat(camera: Camera, reach: Extent) -> Iterator[Item]:
    low = _edge(camera, reach, reach.back), _edge(camera, reach, reach.front)
    top_corners = np.array([low[0][0], low[0][1], low[1][1], low[1][0]])
    drop = np.array([0, _MAT_THICKNESS])
    whole = MultiPoint(np.vstack([top_corners, top_corners - drop])).convex_hull
    whole = whole.buffer(-_CORNER, 2).buffer(_CORNER, 2)
    yield Fill("mat-edge", whole, straight=True)
    top: Shape = Polygon(top_corners)
    if top.area > 1e-3:
        top = top.intersection(whole).buffer(-0.001)
        yield Fill("mat", top, straight=True)
    yield Stroke("mat-line", "far", np.array(whole.exterior.coords), straight=True)
    if top.area > 1e-3:
        for line in joined(lines(top.boundary.intersection(whole.buffer(-0.004)))):
            yield Stroke("mat-line", "fine", np.array(line.coords), straight=True)


def _edge(camera: Camera, reach: Extent, depth: float) -> tuple[Vector, Vector]:
    """Return the two ends of a long edge of the mat, which lies along x."""
    return camera(vec(reach.left, 0, depth)), camera(vec(reach.right, 0, depth))
