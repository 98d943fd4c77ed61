"""`cardgen cite`."""

from pathlib import Path

import click

from cardgen.cli import complete, options
from cardgen.cli.report import counted

_FORMATS = ("csl-json", "bibtex", "ris")


@click.command()
@click.argument(
    "ids",
    nargs=-1,
    metavar="[ID...]",
    shell_complete=complete.ids("sources", "routines", "stretches"),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="csl-json",
    show_default=True,
    help="The format: Zotero and most other programs read all three.",
)
@options.output("The file to write, in place of the terminal.")
def cite(ids: tuple[str, ...], form: str, output: Path | None, *, force: bool) -> None:
    """Write sources for a reference manager: CSL-JSON, BibTeX or RIS.

    ID is a source, or a routine or stretch, whose sources are meant. Without an ID it is every
    verified source that there is.

    \b
    Examples:
      cardgen cite --format bibtex -o sources.bib
      cardgen cite post-run --format ris
      cardgen cite gobbo2019 chen2014
    """
    from cardgen.bibliography.csl import csl_item
    from cardgen.bibliography.formats import FORMATS
    from cardgen.catalog import cited_sources
    from cardgen.overwrite import write_carefully

    sources = cited_sources(ids, Path.cwd())
    text = FORMATS[form].write(csl_item(record.id, record.value) for record in sources)
    if output is None:
        # In UTF-8, as other programs read it, whatever the terminal's code page.
        click.echo(text.encode(), nl=False)
        return
    write_carefully(output, text.encode(), force=force)
    click.echo(f"{output}  {counted(len(sources), 'source')}")
