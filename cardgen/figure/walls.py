"""Walls: cut through beside the figure, or looked at behind it; bricks say that it is a wall."""

import math
from collections.abc import Callable, Iterator, Mapping

import numpy as np
from shapely.geometry import Polygon, box

from cardgen.figure import pose as p
from cardgen.figure.body import Body
from cardgen.figure.camera import Camera
from cardgen.figure.extent import Extent
from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.part import Part
from cardgen.figure.vectors import Vector, length, vec

AT_WALL = 0.083
"""How far behind the middle of one who lies at a wall it is: the back and the heel touch it."""
AHEAD = 0.25
"""How far ahead of one whose hands are on it a wall is that is seen face on."""
_THICK, _COURSE, _BRICK = 0.05, 0.055, 0.11
_PAST = 0.13
"""How far a wall behind one who lies goes on past the feet."""
_LINE = 0.003
"""Half the breadth of a line, and a hair."""
_FACE_ON = 0.7
"""How straight a wall is looked at to be seen face on."""
_EDGE_ON = 0.02
"""How little it is turned to the viewer for its surface to be a mere line."""
_NEAR, _LONG = 0.16, 0.38
"""Where its near edge is, to the right of the middle of one who touches it, and how far from there
it reaches."""
_FEET = ("left-foot", "right-foot")
_HANDS = ("left-hand", "right-hand")

Laid = Callable[[float, float], Vector]
"""Where a point of a wall is in the picture: so far along it, and so high."""


def is_face_on(camera: Camera) -> bool:
    """Return whether the viewer stands behind someone, and sees a wall ahead of them face on."""
    return bool(camera.toward[0] < -_FACE_ON)


def ahead(pose: p.Pose, camera: Camera, reach: Extent) -> Iterator[Item]:
    """Yield a wall that the hands are on, seen face on, as broad as the floor."""
    if pose.props.wall is None:
        return
    left, foot = reach.left, float(camera(vec(AHEAD, 0, 0))[1])

    def at(x: float, y: float) -> Vector:
        return vec(left + x, foot + y)

    yield from _bricked(at, reach.long, pose.props.wall.height)
    yield from _bricks(at, pose.props.wall.height)


def backdrop(pose: p.Pose, camera: Camera, flesh: Body, reach: Extent) -> Iterator[Item]:
    """Yield a wall along the mat, behind the person who lies on it, from beyond their heel on.

    It goes on past the heel, and its bricks are behind it: it is no wall at the feet.
    """
    if pose.props.wall is None:
        return
    left, high = _at_feet(camera, flesh) - _PAST, pose.props.wall.height
    long = reach.right - left

    def at(x: float, y: float) -> Vector:
        return camera(vec(left + x, 0, -AT_WALL)) + vec(0, y)

    yield from _bricked(at, long, high)
    yield from _bricks(at, high)


def _at_feet(camera: Camera, flesh: Body) -> float:
    """Return how far ahead the foot is, in the picture, on the wall behind."""
    feet = [e for name in _FEET if name in flesh for chain in flesh[name] for e in chain]
    edge = min(float(camera.outline(e)[:, 0].min()) for e in feet)
    return float((edge + camera.right[2] * AT_WALL) / camera.right[0])


def _bricked(at: Laid, long: float, high: float) -> Iterator[Item]:
    """Yield a wall with bricks at its far end, where they are in nobody's way."""
    corners = np.array([at(0, 0), at(long, 0), at(long, high), at(0, high)])
    yield Fill("wall", Polygon(corners), straight=True)
    yield from _bricks(lambda x, y: at(long - x, y), high)
    yield Stroke("mat-line", "far", np.vstack([corners, corners[:1]]), straight=True)


def _bricks(at: Laid, high: float) -> Iterator[Stroke]:
    """Yield the bricks at one end of a wall, course by course: one, then a half and one."""
    for k in range(math.ceil(high / _COURSE)):
        low, top = k * _COURSE, min((k + 1) * _COURSE, high)
        joints = (1.0,) if k % 2 else (0.5, 1.5)
        for x in joints:
            yield _joint(at(x * _BRICK, low), at(x * _BRICK, top))
        if k:
            yield _joint(at(0, low), at(1.5 * _BRICK, low))


def near_edge(pose: p.Pose, camera: Camera, parts: Mapping[str, Part], flesh: Body) -> float:
    """Return where in the picture the near edge of a wall is that is cut through."""
    near = 0 if _is_behind(pose) else _NEAR
    return float(camera(vec(_surface(pose, camera, parts, flesh), 0, near))[0])


def _is_behind(pose: p.Pose) -> bool:
    """Return whether the wall is behind a back.

    It is cut through at the middle of the body and stays a line however the view is turned, for a
    gap behind the back is to be white, and none where the back is flat.
    """
    return pose.props.wall is not None and pose.props.wall.touch == "back"


def _surface(pose: p.Pose, camera: Camera, parts: Mapping[str, Part], flesh: Body) -> float:
    """Return how far ahead the surface of a wall is that hands, a back or a ball touch."""
    touch = pose.props.wall.touch if pose.props.wall else None
    if touch == "hands":
        hands = [e for name in _HANDS if name in parts for chain in flesh[name] for e in chain]
        return max(float(e.centre[0]) + length(e.axes[0]) for e in hands) + _LINE
    turned = float(camera.right[0])
    if touch == "back":
        # No hair's breadth: what is flat on the wall has no white between.
        return float(parts["torso"].outline.bounds[0]) / turned
    left, _, right, _ = parts["ball"].outline.bounds
    return float((left + right) / 2 / turned - (right - left) / 2) - _LINE


def cut(pose: p.Pose, camera: Camera, edge: float, foot: float) -> Iterator[Item]:
    """Yield a wall that is cut through at its near `edge`, from `foot` up, and what shows of it."""
    wall = pose.props.wall
    if wall is None:
        return
    thick = _THICK if wall.touch == "hands" else -_THICK
    corners = np.array([vec(edge, foot), vec(edge, wall.height)])
    turned = float(camera.toward[0]) * (-1 if thick > 0 else 1) > _EDGE_ON
    if turned and not _is_behind(pose):
        yield from _receding(corners, camera(vec(0, 0, -_LONG)))
    left, right = sorted((edge, edge + thick))
    yield Fill("wall", box(left, foot, right, wall.height), straight=True)
    for k in range(1, math.ceil((wall.height - foot) / _COURSE)):
        y, x = foot + k * _COURSE, left + (right - left) * (0.35 if k % 2 else 0.7)
        yield _joint(vec(left, y), vec(right, y))
        yield _joint(vec(x, y), vec(x, min(y + _COURSE, wall.height)))
    yield Stroke("line", "outline", corners, straight=True)


def _receding(near: Vector, way: Vector) -> Iterator[Item]:
    """Yield the surface of a wall, from its near edge away from the viewer."""
    shape = np.vstack([near, near[::-1] + way, near[:1]])
    yield Fill("wall", Polygon(shape), straight=True)
    yield Stroke("mat-line", "far", shape, straight=True)


def _joint(a: Vector, b: Vector) -> Stroke:
    return Stroke("mat-line", "fine", np.array([a, b]), straight=True)
