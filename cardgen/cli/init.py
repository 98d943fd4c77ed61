"""`cardgen init`."""

from pathlib import Path

import click

from cardgen.cli.options import today


@click.command()
@click.argument(
    "folder", required=False, metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path)
)
def init(folder: Path | None) -> None:
    """Make a working folder in DIR, or here, with examples to change.

    It holds a stretch, a routine, a source, a picture and a letterhead of your own, which all
    print as they stand. Nothing that is there already is touched.

    \b
    Examples:
      cardgen init my-cards
      cardgen init
    """
    from cardgen.scaffold import make, starter_files

    target = folder or Path()
    files = starter_files(today())
    make(target, files)
    for file in files:
        click.echo(target / file.place)
    here = "" if target == Path() else f"cd {target}, then "
    click.echo(f"Next: {here}cardgen handout my-routine --clinic clinic.yaml")
