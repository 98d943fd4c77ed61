"""A digest of what files are made of, to tell whether an earlier run is still good."""

import hashlib
import platform
from collections.abc import Iterable
from pathlib import Path

from cardgen.kinds import KINDS
from cardgen.paths import roots
from cardgen.version import __version__

_FOLDERS = sorted({"images", *(kind.folder for kind in KINDS.values() if kind.folder)})


def library_digest(folder: Path) -> str:
    """Return a digest of this version of cardgen and of all definitions in reach of `folder`."""
    digest = hashlib.blake2b(f"{__version__} {platform.python_version()}".encode(), digest_size=16)
    for root in roots(folder):
        for name in _FOLDERS:
            _add(digest, (path for path in (root / name).glob("*.*") if path.is_file()))
    return digest.hexdigest()


def batch_digest(folder: Path, options: Iterable[str], files: Iterable[Path]) -> str:
    """Return a digest of the definitions, of options as text, and of more files."""
    digest = hashlib.blake2b(library_digest(folder).encode(), digest_size=16)
    digest.update("\0".join(options).encode())
    _add(digest, files)
    return digest.hexdigest()


def _add(digest: "hashlib.blake2b", files: Iterable[Path]) -> None:
    for path in sorted(files):
        digest.update(f"{path.name} ".encode())
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
