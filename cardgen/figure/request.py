"""One picture to order: a pose file, a look and a format."""

from dataclasses import dataclass
from pathlib import Path

from cardgen.errors import Problem
from cardgen.figure.checks import problems
from cardgen.figure.drawing import draw, figure
from cardgen.figure.head import Hair
from cardgen.figure.png import png
from cardgen.figure.read import frames, read_pose
from cardgen.figure.themes import Skin, Theme, styled

_PNG_WIDTH_MM = 90.0
_DOTS_PER_MM = 300 / 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture looks."""

    theme: Theme = "colour"
    mirror: bool = False
    hair: Hair = "short"
    skin: Skin = "light"
    width: float | None = None
    """How wide it will print, in mm."""


def picture(path: Path, look: Look, suffix: str) -> tuple[bytes, list[Problem]]:
    """Return the picture of a pose file, as ".svg" or ".png", and what is doubtful in it.

    It has the size of its movement, so that frames drawn one by one fit together.
    """
    file = read_pose(path)
    figures = [figure(frame, look.hair) for frame in frames(file)]
    index = next(i for i, f in enumerate(figures) if f.file.path == path)
    svg = styled(draw(figures, mirror=look.mirror)[index], look.theme, look.skin, look.width or 0)
    if suffix == ".svg":
        return svg.encode(), problems(figures[index])
    dots = round((look.width or _PNG_WIDTH_MM) * _DOTS_PER_MM)
    return png(svg, dots), problems(figures[index])
