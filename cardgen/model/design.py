"""Paper, card sizes, colours and labels: the data of cardgen/data."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from cardgen.model.base import Model, Text
from cardgen.model.contrast import GRAPHIC, TEXT, contrast
from cardgen.model.drawing import ROLES

_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)")
MM = _POINTS["mm"]
"""Points in a millimetre."""


def points(length: object) -> float:
    """Return a length such as "63 mm", "3.5 in" or "18 pt" in points. Raises ValueError."""
    match = _LENGTH.fullmatch(length) if isinstance(length, str) else None
    if not match or match[2] not in _POINTS:
        raise ValueError(
            f"expected a length with its unit, such as '63 mm' or '2.5 in', got '{length}'"
        )
    return float(match[1]) * _POINTS[match[2]]


Length = Annotated[float, BeforeValidator(points), Field(gt=0)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]


class Paper(Model):
    """A sheet of paper."""

    name: Text
    width: Length
    height: Length


class CardSize(Model):
    """The trimmed size of a card, held as it is read."""

    name: Text
    width: Length
    height: Length
    radius: Length
    """Corner radius of the outline."""
    safe: Length
    """How far words and pictures stay from the edge."""
    source: Text
    """Where the measures come from."""


class Theme(Model):
    """Colours by what they are for."""

    name: Text
    ink: Colour
    """Text and outlines."""
    quiet: Colour
    """Text that is read last."""
    accent: Colour
    """Doses and numbers."""
    rule: Colour
    """Hair lines."""
    tint: Colour
    """The ground of a quiet panel."""
    paper: Colour
    """The ground of the page, and text on a dark ground."""
    photos: Literal["colour", "grey", "black"]
    """The tones of pictures that cardgen did not draw: as they are, grey, or black and white."""
    drawing: Mapping[str, Colour]
    """The colours of cardgen's own drawings, by role."""

    @model_validator(mode="after")
    def _paints_every_role(self) -> Self:
        if set(self.drawing) != set(ROLES):
            wrong = min(set(self.drawing) ^ set(ROLES))
            raise ValueError(f"expected `drawing` to have a colour for each role; see `{wrong}`")
        return self

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        for text in ("ink", "quiet", "accent"):
            self._stand_apart(text, "paper", TEXT)
            self._stand_apart(text, "tint", TEXT)
        self._stand_apart("rule", "paper", GRAPHIC)
        return self

    def _stand_apart(self, first: str, second: str, least: float) -> None:
        ratio = contrast(getattr(self, first), getattr(self, second))
        if ratio < least:
            raise ValueError(
                f"expected a contrast of {least:g} or more between `{first}` and `{second}`, "
                f"found {ratio:.1f}"
            )


class Plural(Model):
    """A word for one and for more."""

    one: Text
    other: Text

    def of(self, count: int) -> str:
        """Return the form for `count`."""
        return self.one if count == 1 else self.other


class Locale(Model):
    """The words that cardgen adds to those of the definitions."""

    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-[A-Z]{2}$")]
    """BCP 47, such as en-US: what a screen reader goes by."""
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)]
    units: Mapping[str, Plural]
    labels: Mapping[str, Text]
    """Patterns with the values in braces."""

    def say(self, label: str, **values: object) -> str:
        """Return the label with its values filled in."""
        return self.labels[label].format(**values)

    def count(self, unit: str, count: int) -> str:
        """Return a number with its unit: "7 moves"."""
        return f"{count} {self.units[unit].of(count)}"
