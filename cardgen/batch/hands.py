"""Who does the work: this process, several on this machine, or a cluster of machines."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context

from cardgen.batch.desk import Job, Outcome, made
from cardgen.batch.fingerprint import definitions
from cardgen.batch.garbage import seldom_collected
from cardgen.errors import CannotWriteError, InvalidDataError, Problem
from cardgen.model.roster import Row

CHUNK = 16
"""Rows that are sent at once."""
_AHEAD = 4
"""Chunks on the way for each worker: enough to keep it busy, few enough to keep memory flat."""
_TRIES = 3
"""How often rows are given out again whose worker was lost."""

Chunk = tuple[Row, ...]
Pool = Callable[[], Executor]


def all_cores() -> int:
    """Return how many processes can work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def processes(count: int) -> Pool:
    """Return what opens a pool of processes on this machine."""
    # Not forked: a fork copies locks and caches in whatever state they are.
    context = get_context("spawn")
    return lambda: ProcessPoolExecutor(count, context, initializer=seldom_collected)


def chunks(rows: Iterable[Row], size: int = CHUNK) -> Iterator[Chunk]:
    """Yield the rows, some at a time."""
    rows = iter(rows)
    while chunk := tuple(islice(rows, size)):
        yield chunk


def shared_out(job: Job, rows: Iterable[Row], pool: Pool, workers: int) -> Iterator[Outcome]:
    """Yield what becomes of each row, in the order in which they are done.

    Rows of a worker that was lost are given out again. Raises CannotWriteError when workers are
    lost again and again.
    """
    waiting = chunks(rows)
    lost: list[Chunk] = []
    for _ in range(_TRIES):
        given: dict[Future[list[Outcome]], Chunk] = {}
        try:
            with pool() as executor:
                yield from _gathered(job, executor, _queued(lost, waiting), given, workers)
        except BrokenProcessPool:
            lost = list(given.values())
        else:
            return
    message, remedy = "the processes that make the pages were ended", "Try --jobs 1"
    raise CannotWriteError([Problem("", 0, 0, "--jobs", message, remedy)])


def _queued(lost: list[Chunk], waiting: Iterator[Chunk]) -> Iterator[Chunk]:
    while lost:
        yield lost.pop()
    yield from waiting


def _gathered(
    job: Job,
    executor: Executor,
    waiting: Iterator[Chunk],
    given: dict[Future[list[Outcome]], Chunk],
    workers: int,
) -> Iterator[Outcome]:
    """Yield outcomes; `given` holds the chunks that are not back."""
    while True:
        for chunk in islice(waiting, workers * _AHEAD - len(given)):
            given[executor.submit(made, job, chunk)] = chunk
        if not given:
            return
        done, _ = wait(given, return_when=FIRST_COMPLETED)
        for future in done:
            outcomes = future.result()
            del given[future]
            yield from outcomes


@contextmanager
def cluster(address: str, job: Job) -> Iterator[tuple[Pool, int]]:
    """Within: the workers of a Dask scheduler at an address, and how many there are.

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
            yield (lambda: client.get_executor(retries=_TRIES)), workers
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
