"""Kinds of documents: what is asked for, what it says, and its pages.

A module is imported when its kind is first asked for, so that a help text loads little.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cardgen.documents.kind import DocumentKind


PDF = ".pdf"
"""What the names of most files end in."""


class Entry(NamedTuple):
    """What is known of a kind of document before its module is imported."""

    module: str
    """It has the `KIND`."""
    title: str
    """What it makes, in a sentence: the first line of its help text."""
    ending: str = PDF
    """What the names of its files end in."""
    has_command: bool = True
    """Whether a command is made of it; else it has one of its own."""


class Registry(Mapping[str, "DocumentKind"]):
    """Kinds of documents by name, each the `KIND` of its module."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        """`entries` are by the names of kinds."""
        self.entries = dict(entries)

    def __getitem__(self, name: str) -> "DocumentKind":
        return _kind(self.entries[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


@lru_cache(maxsize=32)
def _kind(entry: Entry) -> "DocumentKind":
    kind: DocumentKind = import_module(entry.module).KIND
    return kind


KINDS = Registry(
    {
        "handout": Entry("cardgen.documents.handout_request", "Make the handout of a ROUTINE."),
        "cards": Entry(
            "cardgen.documents.cards",
            "Make pocket cards of a ROUTINE, or of the stretches you name.",
        ),
        "poster": Entry(
            "cardgen.documents.poster", "Make a wall poster of a ROUTINE, for a clinic or a gym."
        ),
        "booklet": Entry(
            "cardgen.documents.booklet",
            "Make a booklet of a ROUTINE: eight small pages from one sheet, folded and cut once.",
        ),
        "phone": Entry(
            "cardgen.documents.phone_request",
            "Make a page of a ROUTINE for a phone: one file, with timers and a log.",
            ending=".html",
        ),
        "calibration": Entry(
            "cardgen.documents.calibration",
            "Make a page that shows what your printer does.",
            has_command=False,
        ),
    }
)
"""Every kind of document, by the name that requests have in `kind`.

A new one is a file here, and its entry in this list.
"""
