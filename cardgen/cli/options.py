"""Options and checks that several commands share."""

import datetime
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from cardgen.cli import complete
from cardgen.paths import data_ids

F = TypeVar("F", bound=Callable[..., object])


def _one_of(flag: str, kind: str, default: str, says: str, name: str = "") -> Callable[[F], F]:
    """Return an option that takes the id of one of our data files of a kind."""
    return click.option(
        flag,
        name or flag.removeprefix("--"),
        type=click.Choice(data_ids(kind), case_sensitive=False),
        default=default,
        show_default=True,
        help=says,
    )


paper = _one_of("--page", "papers", "letter", "The paper to print on.", "paper")
theme = _one_of(
    "--theme",
    "themes",
    "colour",
    "Colours; grey is for a laser printer, ink for a photocopier, two-colour for a press.",
)
pairing = _one_of(
    "--type",
    "type",
    "plain",
    "Typefaces; fira sets headings in Fira Sans, plain all in Atkinson Hyperlegible.",
    "pairing",
)
country = _one_of("--country", "countries", "US", "Whose emergency numbers print.")
LONGEST_NAME = 60


def file_name(targets: Sequence[str]) -> str:
    """Return what the name of a file starts with that is made of a routine, or of stretches."""
    return "-".join(targets)[:LONGEST_NAME]


size = click.option(
    "--size",
    default="id-1",
    show_default=True,
    metavar="SIZE",
    shell_complete=complete.ids("sizes"),
    help="An id from `cardgen list sizes`, or measures: 70x100mm. id-1 is a bank card.",
)


def output(default: str) -> Callable[[F], F]:
    """Return the -o option with the file that is written when it is left out."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help=f"The file to write.  [default: {default}]",
    )


pdfa = click.option(
    "--pdfa", is_flag=True, help="Write an archival file: PDF/A-2a as well as PDF/UA-1."
)


class Date(click.ParamType[datetime.date]):
    """A date as 2026-11-22, or "today"."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Return the date. Fails with click's usage error."""
        if isinstance(value, datetime.date):
            return value
        if value == "today":
            return today()
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"expected a date such as 2026-11-22, or today, got '{value}'", param, ctx)


def printers_folder() -> Path:
    """Return the folder where printers are kept that a person has measured."""
    return Path(click.get_app_dir("cardgen"), "printers")


def web_address(url: str) -> str:
    """Return a web address that a QR code can hold. Raises click's usage error."""
    if re.fullmatch(r"https?://[!-~]{3,300}", url):
        return url
    raise click.UsageError(f"--url: expected an address such as https://example.org, got '{url}'")


class Days(click.ParamType[int]):
    """A time as days: "2w" or "10d"."""

    name = "days"
    most = 28

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number of days. Fails with click's usage error."""
        match = re.fullmatch(r"([1-9]\d?)([dw])", str(value))
        days = int(match[1]) * (7 if match[2] == "w" else 1) if match else 0
        if not 1 <= days <= self.most:
            self.fail(f"expected up to 4 weeks, as 2w or 10d, got '{value}'", param, ctx)
        return days


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
