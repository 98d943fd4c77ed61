"""`cardgen preview`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cardgen.cli import complete, options, place
from cardgen.cli.derived import options_of
from cardgen.cli.document import DerivedCommand
from cardgen.cli.keeping import (
    definitions_key,
    document_key,
    keep_document,
    kept_document,
    open_library,
)
from cardgen.cli.progress import progress
from cardgen.cli.report import report_warnings
from cardgen.cli.requests import naming_options, request_of
from cardgen.cli.watching import watchable
from cardgen.errors import Problem
from cardgen.model.rendered import Rendered
from cardgen.paths import definition_ids
from cardgen.words import counted

if TYPE_CHECKING:
    from cardgen.model.library import Library

_CARD_DPI, _PAGE_DPI = 130, 96
_CARD_COLUMNS, _PAGE_COLUMNS = 5, 3
"""How a contact sheet shows the fronts of cards and the first pages of handouts."""
_LOOK = ("size", "paper", "theme", "pairing", "language", "country")
"""The fields of cards that a preview has options for."""


def _look() -> Iterator[click.Option]:
    return options_of("cardgen.documents.cards:CardsRequest", _LOOK)


@click.command(cls=DerivedCommand, derive=_look, own_first=True)
@click.argument(
    "target",
    required=False,
    metavar="[ROUTINE | STRETCH]",
    shell_complete=complete.ids("routines", "stretches"),
)
@click.option("--all", "everything", is_flag=True, help="A contact sheet of the whole library.")
@click.option("--cards", "as_cards", is_flag=True, help="The cards of a routine, not its handout.")
@click.option(
    "--dpi", type=click.IntRange(30, 600), default=110, show_default=True, help="Dots an inch."
)
@click.option("--open", "opened", is_flag=True, help="Show the picture when it is made.")
@options.output("The file to write.  [default: out/TARGET-preview.png]")
@watchable
def preview(
    target: str | None,
    everything: bool,
    as_cards: bool,
    dpi: int,
    opened: bool,
    output: Path | None,
    force: bool,
    **typed: Any,
) -> None:
    """Make a picture of what would be printed, as a PNG.

    Of a ROUTINE that is its handout, and with --cards its cards; of a STRETCH its card. Sheets
    of cards are shown without their margins, fronts before backs.

    \b
    Examples:
      cardgen preview post-run --open
      cardgen preview figure-four --size poker
      cardgen preview core-1 --cards --watch
      cardgen preview --all
    """
    if everything == bool(target):
        raise click.UsageError("Name a routine or a stretch, or --all.")
    from cardgen.overwrite import signed, write_carefully

    if not (everything or as_cards) and typed.get("size") and _is_routine(str(target)):
        report_warnings([_NO_SIZE])
    path = output or Path(place.output_folder(), f"{target or 'library'}-preview.png")
    asked = {**typed, "target": target, "as_cards": as_cards, "dpi": dpi}
    definitions = definitions_key()
    key = document_key(definitions, "preview", asked, None)
    kept = kept_document(key)
    made = kept[1] if kept else _made(open_library(definitions), target, as_cards, dpi, typed)
    keep_document(key if kept is None else None, path.stem, made)
    write_carefully(path, signed(made.content), force=force)
    click.echo(f"{path}  {', '.join(made.facts)}")
    if opened:
        click.launch(str(path))


_NO_SIZE = Problem(
    "", 0, 0, "--size", "it is for cards, and this is a handout", "Add --cards, or leave it out"
)


def _is_routine(target: str) -> bool:
    return target not in definition_ids("stretches", place.library_folder())


def _made(
    library: "Library", target: str | None, as_cards: bool, dpi: int, typed: Mapping[str, Any]
) -> Rendered:
    from cardgen.documents.cards import CardsRequest

    with naming_options(CardsRequest, library):
        look = _Look(library, as_cards, dpi, typed)
        if target is None:
            with progress() as tell:
                content, count = look.whole(tell)
        else:
            content, count = look.of(target)
    return Rendered((content,), (counted(count, "page"),))


@dataclass(frozen=True)
class _Look:
    """How pages are to be seen."""

    library: "Library"
    as_cards: bool
    dpi: int
    typed: Mapping[str, Any]

    def of(self, target: str) -> tuple[bytes, int]:
        """Return the pages of one target, and how many there are."""
        from cardgen.preview import on_a_desk, trimmed

        if self.as_cards or not _is_routine(target):
            shown = [trimmed(page) for page in self._pages("cards", self.dpi, targets=(target,))]
        else:
            shown = self._pages("handout", self.dpi, routine=target)
        return on_a_desk(shown, columns=2), len(shown)

    def whole(self, tell: Callable[[int, int], None]) -> tuple[bytes, int]:
        """Return the front of each stretch and the first page of each routine, by their ids.

        `tell` is told how many are done, and of how many.
        """
        from cardgen.model.printing import SheetOptions
        from cardgen.preview import contact_sheet

        cards = {"skip": ("cover",), "options": SheetOptions(single=True)}
        fronts: list[tuple[str, Any]] = []
        pages: list[tuple[str, Any]] = []
        total = len(self.library.stretches) + len(self.library.routines)
        for id_ in self.library.stretches:
            fronts.append((id_, self._pages("cards", _CARD_DPI, targets=(id_,), **cards)[0]))
            tell(len(fronts), total)
        for id_ in self.library.routines:
            pages.append((id_, self._pages("handout", _PAGE_DPI, routine=id_)[0]))
            tell(len(fronts) + len(pages), total)
        groups = ((fronts, _CARD_COLUMNS), (pages, _PAGE_COLUMNS))
        return contact_sheet(groups), len(fronts) + len(pages)

    def _pages(self, kind: str, dpi: int, **fields: Any) -> list[Any]:
        from cardgen.documents import KINDS
        from cardgen.preview import pages

        request = request_of(KINDS[kind].request, self.typed, self.library, **fields)
        return pages(place.settled(request, self.library), self.library, dpi)
