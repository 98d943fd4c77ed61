"""A digest of what files are made of, to tell whether an earlier run is still good."""

import hashlib
import platform
from collections.abc import Iterable
from pathlib import Path

from cardgen.paths import roots
from cardgen.version import __version__

_KINDS = ("images", "routines", "safety", "sources", "stretches")


def definitions(folder: Path) -> str:
    """Return a digest of this version of cardgen and of all definitions that it would read."""
    found = hashlib.blake2b(f"{__version__} {platform.python_version()}".encode(), digest_size=16)
    for root in roots(folder):
        for kind in _KINDS:
            _add(found, sorted(path for path in (root / kind).glob("*.*") if path.is_file()))
    return found.hexdigest()


def whole(folder: Path, said: Iterable[str], files: Iterable[Path]) -> str:
    """Return a digest of the definitions, of options as they were said, and of more files."""
    found = hashlib.blake2b(definitions(folder).encode(), digest_size=16)
    found.update("\0".join(said).encode())
    _add(found, sorted(files))
    return found.hexdigest()


def _add(found: "hashlib.blake2b", files: Iterable[Path]) -> None:
    for path in files:
        found.update(f"{path.name} ".encode())
        found.update(hashlib.blake2b(path.read_bytes()).digest())
