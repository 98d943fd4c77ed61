"""A document: pages, and what is said about them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from cardgen.model.page import Page
from cardgen.model.printing import Duplex


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself. `language` is a BCP 47 tag such as en-US."""

    title: str
    subject: str
    language: str
    date: datetime.date
    source: str = "{number}"
    """What a link to a source is called, by the number that it shows."""
    personal: bool = False
    """Whether it is for one person. It does not say for whom."""
    to_left: bool = False
    """Whether its pages run from right to left."""
    texts: tuple[str, ...] = ()
    """The definitions whose texts it prints, each with a digest: see `documents/made_of.py`."""

    def with_texts(self, more: Iterable[str]) -> "About":
        """Return the same of a document that prints more texts."""
        return replace(self, texts=tuple(sorted({*self.texts, *more})))


@dataclass(frozen=True, slots=True)
class Document:
    """Pages, and what is said about them."""

    pages: tuple[Page, ...]
    about: About
    duplex: Duplex | None = None
    """How a viewer's print dialog is set; None leaves it as it is."""
