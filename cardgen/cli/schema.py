"""`cardgen schema`."""

import click

from cardgen.kinds import KINDS


@click.command()
@click.argument("kind", required=False, type=click.Choice(list(KINDS)))
def schema(kind: str | None) -> None:
    """Write the JSON Schema of a KIND of file, by which editors complete and check it.

    The files that `cardgen new` and `cardgen init` write name their schema themselves. Without
    KIND, tell which kinds there are and where their files stand.

    \b
    Examples:
      cardgen schema
      cardgen schema stretch > stretch.json
    """
    if kind is None:
        for found in KINDS.values():
            click.echo(f"  {found.name:8}  {found.place:24}  {found.about}")
        return
    from cardgen.starter import SCHEMAS

    click.echo((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"), nl=False)
