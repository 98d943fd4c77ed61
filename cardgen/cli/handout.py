"""`cardgen handout`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from cardgen.cli import complete, options
from cardgen.cli.handout_options import handout_options
from cardgen.cli.report import report
from cardgen.cli.watching import watchable
from cardgen.model.arrangement import Arrangement

if TYPE_CHECKING:
    from cardgen.model.request import HandoutRequest

_SIDES: dict[str | None, Literal[1, 2] | None] = {None: None, "1": 1, "2": 2}


@click.command()
@click.argument("routine", required=False, shell_complete=complete.ids("routines"))
@handout_options
@options.output("out/ROUTINE-handout.pdf")
@watchable
def handout(routine: str | None, output: Path | None, **given: Any) -> None:
    """Make the handout of a ROUTINE.

    ROUTINE is an id from `cardgen list`; post-run when left out.

    \b
    Examples:
      cardgen handout
      cardgen handout core-1 --page a4
      cardgen handout --for "Maria Álvarez" --date today --clinic clinic.yaml
      cardgen handout --set figure-four.dose.hold=20 --without cat-cow
      cardgen handout --condition osteoporosis --note "Go slowly." --next "Dec 1"
      cardgen handout --pages 2 --log 4w
    """
    from cardgen.build import build_handout
    from cardgen.model.request import DEFAULT_ROUTINE

    routine = routine or DEFAULT_ROUTINE
    target = output or Path("out", f"{routine}-handout.pdf")
    report(build_handout(handout_request(routine, **given), target, Path.cwd()))


def handout_request(
    routine: str,
    *,
    recipient: str | None,
    note: str | None,
    next_visit: str | None,
    settings: tuple[str, ...],
    clinic: Path | None,
    layout: Any,
    pages: str | None,
    large_print: bool,
    log: int | None,
    no_log: bool,
    pdfa: bool,
    **others: Any,
) -> "HandoutRequest":
    """Return what the options ask for. Raises CardgenError, or click's usage error."""
    if large_print and (layout or pages):
        raise click.UsageError("--large-print has its own layout: leave out --layout and --pages.")
    from cardgen.build import dose_changes, load_letterhead, personal_text
    from cardgen.model.request import HandoutRequest

    return HandoutRequest(
        routine,
        recipient=personal_text(recipient, "--for"),
        letterhead=load_letterhead(clinic) if clinic else None,
        note=personal_text(note, "--note"),
        next_visit=personal_text(next_visit, "--next"),
        changes=dose_changes(settings),
        arrangement=Arrangement(layout, _SIDES[pages], large_print),
        log_days=_log_days(log, no_log=no_log),
        archival=pdfa,
        built=options.epoch_date(),
        today=options.today(),
        **others,
    )


def _log_days(log: int | None, *, no_log: bool) -> int | None:
    """Return for how many days there is a log: none where it is refused."""
    if no_log and log:
        raise click.UsageError("Give either --log or --no-log.")
    return 0 if no_log else log
