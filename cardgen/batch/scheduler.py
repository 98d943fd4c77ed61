"""Rows that wait for a worker. Those that can share a page wait for the same one.

A page is laid out once in each process; stamping the words of one person into it costs a
hundredth of that. So work is shared out by what must be laid out, and not by the row.
"""

from collections import OrderedDict, deque
from collections.abc import Hashable, Iterable

from cardgen.documents.columns import DOSE_MARK, column_set
from cardgen.model.roster import Row

CHUNK = 16
"""Rows that are sent at once."""
_AHEAD = 8
"""So many chunks are read for each worker, so that there is something to choose from."""
_REMEMBERED = 4096
"""Of so many kinds of page it is known which worker has them."""

Chunk = tuple[Row, ...]


class Scheduler:
    """The rows of a batch, as far as they have been read, in a queue for each worker."""

    def __init__(self, rows: Iterable[Row], workers: int) -> None:
        """`rows` are for so many workers."""
        self._rows = iter(rows)
        self._queues: list[deque[Row]] = [deque() for _ in range(workers)]
        self._returned: list[Chunk] = []
        self._owners: OrderedDict[Hashable, int] = OrderedDict()
        """Which worker has a kind of page."""
        self._pages = [0] * workers
        """How many kinds of page each worker has been given."""
        self._personal = {
            name
            for columns in column_set().fields.values()
            for name, field in columns.items()
            if field.asked.personal
        }
        """The columns whose words are stamped into a page that others may share."""

    def take(self, worker: int, *, from_others: bool) -> Chunk:
        """Return rows for a worker; none when nothing waits.

        Where none wait for it, and it may have those `from_others`, they are of the longest queue.
        """
        if self._returned:
            return self._returned.pop()
        self._read()
        queue = self._queues[worker]
        if not queue and from_others:
            queue = max(self._queues, key=len)
        return tuple(queue.popleft() for _ in range(min(CHUNK, len(queue))))

    def put_back(self, chunk: Chunk) -> None:
        """Let rows wait once more."""
        self._returned.append(chunk)

    def _read(self) -> None:
        most = len(self._queues) * _AHEAD * CHUNK
        count = sum(map(len, self._queues))
        while count < most and (row := next(self._rows, None)) is not None:
            self._queues[self._owner(self._page_key(row))].append(row)
            count += 1

    def _owner(self, page: Hashable) -> int:
        """Return the worker that has laid out a kind of page, or may: that with the fewest."""
        owners = self._owners
        if page not in owners:
            owners[page] = self._pages.index(min(self._pages))
            self._pages[owners[page]] += 1
            if len(owners) > _REMEMBERED:
                owners.popitem(last=False)
        owners.move_to_end(page)
        return owners[page]

    def _page_key(self, row: Row) -> Hashable:
        """Return what two rows have in common that may share a page."""
        return tuple(
            (name, "" if name in self._personal or DOSE_MARK in name else cell)
            for name, cell in row.cells.items()
        )
