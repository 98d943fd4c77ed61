"""A request to the bytes of a document: compose, lay out, draw, stamp. No files, no state.

Any number of threads may call it at once. What is kept from one call to the next depends on
values alone, and has no words of a person.
"""

import datetime
from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import NamedTuple

from cardgen.documents import KINDS
from cardgen.documents.check import check_request
from cardgen.documents.kind import DocumentKind
from cardgen.documents.laid_out import Fact, MergeField
from cardgen.documents.made_of import made_of
from cardgen.documents.mixed import mixed_warnings
from cardgen.documents.request import Request
from cardgen.documents.spoken import spoken
from cardgen.errors import Problem
from cardgen.layout.mirrored import mirrored
from cardgen.memo import forget, kept
from cardgen.model.document import Document
from cardgen.model.library import Library
from cardgen.model.rendered import Rendered
from cardgen.model.template import DocumentTemplate
from cardgen.model.web import WebPage

KEPT = 64
"""So many documents are kept that the next person may share."""


class Prepared(NamedTuple):
    """A document that many may share, and the words of one person."""

    templates: tuple[DocumentTemplate, ...]
    facts: tuple[Fact, ...]
    warnings: tuple[Problem, ...]
    words: Mapping[str, str]
    date: datetime.date
    title: str | None

    def rendered(self) -> Rendered:
        """Return the files with the words."""
        contents = (t.stamped(self.words, self.date, self.title) for t in self.templates)
        facts = (self.words[f.name] if isinstance(f, MergeField) else f for f in self.facts)
        return Rendered(tuple(contents), tuple(facts), self.warnings)


def render(request: Request, library: Library) -> Rendered:
    """Return the document that `request` asks for, made of the definitions of `library`.

    Raises CardgenError, with every problem that was found; `Problem.field` names the field of the
    request, where that is to blame.
    """
    check_request(request, library)
    try:
        return prepare(request, library).rendered()
    finally:
        if request.private:
            forget()


def lay_out(request: Request, library: Library) -> None:
    """Lay a document out and draw nothing, to see whether it can be printed.

    Raises CardgenError with what `render` would find.
    """
    check_request(request, library)
    kind, library = KINDS[request.kind], spoken(request, library)
    kind.lay_out(kind.split(request, library).shared, library)


def prepare(request: Request, library: Library) -> Prepared:
    """Return the same as `render` does, before the words of one person are put in.

    Raises CardgenError.
    """
    kind, library = KINDS[request.kind], spoken(request, library)
    shared, words, date, title, own = kind.split(request, library)
    templates, facts, warnings = _templates(kind, shared, library)
    date = date or templates[0].about.date
    return Prepared(templates, facts, (*own, *warnings), words, date, title)


@kept(KEPT)
def _templates(
    kind: DocumentKind, shared: Hashable, library: Library
) -> tuple[tuple[DocumentTemplate, ...], tuple[Fact, ...], tuple[Problem, ...]]:
    laid_out = kind.lay_out(shared, library)
    texts = made_of(laid_out.documents, library)
    documents = (_saying(document, texts) for document in laid_out.documents)
    templates = tuple(kind.draw(document, laid_out.form) for document in documents)
    warnings = (*laid_out.warnings, *mixed_warnings(laid_out.documents, library))
    return templates, laid_out.facts, warnings


def _saying(document: Document | WebPage, texts: tuple[str, ...]) -> Document | WebPage:
    """Return a document, its pages the way they are read, that says whose texts it prints."""
    said = replace(document, about=document.about.with_texts(texts))
    return mirrored(said) if isinstance(said, Document) and said.about.to_left else said
