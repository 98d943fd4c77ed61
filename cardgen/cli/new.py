"""`cardgen new`."""

from pathlib import Path

import click

from cardgen.cli.options import today
from cardgen.kinds import KINDS


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("name")
def new(kind: str, name: str) -> None:
    """Write a commented example of a KIND, called NAME, for you to change.

    It is whole: it loads and prints as it stands. NAME is its id: small letters, digits and
    hyphens. With the NAME of a built-in one you get a copy of that, which takes its place. A
    file that is there already is never touched.

    \b
    Examples:
      cardgen new stretch side-bend
      cardgen new routine morning
      cardgen new stretch cat-cow          your own copy of a built-in one
      cardgen new clinic clinic
    """
    from cardgen.starter import is_built_in, make, new_files

    files = new_files(kind, name, today())
    make(Path(), files)
    for file in files:
        click.echo(file.place)
    if is_built_in(kind, name):
        click.echo(f"It is a copy of the built-in {name}, and takes its place here.")
