"""`cardgen batch`."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import place
from cardgen.cli.derived import options_of
from cardgen.cli.document import DerivedCommand
from cardgen.cli.keeping import open_library
from cardgen.cli.report import report_warnings
from cardgen.cli.requests import naming_options, request_of, spoken
from cardgen.errors import ExitCode
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.batch.run import Summary

_EVERY = 5.0
"""Seconds between two lines of progress where there is no terminal."""
_REFRESHED = 0.1
"""Seconds between two looks of the bar: drawing it takes longer than stamping a page."""


def _options() -> Iterator[click.Option]:
    """Yield the options of a batch, and those of a handout: for every row that says no other."""
    yield from options_of("cardgen.batch.request:Batch")
    yield from options_of("cardgen.documents.handout_request:HandoutRequest")


@click.command(cls=DerivedCommand, derive=_options, own_first=True)
@click.argument("roster", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write to.  [default: out]",
)
@click.option("--quiet", is_flag=True, help="Say nothing while it works.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def batch(roster: Path, output: Path | None, *, quiet: bool, as_json: bool, **typed: Any) -> None:
    """Make the pages of everyone in a ROSTER: a CSV file, YAML, JSON Lines, or - for CSV.

    Each row is a person. All rows are checked before a file is written. Stopped at any moment,
    the same command goes on where it was.

    \b
    Examples:
      cardgen batch patients.csv -o monday
      cardgen batch team.csv --page a4 --clinic clinic.yaml
      cardgen batch patients.csv --keep-going --json
      cardgen batch patients.csv --name-pattern "{recipient}-{date}.pdf"
    """
    if output == Path("-"):
        raise click.UsageError("A batch is a folder of files: name one with -o.")
    from cardgen.batch.request import Batch
    from cardgen.batch.run import Run
    from cardgen.documents.handout_request import HandoutRequest

    folder, library = place.library_folder(), open_library()
    with naming_options(HandoutRequest, library), naming_options(Batch):
        asked = request_of(
            Batch,
            typed,
            library,
            roster=roster,
            content=sys.stdin.buffer.read() if str(roster) == "-" else None,
            output=output or place.output_folder(),
            folder=folder,
            settings=place.sources(),
            defaults=request_of(HandoutRequest, typed, library),
        )
        with _stopping(kept=not asked.merge), progress(quiet=quiet) as tell:
            summary = Run(asked, tell, library, _announcer(quiet=quiet)).work()
    warnings = [spoken(warning, HandoutRequest) for warning in summary.warnings]
    report_warnings(warnings)
    facts = {**asdict(replace(summary, warnings=())), "warnings": list(map(str, warnings))}
    click.echo(json.dumps(facts) if as_json else said(summary))
    if summary.rejected:
        click.get_current_context().exit(ExitCode.SOME_REJECTED)


@contextmanager
def _stopping(*, kept: bool) -> Iterator[None]:
    """Within: one who stops the program is told what is left; `kept` is what was made so far."""
    try:
        yield
    except KeyboardInterrupt:
        left = "The same command goes on from here." if kept else "Nothing was written."
        click.echo(f"\nStopped. {left}", err=True)
        click.get_current_context().exit(ExitCode.STOPPED)


def _announcer(*, quiet: bool) -> Callable[[str], None]:
    """Return what tells a person something before the work begins."""

    def announce(text: str) -> None:
        if text and not quiet:
            click.echo(text, err=True)

    return announce


def said(summary: "Summary") -> str:
    """Return what became of a batch, in words."""
    rate = summary.rows / max(summary.seconds, 1e-3)
    made = counted(summary.written, "file")
    parts = [f"{made} in {summary.seconds:.1f} s ({rate:.0f} a second)"]
    if summary.kept:
        parts.append(f"{_were(summary.kept)} there already")
    if summary.gone:
        rows = "a row that is" if summary.gone == 1 else "rows that are"
        parts.append(f"{counted(summary.gone, 'page')} of {rows} gone moved to removed/")
    if summary.set_aside:
        parts.append(
            f"{counted(summary.set_aside, 'file')} that somebody changed moved to removed/"
        )
    if summary.rejected:
        was = "was" if summary.rejected == 1 else "were"
        refused = f"{counted(summary.rejected, 'row')} {was} refused"
        parts.append(f"{refused}: see {summary.rejected_list}")
    return f"{summary.output}  {', '.join(parts)}"


def _were(count: int) -> str:
    return f"{count} {'was' if count == 1 else 'were'}"


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Within: show how far a batch is, on standard error: a bar, or a line now and then."""
    if quiet:
        yield lambda *_: None
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _lines()


def _bar() -> Iterator[Callable[[int, int], None]]:
    start, due = time.monotonic(), _due(_REFRESHED)
    bar: Any = click.progressbar(
        length=1,
        file=sys.stderr,
        show_pos=True,
        item_show_func=lambda done: f"{(done or 0) / (time.monotonic() - start):.0f} a second",
    )
    with bar:

        def tell(done: int, rows: int) -> None:
            if due() or done == rows:
                bar.length = max(rows, 1)
                bar.update(done - bar.pos, done)

        yield tell


def _lines() -> Callable[[int, int], None]:
    due = _due(_EVERY)

    def tell(done: int, rows: int) -> None:
        if due():
            click.echo(f"{done} of {rows}", err=True)

    return tell


def _due(every: float) -> Callable[[], bool]:
    """Return what tells, again and again, whether so many seconds have passed."""
    last = time.monotonic()

    def is_due() -> bool:
        nonlocal last
        now = time.monotonic()
        if now - last < every:
            return False
        last = now
        return True

    return is_due
