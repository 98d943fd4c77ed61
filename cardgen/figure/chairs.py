"""Chairs and tables: their boards, where a hand holds a chair, and how they look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry import MultiPoint

from cardgen.figure import pose as p
from cardgen.figure.camera import Camera
from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, union
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.vectors import UP, Vector, cos, dot, dots, lengths, sin, vec

SEAT: float = 0.265
"""The height of a seat in statures: 45 cm for a person of 170 cm."""
_TOP, _BOARD = 0.52, 0.020
_DEPTH, _BREADTH = 0.125, 0.125
_RAIL = 0.085
_INSET = 0.004
_TABLE_TOP, _TABLE_DEPTH = 0.435, 0.13
"""A table of 74 cm; the depth is half of it."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Board:
    """A box of wood: how far it reaches forward, up and to the right of the chair's middle."""

    forward: Span
    up: Span
    right: Span


_Boards = tuple[Board, ...]


def _legs(forward: Span, top: float) -> tuple[Board, Board]:
    edge = _BREADTH - _INSET
    return (
        Board(forward, (0, top), (-edge, -edge + _BOARD)),
        Board(forward, (0, top), (edge - _BOARD, edge)),
    )


_BEHIND = (-_DEPTH, -_DEPTH + _BOARD)
_SEAT = Board((-_DEPTH, _DEPTH), (SEAT - _BOARD, SEAT), (-_BREADTH, _BREADTH))
_BACK = Board(_BEHIND, (_TOP - _RAIL, _TOP), (-_BREADTH, _BREADTH))
_FRONT_HALF = (*_legs((_DEPTH - _BOARD - _INSET, _DEPTH - _INSET), SEAT - _BOARD / 2), _SEAT)
_BACK_HALF = (*_legs(_BEHIND, _TOP - _BOARD / 2), _BACK)
_TABLE: _Boards = (
    *_legs((_TABLE_DEPTH - 2 * _BOARD, _TABLE_DEPTH - _BOARD), _TABLE_TOP - _BOARD / 2),
    *_legs((_BOARD - _TABLE_DEPTH, 2 * _BOARD - _TABLE_DEPTH), _TABLE_TOP - _BOARD / 2),
    Board((-_TABLE_DEPTH, _TABLE_DEPTH), (_TABLE_TOP - _BOARD, _TABLE_TOP), (-_BREADTH, _BREADTH)),
)


@dataclass(frozen=True, slots=True)
class Chair:
    """A chair in its place on the floor."""

    middle: Vector
    forward: Vector

    @property
    def right(self) -> Vector:
        """Return the way to the right of one who sits on it."""
        return np.asarray(np.cross(self.forward, UP))

    def corners(self, board: Board) -> Vector:
        """Return the eight corners of one of its boards."""
        return np.vstack(
            [
                self.middle + self.forward * f + UP * u + self.right * r
                for f in board.forward
                for u in board.up
                for r in board.right
            ]
        )

    def gap(self, points: Vector, board: Board) -> float:
        """Return how far the nearest of `points` is from a board; inside it is negative."""
        own = np.stack(
            [dots(points - self.middle, way) for way in (self.forward, UP, self.right)], 1
        )
        low, high = (vec(board.forward[k], board.up[k], board.right[k]) for k in (0, 1))
        beyond = np.maximum(low - own, own - high)
        outside = lengths(np.maximum(beyond, 0))
        return float(np.where(outside > 0, outside, beyond.max(1)).min())


def chairs(pose: p.Pose, skeleton: Skeleton) -> tuple[Chair, ...]:
    """Return the chairs of a pose, on the floor beside a solved trunk."""
    hips = skeleton.spine.at(0).origin
    return tuple(_placed(spec, hips) for spec in pose.props.chair)


def _placed(spec: p.Chair, hips: Vector) -> Chair:
    turn = np.radians(spec.turn)
    middle = vec(float(hips[0]) + spec.along, 0, float(hips[2]) + spec.aside)
    return Chair(middle, vec(float(cos(turn)), 0, -float(sin(turn))))


def held(name: str) -> Board:
    """Return the board that a hand `on chair-back` or `on chair-seat` lies on."""
    return _BACK if name == "chair-back" else _SEAT


def nearest(found: Sequence[Chair], point: Vector) -> Chair:
    """Return the chair that is nearest to a point."""
    return min(found, key=lambda c: dot(c.middle - point, c.middle - point))


def hold(found: Sequence[Chair], name: str, near: Vector) -> Vector:
    """Return where a hand whose shoulder is at `near` lies on the nearest chair.

    It lies on the board's upper face, straight ahead of the shoulder as far as the board goes.
    """
    board, chair = held(name), nearest(found, near)
    forward = sum(board.forward) / 2
    room = board.right[1] - 0.03
    right = float(np.clip(dot(near - chair.middle, chair.right), -room, room))
    return chair.middle + chair.forward * forward + UP * board.up[1] + chair.right * right


def drawn(chair: Chair, camera: Camera, name: str) -> Iterator[Part]:
    """Yield the two halves of a chair, the nearer first."""
    halves = [("back", _BACK_HALF), ("seat", _FRONT_HALF)]
    if dot(chair.forward, camera.toward) > 0:
        halves.reverse()
    for half, boards in halves:
        yield _joined(f"{name}-{half}", chair, boards, camera)


def table(pose: p.Pose, skeleton: Skeleton, camera: Camera) -> Iterator[Part]:
    """Yield the table of a pose, if it has one."""
    if pose.props.table:
        stand = p.Chair(along=pose.props.table.along)
        yield _joined("table", _placed(stand, skeleton.spine.at(0).origin), _TABLE, camera)


def _joined(name: str, chair: Chair, boards: _Boards, camera: Camera) -> Part:
    shape = union(_seen(chair, board, camera) for board in boards)
    return Part(name, shape, (("prop", shape),))


def _seen(chair: Chair, board: Board, camera: Camera) -> Shape:
    return MultiPoint([tuple(camera(corner)) for corner in chair.corners(board)]).convex_hull
