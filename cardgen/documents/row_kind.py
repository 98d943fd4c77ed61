"""What the rows of a roster are read with that ask for one kind of document."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from cardgen.documents.cells import Cells
from cardgen.documents.request import Request
from cardgen.model.roster import Row


@dataclass(slots=True)
class RowKind:
    """What rows of a kind are read with."""

    name: str
    start: Request
    """What a row starts from."""
    cells: Mapping[str, Cells]
    words: frozenset[str]
    """The columns of free text and dates, which may say anything that can be read."""
    worded: frozenset[str]
    """The fields of these."""
    unasked: frozenset[str]
    """These, and those that are passed over."""
    has_doses: bool
    has_rules: bool
    """Whether values may not go together although each is right."""
    plain: Callable[[Request], Hashable]
    """Returns all that a request says but for free text and a date."""

    def told(self, row: Row) -> Hashable:
        """Return the cells of a row that say what its page is like, but for words and dates."""
        return tuple([one for one in row.cells.items() if one[0] not in self.unasked])
