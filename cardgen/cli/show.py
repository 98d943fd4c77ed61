"""`cardgen show`."""

from pathlib import Path

import click

from cardgen.cli import complete


@click.command()
@click.argument(
    "id_",
    metavar="ID",
    shell_complete=complete.ids("stretches", "routines", "sources", "safety"),
)
def show(id_: str) -> None:
    """Show all that is known of a stretch, routine or source, by its ID.

    \b
    Examples:
      cardgen show figure-four
      cardgen show post-run
      cardgen show gobbo2019
    """
    from cardgen.catalog import described

    click.echo(described(id_, Path.cwd()))
