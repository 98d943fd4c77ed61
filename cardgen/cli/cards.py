"""`cardgen cards`."""

from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from cardgen.cli import complete, options
from cardgen.cli.report import report
from cardgen.cli.sheet_options import sheet_options, sheet_values
from cardgen.cli.watching import watchable


@click.command()
@click.argument(
    "targets",
    nargs=-1,
    metavar="[ROUTINE | STRETCH...]",
    shell_complete=complete.ids("routines", "stretches"),
)
@options.size
@options.paper
@click.option(
    "--sheet",
    metavar="SHEET",
    shell_complete=complete.ids("sheets"),
    help="A maker's sheet, from `cardgen list sheets`.",
)
@options.theme
@options.pairing
@options.country
@click.option("--skip", multiple=True, metavar="STRETCH", help="Leave a card out; also `cover`.")
@click.option("--url", metavar="URL", help="A web address for the code on the cover.")
@click.option("--date", type=options.Date(), help="A date to print: 2026-11-22, or today.")
@sheet_options
@click.option("--printer", metavar="NAME", help="One that you have measured: see `calibrate`.")
@options.pdfa
@options.output("out/ROUTINE-cards.pdf")
@watchable
@click.pass_context
def cards(
    ctx: click.Context,
    /,
    targets: tuple[str, ...],
    url: str | None,
    pdfa: bool,
    output: Path | None,
    **asked: Any,
) -> None:
    """Make pocket cards of a ROUTINE, or of the stretches you name.

    Fronts and backs are on facing sides of each sheet: print on both sides, at 100 %, and
    flip on the long edge. A cover and a safety card are among them.

    \b
    Examples:
      cardgen cards
      cardgen cards post-run --size poker --theme ink
      cardgen cards --sheet avery-5371 --start-at 4
      cardgen cards post-run --size index-3x5 --split-sides
      cardgen cards cat-cow pelvic-tilt --page a4 --fold
      cardgen cards --size a6 --bleed 3mm --one-per-page
    """
    from cardgen.build import build_cards
    from cardgen.calibrate import load_printer
    from cardgen.model.printing import SheetOptions
    from cardgen.model.request import DEFAULT_DECK, CardsRequest

    _refuse_clashes(ctx, asked)
    printer = asked.pop("printer")
    targets = targets or (DEFAULT_DECK,)
    name = options.file_name(targets)
    request = CardsRequest(
        targets=targets,
        options=SheetOptions(**sheet_values(asked)),
        url=options.web_address(url) if url else None,
        printer=load_printer(printer, options.printers_folder()) if printer else None,
        archival=pdfa,
        built=options.epoch_date(),
        **asked,
    )
    report(build_cards(request, output or Path("out", f"{name}-cards.pdf"), Path.cwd()))


def _refuse_clashes(ctx: click.Context, asked: dict[str, Any]) -> None:
    """Raise click's usage error where a sheet or a printer stands beside what it rules out."""
    if asked["printer"] and asked["single"]:
        raise click.UsageError("--printer and --one-per-page do not go together.")
    if not asked["sheet"]:
        return
    for parameter, name in (("size", "--size"), ("paper", "--page")):
        if ctx.get_parameter_source(parameter) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--sheet has its own size and paper: leave out {name}.")
    for parameter, name in (("fold", "--fold"), ("single", "--one-per-page")):
        if asked[parameter]:
            message = f"--sheet and {name} do not go together: cards have their place."
            raise click.UsageError(message)
