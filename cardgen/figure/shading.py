"""The stretched muscle, marked: a coloured area under thin hatching, so that it survives a copier.

The hatching is there in every theme; a theme's palette decides how strongly it shows.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, Polygon, box

from cardgen.figure.camera import Camera
from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.muscles import spot
from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, joined, lines, polygons, union
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.tables import CHEST
from cardgen.figure.vectors import Vector, length, vec

_INSET = 0.003
_STEP = 0.0145
_SLANT = 45
_SMALLEST, _SHORTEST = 1.5e-4, 0.008
_GAP_HEIGHT = 0.08
_GAP_TOP = 0.07
_GAP_EDGE = 0.003


def marked(
    camera: Camera,
    skeleton: Skeleton,
    parts: Mapping[str, Part],
    names: Sequence[str],
    muscles: Sequence[str],
) -> Iterator[Item]:
    """Yield the marks of `muscles`, where they are not hidden."""
    for muscle in muscles:
        where = spot(skeleton, muscle)
        own = [name for name in where.parts if name in names]
        if not own:
            continue
        over = [parts[n].outline for n in names[min(map(names.index, own)) :] if n not in own]
        region = union(parts[name].outline for name in own)
        shown = region.buffer(-_INSET).intersection(Polygon(camera.outline(where.flesh)))
        shown = shown.difference(union(shape.buffer(_INSET) for shape in over))
        yield from _patch(shown)


def back_gap(
    camera: Camera, skeleton: Skeleton, parts: Mapping[str, Part], names: Sequence[str]
) -> Iterator[Item]:
    """Yield the mark of the gap between the low back and the floor."""
    ends = sorted(float(camera(skeleton.spine.at(s).origin)[0]) for s in (-0.01, CHEST))
    floor = float(camera(vec(0, 0, 0))[1])
    under = box(ends[0], floor, ends[1], floor + _GAP_HEIGHT)
    figure = union(parts[name].outline.buffer(0.002) for name in names)
    # Without the thin ends, whose two edges would print as one thick line.
    open_ = under.difference(figure).buffer(-_GAP_EDGE).buffer(_GAP_EDGE)
    for piece in polygons(open_):
        if piece.bounds[1] < floor + 0.004 and piece.bounds[3] < floor + _GAP_TOP:
            # White within a dark line: a gap is no stretch, and shows on any mat and copier.
            yield Fill("paper", piece)
            yield Stroke("line", "detail", np.array(piece.exterior.coords))


def _patch(shape: Shape) -> Iterator[Item]:
    for piece in polygons(shape):
        if piece.area < _SMALLEST:
            continue
        yield Fill("hot", piece)
        for line in joined(lines(_hatching(piece))):
            if line.length < _SHORTEST:
                continue
            yield Stroke("hatch", "hatch", _ends(line), straight=True)


def _hatching(shape: Shape) -> Shape:
    x0, y0, x1, y1 = shape.bounds
    # Laid on a fixed grid, so that the hatching of two patches is in step.
    radius = length(vec(x1 - x0, y1 - y0))
    cx, cy = (round(c / _STEP) * _STEP for c in ((x0 + x1) / 2, (y0 + y1) / 2))
    count = int(radius / _STEP) + 1
    rules = [
        LineString([(cx - radius, cy + k * _STEP), (cx + radius, cy + k * _STEP)])
        for k in range(-count, count + 1)
    ]
    slanted = affinity.rotate(MultiLineString(rules), _SLANT, origin=(cx, cy))
    return slanted.intersection(shape.buffer(-0.001))


def _ends(line: Shape) -> Vector:
    first, last = line.coords[0], line.coords[-1]
    return vec(*first, *last).reshape(2, 2)
