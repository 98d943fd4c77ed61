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
_AT_WALL = 0.083
"""How far behind the middle of one who lies at a wall it is: the back and the heel touch it."""
_LINE = 0.003
"""Half the breadth of a line, and a hair."""
# A few bricks of a wall that one lies at, at parts of its breadth and height.
_BRICK = 0.09
_COURSES = ((0.08, 0.30), (0.80, 0.62), (0.72, 0.16), (0.1, 0.84))
_FACE_ON, _AHEAD = 0.7, 0.25
"""How straight a wall is looked at, and how far ahead it is of one whose hands are on it."""
_BRICKS = ((0.24, 0.62), (0.86, 0.40))
_HANDS = ("left-hand", "right-hand")
_FEET = ("left-foot", "right-foot")


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
        yield from _backdrop(pose, camera, parts, reach)
    if pose.ground == "mat":
        yield from _mat(camera, reach, _AT_WALL if touch == "backdrop" else _MAT_HALF_DEPTH)
    elif pose.ground == "floor":
        left, right = reach
        if touch in ("ball", "back"):
            left = _wall_face(pose, parts)
        elif touch == "hands" and not _faces(camera):
            right = _wall_face(pose, parts)
        # Below the nearer foot too: seen from above, it stands lower in the picture.
        level = _level(parts)
        yield _rule(vec(left, level), vec(right, level))
    if touch == "hands" and _faces(camera):
        yield from _faced(pose, camera, reach)
    elif touch in ("ball", "back", "hands"):
        yield from _wall(pose, parts)


def _faces(camera: Camera) -> bool:
    """Return whether the viewer stands behind someone, and sees a wall ahead of them face on."""
    return bool(camera.toward[0] < -_FACE_ON)


def _faced(pose: p.Pose, camera: Camera, reach: Span) -> Iterator[Item]:
    """Yield a wall that the hands are on, seen face on, as broad as the floor."""
    wall = pose.props.wall
    if wall is None:
        return
    (left, right), foot = reach, float(camera(vec(_AHEAD, 0, 0))[1])
    yield Fill("wall", box(left, foot, right, foot + wall.height), straight=True)
    for x, y in _COURSES:
        for k in (0, 1):
            a = left + x * (right - left) + k * _BRICK / 2
            b = foot + y * wall.height + k * _BRICK / 2
            brick = box(a, b, a + _BRICK, b + _BRICK / 2)
            yield Stroke("mat-line", "fine", np.array(brick.exterior.coords), straight=True)
    yield Stroke("mat-line", "far", np.array([(left, foot), (right, foot)]), straight=True)


def _level(parts: Mapping[str, Part]) -> float:
    """Return how high in the picture the floor is: below all that stands on it."""
    return float(min(part.outline.bounds[1] for part in parts.values())) - 0.001


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
    foot = min(_level(parts), 0)
    yield Fill("wall", box(min(face, behind), foot, max(face, behind), wall.height), straight=True)
    yield _rule(vec(face, foot), vec(face, wall.height))


def _backdrop(
    pose: p.Pose, camera: Camera, parts: Mapping[str, Part], reach: Span
) -> Iterator[Item]:
    """Yield a wall along the mat, from the feet on: a heel on it touches the line where it ends.

    Its foot follows the mat; its top is level, as if the picture ended there.
    """
    wall = pose.props.wall
    if wall is None:
        return
    heel = min(parts[name].outline.bounds[0] for name in _FEET if name in parts)
    left = (heel - camera(vec(0, 0, -_AT_WALL))[0]) / camera.right[0]
    right = reach[1]

    def across(x: float, up: float, behind: float = _AT_WALL) -> Vector:
        return camera(vec(left + x * (right - left), up, -behind))

    near, far, end = across(0, 0), across(1, 0), across(0, 0, _AT_WALL + _WALL)
    top = near[1] + wall.height
    for role, a, b in (("wall", near, far), ("mat-edge", end, near)):
        yield Fill(role, Polygon([a, b, (b[0], top), (a[0], top)]), straight=True)
    for x, y in _BRICKS:
        for k in (0, 1):
            at = x + k * _BRICK / 2 / (right - left)
            beyond, low = at + _BRICK / (right - left), y * wall.height + k * _BRICK / 2
            high = low + _BRICK / 2
            brick = [across(at, low), across(beyond, low), across(beyond, high), across(at, high)]
            yield Stroke("mat-line", "fine", np.array([*brick, brick[0]]), straight=True)
    for line in ([end, near, far], [near, (near[0], top)], [end, (end[0], top)]):
        yield Stroke("mat-line", "far", np.array(line), straight=True)


def _mat(camera: Camera, reach: Span, behind: float) -> Iterator[Item]:
    """Yield a mat that reaches as far `behind` the middle as given."""
    low = _edge(camera, reach, -behind), _edge(camera, reach, _MAT_HALF_DEPTH)
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
