"""The head: curves laid along the ways to the crown and to the face."""

from typing import Literal

import numpy as np
from shapely.geometry import LineString, Point, Polygon

from cardgen.figure import faces
from cardgen.figure.body import head_frame
from cardgen.figure.camera import Camera
from cardgen.figure.part import Mark, Part
from cardgen.figure.shapes import Shape, curve_through, union
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.tables import HEAD_HEIGHT
from cardgen.figure.vectors import Vector, dot, length, unit

Hair = Literal["short", "bun", "none"]
_IN_PROFILE, _BOTH_EARS = 0.55, 0.9
_UNDER = -0.7
"""How far down the way to an ear points when the head lies on it: then it does not show."""


class _Sketch:
    """Lays curves of unit head height into the picture."""

    def __init__(self, origin: Vector, across: Vector, crown: Vector) -> None:
        self.origin, self.across, self.crown = origin, across, crown

    def points(self, curve: faces.Curve, *, closed: bool = True) -> Vector:
        dense = curve_through(curve, closed=closed)
        offset = np.outer(dense[:, 0], self.across) + np.outer(dense[:, 1], self.crown)
        return np.asarray(self.origin + HEAD_HEIGHT * offset)

    def area(self, curve: faces.Curve) -> Shape:
        return Polygon(self.points(curve)).buffer(0)

    def line(self, curve: faces.Curve, weight: str) -> Mark:
        return Mark(LineString(self.points(curve, closed=False)), weight)

    def knot(self, bun: tuple[float, float, float]) -> Shape:
        place = self.origin + HEAD_HEIGHT * (bun[0] * self.across + bun[1] * self.crown)
        return Point(place).buffer(bun[2] * HEAD_HEIGHT, 32)


def head(skeleton: Skeleton, camera: Camera, hair: Hair) -> Part:
    """Return the head in profile, from the front or from behind, whichever is nearest.

    The curves keep their shape at any angle, as a head's outline nearly does: foreshortening a
    flat profile would squeeze it.
    """
    frame = head_frame(skeleton)
    facing = camera(frame.front)
    origin = camera(frame.origin)
    crown = unit(camera(frame.along))
    # From the feet or from above, with both ears in sight, a face that looks up is no profile.
    if length(facing) > _IN_PROFILE and length(camera(frame.right)) < _BOTH_EARS:
        if length(camera(frame.along)) < length(facing):
            across = unit(facing)
            crown = _quarter(across, crown)
        else:
            across = _quarter(crown, facing)
        return _profile(_Sketch(origin, across, crown), hair)
    sketch = _Sketch(origin, _quarter(crown, camera(-frame.right)), crown)
    if dot(frame.front, camera.toward) > 0:
        return _front(sketch, hair)
    return _behind(sketch, hair)


def _quarter(axis: Vector, like: Vector) -> Vector:
    """Return the direction square to `axis` on the side of `like`."""
    square = np.array([-axis[1], axis[0]])
    return square if dot(square, like) >= 0 else -square


def _profile(s: _Sketch, style: Hair) -> Part:
    face, ear = s.area(faces.PROFILE), s.area(faces.EAR)
    areas = [("skin", face)]
    if style != "none":
        areas.append(("hair", _hair(s, faces.HAIR, faces.BUN, style)))
    areas.append(("skin", ear))
    marks = (
        Mark(LineString(s.points(faces.EAR)[:-14]), "fine"),
        s.line(faces.EAR_FOLD, "fine"),
        s.line(faces.BROW, "detail"),
        s.line(faces.MOUTH, "fine"),
        Mark(s.area(faces.EYE), "detail"),
    )
    return Part("head", union(shape for _, shape in areas).buffer(0), tuple(areas), (), marks)


def _front(s: _Sketch, style: Hair) -> Part:
    skin = _front_skin(s)
    areas = [("skin", skin)]
    if style != "none":
        areas.append(("hair", _hair(s, faces.FRONT_HAIR, faces.FRONT_BUN, style)))
    marks = [s.line(faces.FRONT_NOSE, "fine"), s.line(faces.FRONT_MOUTH, "detail")]
    for sign in (1, -1):
        marks.append(Mark(s.area(_mirrored(faces.FRONT_EYE, sign)), "detail"))
        marks.append(s.line(_mirrored(faces.FRONT_BROW, sign), "detail"))
    return Part("head", union(shape for _, shape in areas), tuple(areas), (), tuple(marks))


def _behind(s: _Sketch, style: Hair) -> Part:
    outline = _front_skin(s)
    if style != "none":
        outline = union([outline, _hair(s, faces.FRONT_HAIR, faces.FRONT_BUN, style)])
    role = "skin" if style == "none" else "hair"
    return Part("head", outline, ((role, outline),))


def _front_skin(s: _Sketch) -> Shape:
    whole = (*faces.FRONT_FACE, *((-x, y) for x, y in reversed(faces.FRONT_FACE[1:-1])))
    shown = (k for k in (1, -1) if s.across[1] * k > _UNDER)
    return union([s.area(whole), *(s.area(_mirrored(faces.FRONT_EAR, k)) for k in shown)])


def _hair(s: _Sketch, curve: faces.Curve, bun: tuple[float, float, float], style: Hair) -> Shape:
    return union([s.area(curve), s.knot(bun)]) if style == "bun" else s.area(curve)


def _mirrored(curve: faces.Curve, sign: int) -> faces.Curve:
    return tuple((x * sign, y) for x, y in curve)
