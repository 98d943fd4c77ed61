"""`cardgen show`."""

from functools import partial

import click

from cardgen.cli import complete
from cardgen.cli.keeping import kept_of_library
from cardgen.cli.place import library_folder


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
    click.echo(kept_of_library(("show", id_, str(as_json)), partial(_told, id_, as_json=as_json)))


def _told(id_: str, *, as_json: bool) -> str:
    from cardgen.catalog import described, described_json

    return (described_json if as_json else described)(id_, library_folder())
