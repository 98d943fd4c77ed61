"""Bytes to files, whole or not at all."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cardgen.errors import CannotWriteError, Problem


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, making its folder; what stood there stays until all is written.

    Raises CannotWriteError, and then leaves no trace.
    """
    write_all([(path, content)])


class NameTakenError(Exception):
    """Another program has made a file of this name since it was looked for."""


def write_all(files: Sequence[tuple[Path, bytes]], new: frozenset[Path] = frozenset()) -> None:
    """Write each content to its path, as `write_whole` does: all of them, or none.

    `new` are paths at which nothing may be replaced. Raises CannotWriteError, or NameTakenError
    where there is something by now, and then leaves no trace.
    """
    with ExitStack() as stack:
        staged = [stack.enter_context(_staged(path, content)) for path, content in files]
        for (path, _), (temporary, target) in zip(files, staged, strict=True):
            # The last one needs no way back: with it, all are there.
            is_last = temporary is staged[-1][0]
            with _reasons(path):
                if path in new:
                    _give_name(temporary, target)
                if not is_last:
                    stack.enter_context(_undone_on_error(target, is_new=path in new))
                if path not in new:
                    temporary.replace(target)


def _give_name(temporary: Path, target: Path) -> None:
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise NameTakenError from None
    except OSError:  # a disk without links
        temporary.replace(target)


@contextmanager
def _staged(path: Path, content: bytes) -> Iterator[tuple[Path, Path]]:
    """Within: the content waits beside its target; yield both. Nothing of it is left behind."""
    temporary: Path | None = None
    try:
        with _reasons(path):
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
        yield temporary, target
    finally:
        # Also on Ctrl-C: no half file is left behind. One that got its name is here no more.
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


@contextmanager
def _undone_on_error(target: Path, *, is_new: bool) -> Iterator[None]:
    """Within: a target gets its file; when something goes wrong, what stood there comes back.

    Nothing stood there where it `is_new`.
    """
    former: Path | None = None
    if target.exists() and not is_new:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        former = Path(name)
        shutil.copy2(target, former)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            former.replace(target) if former else target.unlink()
        raise
    finally:
        if former:
            former.unlink(missing_ok=True)


@contextmanager
def _reasons(path: Path) -> Iterator[None]:
    """Within: what a disk refuses is a CannotWriteError."""
    try:
        yield
    except OSError as error:
        raise _cannot_write(path, error.strerror or type(error).__name__) from None


def _cannot_write(path: Path, reason: str) -> CannotWriteError:
    message, remedy = f"cannot write the file: {reason}", "Name another file or folder with -o"
    return CannotWriteError([Problem(str(path), 0, 0, "", message, remedy)])


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
