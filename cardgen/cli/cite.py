"""`cardgen cite`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardgen.cli import complete, options
from cardgen.cli.choices import Choices
from cardgen.cli.place import library_folder
from cardgen.cli.report import report_warnings
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.bibliography.csl import Item
    from cardgen.model.library import Record
    from cardgen.model.source import Source

_FORMATS = ("csl-json", "bibtex", "biblatex", "ris", "nbib")


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
    type=Choices(_FORMATS),
    help="The format, csl-json where none is named; bibtex is for BibTeX itself, nbib is PubMed's.",
)
@click.option("--styled", is_flag=True, help="A list of references to read, in place of a format.")
@click.option(
    "--csl",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="With --styled: in this style, from citationstyles.org.",
)
@click.option("--html", is_flag=True, help="With --styled: as HTML, with italics and links.")
@options.output("The file to write, in place of the terminal.")
def cite(
    ids: tuple[str, ...],
    form: str | None,
    styled: bool,
    csl: Path | None,
    html: bool,
    output: Path | None,
    *,
    force: bool,
) -> None:
    """Write sources for a reference manager, or as a list of references.

    ID is a source, or a routine or stretch, whose sources are meant. Without an ID it is every
    verified source that there is.

    \b
    Examples:
      cardgen cite --format bibtex -o sources.bib
      cardgen cite post-run --format ris
      cardgen cite gobbo2019 chen2014
      cardgen cite post-run --styled --csl apa.csl --html -o sources.html
    """
    from cardgen.bibliography.csl import csl_item
    from cardgen.bibliography.formats import FORMATS
    from cardgen.catalog import cited_sources
    from cardgen.overwrite import write_carefully

    if (csl or html) and not styled:
        raise click.UsageError("--csl and --html are for a list of references: add --styled.")
    if styled and form:
        raise click.UsageError("--styled makes a list to read, and --format a file for programs.")
    sources = cited_sources(ids, library_folder())
    if styled:
        text = _styled(sources, csl, html=html)
    else:
        items = [csl_item(one.id, one.value) for one in sources]
        text = FORMATS[form or _FORMATS[0]](items)
        if form == "nbib":
            report_warnings(_lost(items))
    if output is None:
        # In UTF-8, as other programs read it, whatever the terminal's code page.
        click.echo(text.encode(), nl=False)
        return
    write_carefully(output, text.encode(), force=force)
    click.echo(f"{output}  {counted(len(sources), 'source')}")


def _lost(items: "list[Item]") -> Iterator[str]:
    from cardgen.bibliography.nbib import left_out

    for item in items:
        if fields := left_out(item):
            yield f"{item['id']}: nbib has no place for {', '.join(fields)}"


def _styled(sources: "list[Record[Source]]", csl: Path | None, *, html: bool) -> str:
    """Return the list of references, and say what a style leaves out."""
    from cardgen.bibliography.style_file import load_style
    from cardgen.cli.requests import naming_options, spoken
    from cardgen.compose.reference_list import listed, references_of
    from cardgen.documents.handout_request import HandoutRequest

    with naming_options(HandoutRequest):
        found = references_of(sources, load_style(csl) if csl else None)
        report_warnings(spoken(notice, HandoutRequest) for notice in found.notices())
        return listed(found.references(), html=html)
