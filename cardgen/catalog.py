"""What the library holds, in words for a terminal."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cardgen.choose.cited import cited
from cardgen.choose.dose import days_words, dose_words, total_seconds, whole_minutes
from cardgen.choose.moves import routine_doses
from cardgen.choose.pick import pick
from cardgen.load.data import load_locale, load_paper
from cardgen.load.library import load_library
from cardgen.load.measures import all_sheets, all_sizes
from cardgen.model.design import MM, CardSize, Sheet
from cardgen.model.library import Library, Record
from cardgen.model.routine import Routine
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch
from cardgen.paths import DATA, built_in, roots


def listed(kind: str, folder: Path) -> list[tuple[str, str]]:
    """Return the id and a line of each "routines", "stretches", "sizes" …, in order."""
    if kind in _MEASURES:
        find, line = _MEASURES[kind]
        return [
            (record.id, line(record.value) + _whose(record)) for record in find(folder).values()
        ]
    library = load_library(roots(folder))
    lines: dict[str, Callable[[Any], str]] = {
        "routines": lambda routine: _routine_line(routine, library),
        "stretches": _stretch_line,
        "sources": _source_line,
    }
    records: Mapping[str, Record[Any]] = getattr(library, kind)
    return [(record.id, lines[kind](record.value) + _whose(record)) for record in records.values()]


def _whose(record: Record[Any]) -> str:
    """Return the file of a person's own definition, and whether it hides a built-in one."""
    if record.root in (built_in().resolve(), DATA):
        return ""
    kind = Path(record.file).parent.name
    hidden = (DATA if kind in _MEASURES else built_in()) / kind / f"{record.id}.yaml"
    return f"  [{record.file}{', in place of the built-in one' if hidden.is_file() else ''}]"


def _size_line(size: CardSize) -> str:
    return f"{_measures(size)}  {size.name} ({size.status}: {size.source})"


def _sheet_line(sheet: Sheet) -> str:
    grid = f"{load_paper(sheet.page).name}, {sheet.columns} x {sheet.rows} of {_measures(sheet)}"
    also = f"; the same: {', '.join(sheet.also)}" if sheet.also else ""
    return f"{grid}  {sheet.name} ({sheet.status}: {sheet.source}){also}"


def _measures(size: CardSize) -> str:
    return f"{size.width / MM:.1f} x {size.height / MM:.1f} mm"


_MEASURES: dict[str, tuple[Callable[[Path], Mapping[str, Record[Any]]], Callable[[Any], str]]] = {
    "sizes": (all_sizes, _size_line),
    "sheets": (all_sheets, _sheet_line),
}


def _routine_line(routine: Routine, library: Library) -> str:
    locale = load_locale("en")
    minutes = whole_minutes(total_seconds(routine_doses(routine, library), routine.transition))
    days = routine.frequency.rule or " ".join(days_words(routine.frequency, locale))
    return f"{routine.name}: {len(routine.items)} moves, {minutes} min, {days}"


def _stretch_line(stretch: Stretch) -> str:
    return f"{stretch.name} ({stretch.kind}): {dose_words(stretch.dose, load_locale('en')).line}"


def _source_line(source: Source) -> str:
    year = source.issued[:4] if source.issued else "n.d."
    return f"{source.evidence}, {year}, {source.checked}: {source.title or source.about}"


def described(id_: str, folder: Path) -> str:
    """Return every field of the stretch, routine, source or safety text with this id, as YAML.

    Raises InvalidDataError when there is none.
    """
    record = _found(id_, folder)
    text = yaml.safe_dump(_data(record), sort_keys=False, allow_unicode=True, width=88)
    return f"# {record.file}\n{text}".rstrip()


def described_json(id_: str, folder: Path) -> str:
    """Return what `described` does as JSON, with the id and the file."""
    record = _found(id_, folder)
    return _json({"id": record.id, "file": record.file, **_data(record)})


def listed_json(kinds: Sequence[str], folder: Path) -> str:
    """Return what `listed` tells of some kinds as JSON: a list of ids and lines for each."""
    rows = {
        kind: [{"id": id_, "text": text} for id_, text in listed(kind, folder)] for kind in kinds
    }
    return _json(rows)


def _found(id_: str, folder: Path) -> Record[Any]:
    library = load_library(roots(folder))
    everything = {**library.sources, **library.safety, **library.routines, **library.stretches}
    return pick(everything, id_, "stretch, routine or source")


def _data(record: Record[Any]) -> dict[str, Any]:
    data: dict[str, Any] = record.value.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)


def cited_sources(ids: Sequence[str], folder: Path) -> list[Record[Source]]:
    """Return the sources that `ids` name, or that the routines and stretches of `ids` rest on.

    Without ids it is every verified source. Raises InvalidDataError when there is none of a name.
    """
    library = load_library(roots(folder))
    if not ids:
        return [record for record in library.sources.values() if record.value.prints]
    found: dict[str, Record[Source]] = {}
    for id_ in ids:
        if id_ in library.sources:
            found[id_] = library.sources[id_]
            continue
        known = {**library.routines, **library.stretches, **library.sources}
        file = pick(known, id_, "source, routine or stretch").file
        names = (name for name, origin in cited(library) if origin.file == file)
        found |= {name: library.sources[name] for name in names}
    return list(found.values())
