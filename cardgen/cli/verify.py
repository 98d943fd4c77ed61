"""`cardgen verify`."""

from pathlib import Path

import click

from cardgen.cli.keeping import open_library
from cardgen.cli.report import report_warnings
from cardgen.errors import CardgenError, InvalidDataError, Problem
from cardgen.words import counted


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE.pdf...",
    type=click.Path(dir_okay=False, path_type=Path),
)
@click.option("--password", default="", help="The password of files that are locked.")
def verify(files: tuple[Path, ...], password: str) -> None:
    """Say whether printed files still say what the library says today.

    Each PDF, and each page for a phone, tells the version of cardgen that made it, and has a digest
    of each stretch, routine, source and safety text that it prints. Files that another program has
    saved may have lost them.

    \b
    Examples:
      cardgen verify out/post-run-handout.pdf
      cardgen verify patients/*.pdf
    """
    from cardgen.verify import verified

    library = open_library()
    problems: list[Problem] = []
    for path in files:
        try:
            verdict = verified(path, library, password)
        except CardgenError as error:
            problems += error.problems
            continue
        report_warnings(verdict.warnings)
        problems += verdict.problems
        if not verdict.problems:
            texts = counted(len(verdict.printed.texts), "text")
            click.echo(f"{path}  {texts} as today, by {verdict.printed.maker}")
    if problems:
        raise InvalidDataError(problems)
