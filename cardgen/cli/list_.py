"""`cardgen list`."""

from collections.abc import Sequence
from functools import partial

import click

from cardgen.cli.choices import Choices
from cardgen.cli.columns import INDENT, in_columns, terminal_width
from cardgen.cli.keeping import kept_of_library
from cardgen.cli.place import language_of, language_option, library_folder
from cardgen.kinds import LISTED


@click.command("list")
@click.argument("kinds", nargs=-1, type=Choices(LISTED), metavar="[KIND...]")
@language_option()
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def list_(kinds: tuple[str, ...], language: str | None, as_json: bool) -> None:
    """List what there is: routines and stretches, or the KIND of things that you name.

    Kinds are stretches, routines, sources, safety, conditions, postures, move-kinds, regions,
    levels, countries, sizes, sheets, papers and themes. Ids stand in the first column; own
    definitions are marked with their file. Stretches stand by posture and kind of move.

    \b
    Examples:
      cardgen list
      cardgen list sources
      cardgen list conditions postures
      cardgen list sizes sheets papers
      cardgen list --language es
    """
    asked, said = kinds or FIRST, language_of(language)
    if as_json:
        click.echo(kept_of_library(("list as JSON", said, *asked), partial(_as_json, asked, said)))
        return
    found = kept_of_library(("list", said, *asked), partial(_groups, asked, said))
    for kind, groups in found.items():
        click.secho(kind.capitalize(), bold=True)
        for heading, rows in groups:
            if heading:
                click.echo(f"{INDENT}{heading}")
            indent = 2 * INDENT if heading else INDENT
            click.echo("\n".join(in_columns(rows, terminal_width(), indent)))
        click.echo()


def _as_json(kinds: Sequence[str], language: str) -> str:
    from cardgen.catalog import listed_json

    return listed_json(kinds, library_folder(), language)


def _groups(
    kinds: Sequence[str], language: str
) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    from cardgen.catalog import listed

    return {kind: listed(kind, library_folder(), language) for kind in kinds}


FIRST = ("routines", "stretches")
"""What is listed where nothing is asked for."""
