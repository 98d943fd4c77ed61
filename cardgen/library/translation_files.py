"""Which translations there are: files beside definitions, by their names alone.

None is read before somebody asks for its language.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from cardgen.kinds import ORIGINAL, kind_in
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


def wrong_name(path: Path, folder: str) -> tuple[str, str] | None:
    """Return what is wrong with the name of a file that looks like a translation, and a remedy.

    `folder` is that of its kind. None where nothing is wrong, or where it looks like none.
    """
    found = translation_name(path.name) if folder in TRANSLATED else None
    if found is None or found[1] in languages():
        return None
    if found[1] == ORIGINAL:
        return f"definitions are in `{ORIGINAL}`: it is no translation", "Name another language"
    return f"there is no language '{found[1]}'", suggestion(found[1], languages())


def is_translation(path: Path, folder: str) -> bool:
    """Tell whether a file in the folder of a kind is a translation, by its name."""
    found = translation_name(path.name) if folder in TRANSLATED else None
    return found is not None and found[1] in languages() and kind_in(folder).naming.fits(found[0])


def translation_files(folders: Sequence[Path]) -> tuple[TranslationFile, ...]:
    """Return the translations in some folders of definitions, in the order of these."""
    return tuple(
        file for root in folders for folder in TRANSLATED for file in _found(root / folder, folder)
    )


def of_definition(library: Library, folder: str, id_: str, language: str) -> list[TranslationFile]:
    """Return the translations of a definition into a language, a person's own first."""
    return [
        one
        for one in library.translations
        if (one.language, one.folder, one.id) == (language, folder, id_)
    ]


def _found(place: Path, folder: str) -> Iterator[TranslationFile]:
    try:
        with os.scandir(place) as entries:
            named = sorted(_named(entries, folder), key=lambda one: one[0].name)
    except OSError:  # there is no such folder, or the definitions in it cannot be read either
        return
    for entry, (id_, language) in named:
        about = entry.stat()
        stamp = f"{about.st_size} {about.st_mtime_ns}"
        yield TranslationFile(language, folder, id_, Path(entry.path), stamp)


def _named(
    entries: Iterable["os.DirEntry[str]"], folder: str
) -> Iterator[tuple["os.DirEntry[str]", tuple[str, str]]]:
    for entry in entries:
        found = translation_name(entry.name)
        if found and is_translation(Path(entry.path), folder) and entry.is_file():
            yield entry, found
