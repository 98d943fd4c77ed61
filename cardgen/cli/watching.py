"""--watch: builds again whenever a file that is involved changes."""

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cardgen.cli.place import library_folder, output_folder
from cardgen.cli.report import report_problems
from cardgen.errors import CardgenError
from cardgen.model.picture import ENDINGS

_SUFFIXES = {".yaml", ".yml", ".csl", *(f".{ending}" for ending in ENDINGS)}
WATCH = "Make it again whenever a file changes."
"""The help text of --watch."""


def watchable(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option --watch; all that it does is done again at each change."""
    return click.option("--watch", is_flag=True, help=WATCH)(watched(command))


def watched(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that also takes whether to watch."""

    @functools.wraps(command)
    def wrapped(*args: Any, watch: bool, **options: Any) -> None:
        if not watch:
            command(*args, **options)
            return
        if options.get("output") == Path("-"):
            raise click.UsageError("--watch makes a file again and again: name one with -o.")
        _build(command, args, options)
        click.echo("Watching for changes; stop with Ctrl-C.")
        with contextlib.suppress(KeyboardInterrupt):
            for _ in _changes(options):
                _build(command, args, options)

    return wrapped


def _build(command: Callable[..., None], args: Any, options: Mapping[str, Any]) -> None:
    try:
        command(*args, **options)
    except CardgenError as error:
        report_problems(error)


def _changes(options: Mapping[str, Any]) -> Iterator[object]:
    """Yield at each change below the working folder, or beside a file that an option names."""
    from watchfiles import DefaultFilter, watch

    here, usual = Path.cwd(), output_folder().absolute()
    output = options.get("output")
    written = output.resolve() if output else None
    ignored = DefaultFilter()

    def involved(change: Any, name: str) -> bool:
        path = Path(name)
        is_ours = path == written or path.is_relative_to(usual)
        return ignored(change, name) and path.suffix.lower() in _SUFFIXES and not is_ours

    named = (value for value in options.values() if isinstance(value, Path) and value.exists())
    folders = {here, library_folder(), *(path.resolve().parent for path in named)}
    yield from watch(*folders, watch_filter=involved)
