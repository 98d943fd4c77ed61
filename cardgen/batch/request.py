"""What a person asks of a batch."""

import datetime
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from cardgen.documents.handout_request import HandoutRequest
from cardgen.model.asked import Asked
from cardgen.model.findings import ValuesClashError
from cardgen.model.request import Values
from cardgen.model.roster_options import USUAL, ReadingOptions
from cardgen.model.settings import SettingsSources
from cardgen.model.standards import Standards

NAME_PATTERN = "{row}-{routine}.pdf"
_GROUP = "The batch"
_STDIN_STEM = "handouts"
"""What the one file is called that is made of a roster without a name."""


def _as_column(name: str) -> str:
    return name.strip().lower()


class Batch(Values):
    """A roster, what its rows start from, and what is written."""

    roster: Path
    """The file of the roster; its ending says what it is."""
    today: datetime.date | None = None
    """The date that a record says; without it, the date of this day."""
    content: bytes | None = None
    """The roster itself, as CSV, where it comes from standard input."""
    output: Path = Path("out")
    """The folder to write to."""
    folder: Path
    """The folder that may hold a person's own definitions."""
    settings: SettingsSources | None = None
    """Where settings are looked for beside the folder of the roster; without it, in `folder`."""
    defaults: HandoutRequest | None = None
    """What stands where a row says nothing; without it, what a handout has by itself."""
    reading: ReadingOptions = USUAL
    """How the roster is read."""
    name_pattern: Annotated[str, Asked(name="Names of files", group=_GROUP, metavar="TEXT")] = (
        NAME_PATTERN
    )
    """How files are named; any column may stand in braces."""
    keep_going: Annotated[bool, Asked(name="Good rows alone", group=_GROUP)] = False
    """Write the good rows, list the bad ones."""
    password_column: Annotated[
        Annotated[str, AfterValidator(_as_column)] | None,
        Asked(name="Column of passwords", group=_GROUP, metavar="COLUMN"),
    ] = None
    """Lock each file with the password in this column (AES-256)."""
    jobs: Annotated[
        Annotated[int, Field(ge=1)] | None,
        Asked(
            name="Processes",
            group=_GROUP,
            metavar="N",
            default="as many as there are cores, where it is worth it",
        ),
    ] = None
    """How many processes work."""
    merge: Annotated[bool, Asked(name="One PDF", group=_GROUP)] = False
    """Write one PDF with bookmarks, for a print room."""
    per_file: Annotated[
        Annotated[int, Field(ge=1)] | None,
        Asked(
            name="Rows of a file", group=_GROUP, metavar="N", default="as many as viewers can read"
        ),
    ] = None
    """With `merge`: go on in another file after so many rows."""
    duplex: Annotated[bool, Asked(name="Each on a new sheet", group=_GROUP)] = False
    """With `merge`: everyone starts on a new sheet."""
    print_only: Annotated[bool, Asked(name="For a printer alone", group=_GROUP)] = False
    """With `merge`: far more pages to a file, without the tags that screen readers need."""
    zip: Annotated[bool, Asked(name="One archive", group=_GROUP)] = False
    """Write one archive of all files."""
    record: Annotated[str | None, Asked(name="Record", group=_GROUP, metavar="FILE")] = None
    """Add to this file who got what: row, name, file, digest of texts, version and date."""
    dask: Annotated[str | None, Asked(name="Dask cluster", group=_GROUP, metavar="ADDRESS")] = None
    """Work on the cluster of this Dask scheduler."""

    @property
    def settings_sources(self) -> SettingsSources:
        """Return where settings are looked for; those beside the roster outrank other files."""
        found = self.settings or SettingsSources((self.folder,))
        return found if self.content is not None else found.beside(self.roster.resolve().parent)

    @property
    def countries(self) -> tuple[str | None, str | None]:
        """Return the country of rows that name none, and that of the clinic, where one is said."""
        if self.defaults is None:
            return None, None
        clinic = self.defaults.clinic
        return self.defaults.country, clinic.country if clinic else None

    @property
    def stem(self) -> str:
        """Return what the one file is called that is made of the whole roster."""
        return self.roster.stem if self.content is None else _STDIN_STEM

    @model_validator(mode="after")
    def _go_together(self) -> Self:
        standards = self.defaults.standards if self.defaults is not None else Standards()
        for name in ("archival", "press"):
            if getattr(standards, name) and self.password_column:
                raise ValuesClashError(
                    f"what is `{name}` cannot have a password",
                    f"Leave out `{name}` or `password_column`",
                    "password_column",
                )
        if self.merge and (self.zip or standards.unusual or self.password_column or self.dask):
            others = "`zip`, `archival`, `press`, `accessible` 2, `password_column`, `dask`"
            message = f"`merge` goes with none of {others}"
            raise ValuesClashError(message, "Leave out one", "merge")
        if self.record and Path(self.record).resolve().is_relative_to(self.output.resolve()):
            message = "`record` lies in the folder of the pages"
            raise ValuesClashError(message, "Name a file elsewhere", "record")
        for name in ("duplex", "print_only", "per_file"):
            if getattr(self, name) and not self.merge:
                raise ValuesClashError(f"`{name}` goes with `merge`", "Add `merge`", name)
        return self
