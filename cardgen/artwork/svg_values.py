"""Values of SVG attributes that are plain enough to be drawn exactly; None for all others.

Source: SVG 1.1 (Second Edition), 4.2 "Basic data types" and 7.6 "The transform attribute".
"""

import math
import re
from collections.abc import Callable

from PIL import ImageColor

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LENGTH = re.compile(rf"({_NUMBER})(?:px)?")
_SHARE = re.compile(rf"({_NUMBER})(%?)")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")
_RGB = re.compile(rf"rgb\(\s*({_NUMBER}%?)\s*,\s*({_NUMBER}%?)\s*,\s*({_NUMBER}%?)\s*\)")
_STEP = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*")
_SEPARATOR = re.compile(r"\s*,\s*|\s+")
Matrix = tuple[float, float, float, float, float, float]
STILL: Matrix = (1, 0, 0, 1, 0, 0)
"""Moves nothing."""


def length(text: str) -> float | None:
    """Return a length in user units, which may be written with `px`."""
    found = _LENGTH.fullmatch(text.strip())
    return _finite(float(found[1])) if found else None


def lengths(text: str) -> list[float] | None:
    """Return lengths that blanks or commas separate."""
    found = [length(part) for part in _SEPARATOR.split(text.strip()) if part]
    return None if None in found else [value for value in found if value is not None]


def share(text: str) -> float | None:
    """Return an opacity between 0 and 1, which may be written as a percentage."""
    found = _SHARE.fullmatch(text.strip())
    if not found:
        return None
    return min(max(float(found[1]) / (100 if found[2] else 1), 0.0), 1.0)


def colour(text: str, current: str) -> str | None:
    """Return a colour as "#rrggbb", or "none"; `current` is what `currentColor` means."""
    said = text.strip().lower()
    if said in ("none", "transparent"):
        return "none"
    if said == "currentcolor":
        return current
    if _HEX.fullmatch(said):
        return said if len(said) > len("#rgb") else "#" + "".join(2 * c for c in said[1:])
    if found := _RGB.fullmatch(said):
        return "#" + "".join(f"{_level(part):02x}" for part in found.groups())
    named = ImageColor.colormap.get(said)
    return named.lower() if isinstance(named, str) else None


def _level(part: str) -> int:
    value = float(part[:-1]) * 2.55 if part.endswith("%") else float(part)
    return round(min(max(value, 0), 255))


def matrix(text: str) -> Matrix | None:
    """Return the matrix of a list of transforms."""
    made, rest = STILL, 0
    for found in _STEP.finditer(text):
        values = lengths(found[2])
        make = _STEPS.get(found[1])
        step = make(values) if make and values is not None and found.start() == rest else None
        if step is None:
            return None
        made, rest = times(step, made), found.end()
    return made if rest == len(text) or not text.strip() else None


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return what does first `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _matrix(v: list[float]) -> Matrix | None:
    return (v[0], v[1], v[2], v[3], v[4], v[5]) if len(v) == len(STILL) else None


def _translate(v: list[float]) -> Matrix | None:
    return (1, 0, 0, 1, v[0], v[1] if v[1:] else 0) if len(v) in (1, 2) else None


def _scale(v: list[float]) -> Matrix | None:
    return (v[0], 0, 0, v[1] if v[1:] else v[0], 0, 0) if len(v) in (1, 2) else None


def _rotate(v: list[float]) -> Matrix | None:
    if len(v) not in (1, 3):
        return None
    sine, cosine = math.sin(math.radians(v[0])), math.cos(math.radians(v[0]))
    turned: Matrix = (cosine, sine, -sine, cosine, 0, 0)
    x, y = v[1:] or (0, 0)
    return times(times((1, 0, 0, 1, -x, -y), turned), (1, 0, 0, 1, x, y))


def _skew_x(v: list[float]) -> Matrix | None:
    return (1, 0, math.tan(math.radians(v[0])), 1, 0, 0) if len(v) == 1 else None


def _skew_y(v: list[float]) -> Matrix | None:
    return (1, math.tan(math.radians(v[0])), 0, 1, 0, 0) if len(v) == 1 else None


_STEPS: dict[str, Callable[[list[float]], Matrix | None]] = {
    "matrix": _matrix,
    "translate": _translate,
    "scale": _scale,
    "rotate": _rotate,
    "skewX": _skew_x,
    "skewY": _skew_y,
}
