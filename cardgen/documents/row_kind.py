"""What the rows of a roster are read with that ask for one kind of document."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from cardgen.documents.cells import Cells
from cardgen.documents.request import Request
from cardgen.model.roster import Row


@dataclass(slots=True)
class KeptRequest:
    """What rows ask for that differ in free text and dates alone."""

    request: Request
    """Without these."""
    is_sound: bool = False
    """Whether it was checked, and nothing is wrong with it."""


@dataclass(slots=True)
class RowKind:
    """What rows of a kind are read with."""

    name: str
    start: Request
    """What a row starts from."""
    cells: Mapping[str, Cells]
    free_columns: frozenset[str]
    """The columns of free text and dates, which may say anything that can be read."""
    free_fields: frozenset[str]
    """The fields of these."""
    passed_over: frozenset[str]
    """The columns that pages do not depend on: these, and those that are ignored."""
    has_doses: bool
    has_rules: bool
    """Whether values may not go together although each is right."""
    plain: Callable[[Request], Hashable]
    """Returns all that a request says but for free text and a date."""

    def page_cells(self, row: Row) -> Hashable:
        """Return what a row says of what its page is like, but for words and dates.

        The kind stands before the cells: the same cells are another page in another kind.
        """
        return (self.name, *[one for one in row.cells.items() if one[0] not in self.passed_over])
