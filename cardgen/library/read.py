"""Reads every definition and checks that they fit together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from cardgen.library.checks import on_paper, sound_routine, sound_safety, sound_stretch
from cardgen.library.files import digest_of
from cardgen.library.loader import Loader
from cardgen.library.translation_files import translation_files
from cardgen.model.base import Model, Refusal
from cardgen.model.country import Country
from cardgen.model.design import CardSize, Paper, Sheet, Theme
from cardgen.model.library import Library, Record
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.source import Source
from cardgen.model.stretch import Stretch
from cardgen.model.vocabulary import Condition, Level, MoveKind, Posture, Region

M = TypeVar("M", bound=Model)


def read_library(folders: Sequence[Path], refusal: Refusal | None = None) -> Library:
    """Return the definitions below `folders` that can be used, and what is wrong with the others.

    The first folder that has an id wins, also where its file cannot be used; the first is a
    person's own. `refusal` tells what of their texts cannot be printed.
    """
    return library_of(Loader(folders, refusal))


def library_of(loader: Loader) -> Library:
    """Return the definitions that `loader` reads and that can be used."""
    countries = loader.read(Country)
    conditions, postures = loader.read(Condition), loader.read(Posture)
    move_kinds, levels = loader.read(MoveKind), loader.read(Level)
    sources = loader.read(Source)
    regions = loader.read(Region)
    stretches = _with_pictures(loader.read(Stretch, partial(sound_stretch, sources)))
    safety = loader.read(Safety, partial(sound_safety, levels, regions))
    routines = loader.read(Routine, partial(sound_routine, stretches, sources))
    papers = loader.read(Paper)
    sizes, sheets = loader.read(CardSize), loader.read(Sheet, partial(on_paper, papers))
    return Library(
        stretches=stretches,
        routines=routines,
        sources=sources,
        safety=safety,
        countries=_values(countries),
        conditions=_values(conditions),
        postures=_values(postures),
        move_kinds=_values(move_kinds),
        regions=_values(regions),
        levels=_values(levels),
        papers=papers,
        sizes=sizes,
        sheets=sheets,
        themes=loader.read(Theme),
        faults=loader.faults,
        folder=loader.folders[0],
        translations=translation_files(loader.folders),
    )


def _with_pictures(records: Mapping[str, Record[Stretch]]) -> dict[str, Record[Stretch]]:
    """Return stretches that are others where their pictures are."""
    return {
        id_: replace(record, pictures=digest_of(_files(record))) for id_, record in records.items()
    }


def _files(record: Record[Stretch]) -> list[Path]:
    shown = dict.fromkeys(picture.file for _, picture in record.value.pictures())
    return [record.root / "images" / file for file in shown]


def _values(records: Mapping[str, Record[M]]) -> dict[str, M]:
    return {id_: record.value for id_, record in records.items()}
