"""A document that is ready but for the words of its merge fields: stamping fills them in.

Everything that does not depend on them is written once, as the head of every such file. What a
page draws is an array of streams there; the words of holes are streams of their own between
them. A file is made by joining, whether it is the only one or one of many, so that the same words
always give the same bytes. No words are kept.
"""

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from cardgen.model.document import About
from cardgen.model.standards import Standards
from cardgen.pdf.cluster_codes import STAMPED, ClusterCodes
from cardgen.pdf.deflate import DeflatedBlock, spliced, stored
from cardgen.pdf.holes import Hole
from cardgen.pdf.metadata import Metadata
from cardgen.pdf.objects import (
    FREE_HEAD,
    PREDICTED,
    ROW_WIDTHS,
    offsets,
    plain,
    stream,
    streams,
    whole_row,
)
from cardgen.pdf.structure import Tree

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_VERSION = b"1.7"
INFORMATION, METADATA, RESOURCES, FIRST_HOLE = 1, 2, 3, 4
"""Numbers of the objects that may differ from person to person: they stand last in the file."""
RESERVED = FIRST_HOLE - 1
"""So many of them there are in every file."""
Words = Mapping[str, str]
"""What stands in merge fields, by their names."""


class Resources(NamedTuple):
    """What pages name: their fonts, pictures and colour spaces."""

    fonts: str
    pictures: str
    spaces: str = ""
    """Their entry for colour spaces."""

    def body(self, font: int | None = None) -> str:
        """Return their object; `font` is the number of one more font, for one person's words."""
        added = f"/{STAMPED} {font} 0 R" if font else ""
        return f"<</Font<<{self.fonts}{added}>>{self.pictures}{self.spaces}>>"


class Filled(NamedTuple):
    """What stands in the holes of a document, and the clusters that it shows."""

    operators: Sequence[bytes]
    codes: ClusterCodes
    are_nobodys: bool
    """Whether these clusters came with dates and numbers alone, with no words of a person."""

    def streams(self, first: int) -> list[bytes]:
        """Return the holes as streams, from the number `first` on."""
        return streams(first, self.operators)

    def font(self, first: int) -> list[bytes]:
        """Return the objects of the font of its clusters, from the number `first` on."""
        if not self.codes:
            return []
        from cardgen.pdf.cluster_font import written_font

        return written_font(self.codes.clusters, first, may_keep=self.are_nobodys)


@dataclass(frozen=True, slots=True)
class DocumentObjects:
    """What the objects of a document are, for a file that holds several documents."""

    plain: Mapping[int, str]
    streams: Mapping[int, tuple[str, bytes]]
    shared: frozenset[int]
    """Fonts, pictures, and what pages draw: others may use them as well."""
    resources: Resources
    pages: tuple[int, ...]
    page_tree: int
    tree: Tree
    box: str
    """The size of the last page."""


@dataclass(frozen=True)
class Template:
    """A document with holes for the words of merge fields. Two are equal where their files are."""

    digest: bytes
    """Of all that the words of merge fields, the date and the title do not change."""
    about: About = field(compare=False)
    metadata: Metadata = field(compare=False, repr=False)
    head: bytes = field(compare=False, repr=False)
    """The file from its first byte to the last of what does not differ."""
    rows: DeflatedBlock = field(compare=False, repr=False)
    """The rows of the head's objects in the table of objects."""
    count: int = field(compare=False)
    """How many numbers are taken."""
    catalog: int = field(compare=False)
    holes: tuple[Hole, ...] = field(compare=False)
    """In the order of their numbers."""
    letters: frozenset[str] = field(compare=False, repr=False)
    """The characters that merge fields show with the fonts of the head."""
    codes: ClusterCodes = field(compare=False, repr=False)
    """Those of the clusters that the fonts of the head have."""
    objects: DocumentObjects = field(compare=False, repr=False)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Return the names of its merge fields, in the order in which they are first drawn."""
        return tuple(dict.fromkeys(name for hole in self.holes for name in hole.box.fields))

    def stamped(self, words: Words, date: datetime.date, title: str | None = None) -> bytes:
        """Return the file with the words of its merge fields, with this date and title.

        Without a title it has that of the document. Raises KeyError for a merge field without
        words, LackingGlyphError for a character that no typeface has, and TooLargeError for words
        that have no room in their box.
        """
        return self.head + self.tail(words, date, title)

    def tail(self, words: Words, date: datetime.date, title: str | None = None) -> bytes:
        """Return what follows the head in the file; see `stamped`."""
        title, metadata = self.about.title if title is None else title, self.metadata
        identifier = self._identifier(words, title, date)
        filled = self.filled(words)
        font = filled.font(self.count + 1)
        resources = self.objects.resources.body(self.count + 1 if font else None)
        written = [
            plain(INFORMATION, metadata.information(title, date)),
            stream(METADATA, "/Type/Metadata/Subtype/XML", metadata.xmp(title, date, identifier)),
            plain(RESOURCES, resources),
            *filled.streams(FIRST_HOLE),
            *font,
        ]
        *starts, end = [whole_row(1, start, 0) for start in offsets(written, len(self.head))]
        before = RESERVED + len(self.holes)
        rows = b"".join([FREE_HEAD, *starts[:before]]), b"".join([end, *starts[before:]])
        table = self._table(*rows, len(font), identifier)
        place = len(self.head) + sum(map(len, written))
        return b"".join([*written, table, b"startxref\n%d\n%%%%EOF\n" % place])

    def sha256(self, tail: bytes) -> str:
        """Return the digest of a file with this tail, in hexadecimal."""
        found = self._begun.copy()
        found.update(tail)
        return found.hexdigest()

    def filled(self, words: Words) -> Filled:
        """Return what holes show. Raises what `stamped` raises."""
        codes, letters = ClusterCodes(STAMPED, self.codes), self.letters
        operators, are_nobodys = [], True
        for hole in self.holes:
            before = len(codes)
            operators.append(hole.operators(words, letters, codes))
            are_nobodys &= len(codes) == before or hole.is_nobodys(words)
        return Filled(operators, codes, are_nobodys)

    @cached_property
    def _begun(self) -> "hashlib._Hash":
        return hashlib.sha256(self.head)

    def _table(self, before: bytes, after: bytes, more: int, identifier: str) -> bytes:
        """Return the table of objects; so many `more` follow it in number."""
        entries = (
            f"/Type/XRef/Size {self.count + more + 1}/W{ROW_WIDTHS}/Root {self.catalog} 0 R"
            f"/Info {INFORMATION} 0 R/ID[<{identifier}><{identifier}>]/Filter/FlateDecode"
            f"{PREDICTED}"
        )
        content = spliced(stored(before), self.rows, stored(after))
        return stream(self.count, entries, content)

    def identifier(self, words: Words, date: datetime.date, title: str | None = None) -> str:
        """Return the /ID of the file with these words: a digest of all that it holds."""
        return self._identifier(words, self.about.title if title is None else title, date)

    def _identifier(self, words: Words, title: str, date: datetime.date) -> str:
        found = hashlib.blake2b(self.digest, digest_size=16)
        said = [title, date.isoformat(), *[words[name] for name in self.fields]]
        found.update("\0".join(said).encode())
        return found.hexdigest()


def header_of(standards: Standards) -> bytes:
    """Return the first lines of a file: PDF/X-4 is of PDF 1.6, PDF/UA-2 of PDF 2.0."""
    if standards.press:
        return HEADER.replace(_VERSION, b"1.6")
    return HEADER.replace(_VERSION, b"2.0") if standards.accessible != 1 else HEADER


def digest_of(head: bytes, about: About, holes: tuple[Hole, ...]) -> bytes:
    """Return a digest of what the words of merge fields, the date and the title do not change."""
    found = hashlib.blake2b(head, digest_size=16)
    found.update(repr(replace(about, date=datetime.date.min)).encode())
    for hole in holes:
        found.update(hole.said)
    return found.digest()
