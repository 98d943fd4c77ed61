"""Reads kinds of definitions, and tells those that can be used from those that cannot."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from cardgen.errors import Problem
from cardgen.kinds import Kind, kind_in, kind_of
from cardgen.library.files import read_folder
from cardgen.model.base import Model, Refusal
from cardgen.model.library import Fault, Record
from cardgen.model.reference import Reference, references
from cardgen.words import suggestion

M = TypeVar("M", bound=Model)
Check = Callable[[Record[M]], Iterable[Problem]]
"""Finds what is wrong with a definition beside what its model says."""


class Loader:
    """Reads one kind after the other, those that others refer to first.

    A definition that refers to one that cannot be used cannot be used either.
    """

    def __init__(self, folders: Sequence[Path], refusal: Refusal | None = None) -> None:
        """The first of `folders` that has an id wins.

        `refusal` tells what of texts cannot be printed.
        """
        self.folders = folders
        self._refusal = refusal
        self._sound: dict[str, Mapping[str, Record[Any]]] = {}
        self._faults: dict[tuple[str, str], Fault] = {}
        self._nameless: list[Fault] = []

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return all that cannot be used, of the kinds that were read."""
        return (*self._faults.values(), *self._nameless)

    def records(self, folder: str) -> Mapping[str, Record[Any]]:
        """Return the definitions that can be used of a kind that was read: "stretches"."""
        return self._sound[folder]

    def read(self, model: type[M], check: Check[M] | None = None) -> Mapping[str, Record[M]]:
        """Return the definitions of a kind that can be used, in the order of their ids."""
        kind = kind_of(model)
        records = self._records(model, kind)
        sound = {record.id: record for record in records}
        self._sound[kind.folder] = sound
        # Where one names another of its kind that cannot be used, it cannot be used either.
        while faulty := [*self._faulty(sound.values(), check)]:
            for id_, problems in faulty:
                self._faults[kind.folder, id_] = Fault(kind.folder, id_, problems)
                del sound[id_]
        return sound

    def _faulty(
        self, records: Iterable[Record[M]], check: Check[M] | None
    ) -> Iterator[tuple[str, tuple[Problem, ...]]]:
        """Yield the id of each definition that cannot be used as things stand, and why."""
        for record in records:
            if problems := [*self._unknown(record), *(check(record) if check else ())]:
                yield record.id, tuple(dict.fromkeys(problems))

    def _records(self, model: type[M], kind: Kind) -> list[Record[M]]:
        found: dict[str, Record[M] | Fault] = {}
        for folder in reversed(self.folders):
            for one in read_folder(folder / kind.folder, model, self._refusal):
                if one.id:
                    found[one.id] = one
                elif isinstance(one, Fault):
                    self._nameless.append(one)
        faults = [one for one in found.values() if isinstance(one, Fault)]
        self._faults |= {(one.folder, one.id): one for one in faults}
        return [one for _, one in sorted(found.items()) if not isinstance(one, Fault)]

    def _unknown(self, record: Record[Model]) -> Iterator[Problem]:
        """Yield what is wrong with the definitions that one refers to, or that there is none."""
        for reference in references(record.value):
            folder, id_, path = reference
            if id_ in self._sound[folder]:
                continue
            if fault := self._faults.get((folder, id_)):
                yield from fault.problems
            else:
                # Where one id stands in place of a list, it has no place of its own.
                told = path if path in record.places or path[-1] != 0 else path[:-1]
                yield record.origin(*told).problem(*self._no_such(reference))

    def _no_such(self, reference: Reference) -> tuple[str, str]:
        """Return the message and the remedy where nothing has the id that is named."""
        kind, id_ = kind_in(reference.folder), reference.id
        remedy = suggestion(id_, list(self._sound[kind.folder]))
        if kind.vocabulary and kind.naming.fits(id_):
            end = "" if remedy.endswith("?") else "."
            remedy += f"{end} Or make one: cardgen new {kind.name} {id_}"
        return f"there is no {kind.words} '{id_}'", remedy
