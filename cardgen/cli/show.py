"""`cardgen show`."""

from pathlib import Path

import click

from cardgen.cli import complete


@click.command()
@click.argument(
    "id_", metavar="ID", shell_complete=complete.ids("stretches", "routines", "sources", "safety")
)
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def show(id_: str, as_json: bool) -> None:
    """Show all that is known of a stretch, routine or source, by its ID.

    \b
    Examples:
      cardgen show figure-four
      cardgen show post-run
      cardgen show gobbo2019
    """
    from cardgen.catalog import described, described_json

    click.echo((described_json if as_json else described)(id_, Path.cwd()))
