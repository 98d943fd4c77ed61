"""`cardgen schema`."""

import json

import click

from cardgen.cli.choices import Choices
from cardgen.cli.columns import in_columns, terminal_width
from cardgen.documents import KINDS as DOCUMENTS
from cardgen.kinds import KINDS

_REQUESTS = {f"{name}-request": name for name in DOCUMENTS}
"""The kinds of documents, by the names of the schemas of their requests."""


@click.command()
@click.argument("kind", required=False, type=Choices([*KINDS, *_REQUESTS]))
def schema(kind: str | None) -> None:
    """Write the JSON Schema of a KIND of file or request, by which editors complete and check it.

    The files that `cardgen new` and `cardgen init` write name their schema themselves. Without
    KIND, tell which kinds there are and where their files stand.

    \b
    Examples:
      cardgen schema
      cardgen schema stretch > stretch.json
      cardgen schema handout-request
    """
    if kind is None:
        rows = [(found.name, f"{found.place}: {found.about}") for found in KINDS.values()]
        rows += [
            (name, f"what may be asked of it: {DOCUMENTS.entries[document].title}")
            for name, document in _REQUESTS.items()
        ]
        click.echo("\n".join(in_columns(rows, terminal_width())))
        return
    if kind in _REQUESTS:
        from cardgen.schema import schema_of_request

        click.echo(json.dumps(schema_of_request(_REQUESTS[kind]), indent=2, ensure_ascii=False))
        return
    from cardgen.scaffold import SCHEMAS

    click.echo((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"), nl=False)
