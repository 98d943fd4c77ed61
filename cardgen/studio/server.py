"""Runs the studio: one address of this computer, until somebody ends it or nobody uses it."""

import asyncio
import contextlib
import os
import socket
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Self

import uvicorn

from cardgen.studio.guard import Guard

if TYPE_CHECKING:  # importing it imports all that makes a page
    from cardgen.studio.app import Studio

HOST = "127.0.0.1"
_LOOK = 1.0
"""Seconds between two looks at who is quiet."""
_FAREWELL = 1.0
"""Seconds from the last answer to the end."""
_LEAD = '<!doctype html><meta http-equiv="refresh" content="0;url={link}">'


@dataclass(frozen=True)
class Times:
    """How long the studio waits for people, in seconds."""

    visit: float = 15 * 60
    """Until a visit that nobody uses is emptied."""
    studio: float = 60 * 60
    """Until a studio that nobody uses ends by itself."""


async def run(
    make: "Callable[[str, Callable[[], None]], Studio]",
    times: Times,
    ready: Callable[[str], None],
    opened: Callable[[], None],
) -> None:
    """Serve until it is ended.

    `ready` is told the link that opens it, and `opened` is called when that was used. Only then
    does `make` make the studio, of its path and of what stops it: a browser takes its time to
    start, too, and waits for what is listened for.
    """
    with socket.socket() as door:
        door.bind((HOST, 0))
        door.listen()  # from here on a browser waits, where it would have been refused
        guard = Guard(door.getsockname()[1])
        server = uvicorn.Server(_config(guard))

        def end() -> None:
            server.should_exit = True

        def stop() -> None:
            # The last page still asks for its style.
            asyncio.get_running_loop().call_later(_FAREWELL, end)

        ready(guard.link)
        studio = make(guard.base, stop)
        guard.app, guard.speaks = studio.app(), studio.speaks
        watching = asyncio.create_task(_watch(studio, guard, times, stop, opened))
        await server.serve(sockets=[door])
        watching.cancel()


def _config(guard: Guard) -> uvicorn.Config:
    # A log would tell which pages a person looks at, and an error what they typed.
    return uvicorn.Config(
        guard,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="off",
        timeout_graceful_shutdown=2,
    )


async def _watch(
    studio: "Studio",
    guard: Guard,
    times: Times,
    stop: Callable[[], None],
    opened: Callable[[], None],
) -> None:
    while True:
        await asyncio.sleep(min(_LOOK, times.visit / 4))
        if guard.opened:
            opened()
        studio.visits.end_quiet()
        if time.monotonic() - guard.last > times.studio and not len(studio.visits):
            stop()


def no_core_dumps() -> None:
    """Let no crash write the memory of the process, and what it knows of patients, to a disk."""
    with contextlib.suppress(ImportError):  # Windows writes none unasked
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Opener:
    """Opens the link in the browser, by a file that only the user can read.

    A link on the command line of a browser could be read by others of this computer, and used
    before it is. The file is in the home folder, since browsers in a sandbox read no other.
    """

    def __init__(self) -> None:
        self._path = Path.home() / f"cardgen-studio-{token_urlsafe(6)}.html"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.tidy()

    def open(self, link: str) -> None:
        """Open a link; without a browser, or where no file can be written, nothing happens."""
        with contextlib.suppress(OSError):
            flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
            with os.fdopen(os.open(self._path, flags, 0o600), "w") as file:
                file.write(_LEAD.format(link=link))
            webbrowser.open(self._path.as_uri())

    def tidy(self) -> None:
        """Remove the file: once the link was used, it leads nowhere."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
