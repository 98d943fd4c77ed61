"""Names for files: safe on every system, none of them twice, and no personal data unless asked."""

import re
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from pathvalidate import sanitize_filename

from cardgen.batch.request import NAME_PATTERN
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import NAME
from cardgen.errors import InvalidDataError
from cardgen.model.origin import requested
from cardgen.model.roster import Columns, Row
from cardgen.words import suggestion

_LONGEST = 100
"""In characters: four bytes each still fit the 255 bytes that most systems allow with room."""
_MOST_BYTES = 200
_DIGITS = 4
_PLAIN = re.compile(r"[0-9]{4,9}-[a-z0-9-]{1,60}")
"""What needs no second look; most names are so."""


@dataclass(slots=True)
class Names:
    """Gives each row the name of its file, in the order of the rows."""

    pattern: str
    columns: Columns
    defaults: HandoutRequest = field(default_factory=HandoutRequest)
    """What stands where a row says nothing."""
    secret: str | None = None
    """A column that no name may hold."""
    _taken: dict[str, int] = field(default_factory=dict)

    @property
    def _routine(self) -> str:
        return self.defaults.routine if isinstance(self.defaults.routine, str) else NAME

    def check(self) -> None:
        """Raise InvalidDataError when the pattern names what no row has."""
        known = {"row", "routine", "kind", *self.columns.names} - {self.secret}
        try:
            parsed = list(string.Formatter().parse(self.pattern))
        except ValueError as error:
            raise _invalid(
                f"cannot read '{self.pattern}': {error}", f"Such as {NAME_PATTERN}"
            ) from None
        for _, name, form, conversion in parsed:
            if name is not None and (name not in known or form or conversion):
                raise _invalid(f"there is no column '{name}'", suggestion(name, sorted(known)))

    def name(self, row: Row) -> str:
        """Return the name of a row's file; one that is taken gets a number behind it."""
        cells: Mapping[str, str] = {
            **dict.fromkeys(self.columns.names, ""),
            "routine": row.cells.get("targets", self._routine),
            "kind": self.defaults.kind,
            **row.cells,
            "row": f"{row.number:0{_DIGITS}d}",
        }
        stem = _safe(self.pattern.removesuffix(".pdf").format_map(cells)) or f"row-{row.number}"
        if "{row}" in self.pattern:
            return f"{stem}.pdf"
        key = unicodedata.normalize("NFKC", stem).casefold()
        count = self._taken.get(key, 0) + 1
        self._taken[key] = count
        if count == 1:
            return f"{stem}.pdf"
        self._taken[f"{key}-{count}"] = 1
        return f"{stem}-{count}.pdf"


def _invalid(message: str, remedy: str) -> InvalidDataError:
    return InvalidDataError([requested("name_pattern").problem(message, remedy)])


def _safe(name: str) -> str:
    """Return a name that every system takes, that stays in its folder and that shows as it is."""
    if _PLAIN.fullmatch(name):
        return name
    visible = (c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c)[0] != "C")
    text = " ".join("".join(visible).replace("/", "-").replace("\\", "-").split())
    text = str(sanitize_filename(text, platform="universal", max_len=_LONGEST)).strip(". -")
    while len(text.encode()) > _MOST_BYTES:
        text = text[:-1]
    return str(sanitize_filename(text, platform="universal")) if text else ""
