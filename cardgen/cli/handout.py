"""`cardgen handout`."""

import datetime
from pathlib import Path

import click

from cardgen.cli import complete, options
from cardgen.cli.report import report
from cardgen.cli.watching import watchable


@click.command()
@click.argument("routine", required=False, shell_complete=complete.ids("routines"))
@options.paper
@options.theme
@click.option("--for", "recipient", metavar="NAME", help="The name of the person it is for.")
@click.option("--date", type=options.Date(), help="A date to print: 2026-11-22, or today.")
@click.option(
    "--clinic",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A YAML file with the clinic's name, address, phone, web, clinician and logo.",
)
@click.option(
    "--csl",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Another citation style, from citationstyles.org.",
)
@click.option("--metadata-name", is_flag=True, help="Put the name into the title of the file, too.")
@options.pdfa
@options.output("out/ROUTINE-handout.pdf")
@watchable
def handout(
    routine: str | None,
    paper: str,
    theme: str,
    recipient: str | None,
    date: datetime.date | None,
    clinic: Path | None,
    csl: Path | None,
    metadata_name: bool,
    pdfa: bool,
    output: Path | None,
) -> None:
    """Make the one-page handout of a ROUTINE.

    ROUTINE is an id from `cardgen list`; post-run when left out.

    \b
    Examples:
      cardgen handout
      cardgen handout core-1 --page a4
      cardgen handout --for "Maria Álvarez" --date today --clinic clinic.yaml
      cardgen handout gym-bag -o maria.pdf
    """
    from cardgen.build import build_handout, load_letterhead, personal_name
    from cardgen.model.request import DEFAULT_ROUTINE, HandoutRequest

    routine = routine or DEFAULT_ROUTINE

    request = HandoutRequest(
        routine=routine,
        paper=paper,
        theme=theme,
        recipient=personal_name(recipient) if recipient is not None else None,
        date=date,
        letterhead=load_letterhead(clinic) if clinic else None,
        csl=csl,
        archival=pdfa,
        built=options.epoch_date(),
        metadata_name=metadata_name,
    )
    made = build_handout(request, output or Path("out", f"{routine}-handout.pdf"), Path.cwd())
    report(made)
