"""How cards go on paper: which sides, which guides, where they start."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from cardgen.model.asked import Asked, Spelling
from cardgen.model.correction import Correction
from cardgen.model.design import MM, Paper, Sheet
from cardgen.model.findings import ValuesClashError
from cardgen.model.request import Group

Duplex = Literal["long", "short", "none"]
"""The edge of the paper on which a printer turns it, or `none`: it prints one side only."""
Cut = Literal["marks", "lines", "outline", "none"]
SELDOM_REACHED = 12.7 * MM
"""Above the lower edge of paper: some printers stop there, as their drivers say."""
UNPRINTABLE = 5 * MM
"""The band along each edge that most home printers do not reach."""
_GROUP = "The sheet"
_SIDES = Spelling(
    name="cut-on",
    about="Which sides have cut guides.",
    words=(("fronts", False), ("both", True)),
)
_CLASHES = (
    ("fold", "split", "folded cards are printed on one side"),
    ("fold", "duplex", "folded cards are printed on one side"),
    ("single", "fold", "a page for a print shop is one face"),
    ("single", "cut", "a print shop cuts by the TrimBox"),
    ("single", "radius", "a print shop cuts by the TrimBox"),
    ("single", "start_at", "each page starts anew"),
)
"""What does not go together, and why."""


class SheetOptions(Group):
    """What a person asks of sheets of cards. Measures are points."""

    first: ClassVar = ("duplex", "split", "cut")

    duplex: Annotated[Duplex, Asked(name="Turned on", group=_GROUP)] = "long"
    """The edge on which your printer turns the paper; none prints one side at a time."""
    split: Annotated[
        bool, Asked(name="Sides apart", group=_GROUP, aliases=("split-sides",), column=False)
    ] = False
    """Fronts and backs in two files, for a printer that prints one side."""
    fold: Annotated[bool, Asked(name="Folded", group=_GROUP)] = False
    """Front and back side by side, to fold and glue."""
    cut: Annotated[
        Cut | None,
        Asked(name="Cut guides", group=_GROUP, default="lines; none on paper that is cut already"),
    ] = None
    """Cut guides."""
    cut_backs: Annotated[bool, Asked(name="Guides on backs", group=_GROUP, spellings=(_SIDES,))] = (
        False
    )
    """Cut guides on backs, too."""
    radius: Annotated[
        Annotated[float, Field(ge=0, le=20 * MM)] | None,
        Asked(
            name="Corners",
            group=_GROUP,
            form="length",
            unit="points",
            default="that of the card size",
        ),
    ] = None
    """Corner radius of `cut` outline."""
    start_at: Annotated[
        int, Field(ge=1, le=400), Asked(name="First place", group=_GROUP, metavar="N")
    ] = 1
    """Begin at place N of the first sheet, when part of it is used."""
    copies: Annotated[int, Field(ge=1, le=100), Asked(name="Copies", group=_GROUP, metavar="N")] = 1
    """How many decks."""
    bleed: Annotated[
        float,
        Field(ge=0, le=10 * MM),
        Asked(name="Bleed", group=_GROUP, form="length", unit="points"),
    ] = 0
    """How far colour reaches beyond the edge, such as 3mm."""
    single: Annotated[bool, Asked(name="A page each", group=_GROUP, aliases=("one-per-page",))] = (
        False
    )
    """Each face on a page of its size, with its TrimBox, for a print shop."""
    hole: Annotated[bool, Asked(name="Ring hole", group=_GROUP, aliases=("ring-hole",))] = False
    """Keep a corner free for a key ring."""

    @model_validator(mode="before")
    @classmethod
    def _folded(cls, values: Any) -> Any:  # noqa: ANN401 - not checked yet
        """Print what is folded on one side."""
        if isinstance(values, dict) and values.get("fold") is True:
            return {"duplex": "none", **values}
        return values

    @model_validator(mode="after")
    def _go_together(self) -> Self:
        for one, other, why in _CLASHES:
            if getattr(self, one) and other in self._unusual():
                raise ValuesClashError(
                    f"`{one}` and `{other}` do not go together: {why}", "Leave out one", one
                )
        if self.cut_backs and self.cut == "none":
            raise ValuesClashError(
                "`cut_backs` has no effect, as `cut` is none",
                "Leave out one",
                "cut_backs",
            )
        if self.radius is not None and self.cut != "outline":
            raise ValuesClashError(
                "`radius` is for the corners of `cut` outline", "Give `cut`, too", "radius"
            )
        return self

    def _unusual(self) -> set[str]:
        """Return the fields that ask for something beyond what is usual."""
        usual = {name: info.default for name, info in type(self).model_fields.items()}
        usual |= {"duplex": "none"} if self.fold else {}
        return {name for name, value in usual.items() if getattr(self, name) != value}


_USUAL = SheetOptions()


@dataclass(frozen=True, slots=True)
class Printing:
    """The paper of a deck, and how it goes there."""

    paper: Paper
    options: SheetOptions = _USUAL
    sheet: Sheet | None = None
    """A maker's sheet; without it, as many cards as fit plain paper."""
    margin: float = UNPRINTABLE
    """The band along each edge that the printer does not reach."""
    front: Correction | None = None
    """What the printer needs on fronts, and on backs."""
    back: Correction | None = None

    @property
    def guides(self) -> Cut:
        """Return the cut guides that are asked for, or else the usual ones."""
        if self.options.cut is not None:
            return self.options.cut
        if self.options.single or (self.sheet is not None and self.sheet.precut):
            return "none"
        return "marks" if self.options.bleed else "lines"
