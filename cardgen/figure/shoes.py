"""Shoes: a sole, and an upper up to the ankle, over the foot."""

import numpy as np

from cardgen.figure.camera import Camera
from cardgen.figure.ellipsoids import Chain, ellipsoid
from cardgen.figure.part import Part
from cardgen.figure.shapes import Shape, smoothed
from cardgen.figure.silhouette import silhouette
from cardgen.figure.skeleton import Extremity
from cardgen.figure.tables import ANKLE_HEIGHT, BALL, BALL_HEIGHT
from cardgen.figure.vectors import rotated

_SOLE = 0.0065
"""Half the thickness of a sole."""
_SOFT = 0.003


def shoe(camera: Camera, foot: Extremity, name: str) -> Part:
    """Return the part `name`, a shoe on `foot`: it hides all of the foot."""
    upper, sole = (_outline(camera, chains) for chains in _chains(foot))
    both = upper.union(sole)
    return Part(name, both, (("paper", both.difference(sole)), ("line", sole)))


def _outline(camera: Camera, chains: tuple[Chain, ...]) -> Shape:
    return smoothed(silhouette(camera, chains), _SOFT)


def _chains(foot: Extremity) -> tuple[tuple[Chain, ...], tuple[Chain, ...]]:
    """Return the flesh of the upper and of the sole; both bend at the ball of the foot."""
    a, g, m = foot.joint, foot.tips, foot.upper
    b = np.cross(g, m)
    ahead, up = (rotated(v, b, foot.flex) for v in (g, m))
    ball, ground = a + g * BALL[0] - m * BALL[1], a - m * (ANKLE_HEIGHT - _SOLE)
    heel = ellipsoid(a - g * 0.021 - m * 0.018, g * 0.024, m * 0.022, b * 0.023)
    collar = ellipsoid(a - g * 0.020 - m * 0.004, g * 0.016, m * 0.010, b * 0.022)
    tongue = ellipsoid(a + g * 0.020 - m * 0.001, g * 0.012, m * 0.012, b * 0.020)
    knuckles = ellipsoid(ball + up * 0.003, ahead * 0.026, up * (BALL_HEIGHT + 0.003), b * 0.034)
    tip = ellipsoid(ball + ahead * 0.030, ahead * 0.018, up * BALL_HEIGHT, b * 0.030)
    under = ball - up * (BALL_HEIGHT - _SOLE)
    sole = tuple(
        ellipsoid(at, along * 0.026, over * _SOLE, b * broad)
        for at, along, over, broad in (
            (ground - g * 0.021, g, m, 0.024),
            (under, ahead, up, 0.035),
            (under + ahead * 0.026, ahead, up, 0.031),
        )
    )
    return ((heel, collar, tongue, knuckles, tip), (heel, knuckles)), (sole,)
