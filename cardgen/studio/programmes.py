"""Programmes as files: one that a browser sends or a folder has, and where one is saved."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathvalidate import sanitize_filename

from cardgen.documents.check import check_request
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import Programme
from cardgen.documents.programme_check import lacking
from cardgen.errors import InvalidDataError, Problem
from cardgen.library.files import read_bytes, record_of
from cardgen.library.yaml_tree import parse
from cardgen.model.library import Library
from cardgen.model.origin import FieldPath, Origin, dotted
from cardgen.studio.said import RefusedError, Said
from cardgen.typography.printable import refusal
from cardgen.write import NameTakenError, write_all

_ENDING = ".yaml"
_GONE = "It was renamed or taken away meanwhile: choose another one"
_LONGEST_NAME = 80
_SHOWN = 40
"""So many programmes of a folder are shown, those that were saved last."""


def read_programme(name: str, content: bytes, library: Library) -> Programme:
    """Return the programme in a file of this name.

    Raises InvalidDataError with every problem, by its line; also where the library lacks what it
    names.
    """
    try:
        record = record_of(Path(name), content, Programme, refusal)
    except InvalidDataError as error:
        # Who mends the one is told of the other at the same time.
        raise InvalidDataError({*error.problems, *_unknown(name, content, library)}) from None
    check_request(HandoutRequest(programme=record), library)
    return record.value


def _unknown(name: str, content: bytes, library: Library) -> Iterator[Problem]:
    """Yield what the library lacks of what is named in a file that is no programme yet."""
    with suppress(InvalidDataError):
        tree = parse(name, content)
        for folder, path, id_ in _named(tree.data):
            if isinstance(id_, str):
                place = Origin(tree.file, *tree.place(path), dotted(path))
                yield from lacking(folder, id_, place, library)


def _named(data: Mapping[str, Any]) -> Iterator[tuple[str, FieldPath, Any]]:
    """Yield each id that the text of a programme has, with its folder and where it stands."""
    for i, move in enumerate(_list(data, "moves")):
        named = isinstance(move, dict)
        path: FieldPath = ("moves", i, "stretch") if named else ("moves", i)
        yield "stretches", path, move.get("stretch") if named else move
    for i, id_ in enumerate(_list(data, "conditions")):
        yield "conditions", ("conditions", i), id_
    yield "safety", ("safety",), data.get("safety")


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    found = data.get(name)
    return found if isinstance(found, list) else []


class ThereAlreadyError(Exception):
    """There is another programme of this name: nothing was written."""

    def __init__(self, digest: str) -> None:
        """`digest` is that of the file that is there."""
        super().__init__(digest)
        self.digest = digest


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of programmes that a clinic has named."""

    folder: Path

    def names(self) -> tuple[str, ...]:
        """Return the names of its programmes, those first that were saved last."""
        if not self.folder.is_dir():
            return ()
        found = [one for one in self.folder.iterdir() if one.suffix == _ENDING and one.is_file()]
        found.sort(key=lambda one: (-one.stat().st_mtime, one.name))
        return tuple(one.stem for one in found[:_SHOWN])

    def open(self, name: str, library: Library) -> Programme:
        """Return a programme of the folder. Raises InvalidDataError."""
        if name not in self.names():
            raise InvalidDataError(
                [Problem(f"{name}{_ENDING}", 0, 0, "", "there is no such file", _GONE)]
            )
        file = f"{name}{_ENDING}"
        return read_programme(file, read_bytes(self.folder / file), library)

    def save(self, name: str, content: bytes, replaces: str = "") -> Path:
        """Write a programme, and return its file.

        It takes the place of another one only where `replaces` is the digest of that. Raises
        RefusedError for what is no name of a file, ThereAlreadyError, CannotWriteError.
        """
        path = self.folder / f"{_checked(name)}{_ENDING}"
        there = _digest(path)
        if there and there != replaces and path.read_bytes() != content:
            raise ThereAlreadyError(there)
        try:
            write_all([(path, content)], frozenset() if there else frozenset([path]))
        except NameTakenError:
            raise ThereAlreadyError(_digest(path)) from None
        return path


def _digest(path: Path) -> str:
    """Return what tells a file from others; "" where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _checked(name: str) -> str:
    """Return the name of a file as every system takes it. Raises RefusedError."""
    plain = " ".join(name.split()).removesuffix(_ENDING)
    safe = str(sanitize_filename(plain, platform="universal")).strip(". ")
    if plain and plain == safe and len(plain) <= _LONGEST_NAME and plain.isprintable():
        return plain
    wrong = Said("name-wrong", {"name": plain, "most": _LONGEST_NAME})
    raise RefusedError(wrong if plain else Said("name-missing"))
