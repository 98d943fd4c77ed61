"""The waistband: the round end of a thigh must not show above it."""

from collections.abc import Mapping

from shapely.geometry import Point

from cardgen.figure.body import Body
from cardgen.figure.camera import Camera
from cardgen.figure.part import Part
from cardgen.figure.shapes import union
from cardgen.figure.silhouette import silhouette
from cardgen.figure.skeleton import Skeleton
from cardgen.figure.vectors import dot

_END = 3
"""How many of a thigh's ellipsoids are its round end."""
_REACH, _HEM = 0.085, 0.006
_LEAST = -0.45
"""The cosine of the bend from which on a thigh may lie over the belly."""


def below_waist(
    view: Camera, skeleton: Skeleton, body: Body, parts: Mapping[str, Part]
) -> dict[str, Part]:
    """Return the thighs, with their round ends cut where they would lie over the shirt."""
    trunk = parts["torso"]
    shirt = union(shape for role, shape in trunk.areas if role == "shirt")
    # The hem shows too, but nothing is cut beside the trunk: there would be a hole.
    shirt = shirt.buffer(_HEM).intersection(trunk.outline)
    found = {}
    for side, leg in skeleton.legs.items():
        if dot(leg.thigh.along, -skeleton.spine.at(0).along) < _LEAST:
            continue
        (chain,) = body[f"{side}-thigh"]
        near = Point(view(leg.thigh.start)).buffer(_REACH)
        shaft = silhouette(view, [chain[_END:]])
        over = shirt.intersection(near).difference(shaft)
        found[f"{side}-thigh"] = parts[f"{side}-thigh"].without(over)
    return found
