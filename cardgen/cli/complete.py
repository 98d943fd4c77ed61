"""What a shell completes: the ids of definitions, from the names of their files."""

from collections.abc import Callable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from cardgen.cli.place import library_folder
from cardgen.errors import CardgenError
from cardgen.paths import data_ids, definition_ids

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def ids(*kinds: str) -> Completer:
    """Return what completes the ids of some kinds, such as "stretches", "routines" and "sizes"."""

    def complete(_: click.Context, __: click.Parameter, start: str) -> list[CompletionItem]:
        try:
            folder = library_folder()
        except CardgenError:  # settings that are wrong: a command tells of them
            folder = Path.cwd()
        return [
            CompletionItem(id_, help=kind)
            for kind in kinds
            for id_ in sorted({*definition_ids(kind, folder), *data_ids(kind)})
            if id_.startswith(start)
        ]

    return complete


def languages(_: click.Context, __: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the languages that there are."""
    return [CompletionItem(id_) for id_ in data_ids("locales") if id_.startswith(start)]
