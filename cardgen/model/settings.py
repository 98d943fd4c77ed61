"""What a person has settled for all their work, in `cardgen.yaml` or in the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cardgen.model.base import Model, Text
from cardgen.model.roster import DateOrder


class Settings(Model):
    """What holds for all work, where neither an option nor a row says something else."""

    clinic: Text | None = None
    """The file of your letterhead; the path counts from the file that names it."""
    country: Text | None = None
    """Your country, such as US or UK: its emergency numbers, and how its people write dates."""
    paper: Text | None = None
    """The paper that you print on: an id from `cardgen list papers`, or measures."""
    language: Text | None = None
    """The language of pages, such as es: their own words and those of the definitions."""
    theme: Text | None = None
    """Colours: an id from `cardgen list themes`."""
    printer: Text | None = None
    """The printer that you have measured: see `cardgen calibrate`."""
    output: Text | None = None
    """The folder that documents go to, in place of out/."""
    programmes: Text | None = None
    """The folder in which `cardgen studio` saves programmes; without one, only the browser does."""
    library: Text | None = None
    """The folder of your definitions, in place of the one that you are in."""
    date_order: DateOrder | None = None
    """How dates such as 05/06/2026 are written in your rosters, where these do not tell."""
    columns: Mapping[Text, Text] = {}
    """What cardgen calls a column, by its heading in your rosters: `Patient name: recipient`."""
    ignore_columns: tuple[Text, ...] = ()
    """The headings of columns in your rosters that cardgen passes over."""


FEEDS = {
    "clinic": "letterhead",
    "country": "home",
    "paper": "paper",
    "language": "language",
    "theme": "theme",
    "printer": "printer",
}
"""The field of a request that a setting feeds, where the kind of document has it."""
PATHS = ("clinic", "output", "programmes", "library")
"""The settings that are paths."""
LISTS = ("columns", "ignore_columns")
"""The settings that a file alone can have: more than one value."""


@dataclass(frozen=True, slots=True)
class SettingsSources:
    """Where settings are looked for."""

    folders: tuple[Path, ...] = ()
    """The folders that may have a cardgen.yaml; what the first one says holds."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables such as CARDGEN_PAPER; they outrank files."""

    def beside(self, folder: Path) -> "SettingsSources":
        """Return the same with a folder that outranks the others."""
        return SettingsSources((folder, *self.folders), self.environment)


class Truths(Model):
    """The words by which spreadsheets write truth values."""

    yes: tuple[Text, ...]
    no: tuple[Text, ...]
