"""cardgen's own drawings as operators that are ready to print: a file for each.

A compiled drawing names the role of each colour, so that one file serves every theme. It is known
by a digest of the SVG that it was made from: of a drawing that was changed there is none.
"""

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from cardgen.model.design import Theme
from cardgen.model.drawing import Palette, short
from cardgen.model.picture import Artwork
from cardgen.paths import DATA

FOLDER = DATA / "pictures" / "compiled"
_ROLE = "@"
"""What stands before the role of a colour."""


class CompiledDrawing(NamedTuple):
    """A drawing: its size in points, the points in a unit of its line weights, and operators."""

    width: float
    height: float
    unit: float
    operators: tuple[str, ...]
    """One a line; where they set a colour, its role stands in its place."""

    def artwork(self, theme: Theme, digest: str) -> Artwork:
        """Return the drawing in the colours of a theme."""
        said = {f"{_ROLE}{role}": _said(colour) for role, colour in theme.drawing.items()}
        lines = tuple(_replaced(line, said) for line in self.operators)
        return Artwork(digest, self.width, self.height, lines, unit=self.unit)

    def written(self) -> str:
        """Return what its file holds."""
        return "\n".join((f"{self.width!r} {self.height!r} {self.unit!r}", *self.operators, ""))


def with_roles(operators: tuple[str, ...], baked: Palette) -> tuple[str, ...]:
    """Return operators with roles in place of the colours that a drawing was baked in."""
    roles = {_said(colour): f"{_ROLE}{role}" for role, colour in baked.items()}
    return tuple(_replaced(line, roles) for line in operators)


def _replaced(line: str, by: dict[str, str]) -> str:
    """Return a line that sets a colour with another in its place; all others as they are."""
    if not line.endswith((" rg", " RG")):
        return line
    colour, _, operator = line.rpartition(" ")
    return f"{by[colour]} {operator}"


@lru_cache(maxsize=256)
def _said(colour: str) -> str:
    """Return a colour such as "#ff8000" as operators have it."""
    return " ".join(short(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


def file_of(content: bytes) -> Path:
    """Return where the compiled form of an SVG stands, if there is one."""
    return FOLDER / f"{blake2b(content, digest_size=16).hexdigest()}.txt"


def read_compiled(content: bytes) -> CompiledDrawing | None:
    """Return the compiled form of one of cardgen's own SVG files; None for any other file."""
    try:
        head, *operators = file_of(content).read_text("ascii").splitlines()
    except FileNotFoundError:
        return None
    width, height, unit = map(float, head.split())
    return CompiledDrawing(width, height, unit, tuple(operators))
