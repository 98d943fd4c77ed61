"""`cardgen studio`."""

import contextlib
import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardgen.cli import place
from cardgen.cli.options import epoch_date, printers_folder, today
from cardgen.errors import InvalidDataError, Problem

if TYPE_CHECKING:
    from cardgen.studio.app import Studio

_NEEDED = ("jinja2", "starlette", "uvicorn")
_MINUTE = 60


@click.command()
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--quiet",
    type=click.FloatRange(1, 240),
    default=15,
    show_default=True,
    metavar="MINUTES",
    help="Empty what is known of a patient when nobody has used it for so long.",
)
@click.option("--no-browser", is_flag=True, help="Write the link, and open no browser.")
def studio(folder: Path | None, *, quiet: float, no_browser: bool) -> None:
    """Make a page for a patient in the browser: pick moves by picture, dose them, print.

    FOLDER may hold definitions and a cardgen.yaml of your own. Nothing leaves this computer, and
    nothing of a patient is kept. Ctrl-C ends it, or its button, or an hour without use.

    \b
    Examples:
      cardgen studio
      cardgen studio my-clinic --quiet 5
    """
    import asyncio

    _check_extra()
    from cardgen.studio.server import Opener, Times, no_core_dumps, run

    no_core_dumps()
    root = folder.absolute() if folder else place.library_folder()
    times = Times(visit=quiet * _MINUTE)
    make = partial(_made, root, times.visit)
    with Opener() as opener, contextlib.suppress(KeyboardInterrupt):

        def ready(link: str) -> None:
            click.echo(f"cardgen studio is open in your browser. If it is not, open\n{link}")
            click.echo("Ctrl-C ends it.")
            if not no_browser:
                opener.open(link)

        asyncio.run(run(make, times, ready, opener.tidy))
    click.echo("Closed. Nothing of any visit is left.")


def _made(folder: Path, quiet: float, base: str, stop: Callable[[], None]) -> "Studio":
    from cardgen.studio.app import Studio
    from cardgen.studio.desk import Work, open_desk

    work = Work(folder, place.sources_for(folder), printers_folder(), _days)
    return Studio(open_desk(work), base, quiet, stop)


def _days() -> dict[str, datetime.date | None]:
    """Return the dates of a request that nobody types."""
    return {"built": epoch_date(), "today": today()}


def _check_extra() -> None:
    """Raise InvalidDataError where a package is missing that the studio needs."""
    from importlib.util import find_spec

    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        from cardgen.extras import how_to_install

        message = f"the studio needs {' and '.join(missing)}"
        raise InvalidDataError([Problem("", 0, 0, "", message, how_to_install("studio"))])
