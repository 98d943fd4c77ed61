"""`cardgen list`."""

from pathlib import Path

import click

KINDS = ("routines", "stretches", "sources", "sizes", "sheets")


@click.command("list")
@click.argument("kinds", nargs=-1, type=click.Choice(KINDS), metavar="[KIND...]")
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def list_(kinds: tuple[str, ...], as_json: bool) -> None:
    """List what there is: routines, stretches, sources, card sizes, sheets.

    Ids stand in the first column; own definitions are marked with their folder.

    \b
    Examples:
      cardgen list
      cardgen list sources
      cardgen list sizes sheets
    """
    from cardgen.catalog import listed, listed_json

    if as_json:
        click.echo(listed_json(kinds or KINDS[:2], Path.cwd()))
        return
    found = {kind: listed(kind, Path.cwd()) for kind in kinds or KINDS[:2]}
    for kind, rows in found.items():
        click.secho(kind.capitalize(), bold=True)
        width = max((len(id_) for id_, _ in rows), default=0)
        for id_, text in rows:
            click.echo(f"  {id_:{width}}  {text}")
        click.echo()
