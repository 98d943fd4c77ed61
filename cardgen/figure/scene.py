"""A pose made ready to draw: parts with outlines and colours, in the order of drawing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cardgen.figure import pose as p
from cardgen.figure.body import Body, body
from cardgen.figure.camera import Camera, camera
from cardgen.figure.clothes import dress
from cardgen.figure.depth import order
from cardgen.figure.head import Hair, head
from cardgen.figure.lines import Meet
from cardgen.figure.meets import meets
from cardgen.figure.part import Mark, Part
from cardgen.figure.props import Prop, props
from cardgen.figure.shapes import Shape, union
from cardgen.figure.shoes import shoe
from cardgen.figure.silhouette import filled, kind, outlines
from cardgen.figure.skeleton import SIDES, Side, Skeleton, sign
from cardgen.figure.slivers import without_scraps, without_slivers
from cardgen.figure.solve import leg_of
from cardgen.figure.toes import toe_lines
from cardgen.figure.vectors import dot
from cardgen.figure.waist import below_waist

_FRONTAL = 0.7
"""How far the viewer is to the side of the body: below it, no limb is a far one, which is paler and
lies under the trunk."""
_TINTED = {"skin", "shirt", "trousers", "line"}


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn of a figure, from the farthest part to the nearest."""

    camera: Camera
    skeleton: Skeleton
    body: Body
    parts: Mapping[str, Part]
    names: tuple[str, ...]
    meets: Mapping[str, tuple[Meet, ...]]

    @property
    def figure(self) -> Shape:
        """Return the outline of the body and its props, united."""
        return union(self.parts[name].outline for name in self.names)


def scene(pose: p.Pose, skeleton: Skeleton, hair: Hair = "short") -> Scene:
    """Return the scene of a solved pose."""
    view, flesh = camera(pose.view), body(skeleton)
    frontal = abs(dot(skeleton.spine.at(0).right, view.toward)) < _FRONTAL
    parts = _parts(view, skeleton, flesh, hair, shod=pose.shoes, frontal=frontal)
    parts = {name: part for name, part in parts.items() if name not in pose.hide}
    things = list(props(pose, skeleton, view))
    deep = {thing.part.name: thing for thing in things if thing.chain}
    solid = {**flesh, **{name: (thing.chain,) for name, thing in deep.items()}}
    parts |= {name: thing.part for name, thing in deep.items()}
    shod = [(f"{side}-foot", f"{side}-shin") for side in SIDES if pose.shoes]
    over = (*pose.over, *_lying_on(pose, skeleton, view), *shod)
    names = order(view, solid, parts, over, frontal=frontal)
    meant = {upper for upper, _ in pose.over}
    parts = without_slivers(without_scraps(parts, names, meant), names)
    parts |= {thing.part.name: thing.part for thing in things}
    names = [name for name in _with_props(names, things) if not parts[name].outline.is_empty]
    touching = meets(view, skeleton, shod=pose.shoes, frontal=frontal)
    return Scene(view, skeleton, solid, parts, tuple(names), touching)


def _parts(
    view: Camera, skeleton: Skeleton, flesh: Body, hair: Hair, *, shod: bool, frontal: bool
) -> dict[str, Part]:
    face = head(skeleton, view, hair)
    shapes, fills = filled(view, skeleton, {**outlines(view, flesh), "head": face.outline})
    garments = dress(view, skeleton, flesh, {n: s for n, s in shapes.items() if n != "head"})
    found = {"head": replace(face, outline=shapes["head"])}
    for name, garment in garments.items():
        found[name] = Part(name, shapes[name], garment.areas, garment.hems, (), fills.get(name, ()))
    found |= below_waist(view, skeleton, flesh, found)
    if shod:
        feet = [shoe(view, leg.foot, f"{side}-foot") for side, leg in skeleton.legs.items()]
        found |= {foot.name: foot for foot in feet}
    for side in SIDES:
        near = dot(skeleton.spine.at(0).right, view.toward) * sign(side) > 0
        for name in [n for n in found if n.startswith(side)]:
            far = not near and not frontal
            found[name] = _seen(found[name], far=far)
            if not far and not shod and kind(name) == "foot":
                marks = tuple(Mark(s, "fine") for s in toe_lines(view, skeleton.legs[side].foot))
                found[name] = replace(found[name], marks=marks)
    return found


def _lying_on(pose: p.Pose, skeleton: Skeleton, view: Camera) -> Iterator[tuple[str, str]]:
    """Yield what lies over what where a foot rests on the front of the other thigh, seen so.

    They touch, and so lie too close for depth to tell.
    """
    for side in SIDES:
        foot = leg_of(pose, side).foot
        if foot is None or foot.place not in ("on left-thigh", "on right-thigh"):
            continue
        other: Side = "left" if side == "right" else "right"
        if dot(skeleton.legs[other].thigh.front, view.toward) > 0:
            for upper in ("shin", "foot"):
                for lower in ("thigh", "shin"):
                    yield f"{side}-{upper}", f"{other}-{lower}"


def _seen(part: Part, *, far: bool) -> Part:
    """Return the part in the paler colours of the far side, if it is there."""
    if not far:
        return part
    areas = tuple((f"{r}-far" if r in _TINTED else r, shape) for r, shape in part.areas)
    return replace(part, areas=areas, far=True)


def _with_props(names: list[str], things: list[Prop]) -> list[str]:
    found = list(names)
    for thing in things:
        if thing.chain:
            continue
        hands = [i for i, name in enumerate(found) if kind(name) == "hand"]
        found.insert(max(hands, default=len(found)) if thing.over else 0, thing.part.name)
        if thing.gripped and len(hands) == len(SIDES):
            # The farther hand closes round it too.
            found.insert(found.index(thing.part.name), found.pop(hands[0]))
    return found
