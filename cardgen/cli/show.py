"""`cardgen show`."""

from functools import partial

import click

from cardgen.cli import complete
from cardgen.cli.keeping import kept_of_library
from cardgen.cli.place import language_of, language_option, library_folder


@click.command()
@click.argument(
    "id_", metavar="ID", shell_complete=complete.ids("stretches", "routines", "sources", "safety")
)
@language_option()
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def show(id_: str, language: str | None, as_json: bool) -> None:
    """Show all that is known of a stretch, routine or source, by its ID.

    \b
    Examples:
      cardgen show figure-four
      cardgen show post-run
      cardgen show gobbo2019
      cardgen show cat-cow --language es
    """
    said = language_of(language)
    make = partial(_told, id_, said, as_json=as_json)
    click.echo(kept_of_library(("show", id_, said, str(as_json)), make))


def _told(id_: str, language: str, *, as_json: bool) -> str:
    from cardgen.catalog import described, described_json

    return (described_json if as_json else described)(id_, library_folder(), language)
