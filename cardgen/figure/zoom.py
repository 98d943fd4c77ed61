"""A zoom circle: a small place of the picture, shown again and larger beside it."""

from collections.abc import Iterator, Sequence

import numpy as np
from shapely import affinity
from shapely.geometry import LineString, Point

from cardgen.figure import pose as p
from cardgen.figure.camera import Camera
from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.shapes import Shape, joined, lines
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.vectors import Vector, vec

_SEGMENTS = 24


def lens(spec: p.Zoom, skeleton: Skeleton, camera: Camera) -> Shape:
    """Return the circle in which the place is shown larger."""
    middle = _seen(spec, skeleton, camera) + camera(vec(*spec.shift, 0))
    return Point(middle).buffer(spec.radius * spec.times, _SEGMENTS)


def zoomed(
    spec: p.Zoom, skeleton: Skeleton, camera: Camera, items: Sequence[Item]
) -> Iterator[Item]:
    """Yield a ring round the place, a line from it, and the circle with the place in it."""
    at = _seen(spec, skeleton, camera)
    ring, circle = Point(at).buffer(spec.radius, _SEGMENTS), lens(spec, skeleton, camera)
    way = LineString([at, (circle.centroid.x, circle.centroid.y)]).difference(ring)
    yield _line(ring.exterior, "fine")
    for line in lines(way.difference(circle)):
        yield Stroke("line", "fine", np.array(line.coords), straight=True)
    yield Fill("paper", circle)
    for item in items:
        yield from _larger(item, ring, at, circle, spec.times)
    yield _line(circle.exterior, "detail")


def _seen(spec: p.Zoom, skeleton: Skeleton, camera: Camera) -> Vector:
    return camera(skeleton.joints[spec.around] + vec(*spec.offset, 0))


def _line(ring: Shape, weight: str) -> Stroke:
    return Stroke("line", weight, np.array(ring.coords))


def _larger(item: Item, ring: Shape, at: Vector, circle: Shape, times: float) -> Iterator[Item]:
    shift = circle.centroid.x - at[0], circle.centroid.y - at[1]

    def large(shape: Shape) -> Shape:
        scaled = affinity.scale(shape, times, times, origin=tuple(at))
        return affinity.translate(scaled, *shift)

    if isinstance(item, Fill):
        inside = item.shape.intersection(ring)
        if not inside.is_empty:
            yield Fill(item.role, large(inside), item.straight)
        return
    for piece in joined(lines(LineString(item.points).intersection(ring))):
        yield Stroke(item.role, item.weight, np.array(large(piece).coords), item.straight)
