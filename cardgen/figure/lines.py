"""Hidden-line removal: what is left of each outline when nearer parts lie over it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, Point
from shapely.ops import unary_union

from cardgen.figure.ink import Fill, Item, Stroke
from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, joined, lines, smooth_line, union
from cardgen.figure.vectors import Vector

GAP = 0.006
"""The white gap that a near limb leaves in the lines behind it."""
_SHORTEST = 0.036
_SHORTEST_HEM = 0.008
_SHORTEST_SEAM = 0.02
_RIM = 0.006
"""How far within trousers a line is between two legs, not at their edge."""
_SOFT = 0.0022
_CLOSE = {"head", "neck", "ball", "band", "towel", "pillow"}


@dataclass(frozen=True, slots=True)
class Meet:
    """Where a part passes into a neighbour: no line divides them there."""

    other: str
    centre: Vector
    reach: float


Meets = Mapping[str, Sequence[Meet]]


def strokes(parts: Mapping[str, Part], names: Sequence[str], meets: Meets) -> Iterator[Item]:
    """Yield the visible hems and marks, and then the visible outlines, softened."""
    outlines: dict[bool, list[Shape]] = defaultdict(list)
    for i, name in enumerate(names):
        part, over = parts[name], [parts[n] for n in names[i + 1 :]]
        outlines[part.far] += lines(_outline(parts, names, i, meets.get(name, ())))
        yield from _hems(part, over)
        yield from _marks(part, over)
    dark = _dark(parts, names)
    for far in (True, False):
        role, weight = ("line-far", "far") if far else ("line", "outline")
        for line in joined(outlines[far]):
            if line.length > _SHORTEST:
                yield from _over_dark(role, weight, smooth_line(line, _SOFT), dark)


def _dark(parts: Mapping[str, Part], names: Sequence[str]) -> Shape:
    """Return where near trousers show, but for their rim."""
    shown: list[Shape] = []
    for name in names:
        part = parts[name]
        shown = [shape.difference(part.outline) for shape in shown]
        shown += [shape for role, shape in part.areas if role == "trousers"]
    return union(shown).buffer(1e-4).buffer(-_RIM)


def _over_dark(role: str, weight: str, points: Vector, dark: Shape) -> Iterator[Item]:
    """Yield a line; what of it lies within near trousers, between two legs, is a seam.

    A theme whose trousers are black has white seams; a speck of one would look like a hole.
    """
    line = LineString(points)
    for piece in joined(lines(line.difference(dark))):
        yield Stroke(role, weight, _points(piece))
    for piece in joined(lines(line.intersection(dark))):
        yield Stroke("seam" if piece.length > _SHORTEST_SEAM else role, weight, _points(piece))


def _outline(
    parts: Mapping[str, Part], names: Sequence[str], i: int, meets: Sequence[Meet]
) -> Shape:
    part = parts[names[i]]
    shown = part.outline.boundary
    neighbours = {meet.other for meet in meets}
    for name in names[i + 1 :]:
        close = name in neighbours or _CLOSE & {name, part.name}
        shown = shown.difference(parts[name].outline.buffer(0 if close else GAP))
    for meet in meets:
        # A near part keeps its outline against a far neighbour.
        if meet.other in parts and meet.other in names and parts[meet.other].far == part.far:
            shown = shown.difference(_skin(parts, names, i, meet))
    return shown


def _skin(parts: Mapping[str, Part], names: Sequence[str], i: int, meet: Meet) -> Shape:
    """Return where part `i` and its neighbour are one skin."""
    name = names[i]
    fills = [shape for other, shape in parts[name].fillets if other == meet.other]
    fills += [shape for other, shape in parts[meet.other].fillets if other == name]
    zone = union([Point(meet.centre).buffer(meet.reach), *fills])
    zone = zone.intersection(parts[meet.other].outline)
    # Parts that lie between the two leave the contour standing.
    between = names[names.index(meet.other) + 1 : i]
    return zone.difference(unary_union([parts[n].outline for n in between])) if between else zone


def _hems(part: Part, over: Sequence[Part]) -> Iterator[Item]:
    for hem in part.hems:
        shown = hem.intersection(part.outline)
        for other in over:
            shown = shown.difference(other.outline)
        for line in joined(lines(shown)):
            if line.length > _SHORTEST_HEM:
                yield Stroke("line-far" if part.far else "line", "detail", _points(line))


def _marks(part: Part, over: Sequence[Part]) -> Iterator[Item]:
    for mark in part.marks:
        shown = mark.shape
        for other in over:
            shown = shown.difference(other.outline)
        if shown.is_empty:
            continue
        if mark.shape.geom_type == "LineString":
            for line in joined(lines(shown)):
                yield Stroke("line", mark.weight, _points(line))
        else:
            yield Fill("line", shown)


def _points(line: Shape) -> Vector:
    return np.array(line.coords)
