"""`cardgen preview`."""

import functools
from pathlib import Path
from typing import Any

import click

from cardgen.cli import complete, options
from cardgen.cli.watching import watchable

_SHEET_DPI = 60
_SHEET_COLUMNS = 4


@click.command()
@click.argument(
    "target",
    required=False,
    metavar="[ROUTINE | STRETCH]",
    shell_complete=complete.ids("routines", "stretches"),
)
@click.option("--all", "everything", is_flag=True, help="A contact sheet of the whole library.")
@click.option("--cards", "as_cards", is_flag=True, help="The cards of a routine, not its handout.")
@options.size
@options.paper
@options.theme
@options.pairing
@click.option(
    "--dpi",
    type=click.IntRange(30, 600),
    default=110,
    show_default=True,
    help="Dots an inch.",
)
@click.option("--open", "opened", is_flag=True, help="Show the picture when it is made.")
@options.output("out/TARGET-preview.png")
@watchable
def preview(
    target: str | None, everything: bool, opened: bool, output: Path | None, **look: Any
) -> None:
    """Make a picture of what would be printed, as a PNG.

    Of a ROUTINE that is its handout, and with --cards its cards; of a STRETCH its card. Sheets
    of cards are shown without their margins, fronts before backs.

    \b
    Examples:
      cardgen preview post-run --open
      cardgen preview figure-four --size poker
      cardgen preview core-1 --cards --watch
      cardgen preview --all
    """
    if everything == bool(target):
        raise click.UsageError("Name a routine or a stretch, or --all.")
    from cardgen.write import write_whole

    path = output or Path("out", f"{target or 'library'}-preview.png")
    content, count = _sheet(look) if target is None else _picture(target, look)
    write_whole(path, content)
    click.echo(f"{path}  {count} page{'' if count == 1 else 's'}")
    if opened:
        click.launch(str(path))


def _picture(target: str, look: dict[str, Any]) -> tuple[bytes, int]:
    """Return the pages of one target, and how many there are."""
    from cardgen.preview import on_a_desk, pages, trimmed

    if look["as_cards"] or target in _ids("stretches"):
        shown = [trimmed(page) for page in pages(_cards((target,), look), look["dpi"])]
    else:
        shown = pages(_handout(target, look), look["dpi"])
    return on_a_desk(shown, columns=2), len(shown)


def _sheet(look: dict[str, Any]) -> tuple[bytes, int]:
    """Return all stretches as cards and all routines as handouts, small."""
    from cardgen.preview import on_a_desk, pages

    shown = pages(_cards(tuple(_ids("stretches")), look), _SHEET_DPI)
    for routine in _ids("routines"):
        shown += pages(_handout(routine, look), _SHEET_DPI)
    return on_a_desk(shown, _SHEET_COLUMNS), len(shown)


def _ids(kind: str) -> list[str]:
    from cardgen.paths import definition_ids

    return definition_ids(kind, Path.cwd())


def _cards(targets: tuple[str, ...], look: dict[str, Any]) -> Any:
    from cardgen.build import build_cards
    from cardgen.model.request import CardsRequest

    request = CardsRequest(targets=targets, size=look["size"], **_style(look))
    return functools.partial(build_cards, request, folder=Path.cwd())


def _handout(routine: str, look: dict[str, Any]) -> Any:
    from cardgen.build import build_handout
    from cardgen.model.request import HandoutRequest

    request = HandoutRequest(routine=routine, **_style(look))
    return functools.partial(build_handout, request, folder=Path.cwd())


def _style(look: dict[str, Any]) -> dict[str, Any]:
    return {name: look[name] for name in ("paper", "theme", "pairing")}
