"""SVG that is drawn exactly as vectors: a list of elements, attributes and values.

What is on the list is written anew with every look spelled out, so that nothing is left to how a
library reads inheritance, styles or odd values. What is not on it is no problem: resvg draws it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from cardgen.artwork.svg_file import SVG, SvgFile, view_box
from cardgen.artwork.svg_looks import INITIAL, Look, NotPlainError, is_invisible, looks
from cardgen.artwork.svg_values import STILL, Matrix, length, lengths, matrix, times

_GEOMETRY: Mapping[str, tuple[str, ...]] = {
    "path": ("d",),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}
_UNDRAWN = frozenset(
    "title desc metadata defs linearGradient radialGradient clipPath mask pattern symbol marker "
    "filter style".split()
)
"""What prints only where something else refers to it, which is not on the list."""
_GROUPS = ("g", "a")
_ROOT = ("viewBox", "width", "height", "x", "y", "preserveAspectRatio")
_MEETING = ("", "xMidYMid", "xMidYMid meet")
_STRETCH = 1e-3
"""By so much may a box be wider, for its height, than what it shows, unseen."""
_UNSAID = frozenset("id class version baseProfile role tabindex focusable lang name".split())
"""Attributes that say nothing of how an element looks, where there is no style sheet."""


def plain_svg(file: SvgFile) -> Any | None:
    """Return an SVG that looks the same and is made of nothing but shapes, or None."""
    root, box = file.root, view_box(file.root) or (0.0, 0.0, file.width, file.height)
    made = etree.Element(
        f"{{{SVG}}}svg",
        {
            "width": f"{file.width:.10g}",
            "height": f"{file.height:.10g}",
            "viewBox": " ".join(f"{value:.10g}" for value in box),
        },
        nsmap={None: SVG},
    )
    try:
        if any("".join(e.itertext()).strip() for e in root.iter(f"{{{SVG}}}style")):
            return None
        _check_box(root, file, box)
        look = looks(_unknown(root, _ROOT), INITIAL)
        if not is_invisible(root):
            made.extend(_inside(root, look, STILL))
    except NotPlainError:
        return None
    return made


def _check_box(root: Any, file: SvgFile, box: tuple[float, float, float, float]) -> None:
    """Raise NotPlainError where what is shown does not fill its box."""
    _, _, across, down = box
    if " ".join(root.get("preserveAspectRatio", "").split()) not in _MEETING:
        raise NotPlainError
    if abs(across * file.height / (down * file.width) - 1) > _STRETCH:
        raise NotPlainError
    if root.get("transform"):
        raise NotPlainError


def _inside(parent: Any, look: Look, placed: Matrix) -> Iterator[Any]:
    """Yield the shapes within an element that has a look and a place."""
    for element in parent:
        if not isinstance(element.tag, str):
            raise NotPlainError
        name = etree.QName(element)
        if name.namespace != SVG or name.localname in _UNDRAWN or is_invisible(element):
            continue
        if name.localname == "text" and not "".join(element.itertext()).strip():
            continue
        geometry = _GEOMETRY.get(name.localname)
        if geometry is None and name.localname not in _GROUPS:
            raise NotPlainError
        own = looks(_unknown(element, (*(geometry or ()), "transform")), look)
        at = _moved(element, placed)
        if geometry is None:
            yield from _inside(element, own, at)
        elif attributes := own.attributes():
            shape = _shape(element, geometry)
            yield etree.Element(element.tag, {**shape, **attributes, **_transform(at)})


def _unknown(element: Any, known: tuple[str, ...]) -> Mapping[str, str]:
    """Return the attributes that may say how an element looks."""
    return {
        name: value
        for name, value in element.attrib.items()
        if name not in known
        and name not in _UNSAID
        and not name.startswith(("{", "data-", "aria-"))
    }


def _moved(element: Any, placed: Matrix) -> Matrix:
    found = matrix(element.get("transform", ""))
    if found is None:
        raise NotPlainError
    return times(found, placed)


def _transform(placed: Matrix) -> dict[str, str]:
    if placed == STILL:
        return {}
    return {"transform": f"matrix({' '.join(f'{value:.10g}' for value in placed)})"}


def _shape(element: Any, geometry: tuple[str, ...]) -> dict[str, str]:
    """Return the measures of a shape as plain numbers."""
    found = {}
    for name in geometry:
        value = element.get(name)
        if value is None or (name in ("rx", "ry") and value.strip() == "auto"):
            continue
        if name == "d":
            found[name] = value
        elif name == "points":
            found[name] = _points(value)
        elif (measure := length(value)) is None or (name[0] in "rwh" and measure < 0):
            raise NotPlainError
        else:
            found[name] = f"{measure:.10g}"
    return found


def _points(text: str) -> str:
    values = lengths(text)
    if not values or len(values) % 2:
        raise NotPlainError
    return " ".join(f"{value:.10g}" for value in values)
