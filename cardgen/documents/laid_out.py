"""What every kind of document gives: pages that people may share, and the words of one of them."""

import datetime
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from cardgen.errors import Problem
from cardgen.model.document import Document
from cardgen.model.printer import PrinterProfile
from cardgen.model.standards import ORDINARY, FileForm
from cardgen.model.web import WebPage


class MergeField(NamedTuple):
    """The name of a merge field, for what is told of one person's document."""

    name: str


Fact = str | MergeField


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Documents, what is in them in words, and what a person should know of them."""

    documents: tuple[Document | WebPage, ...]
    facts: tuple[Fact, ...]
    warnings: tuple[Problem, ...] = ()
    form: FileForm = ORDINARY


class Split(NamedTuple):
    """A request, taken apart: two with the same `shared` part share their pages."""

    shared: Hashable
    """All that pages depend on."""
    words: Mapping[str, str] = MappingProxyType({})
    """The words of merge fields, which differ from person to person."""
    date: datetime.date | None = None
    """The date of the file; None for that of the document."""
    title: str | None = None
    """The title of the file, where it is one person's own."""
    warnings: tuple[Problem, ...] = ()
    """What a person should know of what is asked for this one alone."""


def printed(document: Document, printer: PrinterProfile | None) -> Document:
    """Return a document of fronts alone as a printer needs it to lie true on the paper."""
    if printer is None:
        return document
    pages = (replace(page, correction=printer.front) for page in document.pages)
    return replace(document, pages=tuple(pages))
