"""`cardgen booklet`."""

from pathlib import Path
from typing import Any

import click

from cardgen.cli import options
from cardgen.cli.report import report


@click.command()
@click.argument("targets", nargs=-1, metavar="[ROUTINE | STRETCH...]")
@options.paper
@options.theme
@options.pairing
@options.country
@click.option("--skip", multiple=True, metavar="STRETCH", help="Leave a move out.")
@click.option("--date", type=options.Date(), help="A date to print: 2026-11-22, or today.")
@options.pdfa
@options.output("out/ROUTINE-booklet.pdf")
def booklet(targets: tuple[str, ...], pdfa: bool, output: Path | None, **asked: Any) -> None:
    """Make a booklet of a ROUTINE: eight small pages from one sheet, folded and cut once.

    Print it on one side, at 100 %. Fold the sheet in half three times and open it. Cut the
    line in the middle. Fold it the long way, and push the ends together into a book.

    \b
    Examples:
      cardgen booklet
      cardgen booklet post-run --page a4
      cardgen booklet core-1 --skip glute-bridge --theme ink
    """
    from cardgen.build import build_booklet
    from cardgen.model.request import DEFAULT_DECK, BookletRequest

    targets = targets or (DEFAULT_DECK,)
    request = BookletRequest(targets=targets, archival=pdfa, built=options.epoch_date(), **asked)
    name = options.file_name(targets)
    report(build_booklet(request, output or Path("out", f"{name}-booklet.pdf"), Path.cwd()))
