"""A document that is ready but for the words of its merge fields: stamping fills them in.

Everything that does not depend on them is written once, as the head of every such file. What a
page draws is an array of streams there; the words of holes are streams of their own between
them. A file is made by joining, whether it is the only one or one of many, so that the same words
always give the same bytes. No words are kept.
"""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from cardgen.model.document import About
from cardgen.pdf.deflate import DeflatedBlock, spliced, stored
from cardgen.pdf.holes import Hole
from cardgen.pdf.metadata import Metadata
from cardgen.pdf.objects import ROW_WIDTHS, offsets, plain, stream, xref_row
from cardgen.pdf.structure import Tree

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
INFORMATION, METADATA, FIRST_HOLE = 1, 2, 3
"""Numbers of the objects that may differ from person to person: they stand last in the file."""
_FREE = xref_row(0, 0, 65535)
Words = Mapping[str, str]
"""What stands in merge fields, by their names."""


@dataclass(frozen=True, slots=True)
class DocumentObjects:
    """What the objects of a document are, for a file that holds several documents."""

    plain: Mapping[int, str]
    streams: Mapping[int, tuple[str, bytes]]
    shared: frozenset[int]
    """Fonts, pictures, the names of both, and what pages draw: others may use them as well."""
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
    """The characters that merge fields can show with the fonts of the head."""
    objects: DocumentObjects = field(compare=False, repr=False)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Return the names of its merge fields, in the order in which they are first drawn."""
        return tuple(dict.fromkeys(name for hole in self.holes for name in hole.box.fields))

    def stamped(self, words: Words, date: datetime.date, title: str | None = None) -> bytes:
        """Return the file with the words of its merge fields, with this date and title.

        Without a title it has that of the document. Raises KeyError for a merge field without
        words, LackingGlyphError for a character that is not among `letters`, and TooLargeError for
        words that have no room in their box.
        """
        return self.head + self.tail(words, date, title)

    def tail(self, words: Words, date: datetime.date, title: str | None = None) -> bytes:
        """Return what follows the head in the file; see `stamped`."""
        title, metadata = self.about.title if title is None else title, self.metadata
        written = [
            plain(INFORMATION, metadata.information(title, date)),
            stream(METADATA, "/Type/Metadata/Subtype/XML", metadata.xmp(title, date)),
            *self.filled(words),
        ]
        *starts, end = offsets(written, len(self.head))
        rows = b"".join([_FREE, *[xref_row(1, start, 0) for start in starts]])
        identifier = self._identifier(words, title, date)
        written.append(self._table(rows, xref_row(1, end, 0), identifier))
        written.append(b"startxref\n%d\n%%%%EOF\n" % end)
        return b"".join(written)

    def sha256(self, tail: bytes) -> str:
        """Return the digest of a file with this tail, in hexadecimal."""
        found = self._begun.copy()
        found.update(tail)
        return found.hexdigest()

    def filled(self, words: Words, first: int = FIRST_HOLE) -> list[bytes]:
        """Return what holes show, each a stream; they have the numbers from `first` on.

        Raises what `stamped` raises.
        """
        return [
            stream(number, "", hole.operators(words, self.letters))
            for number, hole in enumerate(self.holes, first)
        ]

    @cached_property
    def _begun(self) -> "hashlib._Hash":
        return hashlib.sha256(self.head)

    def _table(self, before: bytes, after: bytes, identifier: str) -> bytes:
        entries = (
            f"/Type/XRef/Size {self.count + 1}/W{ROW_WIDTHS}/Root {self.catalog} 0 R"
            f"/Info {INFORMATION} 0 R/ID[<{identifier}><{identifier}>]/Filter/FlateDecode"
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


def digest_of(head: bytes, about: About, holes: tuple[Hole, ...]) -> bytes:
    """Return a digest of what the words of merge fields, the date and the title do not change."""
    found = hashlib.blake2b(head, digest_size=16)
    found.update(repr(replace(about, date=datetime.date.min)).encode())
    for hole in holes:
        found.update(hole.said)
    return found.digest()
