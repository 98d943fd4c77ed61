"""A document: pages, and what is said about them."""

import datetime
from dataclasses import dataclass

from cardgen.model.page import Page


@dataclass(frozen=True, slots=True)
class Document:
    """Pages with title, language, subject and date."""

    pages: tuple[Page, ...]
    title: str
    subject: str
    language: str
    date: datetime.date
    two_sided: bool = False
