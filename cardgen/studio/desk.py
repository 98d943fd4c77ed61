"""What a clinic works with: its library, and what it has settled."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.documents.date_order import usual_order
from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.programme import ProgrammeMove
from cardgen.documents.reading import Place
from cardgen.documents.settled import with_settings
from cardgen.files import known_library
from cardgen.library.settings import FoundSettings, find_settings
from cardgen.model.address import addresses, id_of, shortest
from cardgen.model.dose import Dose
from cardgen.model.library import Library
from cardgen.model.routine import Item, Routine
from cardgen.model.settings import SettingsSources
from cardgen.model.stretch import Stretch
from cardgen.studio.programmes import Shelf
from cardgen.studio.visit import Content

SIZE, PAPER, SHEET = "cards-size", "poster-paper", "sheet "
"""The fields that cards and a poster have beside those of the page; what the size of cards starts
with where it is a maker's sheet."""


@dataclass(frozen=True)
class Work:
    """Where a clinic works, as the command line finds it."""

    folder: Path
    """The folder that may hold its own definitions."""
    sources: SettingsSources
    """Where its settings are looked for."""
    printers: Path
    """The folder of printers that it has measured."""
    days: Callable[[], Mapping[str, datetime.date | None]]
    """Returns the fields of a request that are dates and that nobody types."""


@dataclass(frozen=True)
class Desk:
    """The library and the settings, read once; whoever changes them opens another desk."""

    work: Work
    library: Library
    settings: FoundSettings
    usual: HandoutRequest
    """A request in which nothing was chosen, as the settings fill it."""

    @property
    def place(self) -> Place:
        """Return where what is typed counts from."""
        return Place(self.work.folder, self.library, self.work.printers)

    def dated(self, country: str) -> Place:
        """Return the same, with the order of dates on a page that names a `country`, or none."""
        head = self.usual.clinic
        own = head.country if head else None
        return replace(self.place, order=usual_order(self.settings, self.library, country, own))

    @property
    def shelf(self) -> Shelf | None:
        """Return the folder of programmes; None where the clinic has named none."""
        folder = self.settings.path("programmes")
        return Shelf(folder) if folder else None

    def settled(self, request: HandoutRequest) -> HandoutRequest:
        """Return a request with the settings, where it leaves them open."""
        return with_settings(request, self.settings, self.library, self.work.printers)

    def stretch(self, move: str) -> Stretch:
        """Return the stretch of a move, which is in the library."""
        return self.library.stretches[id_of(move)].value

    def routine(self, content: Content) -> Routine | None:
        """Return the routine that a page began with; None where it began with none."""
        record = self.library.routines.get(content.pack)
        return record.value if record else None

    def moves_of(self, content: Content) -> tuple[str, ...]:
        """Return the moves that a page began with, each as short as it can be named."""
        full = addresses(item.stretch for item in self._items(content))
        return tuple(shortest(one, full) for one in full)

    def _items(self, content: Content) -> tuple[Item | ProgrammeMove, ...]:
        if content.opened:
            return content.opened.moves
        routine = self.routine(content)
        return routine.items if routine else ()

    def first_fields(self) -> dict[str, str]:
        """Return the fields of a page that nobody has typed yet: this day, and the clinician."""
        head = self.usual.letterhead
        return {"date": self.today.isoformat(), "author": (head.value.person or "") if head else ""}

    @property
    def today(self) -> datetime.date:
        """Return this day."""
        return self.work.days()["today"] or datetime.date.min

    def item(self, content: Content, move: str) -> Item | ProgrammeMove | None:
        """Return what a page began with says of a move; None where it is none of its moves."""
        moves = self.moves_of(content)
        return self._items(content)[moves.index(move)] if move in moves else None

    def dose(self, content: Content, move: str) -> Dose:
        """Return the dose of a move where nothing was typed: as the page began, or its own."""
        item, own = self.item(content, move), self.stretch(move).dose
        return item.dose.applied_to(own) if item and item.dose else own


def open_desk(work: Work, library: Library | None = None) -> Desk:
    """Read the settings, and the library unless it was read before.

    Raises InvalidDataError for settings that are wrong.
    """
    library = library or known_library(work.folder)
    settings = find_settings(work.sources)
    usual = with_settings(HandoutRequest(), settings, library, work.printers)
    return Desk(work, library, settings, usual)
