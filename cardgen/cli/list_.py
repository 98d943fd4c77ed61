"""`cardgen list`."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from cardgen.cli.keeping import kept_of_library
from cardgen.kinds import LISTED


@click.command("list")
@click.argument("kinds", nargs=-1, type=click.Choice(LISTED), metavar="[KIND...]")
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def list_(kinds: tuple[str, ...], as_json: bool) -> None:
    """List what there is: routines and stretches, or the KIND of things that you name.

    Kinds are stretches, routines, sources, safety, conditions, postures, move-kinds, regions,
    levels, countries, sizes, sheets, papers and themes. Ids stand in the first column; own
    definitions are marked with their file.

    \b
    Examples:
      cardgen list
      cardgen list sources
      cardgen list conditions postures
      cardgen list sizes sheets papers
    """
    asked = kinds or FIRST
    if as_json:
        click.echo(kept_of_library(("list as JSON", *asked), partial(_as_json, asked)))
        return
    found = kept_of_library(("list", *asked), partial(_rows, asked))
    for kind, rows in found.items():
        click.secho(kind.capitalize(), bold=True)
        width = max((len(id_) for id_, _ in rows), default=0)
        for id_, text in rows:
            click.echo(f"  {id_:{width}}  {text}")
        click.echo()


def _as_json(kinds: Sequence[str]) -> str:
    from cardgen.catalog import listed_json

    return listed_json(kinds, Path.cwd())


def _rows(kinds: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    from cardgen.catalog import listed

    return {kind: listed(kind, Path.cwd()) for kind in kinds}


FIRST = ("routines", "stretches")
"""What is listed where nothing is asked for."""
