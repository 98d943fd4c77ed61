"""A document that is ready but for the words of its slots: stamping fills them in.

Everything that does not depend on a slot is written once, as the head of every such file. What
a page draws is an array of streams there; the words of slots are streams of their own between
them. A file is made by joining, whether it is the only one or one of many, so that the same words
always give the same bytes.
"""

import datetime
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cardgen.render.deflate import Fixed, spliced, stored
from cardgen.render.metadata import About, information, xmp
from cardgen.render.objects import ROW_WIDTHS, places, plain, row, stream
from cardgen.render.slots import Slot, Values
from cardgen.render.structure import Tree

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
INFORMATION, METADATA, FIRST_SLOT = 1, 2, 3
"""Numbers of the objects that may differ from person to person: they stand last in the file."""
_FREE = row(0, 0, 65535)


@dataclass(frozen=True, slots=True)
class Anatomy:
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


@dataclass(frozen=True, slots=True)
class Template:
    """A document with slots. `values` are the words that it was laid out with."""

    about: About
    head: bytes
    """The file from its first byte to the last of what does not differ."""
    rows: Fixed
    """The rows of the head's objects in the table of objects."""
    objects: int
    """How many numbers are taken."""
    catalog: int
    slots: tuple[Slot, ...]
    """In the order of their numbers."""
    values: Mapping[str, str]
    letters: Mapping[str, frozenset[str]]
    """The characters that each slot can show with the fonts of the head."""
    digest: bytes
    anatomy: Anatomy

    def stamped(self, values: Values, date: datetime.date) -> bytes:
        """Return the file with these words in its slots, and this date."""
        return self.head + self.tail(values, date)

    def tail(self, values: Values, date: datetime.date) -> bytes:
        """Return what follows the head in the file with these words and this date."""
        made = [*_metadata(self.about, date), *self.filled(values)]
        *offsets, end = places(made, len(self.head))
        rows = [_FREE, *[row(1, offset, 0) for offset in offsets]]
        made.append(self._table(b"".join(rows), row(1, end, 0), self._id(values, date)))
        made.append(b"startxref\n%d\n%%%%EOF\n" % end)
        return b"".join(made)

    def sha256(self, tail: bytes) -> str:
        """Return the digest of a file with this tail, in hexadecimal."""
        found = _begun(self.head).copy()
        found.update(tail)
        return found.hexdigest()

    def filled(self, values: Values, first: int = FIRST_SLOT) -> list[bytes]:
        """Return the words of the slots, each a stream; they have the numbers from `first` on."""
        return [
            stream(number, "", slot.operators(values))
            for number, slot in enumerate(self.slots, first)
        ]

    def _table(self, before: bytes, after: bytes, identifier: str) -> bytes:
        entries = (
            f"/Type/XRef/Size {self.objects + 1}/W{ROW_WIDTHS}/Root {self.catalog} 0 R"
            f"/Info {INFORMATION} 0 R/ID[<{identifier}><{identifier}>]/Filter/FlateDecode"
        )
        content = spliced(stored(before), self.rows, stored(after))
        return stream(self.objects, entries, content)

    def _id(self, values: Values, date: datetime.date) -> str:
        """Return a digest of all that the file holds."""
        digest = hashlib.blake2b(self.digest, digest_size=16)
        said = [*(values[key] for key in self.values), date.isoformat()]
        digest.update("\0".join(said).encode())
        return digest.hexdigest()


@lru_cache(maxsize=64)
def _begun(head: bytes) -> "hashlib._Hash":
    return hashlib.sha256(head)


@lru_cache(maxsize=2048)
def _metadata(about: About, date: datetime.date) -> tuple[bytes, bytes]:
    about = replace(about, date=date)
    info = plain(INFORMATION, information(about))
    return info, stream(METADATA, "/Type/Metadata/Subtype/XML", xmp(about))


def digest(head: bytes, about: About, slots: Sequence[Slot]) -> bytes:
    """Return a digest of what the words of slots do not change."""
    found = hashlib.blake2b(head, digest_size=16)
    found.update(repr((replace(about, date=datetime.date.min), slots)).encode())
    return found.digest()
