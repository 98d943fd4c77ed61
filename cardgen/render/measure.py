"""The measures of the typeface and of pictures, as they will be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cardgen.model.page import Face
from cardgen.render.fonts import text_width


@dataclass(frozen=True, slots=True, eq=False)
class TrueMeasure:
    """Lends layout what it needs to know of type, and of pictures by their shapes."""

    aspects: Mapping[Path, float]

    def width(self, text: str, face: Face, size: float) -> float:
        """Return the width of `text` in points."""
        return text_width(text, face, size)

    def aspect(self, file: Path) -> float:
        """Return width divided by height of a picture."""
        return self.aspects[file]
