"""What this program is made of: what it has kept is found again by this very program alone."""

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from cardgen.paths import PACKAGE
from cardgen.version import __version__

_NO_PART = ("__pycache__", "library")
"""Folders of the package that are looked at elsewhere: the definitions in a wheel."""
_INSTALLED = ".dist-info"


def program_digest() -> bytes:
    """Return a digest of this program: its own files, and the versions of all that is installed.

    Files are known by size and time of change, as Python knows what it has compiled. Raises
    OSError where they cannot be looked at.
    """
    found = blake2b(f"{__version__}\0{sys.version}\0{sys.platform}\0".encode(), digest_size=16)
    for line in sorted(_own_files(str(PACKAGE))):
        found.update(f"{line}\n".encode())
    for name in sorted(_packages()):
        found.update(f"{name}\n".encode())
    return found.digest()


def _own_files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                if one.name not in _NO_PART:
                    yield from _own_files(one.path)
            else:
                about = one.stat()
                yield f"{one.path} {about.st_size} {about.st_mtime_ns}"


def _packages() -> Iterator[str]:
    """Yield the name and the version of each package that can be imported."""
    for place in sys.path:
        if not place or not Path(place).is_dir():  # "" is the folder that one works in
            continue
        with os.scandir(place) as found:
            yield from (one.name for one in found if one.name.endswith(_INSTALLED))
