"""What holds for a command as a process: its streams, its folder, and what the system refuses."""

import os
import sys
from pathlib import Path

from cardgen.errors import CannotWriteError, CardgenError, InvalidDataError, Problem

_STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


def stand_in_for_closed_streams() -> None:
    """Put streams in place of those that whoever started the process has closed.

    Nothing is read from them, and what goes to them goes nowhere.
    """
    for name, mode in _STREAMS.items():
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def require_folder() -> None:
    """Raise InvalidDataError where the folder that one works in is gone, or may not be seen."""
    try:
        Path.cwd()
    except OSError as error:
        message = f"the folder that you are in cannot be used: {_reason(error)}"
        problem = Problem("", 0, 0, "", message, "Go to another one with `cd`")
        raise InvalidDataError([problem]) from None


def refusal_of(error: OSError) -> CardgenError:
    """Return what the system refuses as an error that tells what may be done."""
    if error.filename is None:
        message = f"cannot read or write: {_reason(error)}"
        remedy = "Look at where the output goes, and whether there is room"
        return CannotWriteError([Problem("", 0, 0, "", message, remedy)])
    message = f"cannot be used: {_reason(error)}"
    remedy = "Check that you may use it, and the folders that it is in"
    return CannotWriteError([Problem(os.fsdecode(error.filename), 0, 0, "", message, remedy)])


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
