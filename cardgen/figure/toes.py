"""Toes, for feet that point at the viewer, or whose backs are seen."""

from collections.abc import Iterator

import numpy as np
from shapely.geometry import LineString

from cardgen.figure.camera import Camera
from cardgen.figure.shapes import Shape
from cardgen.figure.skeleton import Extremity
from cardgen.figure.tables import ANKLE_HEIGHT
from cardgen.figure.vectors import dot

# Across the foot, and how long each line between two toes is; in statures.
_LINES = ((-0.0085, 0.017), (0.0015, 0.0145), (0.0105, 0.012), (0.019, 0.0095))
_SEEN, _UNDER = 0.8, -0.3
"""How much of a foot's length and of its back, at least, must come toward the viewer together, and
how much of its back alone."""


def toe_lines(camera: Camera, foot: Extremity) -> Iterator[Shape]:
    """Yield the lines between the toes, longest by the big toe, where the viewer sees them."""
    ahead, above = dot(foot.tips, camera.toward), dot(foot.upper, camera.toward)
    if ahead + above < _SEEN or above < _UNDER:
        return
    across = np.cross(foot.tips, foot.upper)
    outward = across if across[2] * foot.joint[2] > 0 else -across
    tip = foot.joint + foot.tips * 0.112 - foot.upper * (ANKLE_HEIGHT - 0.004)
    for aside, length in _LINES:
        root = tip + outward * aside
        yield LineString(
            [
                camera(root),
                camera(root + foot.upper * length * 0.6),
                camera(root + foot.upper * length),
            ]
        )
