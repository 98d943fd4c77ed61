"""Directions by words: up, down, forward, back, and out or in, seen from the body's middle."""

from cardgen.figure.skeleton import Side, sign
from cardgen.figure.vectors import Vector, unit, vec

_WORDS = {
    "up": vec(0, 1, 0),
    "down": vec(0, -1, 0),
    "forward": vec(1, 0, 0),
    "back": vec(-1, 0, 0),
    "out": vec(0, 0, 1),
    "in": vec(0, 0, -1),
}


def direction(words: str, side: Side = "right") -> Vector:
    """Return the unit vector of words such as "up-out", for a limb of `side`."""
    total = vec(0, 0, 0)
    for word in words.split("-"):
        step = _WORDS[word]
        total = total + (step * sign(side) if word in ("out", "in") else step)
    return unit(total)
