"""What a command says when it has made something."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardgen.errors import CardgenError

if TYPE_CHECKING:
    from cardgen.delivery import BuildResult


def report(made: "BuildResult", *, err: bool = False) -> None:
    """Print the path of a file and what was reached in it, beside standard output if `err`."""
    report_warnings(made.warnings)
    names = " and ".join(_shown(path) for path in (made.path, *made.others))
    click.echo(f"{names}  {', '.join(made.facts)}", err=err)


def _shown(path: Path) -> str:
    near = path.is_absolute() and path.is_relative_to(Path.cwd())
    return str(path.relative_to(Path.cwd()) if near else path)


def report_warnings(warnings: Iterable[object]) -> None:
    """Print each of some warnings on a line of its own."""
    for warning in warnings:
        click.echo(f"{click.style('warning:', fg='yellow')} {warning}", err=True)


def report_problems(error: CardgenError) -> None:
    """Print each problem of an error on a line of its own, and each warning."""
    for problem in error.problems:
        click.echo(f"{click.style('error:', fg='red')} {problem}", err=True)
    report_warnings(error.warnings)
