"""Hands and feet as chains of ellipsoids."""

import numpy as np

from cardgen.figure.ellipsoids import Chain, ellipsoid
from cardgen.figure.skeleton import Extremity, Side, sign
from cardgen.figure.tables import ANKLE_HEIGHT, BALL, BALL_HEIGHT
from cardgen.figure.vectors import Vector, dot, rotated, unit

_THUMB_CLOSED, _THUMB_SPREAD = 0.030, 0.0375
"""How far the tip of the thumb is from the hand's middle; spread, it stands off the knuckles."""


def foot(extremity: Extremity) -> tuple[Chain, ...]:
    """Return a bare foot: ankle, heel, instep, ball and toes."""
    a, g, m = extremity.joint, extremity.tips, extremity.upper
    b = np.cross(g, m)
    height = ANKLE_HEIGHT
    ankle = ellipsoid(a, g * 0.0205, m * 0.020, b * 0.020)
    heel = ellipsoid(a - g * 0.020 - m * (height - 0.021), g * 0.021, m * 0.021, b * 0.021)
    instep = ellipsoid(a + g * 0.030 - m * 0.012, g * 0.026, m * 0.022, b * 0.024)
    middle = a + g * BALL[0] - m * BALL[1]
    ahead, up = (rotated(v, b, extremity.flex) for v in (g, m))
    ball = ellipsoid(middle, ahead * 0.024, up * BALL_HEIGHT, b * 0.032)
    toes = ellipsoid(middle + ahead * 0.028 - up * 0.005, ahead * 0.017, up * 0.0115, b * 0.029)
    return ((ankle, heel), (ankle, instep, ball, toes), (heel, ball), (heel, instep))


def hand(extremity: Extremity, side: Side) -> tuple[Chain, ...]:
    """Return a hand: flat, curled round something, or closed to a fist."""
    w, g, m = extremity.joint, extremity.tips, extremity.upper
    thumbward = np.cross(g, m) * -sign(side)
    wrist = ellipsoid(w, g * 0.015, m * 0.015, thumbward * 0.018)
    if extremity.shape == "fist":
        fist = ellipsoid(w + g * 0.034, g * 0.027, m * 0.021, thumbward * 0.026)
        return ((wrist, fist), _fist_thumb(w, g, m, thumbward))
    palm = ellipsoid(w + g * 0.032, g * 0.026, m * 0.0125, thumbward * 0.024)
    knuckles = ellipsoid(w + g * 0.056, g * 0.012, m * 0.0105, thumbward * 0.0235)
    if extremity.shape == "curl":
        fingers, spread = _curled(w + g * 0.056, g, m, thumbward), _THUMB_CLOSED
    else:
        tips = ellipsoid(w + g * 0.094, g * 0.010, m * 0.0065, thumbward * 0.015)
        fingers, spread = (knuckles, tips), _THUMB_SPREAD
    return ((wrist, palm, knuckles), fingers, _thumb(w, g, m, thumbward, spread))


def _curled(knuckles: Vector, g: Vector, m: Vector, t: Vector) -> Chain:
    """The fingers bend toward the palm, in two steps."""
    chain = [ellipsoid(knuckles, g * 0.012, m * 0.0105, t * 0.0235)]
    point = knuckles
    for bend, length, thickness in ((35, 0.026, 0.0095), (75, 0.020, 0.008)):
        ahead = rotated(g, np.cross(m, g), bend)
        ahead = ahead if dot(ahead, m) < 0 else rotated(g, np.cross(g, m), bend)
        point = point + ahead * length
        across = unit(np.cross(ahead, t))
        chain.append(ellipsoid(point, ahead * 0.011, across * thickness, t * 0.021))
    return tuple(chain)


def _thumb(w: Vector, g: Vector, m: Vector, t: Vector, spread: float) -> Chain:
    root = ellipsoid(w + g * 0.018 + t * 0.014, g * 0.011, m * 0.010, t * 0.010)
    tip = ellipsoid(w + g * 0.055 + t * spread - m * 0.004, g * 0.009, m * 0.007, t * 0.007)
    return (root, tip)


def _fist_thumb(w: Vector, g: Vector, m: Vector, t: Vector) -> Chain:
    root = ellipsoid(w + g * 0.03 + t * 0.02, g * 0.012, m * 0.012, t * 0.012)
    tip = ellipsoid(w + g * 0.05 + t * 0.018 - m * 0.01, g * 0.010, m * 0.010, t * 0.010)
    return (root, tip)
