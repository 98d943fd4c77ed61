"""A digest of all files that definitions and pictures are read from."""

import os
import time
from collections.abc import Container, Iterator
from hashlib import blake2b
from pathlib import Path

from cardgen.kinds import LISTED
from cardgen.paths import DATA, SETTINGS, roots, translation_name

_IMAGES = "images"
_LARGE = 256 * 1024
"""From here on, a file is known by its size and its time of change, as a translation is."""
_SETTLED = 2
"""Seconds after which a file that has the same time has the same content: file systems count by
less than that."""


class UnsettledError(Exception):
    """A large file has just been changed: who reads it next may find another one."""


def definitions_digest(folder: Path, without: Container[str] = ()) -> bytes:
    """Return a digest of what someone in `folder` can print: their own, and built-in ones.

    What comes with the program itself is no part of it, and neither are the kinds that it is to
    do `without`: "stretches", "images". Raises UnsettledError, or OSError where a
    file cannot be read: what is made then cannot be known again.
    """
    found = blake2b(digest_size=16)
    for root in roots(folder):
        if root != DATA.resolve():
            found.update(_settings(root / SETTINGS))
            for kind in (*LISTED, _IMAGES):
                for part in _files(root / kind) if kind not in without else ():
                    found.update(part)
    return found.digest()


def _settings(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _files(folder: Path) -> Iterator[bytes]:
    """Yield the names of all files in a folder, and what tells their content."""
    if not folder.is_dir():
        yield f"no {folder}\n".encode(errors="surrogateescape")
        return
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    for one in entries:
        yield f"{one.path}\n".encode(errors="surrogateescape")
        if one.is_dir():
            yield from _files(Path(one.path))
        elif one.is_file():
            yield _told(Path(one.path), one.stat())


def _told(path: Path, about: os.stat_result) -> bytes:
    # Translations are as many as definitions in each language: they are known as large files are.
    if about.st_size < _LARGE and translation_name(path.name) is None:
        return blake2b(path.read_bytes(), digest_size=16).digest()
    if time.time() - max(about.st_mtime, about.st_ctime) < _SETTLED:
        raise UnsettledError
    return f"{about.st_size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino}".encode()
