"""The page that every engine makes: real words (page.yaml), for people who differ.

Nothing here needs cardgen, so that its peers start without it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import rosters
import yaml

WORDS = Path(__file__).with_name("page.yaml")
IMAGES = Path(__file__).parents[1] / "images"


class Move(NamedTuple):
    """The words and the picture of one move."""

    name: str
    dose: str
    steps: tuple[str, ...]
    care: str
    picture: Path
    alt: str


@dataclass(frozen=True)
class Words:
    """The words of one page, without manner, for engines that set them their own way."""

    name: str
    date: str
    title: str
    lead: str
    figures: tuple[tuple[str, str], ...]
    moves: tuple[Move, ...]
    why: tuple[str, ...]
    signs: tuple[tuple[str, tuple[str, ...]], ...]
    references: tuple[str, ...]


class Pages:
    """Gives the words of each person's page; the file is read once."""

    def __init__(self) -> None:
        """Read the words that all share."""
        self._page = yaml.safe_load(WORDS.read_text(encoding="utf-8"))

    def words(self, number: int) -> Words:
        """Return the words of the page for person `number`, from 0."""
        person, page = rosters.person(number), self._page
        return Words(
            name=person.name,
            date=f"{person.date:%B} {person.date.day}, {person.date.year}",
            title=page["title"],
            lead=page["lead"],
            figures=tuple((value, label) for value, label in page["figures"]),
            moves=tuple(_move(move, person.hold) for move in page["moves"]),
            why=tuple(page["why"]),
            signs=tuple((group["action"], tuple(group["signs"])) for group in page["signs"]),
            references=tuple(page["references"]),
        )


def _move(move: dict[str, Any], hold: int) -> Move:
    dose, steps = move["dose"].format(hold=hold), tuple(move["steps"])
    picture = IMAGES / move["picture"]
    return Move(move["name"], dose, steps, move["care"], picture, move["alt"])
