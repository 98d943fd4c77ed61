"""The whole: load → choose → layout → render → write. Nothing else sees more than one stage."""

from dataclasses import dataclass, replace
from pathlib import Path

from cardgen.load.files import read_record
from cardgen.load.glyphs import checked_text
from cardgen.model.letterhead import Letterhead
from cardgen.model.library import Record
from cardgen.model.request import CardsRequest, HandoutRequest
from cardgen.press import Press
from cardgen.render.fonts import glyphs
from cardgen.write import write_whole


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, and what is in it, in words."""

    path: Path
    facts: tuple[str, ...]


def load_letterhead(path: Path) -> Record[Letterhead]:
    """Return the letterhead in a clinic file. Raises InvalidDataError."""
    record = read_record(path.resolve(), Letterhead, glyphs())
    return replace(record, root=path.resolve().parent)


def personal_name(name: str) -> str:
    """Return a name made fit to print. Raises InvalidDataError when it cannot be printed."""
    return checked_text(name, "--for", glyphs())


def build_handout(request: HandoutRequest, output: Path, folder: Path) -> Made:
    """Write the handout that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    printed = Press(folder).handout(request)
    write_whole(output, printed.content)
    return Made(output, printed.facts)


def build_cards(request: CardsRequest, output: Path, folder: Path) -> Made:
    """Write the cards that `request` asks for; `folder` may hold a person's own definitions.

    Raises CardgenError; nothing is written then.
    """
    printed = Press(folder).cards(request)
    write_whole(output, printed.content)
    return Made(output, printed.facts)
