"""Which translations there are: files beside definitions, by their names alone.

None is read before somebody asks for its language.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

from cardgen.kinds import ORIGINAL, Kind, kind_in
from cardgen.model.library import Library, TranslationFile
from cardgen.paths import data_ids, translation_name
from cardgen.words import suggestion

RECORDS = ("stretches", "safety", "routines")
"""The kinds whose definitions have a file and lines, those that others refer to first."""
VOCABULARY = ("countries", "conditions", "postures", "move-kinds", "levels", "regions")
TRANSLATED = (*VOCABULARY, *RECORDS)
"""The kinds that have texts to translate."""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the ids of the languages that definitions can be translated into."""
    return tuple(id_ for id_ in data_ids("locales") if id_ != ORIGINAL)


def wrong_name(name: str, kind: Kind) -> tuple[str, str] | None:
    """Return what is wrong with the name of a file that looks like a translation, and a remedy.

    `kind` is that of its folder. None where nothing is wrong, or where it looks like none.
    """
    found = translation_name(name) if kind.folder in TRANSLATED else None
    if found is None or found[1] in languages():
        return None
    if found[1] == ORIGINAL:
        return f"definitions are in `{ORIGINAL}`: it is no translation", "Name another language"
    return f"there is no language '{found[1]}'", suggestion(found[1], languages())


def translation_of(name: str, kind: Kind) -> tuple[str, str] | None:
    """Return the id and the language in the name of a translation in the folder of a kind.

    None where it names none.
    """
    found = translation_name(name) if kind.folder in TRANSLATED else None
    return found if found and found[1] in languages() and kind.naming.fits(found[0]) else None


def translation_files(folders: Sequence[Path]) -> tuple[TranslationFile, ...]:
    """Return the translations in some folders of definitions, in the order of these."""
    kinds = [kind_in(folder) for folder in TRANSLATED]
    found = (_found(root / kind.folder, kind) for root in folders for kind in kinds)
    return tuple(chain.from_iterable(found))


def of_definition(library: Library, folder: str, id_: str, language: str) -> list[TranslationFile]:
    """Return the translations of a definition into a language, a person's own first."""
    return [
        one
        for one in library.translations
        if (one.language, one.folder, one.id) == (language, folder, id_)
    ]


def _found(place: Path, kind: Kind) -> Iterator[TranslationFile]:
    try:
        with os.scandir(place) as entries:
            named = {one: found for one in entries if (found := translation_of(one.name, kind))}
    except OSError:  # there is no such folder, or the definitions in it cannot be read either
        return
    for entry in sorted(named, key=lambda one: one.name):
        if entry.is_file():
            id_, language = named[entry]
            about = entry.stat()
            stamp = f"{about.st_size} {about.st_mtime_ns}"
            yield TranslationFile(language, kind.folder, id_, place / entry.name, stamp)
