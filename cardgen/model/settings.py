"""What a person has settled for a folder, in `cardgen.yaml`."""

from collections.abc import Mapping

from cardgen.model.base import Model, Text
from cardgen.model.roster import DateOrder


class Settings(Model):
    """What holds for all work in a folder. An option of a command outranks it."""

    country: Text | None = None
    """Your country, such as US or UK: its emergency numbers, and how its people write dates."""
    date_order: DateOrder | None = None
    """How dates such as 05/06/2026 are written in your rosters, where these do not tell."""
    columns: Mapping[Text, Text] = {}
    """What cardgen calls a column, by its heading in your rosters: `Patient name: recipient`."""
    ignore_columns: tuple[Text, ...] = ()
    """The headings of columns in your rosters that cardgen passes over."""


class Truths(Model):
    """The words by which spreadsheets write truth values."""

    yes: tuple[Text, ...]
    no: tuple[Text, ...]
