"""A file to translate a definition in, or one brought up to what the definition says today."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from cardgen.errors import InvalidDataError, Problem
from cardgen.library.data import load_locale
from cardgen.library.files import read_bytes, shown_path
from cardgen.library.loader import Loader
from cardgen.library.read import library_of
from cardgen.library.spoken import Speaker, at, read_translation
from cardgen.library.translation_files import (
    RECORDS,
    TRANSLATED,
    VOCABULARY,
    languages,
    of_definition,
)
from cardgen.library.yaml_tree import parse
from cardgen.model.library import Library, Record
from cardgen.model.texts import Written, texts
from cardgen.paths import roots
from cardgen.scaffold import SCHEMA_FOLDER, NewFile
from cardgen.words import suggestion, unknown

_HEAD = """\
# yaml-language-server: $schema=../{schemas}/translation.json
# The texts of {place}, each beside the original.
# Write what is behind `translation:`; words in braces stay. When the definition has changed,
# `cardgen new translation {id} --language {language}` brings this up to it.
"""
_STALE = "# The definition no longer says this:\n"
_WIDE = 10**6
"""No line of a text is broken."""
_NAMED = 3
"""So many of the fields that have a text are named above it."""
_Line = dict[str, str]
"""A pair as a file has it: original, translation, at."""


class Begun(NamedTuple):
    """A translation to write."""

    file: NewFile
    open: int
    """How many texts have no words yet."""
    stale: int
    """How many translations there were of what the definition no longer says."""
    checked_by: str
    """Who had checked it before, if a text has come since; else ""."""


def begun(name: str, language: str, folder: Path) -> Begun:
    """Return the translation of a definition, with all that is known of it.

    `name` is its id, or "safety/low-back" where several kinds have that. Raises InvalidDataError.
    """
    if language not in languages():
        raise InvalidDataError([unknown("language", language, languages(), "--language")])
    loader = Loader(roots(folder))
    library = library_of(loader)
    kind, record = _definition(name, loader)
    place = f"{kind}/{record.id}.{language}.yaml"
    written = _written(folder / place)
    speaker = _speaker(library, kind, record, language, written)
    lines, stale = _lines(record, speaker, written.get("texts") or [])
    reviewed = written.get("reviewed")
    definition = f"{kind}/{record.id}.yaml"
    text = _HEAD.format(schemas=SCHEMA_FOLDER, place=definition, id=record.id, language=language)
    text += f"language: {language}\n"
    text += _dumped({"reviewed": reviewed}) if reviewed else ""
    text += "texts:\n" + "".join(lines)
    text += _STALE * bool(stale) + "".join(f"# {line}\n" for line in stale)
    new = len([line for line in lines if line.endswith("translation:\n")])
    by = (reviewed or {}).get("clinician") or (reviewed or {}).get("by") or ""
    had_stale = len([line for line in stale if line.startswith("- ")])
    return Begun(NewFile(place, text.encode()), new, had_stale, str(by) if new else "")


def _definition(name: str, loader: Loader) -> tuple[str, Record[Any]]:
    """Return the folder of the kind, and the definition that is named."""
    kind, _, id_ = name.rpartition("/")
    kinds = [kind] if kind in TRANSLATED else [*RECORDS, *VOCABULARY] if not kind else []
    for folder in kinds:
        if id_ in loader.records(folder):
            return folder, loader.records(folder)[id_]
    faults = [fault for fault in loader.faults if fault.id == id_ and fault.folder in kinds]
    if problems := [problem for fault in faults for problem in fault.problems]:
        raise InvalidDataError(problems)
    known = [one for folder in RECORDS for one in loader.records(folder)]
    message = f"there is nothing to translate that is called '{name}'"
    raise InvalidDataError([Problem("", 0, 0, "NAME", message, suggestion(id_, known))])


def _written(path: Path) -> dict[str, Any]:
    """Return what a translation says that is there, finished or not; nothing where none is.

    Raises InvalidDataError for what is no YAML.
    """
    if not path.is_file():
        return {}
    data: dict[str, Any] = parse(shown_path(path), read_bytes(path)).data
    return data


def _speaker(
    library: Library, kind: str, record: Record[Any], language: str, written: dict[str, Any]
) -> Speaker:
    """Return what knows the texts that others than the file itself have translated."""
    files = of_definition(library, kind, record.id, language)
    if written:  # it may not be finished, and is looked at by itself
        files = [file for file in files if file.path.parent.parent != library.folder]
    common = {one.original: one.translation for one in load_locale(language).texts}
    sources = [read_translation(file, None) for file in files]
    return Speaker(sources, common if kind in VOCABULARY else {}, mixed=False)


def _lines(
    record: Record[Any], speaker: Speaker, written: Sequence[_Line]
) -> tuple[list[str], list[str]]:
    """Return the pairs in the order of the definition, and those that have lost their text."""
    fields: dict[str, list[Written]] = {}
    for one in texts(record.value):
        fields.setdefault(one.words, []).append(one)
    own = {(pair.get("original"), pair.get("at")): pair for pair in written}
    made = []
    for words, places in fields.items():
        pair = own.pop((words, None), None)
        made.append(_pair(places, (pair or {}).get("translation") or _known(speaker, places[0])))
        named = ((one, own.pop((words, at(one.path)), None)) for one in places)
        made += [_pair([one], pair["translation"], at(one.path)) for one, pair in named if pair]
    stale = [line for pair in own.values() for line in _dumped([pair]).splitlines()]
    return made, stale


def _known(speaker: Speaker, written: Written) -> str:
    """Return what others have translated a text to; "" where nobody has."""
    before = len(speaker.missing)
    said = speaker.say(written._replace(on_pages=True))
    return said if len(speaker.missing) == before else ""


def _pair(places: Sequence[Written], said: str, only: str = "") -> str:
    pair = {"original": places[0].words, **({"at": only} if only else {})}
    body = _dumped([{**pair, **({"translation": said} if said else {})}])
    fields = ", ".join(at(one.path) for one in places[:_NAMED]) + ", …" * (len(places) > _NAMED)
    return f"# {fields}\n{body}" + ("" if said else "  translation:\n")


def _dumped(data: object) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=_WIDE)
