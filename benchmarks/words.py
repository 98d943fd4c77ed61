"""The words of one page. Nothing here needs cardgen, so that its peers start without it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Words:
    """The words of one page, without manner, for engines that set them their own way."""

    name: str
    date: str
    title: str
    lead: str
    figures: tuple[tuple[str, str], ...]
    moves: tuple[tuple[str, str, tuple[str, ...], str, Path, str], ...]
    """Name, dose, steps, cautions, picture, and the words for it."""
    why: tuple[str, ...]
    signs: tuple[tuple[str, tuple[str, ...]], ...]
    references: tuple[str, ...]
