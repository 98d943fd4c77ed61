"""Pose to picture: solve, see, order, fill, mark, line, point. The whole way on one screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cardgen.figure.arrows import arrow
from cardgen.figure.extent import Extent, extent, joined
from cardgen.figure.ground import ground
from cardgen.figure.head import Hair
from cardgen.figure.ink import Fill, Item
from cardgen.figure.lines import strokes
from cardgen.figure.read import PoseFile
from cardgen.figure.scene import Scene, scene
from cardgen.figure.shading import back_gap, marked
from cardgen.figure.shapes import Shape, polygons, union
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.solve import solve
from cardgen.figure.svg import bounds, document, joint_box
from cardgen.figure.words import mirrored_words
from cardgen.figure.zoom import lens, zoomed

_HALO = 0.006
"""The white round an arrow."""
_SPECK = 1e-5
"""The area of which no less is seen."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A pose, solved and seen."""

    file: PoseFile
    scene: Scene
    arrows: tuple[Shape, ...]
    lens: Shape | None = None
    """The circle that shows a place larger."""

    @property
    def extent(self) -> Extent:
        """Return how far the ground must reach."""
        shown = {name: self.scene.parts[name] for name in self.scene.names}
        return extent(self.file.pose, self.scene.body, shown)


def skeleton(file: PoseFile) -> Skeleton:
    """Return the solved skeleton of a pose file."""
    return solve(file.pose, skeleton(file.parent) if file.parent else None)


def figure(file: PoseFile, hair: Hair = "short") -> Figure:
    """Return the figure of a pose file."""
    seen = scene(file.pose, skeleton(file), hair)
    zoom = file.pose.zoom
    circle = lens(zoom, seen.skeleton, seen.camera) if zoom else None
    keep_off = union([seen.figure, circle]) if circle else seen.figure
    arrows = tuple(arrow(spec, seen.skeleton, seen.camera, keep_off) for spec in file.pose.arrow)
    return Figure(file, seen, arrows, circle)


def draw(figures: Sequence[Figure], *, mirror: bool = False) -> list[str]:
    """Return the SVG of each frame of one movement, all in one scale.

    Frames share one size and one ground, but for those that their pose crops to themselves.
    """
    if len(figures) > 1 and any(f.file.pose.crop for f in figures):
        shared = [f for f in figures if not f.file.pose.crop]
        together = iter(draw(shared, mirror=mirror)) if shared else iter(())
        return [
            draw([f], mirror=mirror)[0] if f.file.pose.crop else next(together) for f in figures
        ]
    reach = joined(f.extent for f in figures)
    inks = [list(items(f, reach)) for f in figures]
    box = joint_box([bounds(ink) for ink in inks])
    return [
        document(
            ink,
            box,
            mirrored_words(f.file.pose.title, mirror=mirror),
            mirrored_words(f.file.pose.description, mirror=mirror),
            mirror=mirror,
        )
        for f, ink in zip(figures, inks, strict=True)
    ]


def items(f: Figure, reach: Extent) -> Iterator[Item]:
    """Yield all that is drawn, from the back to the front."""
    shown = _seen(list(_body(f, reach)))
    yield from shown
    if f.file.pose.zoom:
        yield from zoomed(f.file.pose.zoom, f.scene.skeleton, f.scene.camera, shown)
    for shape in f.arrows:
        yield Fill("paper", shape.buffer(_HALO))
        yield Fill("arrow", shape)


def _seen(drawn: Sequence[Item]) -> list[Item]:
    """Return what is drawn, without the areas that later ones hide: they would only weigh."""
    found: list[Item] = []
    over: Shape = union([])
    for item in reversed(drawn):
        if isinstance(item, Fill):
            shown = [p for p in polygons(item.shape) if p.difference(over).area > _SPECK]
            over = over.union(item.shape)
            if not shown:
                continue
            item = replace(item, shape=union(shown))  # noqa: PLW2901 - less of the same
        found.append(item)
    return found[::-1]


def _body(f: Figure, reach: Extent) -> Iterator[Item]:
    pose, seen = f.file.pose, f.scene
    yield from ground(pose, seen.camera, seen.parts, seen.body, reach)
    for name in seen.names:
        for role, shape in seen.parts[name].areas:
            if not shape.is_empty:
                yield Fill(role, shape)
    if pose.gap:
        yield from back_gap(seen.camera, seen.skeleton, seen.parts, seen.names)
    yield from marked(seen.camera, seen.skeleton, seen.parts, seen.names, pose.stretch)
    yield from strokes(seen.parts, seen.names, seen.meets)
