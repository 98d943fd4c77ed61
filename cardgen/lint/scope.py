"""Which files are to be checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cardgen.errors import InvalidDataError, Problem
from cardgen.kinds import KINDS, Kind
from cardgen.library.files import is_text_file, read_bytes, shown_path
from cardgen.paths import SETTINGS, stock

_YAML = (".yaml", ".yml")
_MOVES = re.compile(rb"^moves *:", re.MULTILINE)
"""What a programme has, and no letterhead."""
_LETTERHEAD = "clinic"
"""What the name of a letterhead starts with, where it is not named itself."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A working folder, and its files to check, by kind."""

    root: Path
    paths: tuple[tuple[str, Path], ...]

    @property
    def files(self) -> frozenset[str]:
        """Return the files as messages name them."""
        return frozenset(shown_path(path) for _, path in self.paths)

    def of_kind(self, kind: str) -> Iterator[Path]:
        """Yield the files of a kind."""
        return (path for found, path in self.paths if found == kind)


def scopes(paths: Sequence[Path], folder: Path) -> list[Scope]:
    """Return what `paths` name: files, and folders with all that is in them.

    Without paths it is the working folder, or the built-in library where that has no definitions.
    Raises InvalidDataError for a file that is no definition.
    """
    if not paths:
        own = Scope(folder.resolve(), tuple(_below(folder.resolve())))
        is_own = own.paths and own.root not in stock()
        return [own] if is_own else scopes(stock(), folder)
    wanted: dict[Path, dict[tuple[str, Path], None]] = {}
    for path in map(Path.resolve, paths):
        if path.is_file() and path.suffix.lower() not in _YAML:
            message, remedy = "this is no definition", "Name a file that ends in .yaml, or a folder"
            raise InvalidDataError([Problem(shown_path(path), 0, 0, "", message, remedy)])
        root = _root(path)
        found = [(_kind(root, path), path)] if path.is_file() else _below(root, path)
        wanted.setdefault(root, {}).update(dict.fromkeys(found))
    return [Scope(root, tuple(found)) for root, found in wanted.items()]


def _below(root: Path, within: Path | None = None) -> Iterator[tuple[str, Path]]:
    """Yield the definitions of a working folder, or of the part of it that is `within`."""
    for kind in KINDS.values():
        for path in sorted((root / kind.folder).glob("*")):
            named = bool(kind.folder) or _is_named(kind, path)
            is_file = path.suffix.lower() in _YAML and named
            if (is_file or _is_overlooked(kind, path)) and path.is_relative_to(within or root):
                yield kind.name, path


def _is_named(kind: Kind, path: Path) -> bool:
    """Tell whether a file that stands in no folder of a kind is of this one, by its name."""
    if kind.name == "settings":
        return path.name == SETTINGS
    return path.name.startswith(_LETTERHEAD)


def _is_overlooked(kind: Kind, path: Path) -> bool:
    """Tell whether a folder within that of a kind has files, or is one, that is not read."""
    if not kind.folder or kind.name == "pose":
        return False
    return is_text_file(path) or (path.is_dir() and any(path.glob("*.y*ml")))


def _root(path: Path) -> Path:
    """Return the working folder that a path is in: above the folder of its kind."""
    start = path.parent if path.is_file() else path
    for kind in KINDS.values():
        depth = kind.folder.count("/") + 1
        if kind.folder and start.as_posix().endswith(f"/{kind.folder}"):
            return start.parents[depth - 1]
    return start


def _kind(root: Path, path: Path) -> str:
    """Return the kind of a file, by the folder that it is in, its name, or what it says.

    Any other is a clinic.

    Raises KeyError for one in a folder of no kind.
    """
    if path.name == SETTINGS:
        return "settings"
    if path.parent == root and _MOVES.search(read_bytes(path)):
        return "programme"
    folders = {kind.folder: kind.name for kind in KINDS.values()} | {"": _LETTERHEAD}
    return folders[path.parent.relative_to(root).as_posix().removeprefix(".")]
