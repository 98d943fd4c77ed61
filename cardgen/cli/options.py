"""Options and checks that several commands share."""

import datetime
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
F = TypeVar("F", bound=Callable[..., object])


FORCE = "Replace what is there, even if cardgen did not make it or it is for another person."
"""The help text of --force."""


def output(text: str) -> Callable[[F], F]:
    """Return the options -o, which names a file, with this help text, and --force."""

    def added(command: F) -> F:
        path = click.Path(dir_okay=False, path_type=Path)
        command = click.option("--force", is_flag=True, help=FORCE)(command)
        return click.option("-o", "--output", type=path, help=text)(command)

    return added


def read_date(words: str) -> datetime.date:
    """Return a date such as "2026-11-22", or that of "today". Raises ValueError."""
    try:
        return today() if words == "today" else datetime.date.fromisoformat(words)
    except ValueError:
        raise ValueError(_no_date(words)) from None


def _no_date(words: str) -> str:
    """Return why some words are no date, and what to write in their place."""
    from cardgen.documents.dates import orders_of
    from cardgen.documents.dates import read_date as read_any
    from cardgen.model.findings import ValueRefusedError

    if _ISO.fullmatch(words):
        return f"there is no such day as {words}"
    try:
        day = read_any(words, None, None)
    except ValueRefusedError as refusal:
        if orders_of(words):
            return f"{refusal}: write one of these"
        return f"expected a date such as 2026-11-22, or today, got '{words}'"
    return f"write {day} for '{words}': year, month, day"


def printers_folder() -> Path:
    """Return the folder where printers are kept that a person has measured."""
    return Path(click.get_app_dir("cardgen"), "printers")


def epoch_date() -> datetime.date | None:
    """Return the date that SOURCE_DATE_EPOCH gives, if it is set. Raises click's usage error."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"SOURCE_DATE_EPOCH: expected seconds since 1970, got '{epoch[:40]}'"
        raise click.UsageError(message) from None


def today() -> datetime.date:
    """Return this day, or that of SOURCE_DATE_EPOCH."""
    return epoch_date() or datetime.datetime.now().astimezone().date()
