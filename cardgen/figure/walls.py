"""Walls: cut through beside the figure, or looked at behind it; bricks say that it is a wall."""

import math
from collections.abc import Callable, Iterator, Mapping

import numpy as np
from shapely.geometry import Polygon, box

from cardgen.figure import pose as p
from cardgen.figure.camera import Camera
from cardgen.figure.extent import Extent
from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.part import Part
from cardgen.figure.shapes import union
from cardgen.figure.vectors import Vector, vec

AT_WALL = 0.083
"""How far behind the middle of one who lies at a wall it is: the back and the heel touch it."""
AHEAD = 0.25
"""How far ahead of one whose hands are on it a wall is that is seen face on."""
_THICK, _COURSE, _BRICK = 0.05, 0.055, 0.11
_LINE = 0.003
"""Half the breadth of a line, and a hair."""
_FACE_ON = 0.7
"""How straight a wall is looked at to be seen face on."""
_HANDS = ("left-hand", "right-hand")

Laid = Callable[[float, float], Vector]
"""Where a point of a wall is in the picture: so far along it, and so high."""


def is_faced(camera: Camera) -> bool:
    """Return whether the viewer stands behind someone, and sees a wall ahead of them face on."""
    return bool(camera.toward[0] < -_FACE_ON)


def faced(pose: p.Pose, camera: Camera, reach: Extent) -> Iterator[Item]:
    """Yield a wall that the hands are on, seen face on, as broad as the floor."""
    if pose.props.wall is None:
        return
    left, foot = reach.left, float(camera(vec(AHEAD, 0, 0))[1])

    def at(x: float, y: float) -> Vector:
        return vec(left + x, foot + y)

    yield from _face(at, reach.long, pose.props.wall.height)
    yield from _bricks(at, pose.props.wall.height)


def backdrop(pose: p.Pose, camera: Camera, reach: Extent) -> Iterator[Item]:
    """Yield a wall along the mat, behind the person who lies on it."""
    if pose.props.wall is None:
        return

    def at(x: float, y: float) -> Vector:
        return camera(vec(reach.left + x, 0, -AT_WALL)) + vec(0, y)

    yield from _face(at, reach.long, pose.props.wall.height)


def _face(at: Laid, long: float, high: float) -> Iterator[Item]:
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


def face(pose: p.Pose, parts: Mapping[str, Part]) -> float:
    """Return where a wall that is cut through begins, in the picture."""
    touch = pose.props.wall.touch if pose.props.wall else None
    if touch == "hands":
        shown = [parts[name].outline for name in _HANDS if name in parts]
        return float(union(shown).bounds[2]) + _LINE
    if touch == "back":
        # No hair's breadth: what is flat on the wall has no white between.
        return float(parts["torso"].outline.bounds[0])
    return float(parts["ball"].outline.bounds[0]) - _LINE


def cut(pose: p.Pose, parts: Mapping[str, Part], foot: float) -> Iterator[Item]:
    """Yield a wall that is cut through, from `foot` up."""
    wall = pose.props.wall
    if wall is None:
        return
    front = face(pose, parts)
    left, right = sorted((front, front + (_THICK if wall.touch == "hands" else -_THICK)))
    yield Fill("wall", box(left, foot, right, wall.height), straight=True)
    for k in range(1, math.ceil((wall.height - foot) / _COURSE)):
        y, x = foot + k * _COURSE, left + (right - left) * (0.35 if k % 2 else 0.7)
        yield _joint(vec(left, y), vec(right, y))
        yield _joint(vec(x, y), vec(x, min(y + _COURSE, wall.height)))
    corners = np.array([vec(front, foot), vec(front, wall.height)])
    yield Stroke("line", "outline", corners, straight=True)


def _joint(a: Vector, b: Vector) -> Stroke:
    return Stroke("mat-line", "fine", np.array([a, b]), straight=True)
