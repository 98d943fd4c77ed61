"""How a handout is laid out."""

from typing import Annotated, ClassVar, Literal, NamedTuple, Self, get_args

from pydantic import BeforeValidator, model_validator

from cardgen.model.asked import Asked
from cardgen.model.findings import ValueRefusedError, ValuesClashError, shown
from cardgen.model.request import Group

Layout = Literal["grid", "list"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
_GROUP = "The page"


def _number(value: object) -> object:
    # pydantic takes True for 1 in a Literal, however strict it is.
    if isinstance(value, bool):
        raise ValueRefusedError(f"expected 1 or 2, found {shown(value)}")
    return value


class Arrangement(Group):
    """How a handout is laid out."""

    first: ClassVar = ("layout", "pages", "large_print")

    layout: Annotated[
        Layout | None,
        Asked(name="Layout", group=_GROUP, default="two columns on one side, a list on two"),
    ] = None
    """How the moves stand: in two columns, or one below the other with start and end pictures."""
    large_print: Annotated[bool, Asked(name="Large print", group=_GROUP)] = False
    """16 to 18 pt, on as many pages as it takes."""
    pages: Annotated[
        Annotated[Literal[1, 2], BeforeValidator(_number)] | None,
        Asked(name="Sides", group=_GROUP, default="1 if it fits"),
    ] = None
    """2 for larger type and pictures, with all else on the back; 1 for one side in any case."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.large_print and (self.layout or self.pages):
            raise ValuesClashError(
                "`large_print` has its own layout: leave out `layout` and `pages`",
                "Give one or the other",
                "large_print",
            )
        return self


class Sides(NamedTuple):
    """How the parts of a handout are shared out, and so in which order they are read."""

    back: bool = False
    """Whether there is a back: all but the moves and when to stop one stands there."""
    stop_first: bool = True
    """Whether it is said before the moves when to stop one, or behind them."""
    large_print: bool = False
    """Whether the danger signs come first, as in large print."""
    compact: bool = False
    """Whether a back has no room for full references, and has them in their least form."""
    logged: bool = False
    """Whether a back has room for a log that nobody asked for."""
    tight: bool = False
    """Whether a back is so short of room that sentences in its quiet boxes run on, and what people
    with a condition do stands in narrower columns."""
    close: bool = False
    """Whether a back is so short of room that such sentences run on behind their heading also where
    they begin in bold letters, as it does."""
    leaving_out: bool = False
    """Whether a back is shorter of room still, so that people with a condition are told which moves
    they leave out, as on a single side."""
    brief: bool = False
    """Whether a single side is so short of room that of why to do it the first reason stands there
    alone, with what no study has tested."""

    screen: bool = False
    """Whether there are no sides, but a screen that scrolls: room for all, danger signs first."""

    @property
    def single(self) -> bool:
        """Tell whether all stands on one side, where there is least room."""
        return not (self.back or self.large_print or self.screen)

    @property
    def danger_first(self) -> bool:
        """Tell whether the danger signs are read first, and cautions with their moves."""
        return self.large_print or self.screen

    @property
    def full_references(self) -> bool:
        """Tell whether sources stand with their titles and the kind of their evidence."""
        return self.danger_first or (self.back and not self.compact)


AS_FITS = Arrangement()
