"""`cardgen cards`."""

from pathlib import Path

import click

from cardgen.cli import complete, options
from cardgen.cli.report import report
from cardgen.cli.watching import watchable
from cardgen.paths import data_ids

LONGEST_NAME = 60


@click.command()
@click.argument(
    "targets",
    nargs=-1,
    metavar="[ROUTINE | STRETCH...]",
    shell_complete=complete.ids("routines", "stretches"),
)
@click.option(
    "--size",
    type=click.Choice(data_ids("sizes"), case_sensitive=False),
    default="id-1",
    show_default=True,
    help="The size of a card; id-1 is that of a bank card.",
)
@options.paper
@options.theme
@click.option(
    "--country",
    type=click.Choice(data_ids("countries"), case_sensitive=False),
    default="US",
    show_default=True,
    help="Whose emergency numbers print.",
)
@options.pdfa
@options.output("out/ROUTINE-cards.pdf")
@watchable
def cards(
    targets: tuple[str, ...],
    size: str,
    paper: str,
    theme: str,
    country: str,
    pdfa: bool,
    output: Path | None,
) -> None:
    """Make pocket cards of a ROUTINE, or of the stretches you name.

    Fronts and backs are on facing sides of each sheet: print on both sides, at 100 %, and
    flip on the long edge. A safety card is always among them.

    \b
    Examples:
      cardgen cards
      cardgen cards post-run --size poker
      cardgen cards cat-cow pelvic-tilt --page a4
    """
    from cardgen.build import build_cards
    from cardgen.model.request import DEFAULT_DECK, CardsRequest

    targets = targets or (DEFAULT_DECK,)
    name = "-".join(targets)[:LONGEST_NAME]
    request = CardsRequest(
        targets=targets,
        size=size,
        paper=paper,
        theme=theme,
        country=country,
        archival=pdfa,
        built=options.epoch_date(),
    )
    report(build_cards(request, output or Path("out", f"{name}-cards.pdf"), Path.cwd()))
