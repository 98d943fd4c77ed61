"""`cardgen batch`."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli.handout_options import handout_options
from cardgen.errors import ExitCode

if TYPE_CHECKING:
    from cardgen.batch.run import Batch, Summary

_OWN = (
    "pattern",
    "keep_going",
    "password_column",
    "jobs",
    "merge",
    "duplex",
    "print_only",
    "zipped",
    "dask",
)
"""The options that a batch does not share with a handout."""
_EVERY = 5.0
"""Seconds between two lines of progress where there is no terminal."""
_REFRESHED = 0.1
"""Seconds between two looks of the bar: drawing it takes longer than stamping a page."""


@click.command()
@click.argument("roster", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="The folder to write to.",
)
@click.option(
    "--name-pattern",
    "pattern",
    default="{row}-{routine}.pdf",
    show_default=True,
    metavar="TEXT",
    help="How files are named; any column may stand in braces.",
)
@click.option("--keep-going", is_flag=True, help="Write the good rows, list the bad ones.")
@click.option(
    "--password-column",
    metavar="COLUMN",
    help="Lock each file with the password in this column (AES-256).",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes work.  [default: as many as there are cores, where it is worth it]",
)
@click.option("--merge", is_flag=True, help="Write one PDF with bookmarks, for a print room.")
@click.option("--duplex", is_flag=True, help="With --merge: everyone starts on a new sheet.")
@click.option(
    "--print-only",
    is_flag=True,
    help="With --merge: far more pages to a file, without the tags that screen readers need.",
)
@click.option("--zip", "zipped", is_flag=True, help="Write one archive of all files.")
@click.option("--dask", metavar="ADDRESS", help="Work on the cluster of this Dask scheduler.")
@click.option("--quiet", is_flag=True, help="Say nothing while it works.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@handout_options
def batch(roster: Path, output: Path, *, quiet: bool, as_json: bool, **given: Any) -> None:
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
    from cardgen.batch.run import Run

    own = {name: given.pop(name) for name in _OWN}
    with progress(quiet=quiet) as tell:
        summary = Run(_asked(roster, output, given, **own), tell).work()
    for warning in summary.warnings:
        click.echo(f"{click.style('warning:', fg='yellow')} {warning}", err=True)
    facts = {**asdict(summary), "warnings": list(summary.warnings)}
    click.echo(json.dumps(facts) if as_json else said(summary))
    if summary.rejected:
        click.get_current_context().exit(ExitCode.SOME_REJECTED)


def _asked(
    roster: Path,
    output: Path,
    given: dict[str, Any],
    *,
    password_column: str | None,
    merge: bool,
    duplex: bool,
    print_only: bool,
    zipped: bool,
    **others: Any,
) -> "Batch":
    """Return what the options ask for; `given` are those of a handout, which rows start from.

    Raises CardgenError, or click's usage error.
    """
    from cardgen.batch.run import Batch
    from cardgen.cli.handout import handout_request
    from cardgen.model.request import DEFAULT_ROUTINE

    if given["pdfa"] and password_column:
        raise click.UsageError("An archival file (--pdfa) cannot have a password.")
    if merge and (zipped or given["pdfa"] or password_column or others["dask"]):
        raise click.UsageError(
            "--merge goes with none of --zip, --pdfa, --password-column, --dask."
        )
    for name, asked in (("--duplex", duplex), ("--print-only", print_only)):
        if asked and not merge:
            raise click.UsageError(f"{name} goes with --merge.")
    return Batch(
        roster=roster,
        content=sys.stdin.buffer.read() if str(roster) == "-" else None,
        output=output,
        folder=Path.cwd(),
        defaults=handout_request(DEFAULT_ROUTINE, **given),
        password_column=password_column and password_column.strip().lower(),
        bundle="merge" if merge else "zip" if zipped else "",
        two_sided=duplex,
        print_only=print_only,
        **others,
    )


def said(summary: "Summary") -> str:
    """Return what became of a batch, in words."""
    rate = summary.rows / max(summary.seconds, 1e-3)
    parts = [f"{_count(summary.written)} in {summary.seconds:.1f} s ({rate:.0f} a second)"]
    if summary.kept:
        parts.append(f"{summary.kept} were there already")
    if summary.rejected:
        parts.append(f"{summary.rejected} rows were refused: see rejected.csv")
    return f"{summary.output}  {', '.join(parts)}"


def _count(files: int) -> str:
    return "1 file" if files == 1 else f"{files} files"


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
