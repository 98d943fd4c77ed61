"""A document: pages, and what is said about them."""

import datetime
from dataclasses import dataclass

from cardgen.model.page import Page
from cardgen.model.printing import Duplex


@dataclass(frozen=True, slots=True)
class Document:
    """Pages with title, language, subject and date."""

    pages: tuple[Page, ...]
    title: str
    subject: str
    language: str
    date: datetime.date
    duplex: Duplex | None = None
    """How a viewer's print dialog is set; None leaves it as it is."""
