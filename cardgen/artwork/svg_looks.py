"""How shapes of an SVG look: what they inherit, and what they say themselves.

Source: SVG 1.1 (Second Edition), 6 "Styling" and 11 "Painting".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cardgen.artwork.svg_values import colour, length, lengths, share

_VISIBLE = 1.0
_FREE = frozenset(
    "shape-rendering color-rendering text-rendering image-rendering enable-background clip-rule "
    "overflow cursor pointer-events xml:space stop-color stop-opacity flood-color flood-opacity "
    "lighting-color solid-color solid-opacity isolation writing-mode direction letter-spacing "
    "word-spacing line-height text-anchor text-align text-decoration text-indent text-transform "
    "text-orientation text-decoration-line text-decoration-style text-decoration-color "
    "baseline-shift dominant-baseline alignment-baseline white-space text-shadow "
    "font font-family font-size font-style font-weight font-variant font-stretch "
    "font-size-adjust font-feature-settings font-kerning font-variation-settings "
    "color-interpolation-filters".split()
)
"""Properties that change nothing where there is no text, no gradient and no filter."""
_FREE_STARTS = ("-inkscape-", "font-variant-", "-webkit-", "-moz-")
_ONLY: Mapping[str, tuple[str, ...]] = {
    "clip-path": ("none",),
    "mask": ("none",),
    "filter": ("none",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "mix-blend-mode": ("normal",),
    "paint-order": ("normal",),
    "vector-effect": ("none",),
    "color-interpolation": ("auto", "srgb"),
    "display": ("inline", "block", "none", "initial"),
    "transform": ("none",),
}
"""Properties with the values that leave a shape as it is; `display` is looked at before."""


class NotPlainError(Exception):
    """Something that is not on the list of what is drawn exactly."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape is painted; what it contains inherits it."""

    fill: str = "#000000"
    stroke: str = "none"
    color: str = "#000000"
    width: float = 1.0
    fill_shown: bool = True
    stroke_shown: bool = True
    rule: str = "nonzero"
    cap: str = "butt"
    join: str = "miter"
    limit: float = 4.0
    dashes: tuple[float, ...] = ()
    offset: float = 0.0
    visible: bool = True

    def attributes(self) -> dict[str, str]:
        """Return it as attributes of SVG; none where nothing of it shows."""
        fill = self.fill if self.fill_shown else "none"
        stroke = self.stroke if self.stroke_shown and self.width else "none"
        if not self.visible or fill == stroke == "none":
            return {}
        found = {"fill": fill, "fill-rule": self.rule, "stroke": stroke}
        return found if stroke == "none" else {**found, **self._line()}

    def _line(self) -> dict[str, str]:
        found = {
            "stroke-width": f"{self.width:.10g}",
            "stroke-linecap": self.cap,
            "stroke-linejoin": self.join,
            "stroke-miterlimit": f"{self.limit:.10g}",
        }
        if self.dashes:
            found["stroke-dasharray"] = " ".join(f"{value:.10g}" for value in self.dashes)
        return found


INITIAL = Look()


def is_invisible(element: Any) -> bool:
    """Tell whether an element shows nothing, whatever is in it."""
    said = declared(element.attrib)
    return said.get("display") == "none" or share(said.get("opacity", "1")) == 0


def declared(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return properties with their values: a style outranks an attribute of the same name."""
    found = {name: value.strip() for name, value in attributes.items() if name != "style"}
    for part in attributes.get("style", "").split(";"):
        name, _, value = part.partition(":")
        if name.strip():
            found[name.strip().lower()] = value.strip()
    return found


def looks(attributes: Mapping[str, str], inherited: Look) -> Look:
    """Return how an element with these attributes looks. Raises NotPlainError.

    `attributes` are all but those of its shape and place.
    """
    said = declared(attributes)
    # What `currentColor` means must be known before the rest.
    look = _set(inherited, "color", said.pop("color")) if "color" in said else inherited
    for name, value in said.items():
        if name in _FREE or name.startswith(_FREE_STARTS):
            continue
        look = _set(look, name, value)
    if look.offset and look.dashes:
        raise NotPlainError
    return look


def _set(look: Look, name: str, value: str) -> Look:
    low = value.lower()
    if name in _ONLY and low in _ONLY[name]:
        return look
    read = _READ.get(name)
    if read is None or not value:
        raise NotPlainError
    return replace(look, **read(look, low))


def _paint(field: str) -> Callable[[Look, str], dict[str, Any]]:
    def read(look: Look, value: str) -> dict[str, Any]:
        return {field: _found(colour(value, look.color))}

    return read


def _opaque(field: str) -> Callable[[Look, str], dict[str, Any]]:
    """Let an opacity be 0 or 1: what is between needs what is under it."""

    def read(_look: Look, value: str) -> dict[str, Any]:
        found = share(value)
        if found not in (0, _VISIBLE):
            raise NotPlainError
        return {field: bool(found)}

    return read


def _one_of(field: str, *values: str) -> Callable[[Look, str], dict[str, Any]]:
    def read(_look: Look, value: str) -> dict[str, Any]:
        if value not in values:
            raise NotPlainError
        return {field: value}

    return read


def _measure(field: str, least: float) -> Callable[[Look, str], dict[str, Any]]:
    def read(_look: Look, value: str) -> dict[str, Any]:
        found = _found(length(value))
        if found < least:
            raise NotPlainError
        return {field: found}

    return read


def _dashes(_look: Look, value: str) -> dict[str, Any]:
    """Read a dash pattern; one that is negative or sums to nothing is no pattern (11.4)."""
    if value == "none":
        return {"dashes": ()}
    found = _found(lengths(value))
    if not found or min(found) < 0 or not sum(found):
        return {"dashes": ()}
    return {"dashes": tuple(found if len(found) % 2 == 0 else found * 2)}


def _visibility(_look: Look, value: str) -> dict[str, Any]:
    if value not in ("visible", "hidden", "collapse"):
        raise NotPlainError
    return {"visible": value == "visible"}


def _opacity(_look: Look, value: str) -> dict[str, Any]:
    if share(value) != _VISIBLE:
        raise NotPlainError
    return {}


def _found(value: Any) -> Any:
    if value is None:
        raise NotPlainError
    return value


_ANY = float("-inf")
_READ: Mapping[str, Callable[[Look, str], dict[str, Any]]] = {
    "color": _paint("color"),
    "fill": _paint("fill"),
    "stroke": _paint("stroke"),
    "stroke-width": _measure("width", 0),
    "stroke-miterlimit": _measure("limit", 1),
    "stroke-dashoffset": _measure("offset", _ANY),
    "stroke-dasharray": _dashes,
    "stroke-linecap": _one_of("cap", "butt", "round", "square"),
    "stroke-linejoin": _one_of("join", "miter", "round", "bevel"),
    "fill-rule": _one_of("rule", "nonzero", "evenodd"),
    "fill-opacity": _opaque("fill_shown"),
    "stroke-opacity": _opaque("stroke_shown"),
    "opacity": _opacity,
    "visibility": _visibility,
}
