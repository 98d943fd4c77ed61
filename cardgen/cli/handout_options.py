"""What `cardgen handout` may be asked for, in the order of its help."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, get_args

import click

from cardgen.cli import options
from cardgen.model.arrangement import LAYOUTS
from cardgen.model.condition import Condition

CONDITIONS = get_args(Condition)
_OPTIONS = (
    options.paper,
    options.theme,
    options.pairing,
    click.option("--for", "recipient", metavar="NAME", help="The name of the person it is for."),
    click.option("--date", type=options.Date(), help="A date to print: 2026-11-22, or today."),
    click.option("--note", metavar="TEXT", help="A note to the person."),
    click.option("--next", "next_visit", metavar="TEXT", help="When they come again."),
    click.option("--blank", is_flag=True, help="Lines to write on, for what is not given."),
    click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="STRETCH.dose.FIELD=VALUE",
        help="Another dose: figure-four.dose.hold=20. Again for more.",
    ),
    click.option(
        "--without", multiple=True, metavar="STRETCH", help="Leave out a move. Again for more."
    ),
    click.option("--add", multiple=True, metavar="STRETCH", help="Add a move. Again for more."),
    click.option(
        "--condition",
        "conditions",
        multiple=True,
        type=click.Choice(CONDITIONS),
        metavar="NAME",
        help=f"What they have; it leaves out or changes moves: {', '.join(CONDITIONS)}.",
    ),
    click.option(
        "--layout",
        type=click.Choice(LAYOUTS),
        help="How the moves stand: in two columns, one below the other, or with start and end "
        "pictures. What takes more room than the front goes on on the back.  "
        "[default: what takes the largest type on one side]",
    ),
    click.option("--large-print", is_flag=True, help="16 to 18 pt, on as many pages as it takes."),
    click.option(
        "--pages",
        type=click.Choice(("1", "2")),
        help="2 for larger type: sources and a log go on the back; 1 for one side in any case.  "
        "[default: 1 if it fits]",
    ),
    click.option(
        "--log",
        type=options.Days(),
        metavar="2w",
        help="Boxes to tick, for so many weeks or days; on the back if the front is full.",
    ),
    click.option("--no-log", is_flag=True, help="No log, not even on a back."),
    click.option(
        "--qr",
        type=click.Choice(("moves", "page")),
        help="QR codes: for each move, its video or its study; or one for the page.",
    ),
    click.option(
        "--clinic",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A YAML file with the clinic's name, address, phone, logo, colour and country.",
    ),
    click.option(
        "--csl",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Another citation style, from citationstyles.org.",
    ),
    click.option(
        "--metadata-name", is_flag=True, help="Put the name into the title of the file, too."
    ),
    options.pdfa,
)


def handout_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command all options of a handout."""
    return reduce(lambda made, option: option(made), reversed(_OPTIONS), command)
