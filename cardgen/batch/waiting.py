"""Rows that wait for a worker. Those that can share a page wait for the same one.

A page is laid out once in each process; stamping the words of one person into it costs a
hundredth of that. So work is shared out by what must be laid out, and not by the row.
"""

from collections import OrderedDict, deque
from collections.abc import Iterable

from cardgen.model.roster import Row

CHUNK = 16
"""Rows that are sent at once."""
_AHEAD = 8
"""So many chunks are read for each worker, so that there is something to choose from."""
_KNOWN = 4096
"""Of so many kinds of page it is known who has them."""
_OWN_WORDS = frozenset({"recipient", "date", "note", "next"})
"""Columns whose words are stamped into a page that others may share."""

Chunk = tuple[Row, ...]


class Waiting:
    """The rows of a batch, as far as they have been read."""

    def __init__(self, rows: Iterable[Row], workers: int) -> None:
        """`rows` are for so many workers."""
        self._rows = iter(rows)
        self._lines: list[deque[Row]] = [deque() for _ in range(workers)]
        self._lost: list[Chunk] = []
        self._known: OrderedDict[object, int] = OrderedDict()
        self._kinds = [0] * workers
        """How many kinds of page each worker has been given."""

    def take(self, worker: int, anybody: bool) -> Chunk:  # noqa: FBT001 - the question of a loop
        """Return rows for a worker; none when nothing waits.

        Where none wait for it, and `anybody` may have them, they are some of the longest line.
        """
        if self._lost:
            return self._lost.pop()
        self._read()
        line = self._lines[worker]
        if not line and anybody:
            line = max(self._lines, key=len)
        return tuple(line.popleft() for _ in range(min(CHUNK, len(line))))

    def again(self, chunk: Chunk) -> None:
        """Let rows wait once more."""
        self._lost.append(chunk)

    def _read(self) -> None:
        most = len(self._lines) * _AHEAD * CHUNK
        count = sum(map(len, self._lines))
        while count < most and (row := next(self._rows, None)) is not None:
            self._lines[self._worker(_kind(row))].append(row)
            count += 1

    def _worker(self, kind: object) -> int:
        """Return who has laid out a kind of page, or may: who has the fewest."""
        known = self._known
        if kind not in known:
            known[kind] = self._kinds.index(min(self._kinds))
            self._kinds[known[kind]] += 1
            if len(known) > _KNOWN:
                known.popitem(last=False)
        known.move_to_end(kind)
        return known[kind]


def _kind(row: Row) -> object:
    """Return what two rows have in common that may share a page."""
    return tuple(
        (name, "" if name in _OWN_WORDS else cell)
        for name, cell in row.cells.items()
        if ".dose." not in name
    )
