"""Toes, for feet that point at the viewer."""

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
_AHEAD, _UNDER = 0.6, -0.3
"""How much of a foot's length, at least, must come toward the viewer, and how much of its back."""


def toe_lines(camera: Camera, foot: Extremity) -> Iterator[Shape]:
    """Yield the lines between the toes, longest by the big toe, where the viewer sees them."""
    if dot(foot.tips, camera.toward) < _AHEAD or dot(foot.upper, camera.toward) < _UNDER:
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
