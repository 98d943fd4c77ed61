"""A request with what a person has settled for all their work, where it says nothing itself."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from cardgen.documents import KINDS
from cardgen.documents.reading import Place, reader
from cardgen.documents.request import Request
from cardgen.errors import CardgenError, ClashError, InvalidDataError, Problem
from cardgen.library.settings import FoundSettings
from cardgen.model.library import Library
from cardgen.model.request import fields_of
from cardgen.model.settings import FEEDS, PATHS

R = TypeVar("R", bound=Request)


def with_settings(
    request: R, settings: FoundSettings, library: Library, printers: Path | None = None
) -> R:
    """Return a request with the settings that its kind of document has, and that it leaves open.

    A setting gives way to what does not go together with it: a maker's sheet has its own paper.
    `printers` is the folder of printers that a person has measured; without it, none is taken.
    Raises InvalidDataError with every setting that is wrong, by its file and line.
    """
    problems: list[Problem] = []
    place = Place(Path(), library, printers or Path())
    for setting, field in _open(request, settings):
        if setting == "printer" and printers is None:
            continue
        try:
            value = _read(request, settings, setting, place)
        except CardgenError as error:
            problems += (_located(settings, setting, one) for one in error.problems)
            continue
        with suppress(ClashError):
            request = request.changed(**{field: value})
    if problems:
        raise InvalidDataError(problems)
    return request


def check_settings(settings: FoundSettings, library: Library, printers: Path | None = None) -> None:
    """Look at each setting as the documents do that take it. Raises InvalidDataError.

    `printers` is the folder of measured printers; without it, the printer is not looked for.
    """
    problems: dict[Problem, None] = {}
    for kind in KINDS:
        request = KINDS[kind].request()
        try:
            with_settings(request, settings, library, printers)
        except CardgenError as error:
            problems |= dict.fromkeys(error.problems)
    if problems:
        raise InvalidDataError(problems)


def _open(request: Request, settings: FoundSettings) -> Iterator[tuple[str, str]]:
    """Yield each setting that is to count, and the field that it feeds."""
    for setting, field in FEEDS.items():
        is_field = field in type(request).model_fields
        if is_field and field not in request.model_fields_set and settings.layer(setting):
            yield setting, field


def _read(request: Request, settings: FoundSettings, setting: str, place: Place) -> Any:  # noqa: ANN401 - of the field's type
    field = fields_of(type(request))[FEEDS[setting]]
    said = settings.path(setting) if setting in PATHS else getattr(settings.value, setting)
    return reader(field, place)(str(said))


def _located(settings: FoundSettings, setting: str, problem: Problem) -> Problem:
    """Return a problem where the setting stands, if it has no line of its own in another file."""
    if problem.line:
        return problem
    told = ": ".join(part for part in (problem.file, problem.message) if part)
    return settings.problem((setting,), told, problem.remedy)
