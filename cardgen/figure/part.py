"""A part of the picture: an outline, the colours inside it and the lines on it."""

from dataclasses import dataclass, replace

from cardgen.figure.shapes import Shape


@dataclass(frozen=True, slots=True)
class Mark:
    """A line or a filled spot on a part, such as an eyebrow or an eye."""

    shape: Shape
    weight: str
    """A line's weight: detail or fine; a polygon is filled with the line's colour."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is drawn of a limb, the trunk, the head or a prop."""

    name: str
    outline: Shape
    areas: tuple[tuple[str, Shape], ...] = ()
    """The colour's role in the palette, and the area that has it."""
    hems: tuple[Shape, ...] = ()
    """Edges of clothing."""
    marks: tuple[Mark, ...] = ()
    fillets: tuple[tuple[str, Shape], ...] = ()
    """Where the outline was filled toward a neighbour, by the neighbour's name."""
    far: bool = False
    """Whether it is on the far side of the body, and drawn paler."""

    def without(self, away: Shape) -> "Part":
        """Return the part with `away` cut out of all of it."""
        return replace(
            self,
            outline=self.outline.difference(away),
            areas=tuple((role, shape.difference(away)) for role, shape in self.areas),
            hems=tuple(hem.difference(away) for hem in self.hems),
        )
