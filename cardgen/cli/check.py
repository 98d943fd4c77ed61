"""`cardgen check`."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli.check_roster import check_roster, is_roster
from cardgen.cli.columns import in_columns, terminal_width
from cardgen.cli.derived import options_of
from cardgen.cli.document import DerivedCommand
from cardgen.cli.keeping import store
from cardgen.cli.options import today
from cardgen.cli.place import library_folder
from cardgen.cli.progress import progress
from cardgen.cli.timing import stage
from cardgen.errors import ExitCode
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.lint.run import Report

_COLOURS = {"error": "red", "warning": "yellow"}


_READING = (
    "sheet_name",
    "date_order",
    "ignore_columns",
    "multiline_notes",
    "name_pattern",
    "password_column",
)
"""What of a batch matters to a roster that is only looked at."""


def _options() -> Iterator[click.Option]:
    return options_of("cardgen.batch.request:Batch", _READING)


@click.command(cls=DerivedCommand, derive=_options, own_first=True)
@click.argument(
    "paths", nargs=-1, metavar="[PATH...]", type=click.Path(exists=True, path_type=Path)
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@click.option("--rules", is_flag=True, help="List the rules with their codes, and check nothing.")
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    strict: bool,
    as_json: bool,
    rules: bool,
    **typed: Any,
) -> None:
    """Tell what is wrong in definitions, and what is hard to read, unsafe or will not fit.

    PATH is a file or a folder; without one it is the folder you are in, or the library that
    comes with cardgen where that has no definitions. Exits with 3 when there are errors, and
    with --strict also when there are warnings.

    Of a roster (one file: a spreadsheet, CSV, JSON Lines, a list in YAML) it tells what
    `cardgen batch` would make, and every problem; no file is written.

    \b
    Examples:
      cardgen check
      cardgen check roster.csv
      cardgen check stretches/side-bend.yaml
      cardgen check --strict --json
      cardgen check --rules
    """
    if rules:
        _list_rules()
        return
    if any(map(is_roster, paths)):
        _check_roster(ctx, paths, typed, strict=strict, as_json=as_json)
        return
    from cardgen.lint.run import check as checked

    with progress() as told, stage("check"):
        report = checked(paths, library_folder(), today(), store(), told)
    _write_json(report) if as_json else _write(report)
    if report.count("error") or (strict and report.findings):
        ctx.exit(ExitCode.INVALID_DATA)


def _check_roster(
    ctx: click.Context,
    paths: tuple[Path, ...],
    typed: dict[str, Any],
    *,
    strict: bool,
    as_json: bool,
) -> None:
    if len(paths) > 1:
        raise click.UsageError("Check one roster at a time, and no definitions with it.")
    found = check_roster(paths[0], typed, as_json=as_json)
    if found.problems or (strict and found.warnings):
        ctx.exit(ExitCode.INVALID_DATA)


def _list_rules() -> None:
    from cardgen.lint.registry import RULES

    rows = [(rule.code, f"{rule.group}: {rule.asks}") for rule in RULES]
    click.echo("\n".join(in_columns(rows, terminal_width())))


def _write(report: "Report") -> None:
    from cardgen.lint.registry import PEMAT_ITEMS, pemat_items

    for finding in report.findings:
        label = click.style(f"{finding.severity}:", fg=_COLOURS[finding.severity])
        code = "" if finding.severity == "error" else f"  [{finding.code}]"
        click.echo(f"{label} {finding.problem}{code}")
    counts = [counted(report.count(severity), severity) for severity in ("error", "warning")]
    click.echo(f"{', '.join(counts)} in {counted(report.files, 'file')}.")
    checked = len(pemat_items())
    click.echo(
        f"PEMAT-P: {checked} of {PEMAT_ITEMS} items checked by machine, in part or in whole; "
        "a person must judge them all."
    )


def _write_json(report: "Report") -> None:
    import json

    from cardgen.lint.registry import PEMAT_ITEMS, pemat_items

    findings = [
        {"severity": f.severity, "code": f.code, **asdict(f.problem)} for f in report.findings
    ]
    pemat = {"items_checked_by_machine": list(pemat_items()), "of": PEMAT_ITEMS}
    told = {"files": report.files, "findings": findings, "pemat_p": pemat}
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))
