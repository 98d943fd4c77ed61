"""The options that say how cards go on paper."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])


class Length(click.ParamType[float]):
    """A length with its unit, such as 3mm or 0.125in; `signed` lets it be negative."""

    name = "length"

    def __init__(self, least: float | None = 0, most: float | None = None) -> None:
        self._least = least
        self._most = most

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the length in points. Fails with click's usage error."""
        from cardgen.model.design import MM, points

        if isinstance(value, float):
            return value
        text = str(value).strip()
        sign = -1 if text.startswith("-") else 1
        try:
            length = sign * points(text.lstrip("+-"))
        except ValueError as error:
            self.fail(str(error), param, ctx)
        least = float("-inf") if self._least is None else self._least * MM
        most = float("inf") if self._most is None else self._most * MM
        if not least <= length <= most:
            self.fail(f"expected {self._least:g} to {self._most:g} mm, got '{value}'", param, ctx)
        return length


_OPTIONS = (
    click.option(
        "--duplex",
        type=click.Choice(("long", "short", "none")),
        help="The edge on which your printer turns the paper; none prints one side at a time."
        "  [default: long]",
    ),
    click.option(
        "--split-sides",
        "split",
        is_flag=True,
        help="Fronts and backs in two files, for a printer that prints one side.",
    ),
    click.option("--fold", is_flag=True, help="Front and back side by side, to fold and glue."),
    click.option(
        "--cut",
        type=click.Choice(("marks", "lines", "outline", "none")),
        help="Cut guides.  [default: lines; none on paper that is cut already]",
    ),
    click.option(
        "--cut-on",
        type=click.Choice(("fronts", "both")),
        default="fronts",
        show_default=True,
        help="Which sides have cut guides.",
    ),
    click.option(
        "--radius", type=Length(0, 20), metavar="LENGTH", help="Corner radius of --cut outline."
    ),
    click.option(
        "--start-at",
        type=click.IntRange(1, 400),
        metavar="N",
        help="Begin at place N of the first sheet, when part of it is used.",
    ),
    click.option(
        "--copies",
        type=click.IntRange(1, 100),
        default=1,
        metavar="N",
        help="How many decks.",
    ),
    click.option(
        "--bleed",
        type=Length(0, 10),
        default="0 mm",
        metavar="LENGTH",
        help="How far colour reaches beyond the edge, such as 3mm.",
    ),
    click.option(
        "--one-per-page",
        "single",
        is_flag=True,
        help="Each face on a page of its size, with its TrimBox, for a print shop.",
    ),
    click.option("--ring-hole", "hole", is_flag=True, help="Keep a corner free for a key ring."),
)


_NAMES = [
    "duplex", "split", "fold", "cut", "cut_on", "radius", "start_at", "copies", "bleed", "single",
    "hole",
]  # fmt: skip
_CLASHES = (
    ("fold", ("split", "duplex"), "folded cards are printed on one side"),
    ("single", ("fold",), "a page for a print shop is one face"),
    ("single", ("cut", "radius"), "a print shop cuts by the TrimBox"),
    ("single", ("start_at",), "each page starts anew"),
)


def sheet_options(command: F) -> F:
    """Add the options of sheets of cards to a command, which gets them as keywords."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def sheet_values(asked: dict[str, Any]) -> dict[str, Any]:
    """Take the fields of SheetOptions out of a command's keywords, and return them.

    Raises click's usage error where options clash.
    """
    values = {name: asked.pop(name) for name in _NAMES}
    for one, others, why in _CLASHES:
        for other in others:
            if values[one] and values[other]:
                message = f"{_name(one)} and {_name(other)} do not go together: {why}."
                raise click.UsageError(message)
    if values["radius"] is not None and values["cut"] != "outline":
        raise click.UsageError("--radius is for the corners of --cut outline.")
    both = values.pop("cut_on") == "both"
    return values | {
        "duplex": "none" if values["fold"] else values["duplex"] or "long",
        "start_at": values["start_at"] or 1,
        "cut_backs": both,
    }


def _name(field: str) -> str:
    return {
        "split": "--split-sides",
        "single": "--one-per-page",
        "start_at": "--start-at",
    }.get(field, f"--{field}")
