"""`cardgen settings`."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import place
from cardgen.cli.columns import in_columns, terminal_width
from cardgen.cli.keeping import open_library
from cardgen.cli.options import printers_folder
from cardgen.paths import SETTINGS

if TYPE_CHECKING:
    from cardgen.library.settings import FoundSettings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write it as JSON.")
def settings(as_json: bool) -> None:
    """Show which settings hold here, and where each comes from.

    An option outranks a variable of the environment such as CARDGEN_PAPER, that the cardgen.yaml
    of the folder you are in, that the one beside your definitions, and that your own in the
    folder that is named below.

    \b
    Examples:
      cardgen new settings
      cardgen settings
      cardgen settings --json
    """
    from cardgen.documents.settled import check_settings

    found = place.settings()
    check_settings(found, open_library(), printers_folder())
    if as_json:
        told = {name: {"value": value, "from": origin} for name, value, origin in _rows(found)}
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    rows = [
        (name, f"{_said(value)}  ({origin or 'default'})") for name, value, origin in _rows(found)
    ]
    click.echo("\n".join(in_columns(rows, terminal_width())))
    click.echo(f"Definitions: {place.library_folder()}")
    click.echo(f"Your own settings: {place.user_folder() / SETTINGS}")


def _rows(found: "FoundSettings") -> Iterator[tuple[str, Any, str]]:
    """Yield the name of each setting, its value, and where it stands; "" where nothing is set."""
    for name, value in found.value.model_dump(mode="json").items():
        layer = found.layer(name)
        yield (name, value, layer.place(name)) if layer else (name, _usual(name) or value, "")


def _usual(name: str) -> str | None:
    """Return what holds where nothing is set, if that is a word."""
    from cardgen.documents.cards import CardsRequest
    from cardgen.model.settings import FEEDS

    if name == "output":
        return str(place.USUAL_OUTPUT)
    field = CardsRequest.model_fields.get(FEEDS.get(name, ""))
    return field.default if field else None


def _said(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{heading}: {name}" for heading, name in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return "none" if value is None else str(value)
