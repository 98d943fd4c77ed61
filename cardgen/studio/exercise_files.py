"""The files of moves that a clinic has of its own: read, checked, written with their pictures."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from cardgen.errors import Problem, gathered
from cardgen.kinds import KINDS, kind_in
from cardgen.library.checks import sound_stretch
from cardgen.library.files import record_of
from cardgen.library.read import read_library
from cardgen.library.yaml_tree import parse
from cardgen.model.library import Library, Record
from cardgen.model.reference import references
from cardgen.model.stretch import Stretch
from cardgen.paths import stock, stock_file
from cardgen.store import NO_STORE
from cardgen.studio.desk import Desk
from cardgen.studio.said import RefusedError, Said
from cardgen.studio.yaml_edit import edited
from cardgen.typography.printable import refusal
from cardgen.write import NameTakenError, write_all

_KIND = KINDS["stretch"]
_IMAGES = "images"
_JPEG = b"\xff\xd8"


class Checked(NamedTuple):
    """What a file would be: its definition, what is wrong with it, and what to look at again."""

    record: Record[Stretch] | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseFile:
    """The file of a move: the clinic's own, or one that it would be, as it is written."""

    folder: Path
    id: str
    text: str
    """Of the clinic's own file, or of the built-in one that it begins as; "" for a new move."""
    is_own: bool

    @property
    def path(self) -> Path:
        """Return where the clinic's own file is, or would be."""
        return self.folder / _KIND.place.format(id=self.id)

    @property
    def digest(self) -> str:
        """Return what tells whether anybody has changed the clinic's own file."""
        return hashlib.sha256(self.text.encode()).hexdigest() if self.is_own else ""

    def data(self) -> Mapping[str, Any]:
        """Return what the file says. Raises InvalidDataError."""
        return parse(self.path.name, self.text.encode()).data if self.text else {}

    def with_values(self, values: Mapping[str, Any]) -> "ExerciseFile":
        """Return the file with other fields, the rest as it is written. Raises InvalidDataError."""
        return replace(self, text=edited(self.text, values))

    def copied(self, library: Library) -> Iterator[tuple[Path, bytes]]:
        """Yield the pictures of a built-in move that its copy needs beside it."""
        record = library.stretches.get(self.id)
        if self.is_own or record is None:
            return
        for file in {shown.file for _, shown in record.value.pictures()}:
            own = self.folder / _IMAGES / file
            if not own.exists():
                yield own, (record.root / _IMAGES / file).read_bytes()


def find_exercise(folder: Path, id_: str) -> ExerciseFile:
    """Return the file of a move, the clinic's own if there is one."""
    place = _KIND.place.format(id=id_)
    own, built_in = folder / place, stock_file(place)
    if own.is_file():
        return ExerciseFile(folder, id_, own.read_text(encoding="utf-8"), is_own=True)
    text = built_in.read_text(encoding="utf-8") if built_in else ""
    return ExerciseFile(folder, id_, text, is_own=False)


def check_exercise(file: ExerciseFile, desk: Desk, pending: frozenset[str]) -> Checked:
    """Return what a file would be; the pictures that are `pending` are not written yet."""
    found: list[Record[Stretch]] = []
    content = file.text.encode()
    wrong = gathered(lambda: found.append(record_of(file.path, content, Stretch, refusal)))
    if wrong:
        return Checked(None, wrong)
    (record,) = found
    record = replace(record, root=_root(record, file, desk))
    known = [one for one in record.value.illustrations if one.file not in pending]
    told = replace(record, value=record.value.model_copy(update={"illustrations": tuple(known)}))
    problems = (*_lacking(record, desk.library), *sound_stretch(desk.library.sources, told))
    if problems:
        return Checked(None, tuple(dict.fromkeys(problems)))
    return Checked(record, (), tuple(_warnings(told, desk, has_pictures=bool(pending))))


def _root(record: Record[Stretch], file: ExerciseFile, desk: Desk) -> Path:
    """Return the folder whose pictures the move has, for as long as it is no file of its own."""
    known = desk.library.stretches.get(file.id)
    return record.root if file.is_own or known is None else known.root


def _lacking(record: Record[Stretch], library: Library) -> Iterator[Problem]:
    for folder, id_, path in references(record.value):
        for one in gathered(lambda: library.pick(folder, id_, kind_in(folder).words)):  # noqa: B023
            yield record.origin(*path).problem(one.message, one.remedy)


def _warnings(record: Record[Stretch], desk: Desk, *, has_pictures: bool) -> Iterator[Problem]:
    """Yield what `cardgen check` warns of."""
    # Late: the start needs no rules.
    from cardgen.lint.context import LintContext  # noqa: PLC0415
    from cardgen.lint.proof import proofs  # noqa: PLC0415
    from cardgen.lint.registry import RULES  # noqa: PLC0415

    library = replace(desk.library, stretches={**desk.library.stretches, record.id: record})
    files, today = frozenset([record.file]), desk.today
    made = tuple(proofs(library, files, NO_STORE, lambda *_: None))
    subject = LintContext(library, files, today, _stock(), made)
    for rule in RULES:
        if not (has_pictures and rule.group == "pictures"):
            yield from rule.find(subject)


@lru_cache(maxsize=1)
def _stock() -> Library:
    return read_library(stock(), refusal)


def save_exercise(
    file: ExerciseFile, before: ExerciseFile, pictures: Mapping[str, bytes], library: Library
) -> None:
    """Write a move, and its new pictures by their names. Raises CannotWriteError, RefusedError."""
    new = [(file.folder / _IMAGES / name, content) for name, content in pictures.items()]
    new += before.copied(library)
    paths = {path for path, _ in new} | (set() if before.is_own else {file.path})
    try:
        write_all([*new, (file.path, file.text.encode())], frozenset(paths))
    except NameTakenError:
        raise RefusedError(Said("made-meanwhile")) from None


def bare_picture(name: str, content: bytes) -> tuple[str, bytes]:
    """Return how the name of a picture ends, and the picture without what a camera says of itself.

    Raises BrokenPictureError.
    """
    # Late: the start needs no reader of pictures.
    from cardgen.artwork.faults import BrokenPictureError  # noqa: PLC0415
    from cardgen.artwork.raster import read_raster  # noqa: PLC0415
    from cardgen.artwork.svg_file import read_svg  # noqa: PLC0415

    if name.lower().endswith(".svg"):
        read_svg(content)
        return ".svg", content
    if not content:
        raise BrokenPictureError("it is empty")
    data = read_raster(content)[0].data
    return ".jpg" if data.startswith(_JPEG) else ".png", data


def free_name(folder: Path, id_: str, ending: str, taken: frozenset[str]) -> str:
    """Return a name for a picture that no file has."""
    number = 1
    while (folder / _IMAGES / (name := f"{id_}-{number}{ending}")).exists() or name in taken:
        number += 1
    return name
