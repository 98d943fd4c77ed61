"""Who does the work: this process, several on this machine, or a cluster of machines."""

import os
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from cardgen.batch.desk import Job, Outcome, made
from cardgen.batch.fingerprint import definitions
from cardgen.batch.waiting import Chunk, Waiting
from cardgen.batch.worker import Worker
from cardgen.errors import CannotWriteError, InvalidDataError, Problem
from cardgen.model.roster import Row

_AHEAD = 4
"""Chunks on the way for each worker: enough to keep it busy, few enough to keep memory flat."""
_IDLE = 2
"""A worker with fewer chunks on the way than this may take rows that wait for another."""
Made = Future[list[Outcome]]
Here = Callable[[Row], Outcome]
_TRIES = 3
"""How often rows are given out whose worker was lost."""


def all_cores() -> int:
    """Return how many processes can work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def processes(count: int) -> Iterator[Sequence[Worker]]:
    """Within: so many processes on this machine."""
    workers = [Worker() for _ in range(count)]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.shutdown(cancel_futures=True)


def shared_out(
    job: Job, waiting: Waiting, hands: Sequence[Executor], here: Here | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of each row, in the order in which they are done.

    `here` makes rows in this process, as long as there is nothing else to do; they are those that
    wait for one worker more than there are hands. Rows of a worker that was lost are given out
    again. Raises CannotWriteError when that does not help.
    """
    tries: Counter[int] = Counter()
    for chunk, future in _gathered(job, waiting, hands, here):
        try:
            yield from future.result()
        except BrokenProcessPool:
            first = chunk[0].number
            tries[first] += 1
            if tries[first] == _TRIES:
                message = "the processes that make the pages were ended"
                problem = Problem("", 0, 0, "--jobs", message, "Try --jobs 1")
                raise CannotWriteError([problem]) from None
            waiting.again(chunk)


def _gathered(
    job: Job, waiting: Waiting, hands: Sequence[Executor], here: Here | None
) -> Iterator[tuple[Chunk, Made]]:
    """Yield chunks with what has become of them."""
    given: dict[Made, tuple[int, Chunk]] = {}
    busy = [0] * len(hands)
    own: deque[Row] = deque()
    while True:
        for index, hand in enumerate(hands):
            while busy[index] < _AHEAD and (chunk := waiting.take(index, busy[index] < _IDLE)):
                given[hand.submit(made, job, chunk)] = index, chunk
                busy[index] += 1
        if here and not own:
            own.extend(waiting.take(len(hands), anybody=True) or _taken_back(given, busy))
        if not given and not own:
            return
        done, _ = wait(given, 0 if own else None, FIRST_COMPLETED)
        for future in done:
            index, chunk = given.pop(future)
            busy[index] -= 1
            yield chunk, future
        if here and own and not done:
            yield (own[0],), _known([here(own.popleft())])


def _taken_back(given: dict[Made, tuple[int, Chunk]], busy: list[int]) -> Chunk:
    """Return rows that were given out last, if nobody has begun with them."""
    for future in reversed(given):
        if future.cancel():
            index, chunk = given.pop(future)
            busy[index] -= 1
            return chunk
    return ()


def _known(outcomes: list[Outcome]) -> Made:
    future: Made = Future()
    future.set_result(outcomes)
    return future


@contextmanager
def cluster(address: str, job: Job) -> Iterator[Sequence[Executor]]:
    """Within: the workers of a Dask scheduler at an address.

    Raises InvalidDataError when there are none, or when they have another version or other
    definitions than this machine.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra
    except ImportError:
        message, remedy = "a cluster needs Dask", "Install it with: pip install 'cardgen[dask]'"
        raise _no_cluster(message, remedy) from None
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        remedy = "Start one with: dask scheduler"
        raise _no_cluster(f"no scheduler answers at {address} ({error})", remedy) from None
    with client:
        _check_workers(client.run(definitions, job.folder), definitions(job.folder))
        workers = sum(client.nthreads().values())
        try:
            with client.get_executor(retries=_TRIES) as executor:
                yield [executor] * workers
        except KilledWorker:
            raise _no_cluster(
                "the workers were lost again and again", "Look at their logs"
            ) from None


def _no_cluster(message: str, remedy: str) -> InvalidDataError:
    return InvalidDataError([Problem("", 0, 0, "--dask", message, remedy)])


def _check_workers(found: Mapping[str, object], here: str) -> None:
    if not found:
        raise _no_cluster("the scheduler has no workers", "Start some: dask worker ADDRESS")
    for worker, there in found.items():
        if there != here:
            message = f"the worker {worker} has another version of cardgen, or other definitions"
            remedy = "Install the same version there, and copy the folder to the same path"
            raise _no_cluster(message, remedy)
