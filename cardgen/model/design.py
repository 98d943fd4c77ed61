"""Paper, card sizes and colours: the data of cardgen/data."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic.json_schema import SkipJsonSchema

from cardgen.model.base import InSchema, Model, Text
from cardgen.model.claim import Id
from cardgen.model.contrast import GRAPHIC, TEXT, contrast
from cardgen.model.direction import USUAL, Setting
from cardgen.model.drawing import ROLES
from cardgen.model.page import FontStyle
from cardgen.model.plate import Plate, is_plate_name, parts_of
from cardgen.model.reference import Refers

_POINTS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)")
MM = _POINTS["mm"]
"""Points in a millimetre."""
_COLOURS = ("ink", "quiet", "accent", "rule", "tint", "paper")
_STEPS = (75 * MM, 125 * MM)
"""The shorter and the longer side of the least card that has room for steps beside a picture."""


def points(length: object) -> float:
    """Return a length such as "63 mm", "3.5 in" or "18 pt" in points. Raises ValueError."""
    match = _LENGTH.fullmatch(length) if isinstance(length, str) else None
    if not match or match[2] not in _POINTS:
        raise ValueError(
            f"expected a length with its unit, such as '63 mm' or '2.5 in', got '{length}'"
        )
    return float(match[1]) * _POINTS[match[2]]


Length = Annotated[
    float,
    BeforeValidator(points),
    Field(gt=0),
    WithJsonSchema(
        {"type": "string", "pattern": rf"^(?=.*[1-9])\d+(\.\d+)? ?({'|'.join(_POINTS)})$"}
    ),
]
Status = Literal["standard", "agreed", "single", "computed", "own"]
"""Who vouches for measures: a standard, two independent sources or more, one source, arithmetic
alone, or the person who wrote the file."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]


class Paper(Model):
    """A sheet of paper."""

    name: Text
    """The paper, as a person names it: "A4"."""
    width: Length
    """The shorter side, such as "210 mm"."""
    height: Length
    """The longer side."""
    media: Text | None = None
    """What printers call it, in the words of PWG 5101.1: "iso_a4_210x297mm"."""
    country: Text | None = None
    """Whose emergency numbers print on it where nothing else tells; for paper of one country."""
    source: Text = "own"
    """Where the measures come from."""


def _safe(data: Mapping[str, float]) -> float:
    """Return the usual distance of words from the edge: more on a larger card."""
    shorter = min(data.get("width", 0.0), data.get("height", 0.0))
    return min(max(0.055 * shorter, 3.5 * MM), 8 * MM)


class CardSize(Model):
    """The trimmed size of a card, held as it is read."""

    name: Text
    """The size, as a person names it."""
    width: Length
    """As it is held to read: a card that is wider than tall lies on its side."""
    height: Length
    """As it is held to read."""
    radius: Length = 3 * MM
    """Corner radius of the outline."""
    safe: Length = Field(default_factory=_safe)
    """How far words and pictures stay from the edge."""
    source: Text
    """Where the measures come from."""
    status: Status = "own"
    """Who vouches for the measures; leave it out in a file of your own."""

    @property
    def holds_steps(self) -> bool:
        """Tell whether there is room for steps beside the picture, as on a 3 x 5 inch card."""
        shorter, longer = sorted((self.width, self.height))
        return shorter >= _STEPS[0] and longer >= _STEPS[1]


class Sheet(CardSize):
    """Cards as a maker's paper has them, perforated or cut beforehand: all alike, in a grid."""

    page: Annotated[Id, Refers("papers")]
    """The id of the paper."""
    columns: Annotated[int, Field(gt=0, le=20)]
    """How many cards stand side by side."""
    rows: Annotated[int, Field(gt=0, le=20)]
    """How many cards stand one above the other."""
    left: Length
    """From the edge of the paper to the first card."""
    top: Length
    """From the upper edge of the paper to the first card."""
    pitch_x: Length
    """From the left edge of a card to that of the next."""
    pitch_y: Length
    """From the upper edge of a card to that of the next."""
    also: tuple[Text, ...] = ()
    """Ids of other sheets with the same measures."""
    precut: bool = False
    """Whether the cards come apart without cutting."""
    uneven: bool = False
    """Whether the maker's grid is known not to lie in the middle of the paper."""

    @model_validator(mode="after")
    def _cards_lie_apart(self) -> Self:
        for pitch, size in (("pitch_x", "width"), ("pitch_y", "height")):
            if getattr(self, pitch) < getattr(self, size) - 0.01:
                raise ValueError(f"expected `{pitch}` to be no less than `{size}`: cards overlap")
        return self


class Pairing(Model):
    """Which faces go together: running text always has the one made for low vision."""

    name: Text
    headings: FontStyle
    """The face of titles, names of moves and large figures."""


class Theme(Model):
    """Colours by what they are for, and the face of headings."""

    name: Text
    """The theme, as a person names it."""
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
    drawing: Annotated[
        Mapping[str, Colour],
        InSchema(required=list(ROLES), propertyNames={"enum": list(ROLES)}),
    ]
    """The colours of cardgen's own drawings, by role."""
    plate: Annotated[str, StringConstraints(max_length=60)] | None = None
    """The name of the ink that prints `accent` and its tints, for a press with a second ink beside
    black, such as "PANTONE 3155 C". All other colours must be greys then."""
    headings: FontStyle = "bold"
    """The face of headings; a type pairing sets it."""
    setting: SkipJsonSchema[Setting] = USUAL
    """What the language of a page asks of its lines, which sets it."""

    def __hash__(self) -> int:
        own = self.name, self.ink, self.accent, self.photos, self.setting
        return hash((*own, *self.drawing.values()))

    @property
    def second_ink(self) -> Plate | None:
        """Return the ink that prints `accent` and its tints, where there is one beside black."""
        return Plate(self.plate, self.accent) if self.plate else None

    @model_validator(mode="after")
    def _paints_every_role(self) -> Self:
        if set(self.drawing) != set(ROLES):
            wrong = min(set(self.drawing) ^ set(ROLES))
            raise ValueError(f"expected `drawing` to have a colour for each role; see `{wrong}`")
        return self

    @model_validator(mode="after")
    def _has_two_inks(self) -> Self:
        if not (ink := self.second_ink):
            return self
        if not is_plate_name(ink.name):
            raise ValueError(
                "expected `plate` to name an ink of its own in plain letters, such as 'Teal' or "
                f"'PANTONE 3155 C', got '{ink.name}'"
            )
        if self.photos == "colour":
            raise ValueError("expected `photos` to be grey or black, as `plate` leaves two inks")
        plain = {name: getattr(self, name) for name in _COLOURS}
        for name, colour in (plain | dict(self.drawing)).items():
            parts = parts_of(colour)
            if len(set(parts)) > 1 and ink.tint(parts) is None:
                raise ValueError(
                    f"expected `{name}` to be a grey or a tint of `accent`, as `plate` leaves two "
                    f"inks; found '{colour}'"
                )
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
