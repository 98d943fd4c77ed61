"""Operators of a PDF content stream back to SVG: to compare them, and to show them in a browser."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cardgen.artwork.terse import operations

_FINE = 1000
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")


@dataclass(frozen=True, slots=True)
class Vectors:
    """A drawing: its operators, and its size in points."""

    operators: tuple[str, ...]
    width: float
    height: float


class UnknownOperatorError(Exception):
    """An operator that the way back to SVG does not know."""


@dataclass(frozen=True, slots=True)
class _State:
    """The graphics state (ISO 32000-1, 8.4), as far as drawings change it."""

    fill: str = "#000000"
    stroke: str = "#000000"
    width: str = "1"
    cap: str = "butt"
    join: str = "miter"
    limit: str = "10"
    dashes: str = ""
    groups: int = 0
    """How many groups were opened since it was saved."""

    def painted(self, *, fill: str, stroke: bool) -> str:
        """Return attributes of SVG; `fill` is a rule, or ""."""
        inside = f'fill="{self.fill}" fill-rule="{fill}"' if fill else 'fill="none"'
        if not stroke:
            return f'{inside} stroke="none"'
        dashes = f' stroke-dasharray="{self.dashes}"' if self.dashes else ""
        return (
            f'{inside} stroke="{self.stroke}" stroke-width="{self.width}" '
            f'stroke-linecap="{self.cap}" stroke-linejoin="{self.join}" '
            f'stroke-miterlimit="{self.limit}"{dashes}'
        )


@dataclass(slots=True)
class _Back:
    """Writes operators as SVG, one after the other."""

    said: list[str] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    path: list[str] = field(default_factory=list)

    def take(self, operator: str, values: Sequence[str]) -> None:
        if operator in _PAINT:
            fill, stroke = _PAINT[operator]
            if operator in "sb":
                self.path.append("Z")
            look = self.state.painted(fill=fill, stroke=stroke)
            self.said.append(f'<path d="{" ".join(self.path)}" {look}/>')
            self.path.clear()
        elif operator == "re":
            x, y, width, height = values
            self.path.append(f"M{x} {y}h{width}v{height}h-{width}Z".replace("h--", "h"))
        elif operator in _STEPS:
            self.path.append(_STEPS[operator] + " ".join(values))
        elif operator in _CHANGES:
            self.state = replace(self.state, **_CHANGES[operator](values))
        elif operator == "n":
            self.path.clear()
        elif operator in ("q", "Q", "cm"):
            self._nest(operator, values)
        else:
            raise UnknownOperatorError(operator)

    def _nest(self, operator: str, values: Sequence[str]) -> None:
        if operator == "q":
            self.saved.append(self.state)
            self.state = replace(self.state, groups=0)
        elif operator == "cm":
            self.said.append(f'<g transform="matrix({" ".join(values)})">')
            self.state = replace(self.state, groups=self.state.groups + 1)
        else:
            self.said.append("</g>" * self.state.groups)
            self.state = self.saved.pop()


def svg_parts(drawing: Vectors) -> str:
    """Return what stands in the SVG that shows a drawing. Raises UnknownOperatorError."""
    back = _Back()
    for operator, values in operations(drawing.operators):
        back.take(operator, values)
    return f'<g transform="matrix(1 0 0 -1 0 {drawing.height:.10g})">{"".join(back.said)}</g>'


def as_svg(drawing: Vectors) -> str:
    """Return the SVG that shows what the operators draw. Raises UnknownOperatorError."""
    width, height = drawing.width, drawing.height
    # resvg has no parts of a unit in the size of a picture.
    size = f'width="{_FINE * width:.10g}" height="{_FINE * height:.10g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.10g} {height:.10g}" {size}>'
        f"{svg_parts(drawing)}</svg>"
    )


def _colour(values: Sequence[str]) -> str:
    levels = (round(255 * min(max(float(value), 0), 1)) for value in values)
    return "#" + "".join(f"{level:02x}" for level in levels)


_PAINT = {
    "f": ("nonzero", False),
    "f*": ("evenodd", False),
    "S": ("", True),
    "s": ("", True),
    "B": ("nonzero", True),
    "B*": ("evenodd", True),
    "b": ("nonzero", True),
    "b*": ("evenodd", True),
}
_STEPS = {"m": "M", "l": "L", "c": "C", "h": "Z"}
_CHANGES: Mapping[str, Callable[[Sequence[str]], dict[str, Any]]] = {
    "rg": lambda values: {"fill": _colour(values)},
    "RG": lambda values: {"stroke": _colour(values)},
    "w": lambda values: {"width": values[0]},
    "J": lambda values: {"cap": _CAPS[int(values[0])]},
    "j": lambda values: {"join": _JOINS[int(values[0])]},
    "M": lambda values: {"limit": values[0]},
    "d": lambda values: {"dashes": values[0].strip("[]").strip()},
}
