"""Bytes to a file, whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from cardgen.errors import CannotWriteError, Problem


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, making its folder; what stood there stays until all is written.

    Raises CannotWriteError, and then leaves no trace.
    """
    temporary: Path | None = None
    try:
        target = path.resolve() if path.is_symlink() else path
        if target.exists() and not target.is_file():
            # A rename would put a file in place of a device or a pipe.
            raise _cannot_write(path, "it is not an ordinary file")
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
        temporary = None
    except OSError as error:
        raise _cannot_write(path, error.strerror or type(error).__name__) from None
    finally:
        # Also on Ctrl-C: no half file is left behind.
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _cannot_write(path: Path, reason: str) -> CannotWriteError:
    message, remedy = f"cannot write the file: {reason}", "Name another file or folder with -o"
    return CannotWriteError([Problem(str(path), 0, 0, "", message, remedy)])


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
