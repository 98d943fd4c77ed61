"""A process that does one thing after the other, and may be killed at any moment.

The processes of the standard library's pool, and of loky's, send their results through one pipe.
One that is killed while it sends leaves half a result in it: the standard pool then waits for
ever, also where it has a single process, and loky's gives up all its processes, or waits as well
where it has one. Here each process has a pipe of its own, which ends with it.
"""

import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, TypeVar

from cardgen.garbage import collect_rarely

P = ParamSpec("P")
T = TypeVar("T")


class Worker(Executor):
    """One process. A call during which it is lost ends in BrokenProcessPool; another follows."""

    def __init__(self) -> None:
        """The process is started when there is something to do."""
        self._thread = ThreadPoolExecutor(1)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Return the number of the process, if there is one."""
        return self._process.pid if self._process else None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call `fn` in the process, after what was submitted before."""

        def call() -> T:
            succeeded, result = self._send((fn, args, kwargs))
            if not succeeded:
                raise result
            return result  # type: ignore[no-any-return]  # what `fn` returned, through a pipe

        return self._thread.submit(call)

    def _send(self, call: object) -> tuple[bool, Any]:
        """Return whether a call succeeded, and its result or error."""
        try:
            pipe = self._pipe or self._start()
            pipe.send(call)
            return pipe.recv()  # type: ignore[no-any-return]  # what `_serve` sends
        except (EOFError, OSError):
            self._stop()
            raise BrokenProcessPool from None

    def _start(self) -> Connection:
        # Not forked: a fork copies locks and caches in whatever state they are.
        if hasattr(signal, "pthread_sigmask"):
            # A process starts with the mask of the thread that starts it: Ctrl-C is for the parent,
            # also while it imports.
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        # Theirs alone now, so that it ends with the process.
        theirs.close()
        return self._pipe

    def _stop(self) -> None:
        if self._pipe:
            self._pipe.close()
        if self._process:
            self._process.join()
        self._pipe = self._process = None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as every Executor
        """End the process after all that was submitted, or after the call that it is at."""
        self._thread.shutdown(wait, cancel_futures=cancel_futures)
        self._stop()


def _serve(pipe: Connection) -> None:
    """Make the calls that come through a pipe, until that ends."""
    # Ctrl-C reaches every process of a terminal; the one that asks ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()
    while True:
        try:
            function, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = True, function(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
            answer = False, error
        pipe.send(answer)
