"""The library in another language: all that prints of it is translated, or marked.

A definition that lacks a translation cannot be used in that language, like one whose file is
broken: whoever asks for it is told what is missing.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from cardgen.errors import CardgenError, Problem
from cardgen.kinds import ORIGINAL, kind_in
from cardgen.library.data import load_locale
from cardgen.library.spoken import Speaker, read_translation, spoken
from cardgen.library.translation_files import RECORDS, VOCABULARY, of_definition
from cardgen.model.base import Refusal
from cardgen.model.library import Fault, Library, Record, field_of
from cardgen.model.origin import FieldPath, dotted
from cardgen.model.reference import references
from cardgen.model.translation import Translation

_NAMED = 3
"""So many fields are named that have no translation."""
_Records = dict[str, dict[str, Record[Any]]]
"""Definitions by the folder of their kind, and by id."""


@lru_cache(maxsize=16)
def translated(
    library: Library, language: str, *, mixed: bool = False, refusal: Refusal | None = None
) -> Library:
    """Return a library whose printed texts are in a language.

    Definitions that have no translation for one of their texts are among its faults; `mixed` lets
    them stand as they are, marked. `refusal` tells what of translations cannot be printed.
    """
    if language == ORIGINAL:
        return library
    return _Translator(library, language, refusal, mixed=mixed).library()


class _Translator:
    """Translates one library."""

    def __init__(
        self, library: Library, language: str, refusal: Refusal | None, *, mixed: bool
    ) -> None:
        self._library, self._language, self._refusal = library, language, refusal
        self._mixed = mixed
        self._common = {one.original: one.translation for one in load_locale(language).texts}
        self._faults: dict[tuple[str, str], Fault] = {}

    def library(self) -> Library:
        """Return the library in the other language."""
        made = {folder: self._kind(folder) for folder in (*VOCABULARY, *RECORDS)}
        self._leave_out(made)
        values: dict[str, Any] = {name: made[name] for name in RECORDS}
        for folder in VOCABULARY:
            words = {id_: record.value for id_, record in made[folder].items()}
            values[field_of(folder)] = words
        faults = (*self._library.faults, *self._faults.values())
        return replace(self._library, **values, faults=faults, language=self._language)

    def _kind(self, folder: str) -> dict[str, Record[Any]]:
        """Return the definitions of a kind that can be used in the language."""
        made: dict[str, Record[Any]] = {}
        for id_, found in self._library.of_kind(folder).items():
            record = found if isinstance(found, Record) else self._wrapped(folder, id_, found)
            try:
                made[id_] = self._spoken(folder, record)
            except CardgenError as error:
                self._fault(folder, id_, error.problems)
                continue
            if (missing := _missing(made[id_])) and not self._mixed:
                self._fault(folder, id_, (self._problem(folder, record, missing),))
                del made[id_]
        return made

    def _wrapped(self, folder: str, id_: str, value: object) -> Record[Any]:
        """Return a word of the vocabulary as a definition whose lines nobody has kept."""
        return Record(id_, value, f"{folder}/{id_}.yaml", self._library.folder, {})

    def _spoken(self, folder: str, record: Record[Any]) -> Record[Any]:
        common = self._common if folder in VOCABULARY else {}
        speaker = Speaker(self._sources(folder, record.id), common, self._mixed)
        return spoken(record, self._language, speaker)

    def _sources(self, folder: str, id_: str) -> list[Record[Translation]]:
        files = of_definition(self._library, folder, id_, self._language)
        return [read_translation(file, self._refusal) for file in files]

    def _problem(self, folder: str, record: Record[Any], missing: tuple[FieldPath, ...]) -> Problem:
        remedy = (
            f"Write them: cardgen new translation {record.id} --language {self._language}. "
            f"Or let them stand in English, marked: --allow-mixed"
        )
        return untranslated(folder, record, missing, self._language, remedy)

    def _fault(self, folder: str, id_: str, problems: tuple[Problem, ...]) -> None:
        self._faults[folder, id_] = Fault(folder, id_, problems)

    def _leave_out(self, made: _Records) -> None:
        """Leave out what refers to a definition that cannot be used, as the loader does."""
        while faulty := [*self._leading_to_faults(made)]:
            for folder, id_, problems in faulty:
                self._fault(folder, id_, problems)
                del made[folder][id_]

    def _leading_to_faults(self, made: _Records) -> Iterator[tuple[str, str, tuple[Problem, ...]]]:
        for folder, records in made.items():
            for id_, record in records.items():
                named = ((ref.folder, ref.id) for ref in references(record.value))
                led = (self._faults[one].problems for one in named if one in self._faults)
                if problems := tuple(dict.fromkeys(one for found in led for one in found)):
                    yield folder, id_, problems


def _missing(record: Record[Any]) -> tuple[FieldPath, ...]:
    return record.spoken.missing if record.spoken else ()


def untranslated(
    folder: str, record: Record[Any], missing: tuple[FieldPath, ...], language: str, remedy: str
) -> Problem:
    """Return that a definition lacks translations into a language: the fields, and a remedy."""
    named = ", ".join(map(dotted, missing[:_NAMED]))
    more = len(missing) - _NAMED
    told = f"{named} and {more} more" if more > 0 else named
    said = kind_in(folder).words
    message = f"texts of the {said} '{record.id}' are not translated into `{language}`: {told}"
    return record.origin(*missing[0]).problem(message, remedy)
