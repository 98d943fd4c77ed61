"""What the figure is on and against: mat, floor and wall."""

from collections.abc import Iterator, Mapping

import numpy as np
from shapely.geometry import MultiPoint, Polygon, box

from cardgen.figure import pose as p
from cardgen.figure.body import Body
from cardgen.figure.camera import Camera
from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, joined, lines, union
from cardgen.figure.vectors import Vector, vec

Span = tuple[float, float]
"""How far the ground reaches: a mat along x, a floor in the picture."""

_MARGIN = 0.09
_MAT_HALF_DEPTH, _MAT_THICKNESS = 0.17, 0.014
_OVER_MAT = 0.12
"""How high above a mat the body still asks for one below it."""
_CORNER = 0.006
_WALL = 0.05
_LINE = 0.003
"""Half the breadth of a line, and a hair."""
# A wall seen face on: a skirting board, and a few bricks, at parts of its breadth and height.
_SKIRTING, _BRICK = 0.045, 0.09
_BRICKS = ((0.24, 0.80), (0.47, 0.58), (0.67, 0.78), (0.87, 0.48))
_HANDS = ("left-hand", "right-hand")


def span(pose: p.Pose, flesh: Body, parts: Mapping[str, Part]) -> Span:
    """Return how far the ground must reach: a mat along the body, a floor across the picture."""
    if pose.ground == "mat":
        all_ = [e for chains in flesh.values() for chain in chains for e in chain]
        edges = [float(e.centre[0]) for e in all_ if e.lowest < _OVER_MAT]
    else:
        edges = [x for part in parts.values() for x in part.outline.bounds[::2]]
    return min(edges) - _MARGIN, max(edges) + _MARGIN


def ground(pose: p.Pose, camera: Camera, parts: Mapping[str, Part], reach: Span) -> Iterator[Item]:
    """Yield the ground, and the wall where there is one."""
    touch = pose.props.wall.touch if pose.props.wall else None
    if touch == "backdrop":
        yield from _backdrop(pose, camera, reach)
    if pose.ground == "mat":
        yield from _mat(camera, reach)
    elif pose.ground == "floor":
        left, right = reach
        if touch in ("ball", "back"):
            left = _wall_face(pose, parts)
        elif touch == "hands":
            right = _wall_face(pose, parts)
        # Below the nearer foot too: seen from above, it stands lower in the picture.
        level = min(part.outline.bounds[1] for part in parts.values()) - 0.001
        yield _rule(vec(left, level), vec(right, level))
    if touch in ("ball", "back", "hands"):
        yield from _wall(pose, parts)


def _rule(a: Vector, b: Vector) -> Stroke:
    return Stroke("line", "outline", np.array([a, b]), straight=True)


def _wall_face(pose: p.Pose, parts: Mapping[str, Part]) -> float:
    touch = pose.props.wall.touch if pose.props.wall else None
    if touch == "hands":
        shown = [parts[name].outline for name in _HANDS if name in parts]
        return float(union(shown).bounds[2]) + _LINE
    if touch == "back":
        # No hair's breadth: what is flat on the wall has no white between.
        return float(parts["torso"].outline.bounds[0])
    return float(parts["ball"].outline.bounds[0]) - _LINE


def _wall(pose: p.Pose, parts: Mapping[str, Part]) -> Iterator[Item]:
    wall = pose.props.wall
    if wall is None:
        return
    face = _wall_face(pose, parts)
    behind = face + _WALL if wall.touch == "hands" else face - _WALL
    yield Fill("wall", box(min(face, behind), 0, max(face, behind), wall.height), straight=True)
    yield _rule(vec(face, -0.002), vec(face, wall.height))


def _backdrop(pose: p.Pose, camera: Camera, reach: Span) -> Iterator[Item]:
    wall = pose.props.wall
    if wall is None:
        return
    foot = camera(vec(0, 0, -_MAT_HALF_DEPTH))[1] + 0.002
    left, right = reach
    yield Fill("wall", box(left, foot, right, foot + wall.height), straight=True)
    for x, y in _BRICKS:
        a, b = left + x * (right - left), foot + y * wall.height
        for brick in (
            box(a, b, a + _BRICK, b + _BRICK / 2),
            box(a + _BRICK / 2, b + _BRICK / 2, a + 1.5 * _BRICK, b + _BRICK),
        ):
            yield Stroke("mat-line", "fine", np.array(brick.exterior.coords), straight=True)
    yield Fill("paper", box(left, foot, right, foot + _SKIRTING), straight=True)
    for level in (foot, foot + _SKIRTING):
        yield Stroke("mat-line", "far", np.array([(left, level), (right, level)]), straight=True)


def _mat(camera: Camera, reach: Span) -> Iterator[Item]:
    low = _edge(camera, reach, -_MAT_HALF_DEPTH), _edge(camera, reach, _MAT_HALF_DEPTH)
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


def _edge(camera: Camera, reach: Span, depth: float) -> tuple[Vector, Vector]:
    """Return the two ends of a long edge of the mat, which lies along x."""
    left, right = reach
    return camera(vec(left, 0, depth)), camera(vec(right, 0, depth))
