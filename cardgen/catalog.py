"""What the library holds, in words for a terminal."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cardgen.compose.dose import days_words, dose_words, total_seconds, whole_minutes
from cardgen.compose.moves import routine_doses
from cardgen.errors import InvalidDataError, Problem
from cardgen.kinds import LISTED
from cardgen.library.data import load_locale
from cardgen.library.loader import Loader
from cardgen.library.read import library_of, read_library
from cardgen.model.country import Country
from cardgen.model.design import MM, CardSize, Paper, Sheet, Theme
from cardgen.model.library import Fault, Library, Record
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch
from cardgen.model.vocabulary import Condition, Level, MoveKind, Posture, Region
from cardgen.paths import roots, stock, stock_file
from cardgen.words import lower_first, suggestion

Rows = list[tuple[str, str]]
"""Ids, and a line of each."""


def listed(kind: str, folder: Path) -> list[tuple[str, Rows]]:
    """Return the id and a line of each definition of a kind, in groups with their headings.

    The kinds are those of `LISTED`: "routines", "sources" …. Stretches stand by posture and kind of
    move; all others are one group without a heading, by id. One that cannot be used is listed with
    what is wrong.
    """
    loader = Loader(roots(folder))
    library = library_of(loader)
    rows = {
        id_: _LINES[kind](record.value, library) + _whose(record)
        for id_, record in loader.records(kind).items()
    }
    faulty = [fault for fault in loader.faults if fault.folder == kind]
    told = sorted([*rows.items(), *((f.id, f"cannot be used: {f.problems[0]}") for f in faulty)])
    return _grouped(told, library) if kind == "stretches" else [("", told)]


def _grouped(rows: Rows, library: Library) -> list[tuple[str, Rows]]:
    """Return stretches by posture and kind of move, and last those that cannot be used."""
    groups: dict[str, Rows] = {}
    for id_, text in rows:
        groups.setdefault(_group(id_, library), []).append((id_, text))
    return sorted(groups.items(), key=lambda group: (group[0] == _UNUSABLE, group[0]))


_UNUSABLE = "Cannot be used"


def _group(id_: str, library: Library) -> str:
    """Return the heading that a stretch stands under: "On your back: strength"."""
    if id_ not in library.stretches:
        return _UNUSABLE
    stretch = library.stretches[id_].value
    kind = library.move_kinds[stretch.kind].name
    return f"{library.postures[stretch.position].name}: {lower_first(kind)}"


def _whose(record: Record[Any]) -> str:
    """Return the file of a person's own definition, and whether it hides a built-in one."""
    if record.root in stock():
        return ""
    hides = stock_file(f"{Path(record.file).parent.name}/{record.id}.yaml")
    return f"  [{record.file}{', in place of the built-in one' if hides else ''}]"


def _size_line(size: CardSize, _: Library) -> str:
    return f"{_measures(size)}  {size.name} ({size.status}: {size.source})"


def _sheet_line(sheet: Sheet, _: Library) -> str:
    grid = f"{sheet.page}, {sheet.columns} x {sheet.rows} of {_measures(sheet)}"
    also = f"; the same: {', '.join(sheet.also)}" if sheet.also else ""
    return f"{grid}  {sheet.name} ({sheet.status}: {sheet.source}){also}"


def _paper_line(paper: Paper, _: Library) -> str:
    return f"{_measures(paper)}  {paper.name} ({paper.source})"


def _measures(size: CardSize | Paper) -> str:
    return f"{size.width / MM:.1f} x {size.height / MM:.1f} mm"


def _routine_line(routine: Routine, library: Library) -> str:
    locale = load_locale("en")
    minutes = whole_minutes(total_seconds(routine_doses(routine, library), routine.transition))
    days = routine.frequency.rule or " ".join(days_words(routine.frequency, locale))
    return f"{routine.name}: {len(routine.items)} moves, {minutes} min, {days}"


def _stretch_line(stretch: Stretch, _: Library) -> str:
    said = dose_words(stretch.dose, load_locale("en"), stretch).line
    return f"{stretch.name}: {said}"


def _source_line(source: Source, _: Library) -> str:
    year = source.issued[:4] if source.issued else "n.d."
    return f"{source.evidence}, {year}, {source.checked}: {source.title or source.about}"


def _safety_line(safety: Safety, library: Library) -> str:
    levels = ", ".join(id_ for id_, _, _ in safety.by_urgency(library.levels))
    return f"{library.regions[safety.region].name}: {levels}" if safety.region else levels


def _level_line(level: Level, _: Library) -> str:
    return f"{level.name} ({level.part}, {level.order}): {level.about}"


def _country_line(country: Country, _: Library) -> str:
    return f"{country.name}: {country.emergency}"


def _name_line(named: Condition | Posture | MoveKind | Region | Theme, _: Library) -> str:
    about = getattr(named, "about", None)
    return f"{named.name}: {about}" if about else named.name


_LINES: Mapping[str, Callable[[Any, Library], str]] = {
    "routines": _routine_line,
    "stretches": _stretch_line,
    "sources": _source_line,
    "safety": _safety_line,
    "conditions": _name_line,
    "postures": _name_line,
    "move-kinds": _name_line,
    "regions": _name_line,
    "levels": _level_line,
    "countries": _country_line,
    "sizes": _size_line,
    "sheets": _sheet_line,
    "papers": _paper_line,
    "themes": _name_line,
}
"""How each kind is told of in a line."""


def described(id_: str, folder: Path) -> str:
    """Return every field of the definition with this id, of whatever kind, as YAML.

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
    """Return what `listed` tells of some kinds as JSON: a list of ids and lines for each.

    Where a kind has groups, `group` is the heading of one.
    """
    told = {
        kind: [
            {"id": id_, "text": text, **({"group": heading} if heading else {})}
            for heading, rows in listed(kind, folder)
            for id_, text in rows
        ]
        for kind in kinds
    }
    return _json(told)


def _found(id_: str, folder: Path) -> Record[Any]:
    loader = Loader(roots(folder))
    library_of(loader)
    known: dict[str, Record[Any]] = {}
    for kind in reversed(LISTED):
        known |= loader.records(kind)
    return _picked(known, id_, loader.faults)


def _picked(known: Mapping[str, Record[Any]], id_: str, faults: Sequence[Fault]) -> Record[Any]:
    """Return what is called `id_`. Raises InvalidDataError with what is wrong with it."""
    if id_ in known:
        return known[id_]
    if problems := [problem for fault in faults if fault.id == id_ for problem in fault.problems]:
        raise InvalidDataError(problems)
    message = f"there is nothing that is called '{id_}'"
    raise InvalidDataError([Problem("", 0, 0, "", message, suggestion(id_, list(known)))])


def _data(record: Record[Any]) -> dict[str, Any]:
    data: dict[str, Any] = record.value.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)


def cited_sources(ids: Sequence[str], folder: Path) -> list[Record[Source]]:
    """Return the sources that `ids` name, or that the routines and stretches of `ids` rest on.

    Without ids it is every verified source. Raises InvalidDataError when there is none of a name.
    """
    library = read_library(roots(folder))
    if not ids:
        return [record for record in library.sources.values() if record.value.prints]
    found: dict[str, Record[Source]] = {}
    for id_ in ids:
        if id_ in library.sources:
            found[id_] = library.sources[id_]
            continue
        known = {**library.routines, **library.stretches, **library.sources}
        file = _picked(known, id_, library.faults).file
        names = (name for name, origin in library.citations() if origin.file == file)
        found |= {name: library.sources[name] for name in names}
    return list(found.values())
