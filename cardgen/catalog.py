"""What the library holds, in words for a terminal."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cardgen.compose.dose import days_words, dose_words, total_seconds, whole_minutes
from cardgen.compose.moves import routine_doses
from cardgen.documents.spoken import in_language
from cardgen.errors import InvalidDataError, Problem
from cardgen.kinds import LISTED, ORIGINAL
from cardgen.library.data import load_locale
from cardgen.library.loader import Loader
from cardgen.library.read import library_of, read_library
from cardgen.model.country import Country
from cardgen.model.design import MM, CardSize, Paper, Sheet, Theme
from cardgen.model.library import Fault, Library, Record
from cardgen.model.locale import Locale
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch
from cardgen.model.vocabulary import Condition, Level, MoveKind, Posture, Region
from cardgen.paths import roots, stock, stock_file
from cardgen.words import lower_first, suggestion

Rows = list[tuple[str, str]]
"""Ids, and a line of each."""


def listed(kind: str, folder: Path, language: str = ORIGINAL) -> list[tuple[str, Rows]]:
    """Return the id and a line of each definition of a kind, in groups with their headings.

    The kinds are those of `LISTED`: "routines", "sources" …. Stretches stand by posture and kind of
    move; all others are one group without a heading, by id. One that cannot be used is listed with
    what is wrong. What is not translated into `language` stands in its own, marked.
    """
    loader = Loader(roots(folder))
    library = in_language(library_of(loader), language, mixed=True)
    locale = load_locale(language)
    rows = {
        id_: _LINES[kind](_value(kind, record, library), library, locale) + _whose(record)
        for id_, record in loader.records(kind).items()
        if id_ in library.of_kind(kind)
    }
    faulty = [fault for fault in library.faults if fault.folder == kind]
    told = sorted([*rows.items(), *((f.id, f"cannot be used: {f.problems[0]}") for f in faulty)])
    return _grouped(told, library) if kind == "stretches" else [("", told)]


def _value(kind: str, record: Record[Any], library: Library) -> Any:  # noqa: ANN401 - by kind
    """Return a definition as a library has it, which may be translated."""
    found = library.of_kind(kind)[record.id]
    return found.value if isinstance(found, Record) else found


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


def _size_line(size: CardSize, _: Library, _locale: Locale) -> str:
    return f"{_measures(size)}  {size.name} ({size.status}: {size.source})"


def _sheet_line(sheet: Sheet, _: Library, _locale: Locale) -> str:
    grid = f"{sheet.page}, {sheet.columns} x {sheet.rows} of {_measures(sheet)}"
    also = f"; the same: {', '.join(sheet.also)}" if sheet.also else ""
    return f"{grid}  {sheet.name} ({sheet.status}: {sheet.source}){also}"


def _paper_line(paper: Paper, _: Library, _locale: Locale) -> str:
    return f"{_measures(paper)}  {paper.name} ({paper.source})"


def _measures(size: CardSize | Paper) -> str:
    return f"{size.width / MM:.1f} x {size.height / MM:.1f} mm"


def _routine_line(routine: Routine, library: Library, locale: Locale) -> str:
    minutes = whole_minutes(total_seconds(routine_doses(routine, library), routine.transition))
    days = routine.frequency.rule or " ".join(days_words(routine.frequency, locale))
    return f"{routine.name}: {len(routine.items)} moves, {minutes} min, {days}"


def _stretch_line(stretch: Stretch, _: Library, locale: Locale) -> str:
    said = dose_words(stretch.dose, locale, stretch).line
    return f"{stretch.name}: {said}"


def _source_line(source: Source, _: Library, _locale: Locale) -> str:
    year = source.issued[:4] if source.issued else "n.d."
    return f"{source.evidence}, {year}, {source.checked}: {source.title or source.about}"


def _safety_line(safety: Safety, library: Library, _locale: Locale) -> str:
    levels = ", ".join(id_ for id_, _, _ in safety.by_urgency(library.levels))
    return f"{library.regions[safety.region].name}: {levels}" if safety.region else levels


def _level_line(level: Level, _: Library, _locale: Locale) -> str:
    return f"{level.name} ({level.part}, {level.order}): {level.about}"


def _country_line(country: Country, _: Library, _locale: Locale) -> str:
    return f"{country.name}: {country.emergency}"


def _name_line(
    named: Condition | Posture | MoveKind | Region | Theme, _: Library, _locale: Locale
) -> str:
    about = getattr(named, "about", None)
    return f"{named.name}: {about}" if about else named.name


_LINES: Mapping[str, Callable[[Any, Library, Locale], str]] = {
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


def described(id_: str, folder: Path, language: str = ORIGINAL) -> str:
    """Return every field of the definition with this id, of whatever kind, as YAML.

    Raises InvalidDataError when there is none.
    """
    record = _found(id_, folder, language)
    text = yaml.safe_dump(_data(record), sort_keys=False, allow_unicode=True, width=88)
    return f"# {record.file}\n{text}".rstrip()


def described_json(id_: str, folder: Path, language: str = ORIGINAL) -> str:
    """Return what `described` does as JSON, with the id and the file."""
    record = _found(id_, folder, language)
    return _json({"id": record.id, "file": record.file, **_data(record)})


def listed_json(kinds: Sequence[str], folder: Path, language: str = ORIGINAL) -> str:
    """Return what `listed` tells of some kinds as JSON: a list of ids and lines for each.

    Where a kind has groups, `group` is the heading of one.
    """
    told = {
        kind: [
            {"id": id_, "text": text, **({"group": heading} if heading else {})}
            for heading, rows in listed(kind, folder, language)
            for id_, text in rows
        ]
        for kind in kinds
    }
    return _json(told)


def _found(id_: str, folder: Path, language: str) -> Record[Any]:
    loader = Loader(roots(folder))
    library = in_language(library_of(loader), language, mixed=True)
    known: dict[str, Record[Any]] = {}
    for kind in reversed(LISTED):
        known |= loader.records(kind)
        there = library.of_kind(kind)
        known |= {id_: one for id_, one in there.items() if isinstance(one, Record)}
    return _picked(known, id_, library.faults)


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
