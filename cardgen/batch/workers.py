"""Who does the work: this process, several on this machine, or a cluster of machines."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from cardgen.batch.fingerprint import library_digest
from cardgen.batch.renderer import Job, Outcome, render_rows
from cardgen.batch.scheduler import Chunk, Scheduler
from cardgen.batch.worker_process import Worker
from cardgen.errors import CannotWriteError, InvalidDataError
from cardgen.extras import how_to_install
from cardgen.model.origin import requested
from cardgen.model.roster import Row

_AHEAD = 4
"""Chunks on the way for each worker: enough to keep it busy, few enough to keep memory flat."""
_IDLE = 2
"""A worker with fewer chunks on the way than this may take rows that wait for another."""
_TRIES = 3
"""How often rows are given out whose worker was lost."""

Outcomes = Future[list[Outcome]]
Render = Callable[[Sequence[Row]], list[Outcome]]


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


def distribute(
    job: Job, scheduler: Scheduler, workers: Sequence[Executor], local: Render | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of each row, in the order in which they are done.

    `local` renders rows in this process, as long as there is nothing else to do; they are those
    of the scheduler's last queue, which none of the workers has. Rows of a worker that was lost
    are given out again. Raises CannotWriteError when that does not help.
    """
    tries: Counter[int] = Counter()
    for chunk, future in _completed(job, scheduler, workers, local):
        try:
            yield from future.result()
        except BrokenProcessPool:
            first = chunk[0].number
            tries[first] += 1
            if tries[first] == _TRIES:
                message = "the processes that make the pages were ended"
                problem = requested("jobs").problem(message, "Try `jobs` 1")
                raise CannotWriteError([problem]) from None
            scheduler.put_back(chunk)


def _completed(
    job: Job, scheduler: Scheduler, workers: Sequence[Executor], local: Render | None
) -> Iterator[tuple[Chunk, Outcomes]]:
    """Yield chunks with what has become of them."""
    given: dict[Outcomes, tuple[int, Chunk]] = {}
    busy = [0] * len(workers)
    own: Chunk = ()
    while True:
        for index, worker in enumerate(workers):
            while busy[index] < _AHEAD and (
                chunk := scheduler.take(index, from_others=busy[index] < _IDLE)
            ):
                given[worker.submit(render_rows, job, chunk)] = index, chunk
                busy[index] += 1
        if local and not own:
            own = scheduler.take(len(workers), from_others=True) or _reclaim(given, busy)
        if not given and not own:
            return
        done, _ = wait(given, 0 if own else None, FIRST_COMPLETED)
        for future in done:
            index, chunk = given.pop(future)
            busy[index] -= 1
            yield chunk, future
        if local and own and not done:
            yield own, _future(local(own))
            own = ()


def _reclaim(given: dict[Outcomes, tuple[int, Chunk]], busy: list[int]) -> Chunk:
    """Return rows that were given out last, if nobody has begun with them."""
    for future in reversed(given):
        if future.cancel():
            index, chunk = given.pop(future)
            busy[index] -= 1
            return chunk
    return ()


def _future(outcomes: list[Outcome]) -> Outcomes:
    future: Outcomes = Future()
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
        raise _no_cluster("a cluster needs Dask", how_to_install("dask")) from None
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        remedy = "Start one with: dask scheduler"
        raise _no_cluster(f"no scheduler answers at {address} ({error})", remedy) from None
    with client:
        _check_workers(client.run(library_digest, job.folder), library_digest(job.folder))
        workers = sum(client.nthreads().values())
        try:
            with client.get_executor(retries=_TRIES) as executor:
                yield [executor] * workers
        except KilledWorker:
            raise _no_cluster(
                "the workers were lost again and again", "Look at their logs"
            ) from None


def _no_cluster(message: str, remedy: str) -> InvalidDataError:
    return InvalidDataError([requested("dask").problem(message, remedy)])


def _check_workers(digests: Mapping[str, object], here: str) -> None:
    """Raise InvalidDataError unless there are workers, and all have the digest of `here`."""
    if not digests:
        raise _no_cluster("the scheduler has no workers", "Start some: dask worker ADDRESS")
    for worker, digest in digests.items():
        if digest != here:
            message = f"the worker {worker} has another version of cardgen, or other definitions"
            remedy = "Install the same version there, and copy the folder to the same path"
            raise _no_cluster(message, remedy)
