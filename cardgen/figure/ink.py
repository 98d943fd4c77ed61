"""What a drawing is made of: filled areas and lines, in statures, y up."""

from dataclasses import dataclass

from cardgen.figure.shapes import Shape
from cardgen.figure.vectors import Vector


@dataclass(frozen=True, slots=True)
class Fill:
    """An area in the colour of a role of the palette."""

    role: str
    shape: Shape
    straight: bool = False
    """Whether its edges are straight and stay so."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line in the colour of a role, with one of the weights of the palette."""

    role: str
    weight: str
    points: Vector
    straight: bool = False
    """Whether its edges are straight and stay so."""


Item = Fill | Stroke
