"""`cardgen programme`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import complete, options
from cardgen.cli.derived import options_of
from cardgen.cli.document import DerivedCommand
from cardgen.cli.keeping import open_library
from cardgen.cli.requests import naming_options, request_of
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.documents.programme import Programme
    from cardgen.model.library import Library

_MOVES = ("programme", "conditions", "changes", "without", "add")
"""The options of a handout that say which moves it has."""


def _options() -> Iterator[click.Option]:
    return options_of("cardgen.documents.handout_request:HandoutRequest", _MOVES)


@click.command(cls=DerivedCommand, derive=_options)
@click.argument(
    "routine", metavar="[ROUTINE]", required=False, shell_complete=complete.ids("routines")
)
@click.option("--title", metavar="TEXT", help="The heading of its pages.")
@click.option("--author", metavar="NAME", help="Who put it together; it prints at the foot.")
@click.option(
    "--compare",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Tell what is new since an earlier programme.",
)
@options.output("The file to write, in place of the terminal.")
def programme(
    routine: str | None,
    title: str | None,
    author: str | None,
    compare: Path | None,
    output: Path | None,
    *,
    force: bool,
    **typed: Any,
) -> None:
    """Make a programme of a ROUTINE, or of an earlier programme: moves with their doses, in a file.

    It takes the place of a routine in every kind of document, and is yours to change: see
    `cardgen new programme`. It holds no name of a person. Why to do the routine comes along only
    while its moves are the same.

    \b
    Examples:
      cardgen programme post-run --without cat-cow -o next-week.yaml
      cardgen programme --programme this-week.yaml --set glute-bridge.dose.reps=12
      cardgen programme --programme this-week.yaml --compare last-week.yaml
      cardgen handout --programme this-week.yaml --for "Maria Álvarez"
    """
    from cardgen.documents.handout_request import HandoutRequest
    from cardgen.documents.programme_of import programme_of, programme_text
    from cardgen.overwrite import write_carefully

    if routine and typed.get("programme"):
        raise click.UsageError("Give either ROUTINE or --programme.")
    library = open_library()
    with naming_options(HandoutRequest, library):
        named = {"routine": routine} if routine else {}
        made = programme_of(request_of(HandoutRequest, typed, library, **named), library)
    said = {name: text for name, text in (("title", title), ("author", author)) if text}
    made = made.changed(**said) if said else made
    if output:
        write_carefully(output, programme_text(made).encode(), force=force)
        click.echo(f"{output}  {counted(len(made.moves), 'move')}")
    if compare:
        _tell_new(compare, made, library)
    elif not output:
        click.echo(programme_text(made), nl=False)


def _tell_new(earlier: Path, made: "Programme", library: "Library") -> None:
    """Tell what is new since an earlier file."""
    from cardgen.documents.check import check_request
    from cardgen.documents.handout_request import HandoutRequest
    from cardgen.documents.programme import load_programme
    from cardgen.documents.programme_changes import what_is_new
    from cardgen.typography.printable import refusal

    old = load_programme(earlier, refusal)
    check_request(HandoutRequest(programme=old), library)
    lines = list(what_is_new(old.value, made, library))
    click.echo("\n".join(lines) if lines else "nothing is new")
