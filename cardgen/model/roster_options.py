"""What a person says of how a roster is to be read."""

from typing import Annotated

from cardgen.model.asked import Asked
from cardgen.model.request import Group
from cardgen.model.roster import DateOrder

_GROUP = "The roster"


class ReadingOptions(Group):
    """How a roster is read, where the file itself does not tell."""

    sheet_name: Annotated[
        str | None,
        Asked(name="Sheet", group=_GROUP, column=False, metavar="TEXT", default="the first"),
    ] = None
    """Which sheet of a spreadsheet file has the roster."""
    date_order: Annotated[
        DateOrder | None,
        Asked(name="Order of dates", group=_GROUP, column=False, default="what the column tells"),
    ] = None
    """How dates such as 05/06/2026 are written."""
    ignore_columns: Annotated[bool, Asked(name="Other columns", group=_GROUP, column=False)] = False
    """Pass over columns that cardgen does not know."""
    multiline_notes: Annotated[
        bool, Asked(name="Cells of several lines", group=_GROUP, column=False)
    ] = False
    """Take cells of several lines, also where these look like rows."""


USUAL = ReadingOptions()
"""Where nothing is said."""
