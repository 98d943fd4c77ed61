"""How cards go on paper: which sides, which guides, where they start."""

from dataclasses import dataclass
from typing import Literal

from cardgen.model.design import MM, Paper, Sheet
from cardgen.model.page import Correction

Duplex = Literal["long", "short", "none"]
"""The edge of the paper on which a printer turns it, or `none`: it prints one side only."""
Cut = Literal["marks", "lines", "outline", "none"]
UNPRINTABLE = 5 * MM
"""The band along each edge that most home printers do not reach."""


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """What a person asks of sheets of cards. Measures are points."""

    duplex: Duplex = "long"
    split: bool = False
    """Whether fronts and backs go into two files."""
    cut: Cut | None = None
    """The cut guides; None for those that are usual."""
    cut_backs: bool = False
    start_at: int = 1
    """The place on the first sheet where the first card goes, counted along the rows from 1."""
    copies: int = 1
    bleed: float = 0
    single: bool = False
    """Whether each face is a page of its own, for a print shop."""
    fold: bool = False
    """Whether front and back stand side by side, to be folded together."""
    hole: bool = False
    """Whether a corner is kept free for a ring."""
    radius: float | None = None
    """Corner radius, where it is not that of the card size."""


@dataclass(frozen=True, slots=True)
class Printing:
    """The paper of a deck, and how it goes there."""

    paper: Paper
    options: SheetOptions = SheetOptions()
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
