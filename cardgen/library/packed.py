"""A library as bytes, which are read anew in a tenth of the time that its files take.

Where the files of a person lie is no part of them.
"""

import io
import pickle
import zlib
from datetime import date
from importlib import import_module
from itertools import chain
from pathlib import Path, PosixPath, WindowsPath
from typing import Any

from cardgen.errors import Problem
from cardgen.kinds import LISTED
from cardgen.model.library import Library, Record

_PACKAGE = Library.__module__.rpartition(".")[0]
"""Whose classes a library is made of."""
_OTHERS = {(one.__module__, one.__name__) for one in (Problem, date, PosixPath, WindowsPath)}
_QUICK = 1
"""Of zlib: the more it packs, the longer a first command takes."""


def packed(library: Library) -> bytes | None:
    """Return a library as bytes; None where it tells where the files of a person lie."""
    if any(Path(file).is_absolute() for file in _own_files(library)):
        return None
    written = io.BytesIO()
    _Writer(written, library.folder).dump(library)
    return zlib.compress(written.getvalue(), _QUICK)


def _own_files(library: Library) -> chain[str]:
    """Return the files that may be a person's, as messages name them."""
    known = (library.of_kind(kind).values() for kind in LISTED)
    records = (one for one in chain.from_iterable(known) if isinstance(one, Record))
    return chain(
        (record.file for record in records if record.root == library.folder),
        (problem.file for problem in library.problems),
    )


def unpacked(content: bytes, folder: Path) -> Library | None:
    """Return the library in what `packed` gave to this same program; None where there is none.

    A person's own definitions are now in `folder`. Whatever the bytes are, nothing is run but what
    makes definitions.
    """
    try:
        found = _Reader(io.BytesIO(zlib.decompress(content)), folder).load()
    except (zlib.error, pickle.UnpicklingError, EOFError):
        return None
    return found if isinstance(found, Library) else None


class _Writer(pickle.Pickler):
    """Writes paths below a person's folder as they lie in it."""

    def __init__(self, file: io.BytesIO, folder: Path) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._folder = folder

    def persistent_id(self, obj: Any) -> str | None:
        """Return where in the folder a path leads; None for what is written as it is."""
        if isinstance(obj, Path) and obj.is_relative_to(self._folder):
            return obj.relative_to(self._folder).as_posix()
        return None


class _Reader(pickle.Unpickler):
    """Makes values of the classes that a library has, and refuses all others."""

    def __init__(self, file: io.BytesIO, folder: Path) -> None:
        super().__init__(file)
        self._folder = folder

    def persistent_load(self, pid: Any) -> Path:
        """Return the path that leads to a place in the folder."""
        return self._folder / str(pid)

    def find_class(self, module: str, name: str) -> Any:
        """Return a class by its name. Raises UnpicklingError for what no library holds."""
        if module.startswith(f"{_PACKAGE}.") or (module, name) in _OTHERS:
            found = getattr(import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"no library has a {module}.{name}")
