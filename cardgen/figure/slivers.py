"""What shows of a part but says nothing: thin edges and scraps beside a nearer one."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, polygons, union
from cardgen.figure.skeleton import SIDES

_THIN = 0.0085
_SPECK = 2e-5
_SCRAPS = ((("upper-arm", "forearm", "hand"), 0.42), (("thigh", "shin", "foot"), 0.15))
"""The parts of a limb, and the share of them that must show."""
_PLAIN = 0.45
"""The share of a hand with which it says where the whole arm is."""


def without_scraps(
    parts: Mapping[str, Part], names: Sequence[str], meant: AbstractSet[str]
) -> dict[str, Part]:
    """Return the parts, without a far limb of which less than a good part shows.

    An elbow and a thumb that peep out from behind the body would look like something else. A limb
    with a part in `meant` stays: its pose has said that it is to be seen.
    """
    found = dict(parts)
    for side in SIDES:
        for limb, least in _SCRAPS:
            own = [name for name in names if name in {f"{side}-{kind}" for kind in limb}]
            if not own or meant & {*own} or not all(parts[name].far for name in own):
                continue
            seen = {name: _shown(parts, names, name, own).area for name in own}
            whole = {name: parts[name].outline.area for name in own}
            hand = f"{side}-hand"
            if hand in own and seen[hand] > _PLAIN * whole[hand]:
                continue
            if sum(seen.values()) < least * sum(whole.values()):
                found |= {name: parts[name].without(parts[name].outline.buffer(1)) for name in own}
    return found


def _shown(parts: Mapping[str, Part], names: Sequence[str], name: str, own: Sequence[str]) -> Shape:
    """Return what shows of a part beside all that lies over it but its `own` limb."""
    over = [n for n in names[names.index(name) + 1 :] if n not in own]
    return parts[name].outline.difference(union(parts[n].outline for n in over))


def without_slivers(parts: Mapping[str, Part], names: Sequence[str]) -> dict[str, Part]:
    """Return the parts, with far ones cut back to what shows wider than a sliver.

    A thin edge beside a near limb would look like its shadow.
    """
    found = dict(parts)
    for i, name in enumerate(names):
        if not parts[name].far:
            continue
        over = union(parts[n].outline for n in names[i + 1 :] if not parts[n].far)
        thin = _thin(parts[name].outline.difference(over))
        if not thin.is_empty:
            found[name] = parts[name].without(thin)
    return found


def _thin(seen: Shape) -> Shape:
    wide = seen.buffer(-_THIN).buffer(2.2 * _THIN)
    return union(
        piece.buffer(5e-4) for piece in polygons(seen.difference(wide)) if piece.area > _SPECK
    )
