"""`cardgen check`."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardgen.cli.options import today
from cardgen.cli.report import counted
from cardgen.errors import ExitCode

if TYPE_CHECKING:
    from cardgen.lint.run import Report

_COLOURS = {"error": "red", "warning": "yellow"}


@click.command()
@click.argument(
    "paths", nargs=-1, metavar="[PATH...]", type=click.Path(exists=True, path_type=Path)
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--json", "as_json", is_flag=True, help="Write the findings as JSON.")
@click.option("--rules", is_flag=True, help="List the rules with their codes, and check nothing.")
@click.pass_context
def check(
    ctx: click.Context, paths: tuple[Path, ...], strict: bool, as_json: bool, rules: bool
) -> None:
    """Tell what is wrong in definitions, and what is hard to read, unsafe or will not fit.

    PATH is a file or a folder; without one it is the folder you are in, or the library that
    comes with cardgen where that has no definitions. Exits with 3 when there are errors, and
    with --strict also when there are warnings.

    \b
    Examples:
      cardgen check
      cardgen check stretches/side-bend.yaml
      cardgen check --strict --json
      cardgen check --rules
    """
    if rules:
        _list_rules()
        return
    from cardgen.lint.run import check as checked

    report = checked(paths, Path.cwd(), today())
    _write_json(report) if as_json else _write(report)
    if report.count("error") or (strict and report.findings):
        ctx.exit(ExitCode.INVALID_DATA)


def _list_rules() -> None:
    from cardgen.lint.registry import RULES

    for rule in RULES:
        click.echo(f"  {rule.code:18}  {rule.group:15}  {rule.asks}")


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
