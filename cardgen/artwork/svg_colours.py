"""Colours of an SVG in the words that resvg knows.

resvg paints a colour that it does not know black, and leaves out a line of such a colour. So all
that CSS has beyond it is written anew, and what nobody knows is refused.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tinycss2.color4 import parse_color

from cardgen.artwork.faults import BrokenPictureError
from cardgen.artwork.svg_values import colour

_PROPERTIES = ("fill", "stroke", "color", "stop-color", "flood-color", "lighting-color")
_DECLARED = re.compile(
    rf"(?P<head>(?:^|[;{{\s])(?:{'|'.join(_PROPERTIES)})\s*:\s*)(?P<value>[^;}}]+)", re.IGNORECASE
)
_WORDS = frozenset(("inherit", "initial", "unset", "context-fill", "context-stroke", ""))
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_SERVER = re.compile(r"(url\([^)]*\))\s*(.*)", re.DOTALL)
_ICC = re.compile(r"\s*(?:icc-color|device-\w+)\([^)]*\)\s*$", re.IGNORECASE)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)")
_DEFINED = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_SYSTEM = {
    **dict.fromkeys(("canvastext", "buttontext", "fieldtext", "windowtext"), "#000000"),
    **dict.fromkeys(("canvas", "field", "window", "highlighttext"), "#ffffff"),
    "linktext": "#0000ee",
    "graytext": "#808080",
}
"""Colours of a screen, as those of a white page."""


def mend_colours(root: Any) -> None:
    """Write every colour of an SVG in plain words. Raises BrokenPictureError for one unknown."""
    variables = dict(_variables(root))

    def mended(value: str) -> str:
        return _mended(_VARIABLE.sub(lambda found: _resolved(found, variables), value))

    def declared(text: str) -> str:
        return _DECLARED.sub(lambda found: found["head"] + mended(found["value"]), text)

    for element in root.iter():
        if isinstance(element.tag, str):
            _mend(element, mended, declared)


def _mend(element: Any, mended: Callable[[str], str], declared: Callable[[str], str]) -> None:
    for name in _PROPERTIES:
        if (value := element.get(name)) is not None:
            element.set(name, mended(value))
    if style := element.get("style"):
        element.set("style", declared(style))
    if element.tag.endswith("}style") and element.text:
        element.text = declared(element.text)


def _variables(root: Any) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        if isinstance(element.tag, str):
            sheet = element.text if element.tag.endswith("}style") else element.get("style")
            yield from _DEFINED.findall(sheet or "")


def _resolved(found: re.Match[str], variables: dict[str, str]) -> str:
    return variables.get(found[1], found[2] or "inherit").strip()


def _mended(value: str) -> str:
    important = _IMPORTANT.search(value)
    bare = _ICC.sub("", _IMPORTANT.sub("", value)).strip()
    server = _SERVER.match(bare)
    if server:
        rest = f" {_known(server[2])}" if server[2].strip() else ""
        bare = server[1] + rest
    else:
        bare = _known(bare)
    return bare + (" !important" if important else "")


def _known(value: str) -> str:
    low = value.strip().lower()
    if low in _WORDS or low == "currentcolor":
        return value
    if low in _SYSTEM:
        return _SYSTEM[low]
    if plain := colour(low, ""):
        return plain
    red, green, blue, alpha = _srgb(value.strip())
    levels = [round(255 * min(max(part, 0), 1)) for part in (red, green, blue)]
    if alpha < 1:
        return f"rgba({levels[0]},{levels[1]},{levels[2]},{alpha:.4g})"
    return "#" + "".join(f"{level:02x}" for level in levels)


def _srgb(value: str) -> tuple[float, float, float, float]:
    """Return red, green, blue and opacity, 0 to 1, of a colour of CSS.

    Raises BrokenPictureError for one that is none.
    """
    try:
        found = parse_color(value)
        red, green, blue = found.to("srgb").coordinates
    except (AttributeError, NotImplementedError):  # None, a word, or a space that it cannot leave
        reason = f"it has the colour '{value[:40]}', which cardgen does not know"
        raise BrokenPictureError(reason, "Give it as #rrggbb") from None
    return red, green, blue, found.alpha
