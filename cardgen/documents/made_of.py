"""Which definitions a document prints texts of, and digests that tell when one has changed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from cardgen.memo import kept
from cardgen.model.base import Model
from cardgen.model.document import Document
from cardgen.model.library import Library, Record
from cardgen.model.page import Block, Placed
from cardgen.model.web import WebPage

FOLDERS = ("routines", "safety", "sources", "stretches")
"""The kinds of definitions whose texts print."""
_BYTES = 4
"""The length of a digest: it tells changes, and is no seal."""


class Definition(NamedTuple):
    """A definition whose texts print: its folder and id, its file, and a digest of what it says."""

    name: str
    file: str
    digest: str
    files: frozenset[str]
    """Those of which some text is on a page that prints it."""


def made_of(documents: Iterable[Document | WebPage], library: Library) -> tuple[str, ...]:
    """Return each definition that has a text on some page, as "stretches/cat-cow 1a2b3c4d"."""
    found = files_of(documents)
    printed = (one for one in definitions(library).values() if not found.isdisjoint(one.files))
    return tuple(sorted(f"{one.name} {one.digest}" for one in printed))


def files_of(documents: Iterable[Document | WebPage]) -> frozenset[str]:
    """Return the files that have a text on some page."""
    return frozenset(file for one in documents for file in _files(one))


@kept(16)
def definitions(library: Library) -> Mapping[str, Definition]:
    """Return the definitions whose texts may print, by name: "stretches/cat-cow".

    In a library that was translated, its translations are among them: "stretches/cat-cow.es".
    """
    found = (
        one
        for folder in FOLDERS
        for record in library.of_kind(folder).values()
        for one in _definitions(folder, record)
    )
    return MappingProxyType({one.name: one for one in found})


def _definitions(folder: str, record: Record[Model]) -> Iterator[Definition]:
    """Yield a definition, and its translations: a page that prints one prints them all."""
    if (spoken := record.spoken) is None:
        yield Definition(
            f"{folder}/{record.id}", record.file, _digest(record), frozenset((record.file,))
        )
        return
    original, sources = spoken.original, spoken.sources
    files = frozenset((record.file, *(one.file for one in sources)))
    yield Definition(f"{folder}/{record.id}", record.file, _digest(original), files)
    for n, one in enumerate(sources, 1):
        name = f"{folder}/{record.id}.{spoken.language}" + (f"#{n}" if n > 1 else "")
        yield Definition(name, one.file, _digest(one), files)


def _digest(record: Record[Model]) -> str:
    said = f"{record.value.model_dump_json()} {record.pictures}".encode()
    return hashlib.blake2b(said, digest_size=_BYTES).hexdigest()


def _files(document: Document | WebPage) -> Iterable[str]:
    """Return the files of what a document prints."""
    if isinstance(document, WebPage):
        return document.files
    return (block.origin.file for block in _blocks(document) if block.origin)


def _blocks(document: Document) -> Iterator[Block]:
    waiting = [placed.block for page in document.pages for _, placed in page.placed]
    while waiting:
        block = waiting.pop()
        yield block
        waiting += [kid.block for kid in block.kids if isinstance(kid, Placed)]
