"""The definitions that were found, each with the file and lines that it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from cardgen.errors import InvalidDataError, Problem
from cardgen.model.country import Country
from cardgen.model.design import CardSize, Paper, Sheet, Theme
from cardgen.model.origin import FieldPath, Origin, dotted
from cardgen.model.reference import references
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Review, Stretch
from cardgen.model.value import HashedOnce, hashed_once
from cardgen.model.vocabulary import Condition, Level, MoveKind, Posture, Region
from cardgen.words import unknown

Place = tuple[int, int]
"""A line and a column, counted from 1."""

M_co = TypeVar("M_co", covariant=True)


@hashed_once
@dataclass(frozen=True, slots=True)
class Record(HashedOnce, Generic[M_co]):
    """A definition, its id, the folder that holds its kind, and where each field stands."""

    id: str
    value: M_co
    file: str
    root: Path
    places: Mapping[FieldPath, Place | Origin] = field(hash=False, repr=False)
    """A translated text stands elsewhere than in the file of the definition."""
    pictures: str = ""
    """A digest of the files of its pictures: with others it is another definition."""
    spoken: "Spoken | None" = None
    """How it came to be in another language than its own."""

    def origin(self, *path: str | int) -> Origin:
        """Return the place of the field at `path`, or of its nearest parent that is written."""
        known = path
        while known and known not in self.places:
            known = known[:-1]
        found = self.places.get(known, (1, 1))
        return found if isinstance(found, Origin) else Origin(self.file, *found, dotted(path))


class TranslationFile(NamedTuple):
    """A translation that stands beside a definition, or could; it is read when somebody asks."""

    language: str
    folder: str
    """Of the kind of the definition: "stretches"."""
    id: str
    path: Path
    stamp: str
    """The size of the file and the time of its change: with others it is another translation."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a definition is said in another language than its own."""

    language: str
    original: Record[Any] = field(compare=False, repr=False)
    sources: tuple[Record[Any], ...]
    """The translations that gave it words."""
    missing: tuple[FieldPath, ...] = ()
    """The fields that no translation has words for."""

    @property
    def reviews(self) -> tuple[Review | None, ...]:
        """Return what the translations say of who has checked them."""
        return tuple(one.value.reviewed for one in self.sources)


class Fault(NamedTuple):
    """A definition that cannot be used: the folder of its kind, its id, and what is wrong.

    The problems may stand in other files, which it names. `id` is "" for what can be none.
    """

    folder: str
    id: str
    problems: tuple[Problem, ...]


def field_of(folder: str) -> str:
    """Return the field of a library that holds the kind with a folder: "move_kinds"."""
    return folder.replace("-", "_")


@hashed_once
@dataclass(frozen=True, slots=True)
class Library(HashedOnce):
    """All definitions by kind and id; a user's own stand in place of built-in ones.

    It cannot be changed: `dataclasses.replace` makes another one. Two with the same definitions
    are equal.
    """

    stretches: Mapping[str, Record[Stretch]]
    routines: Mapping[str, Record[Routine]]
    sources: Mapping[str, Record[Source]]
    safety: Mapping[str, Record[Safety]]
    countries: Mapping[str, Country]
    conditions: Mapping[str, Condition]
    postures: Mapping[str, Posture]
    move_kinds: Mapping[str, MoveKind]
    regions: Mapping[str, Region]
    levels: Mapping[str, Level]
    papers: Mapping[str, Record[Paper]]
    sizes: Mapping[str, Record[CardSize]]
    sheets: Mapping[str, Record[Sheet]]
    themes: Mapping[str, Record[Theme]]
    faults: tuple[Fault, ...] = ()
    """What cannot be used. It stops only who asks for it."""
    folder: Path = Path()
    """Where a person's own definitions are."""
    translations: tuple[TranslationFile, ...] = ()
    """What there is of definitions in other languages, a person's own first."""
    language: str = "en"
    """The language of the texts of its definitions."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return all that is wrong in any file, each once, by file and line."""
        return tuple(sorted({problem for fault in self.faults for problem in fault.problems}))

    def citations(self) -> Iterator[tuple[str, Origin]]:
        """Yield the id of each source that a definition names, and the place where it does."""
        for records in (self.stretches, self.routines, self.safety):
            for record in records.values():
                for folder, id_, path in references(record.value):
                    if folder == "sources":
                        yield id_, record.origin(*path)

    def of_kind(self, folder: str) -> Mapping[str, Any]:
        """Return the definitions of the kind that has a folder, "move-kinds", by id.

        They are records; words of a vocabulary are values without their lines.
        """
        known: Mapping[str, Any] = getattr(self, field_of(folder))
        return known

    def problems_of(self, folder: str, id_: str) -> tuple[Problem, ...]:
        """Return what is wrong with a definition that cannot be used; () where nothing is."""
        found = (one.problems for one in self.faults if (one.folder, one.id) == (folder, id_))
        return next(found, ())

    def pick(self, folder: str, id_: str, kind: str, field: str = "", other: str = "") -> Any:  # noqa: ANN401 - a record or a value, by folder
        """Return the definition `id_` in `folder`, such as "routines", which a request names.

        `kind` is what a person calls it: "routine". `field` is the request's, and `other` says
        what else may be given there. Raises InvalidDataError with what is wrong with its file, or
        where there is none with the nearest id.
        """
        known = self.of_kind(folder)
        if id_ in known:
            return known[id_]
        if wrong := self.problems_of(folder, id_):
            raise InvalidDataError(wrong)
        raise InvalidDataError([unknown(kind, id_, known, field, other)])

    def __post_init__(self) -> None:
        for name in _MAPPINGS:
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __hash__(self) -> int:
        kinds = (tuple(getattr(self, name).items()) for name in _MAPPINGS)
        return hash((self.folder, self.faults, self.translations, self.language, *kinds))

    def __reduce__(self) -> tuple[type["Library"], tuple[Any, ...]]:
        # A read-only view of a dict cannot be sent to another process. `__getstate__` is not
        # asked here: before Python 3.11.4, dataclasses with slots put their own in its place.
        values = (getattr(self, one.name) for one in fields(self))
        return Library, tuple(dict(v) if isinstance(v, MappingProxyType) else v for v in values)


_PLAIN = ("faults", "folder", "translations", "language")
_MAPPINGS = tuple(one.name for one in fields(Library) if one.name not in _PLAIN)
