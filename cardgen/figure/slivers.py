"""Slivers: a far limb that a near one hides but for a thin edge would look like a shadow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, polygons, union

_THIN = 0.011
_SPECK = 2e-5


def without_slivers(parts: Mapping[str, Part], names: Sequence[str]) -> dict[str, Part]:
    """Return the parts, with far ones cut back to what shows wider than a sliver."""
    found = dict(parts)
    for i, name in enumerate(names):
        if not parts[name].far:
            continue
        over = union(parts[n].outline for n in names[i + 1 :] if not parts[n].far)
        thin = _thin(parts[name].outline.difference(over))
        if not thin.is_empty:
            found[name] = _cut(parts[name], thin)
    return found


def _thin(seen: Shape) -> Shape:
    wide = seen.buffer(-_THIN).buffer(2.2 * _THIN)
    return union(
        piece.buffer(5e-4) for piece in polygons(seen.difference(wide)) if piece.area > _SPECK
    )


def _cut(part: Part, away: Shape) -> Part:
    return replace(
        part,
        outline=part.outline.difference(away),
        areas=tuple((role, shape.difference(away)) for role, shape in part.areas),
        hems=tuple(hem.difference(away) for hem in part.hems),
    )
