"""Many documents in one file, for the print room: what they share is written once."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import count
from typing import IO, Any

from cardgen.model.document import About
from cardgen.pdf.deflate import spliced
from cardgen.pdf.merge.clones import (
    DOCUMENT,
    PAGES,
    ClonePlan,
    own_objects,
    plan_clones,
    renumbered,
)
from cardgen.pdf.merge.number_template import up_to
from cardgen.pdf.merge.object_stream import MOST_OBJECTS, ObjectStreams, RowDifferences, XrefRows
from cardgen.pdf.metadata import Metadata
from cardgen.pdf.objects import (
    FREE_HEAD,
    FREE_ROW,
    PREDICTED,
    ROW_WIDTHS,
    literal,
    offsets,
    plain,
    references,
    stream,
    whole_row,
)
from cardgen.pdf.outline import Bookmark, outline_of
from cardgen.pdf.template import HEADER, RESOURCES, DocumentObjects, Resources, Template, Words

FIRST = 10_000
"""From this number on objects stand in the order in which they are added. Clones next to each
other have numbers of as many digits, so that they are equally long."""
LAST = 4_194_303
"""The largest number that all common viewers read."""
INFORMATION, METADATA, CATALOG, OUTLINE, TREE, PARENTS = 1, 2, 3, 5, 6, 8
_LOW = 9
"""These are below it."""
_SHARED = 500
"""More objects than all clones of one document share."""
_IDENTIFIER = 32
"""Digits of a file's identifier."""
_KEPT = 16
"""So many object streams are filled at once."""


_Key = tuple[bytes, int, bool]
"""A document, the digits of its numbers, and whether each clone has a font of its own."""


class ObjectLimitError(Exception):
    """More documents than one file can have; `documents` says how many it has."""

    def __init__(self, documents: int) -> None:
        super().__init__(documents)
        self.documents = documents


@dataclass(slots=True)
class MergeWriter:
    """Writes a file as it grows; each document starts on a new sheet where it is `two_sided`.

    What is not `tagged`, for a printer alone, has no structure and no links.
    """

    file: IO[bytes]
    about: About
    two_sided: bool = False
    tagged: bool = True
    _offset: int = 0
    _low: dict[int, int] = field(default_factory=dict)
    """The offsets of objects with low numbers."""
    _shared: dict[bytes, int] = field(default_factory=dict)
    """The numbers of what clones share, by a digest of it."""
    _next: int = FIRST
    _digits: int = len(str(FIRST))
    _open: OrderedDict[_Key, ObjectStreams] = field(default_factory=OrderedDict)
    """Object streams that are filled."""
    _rows: XrefRows = field(default_factory=XrefRows)
    _documents: list[tuple[str, int, ClonePlan]] = field(default_factory=list)
    """The title of each document, the number of its clone, and how that was cloned."""
    _digest: Any = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        self._write(HEADER)

    def _write(self, content: bytes) -> int:
        """Write on, and return where."""
        place = self._offset
        self.file.write(content)
        self._digest.update(content)
        self._offset += len(content)
        return place

    def add(self, template: Template, words: Words, title: str) -> None:
        """Add a document with the words of its merge fields, and a bookmark with this title.

        Raises ObjectLimitError, and what `Template.stamped` raises.
        """
        filled = template.filled(words)
        has_font = bool(filled.codes)
        open_stream, base = self._place(template, has_font=has_font)
        plan = open_stream.plan
        after = base + plan.numbers.stride
        # Each document has a bookmark, the table has the last number, and what the next document
        # shares with no other may be there before it is known that it has no room.
        if after + len(self._documents) + 1 + _SHARED > LAST:
            raise ObjectLimitError(len(self._documents))
        self._rows.add_free(base - self._next)
        rows = self._written(own_objects(plan, filled, base))
        place, pages, others = open_stream.add(base), plan.pages, plan.others
        holder, first = open_stream.page_stream, place * pages
        rows += [whole_row(2, holder, at) for at in range(first, first + pages)]
        reserved = [] if place else open_stream.numbers
        free = plan.numbers.stride - plan.end - len(reserved)
        self._rows.add_clone(rows, holder + 1, place * others, others, free)
        for number in reserved:
            self._rows.reserve(number)
        self._documents.append((title, base, plan))
        self._next = after
        if open_stream.is_full:
            self._write_stream(open_stream)
            self._open[template.digest, self._digits, has_font] = open_stream.following()

    def _place(self, template: Template, *, has_font: bool) -> tuple[ObjectStreams, int]:
        """Return an object stream for clones of a document, and the number of the next."""
        open_stream = self._stream_of(template, has_font=has_font)
        numbers = open_stream.plan.numbers
        base = up_to(self._next, numbers.unit)
        if base + numbers.stride < 10**self._digits:
            return open_stream, base
        self._lengthen()
        return self._place(template, has_font=has_font)

    def _written(self, made: list[bytes]) -> list[bytes]:
        """Write objects, and return their rows in the table of objects."""
        *starts, _ = offsets(made, self._offset)
        self._write(b"".join(made))
        return [whole_row(1, start, 0) for start in starts]

    def _stream_of(self, template: Template, *, has_font: bool) -> ObjectStreams:
        """Return an object stream for clones of a document; what they share is written once."""
        key = template.digest, self._digits, has_font
        if key not in self._open:
            self.about = self.about.with_texts(template.about.texts)
            planned = self._planned(template, has_font=has_font)
            self._open[key] = ObjectStreams(RowDifferences(planned))
            if len(self._open) > _KEPT:
                _, open_stream = self._open.popitem(last=False)
                self._write_stream(open_stream)
        self._open.move_to_end(key)
        return self._open[key]

    def _write_stream(self, open_stream: ObjectStreams) -> None:
        """Write an object stream, unless there is nothing in it."""
        if not open_stream.is_empty:
            for number, content in zip(open_stream.numbers, open_stream.contents(), strict=True):
                self._rows.fill(number, whole_row(1, self._write(content), 0))

    def _write_streams(self) -> None:
        for open_stream in self._open.values():
            self._write_stream(open_stream)
        self._open.clear()

    def _lengthen(self) -> None:
        """Go on with numbers that are a digit longer."""
        self._write_streams()
        first = max(10**self._digits, self._next)
        self._rows.add_free(first - self._next)
        self._next, self._digits = first, self._digits + 1

    def _planned(self, template: Template, *, has_font: bool) -> ClonePlan:
        objects = template.objects
        shared = self._shared_objects(objects)
        resources = Resources(*[renumbered(shared, part) for part in objects.resources])
        if not has_font:
            shared[RESOURCES] = self._share(resources.body(), None)
        shared |= {objects.page_tree: PAGES, objects.tree.number: DOCUMENT}
        plan = plan_clones(
            template,
            shared,
            resources=resources if has_font else None,
            blank=blank_follows(template, two_sided=self.two_sided),
            tagged=self.tagged,
            digits=self._digits,
        )
        if max(plan.pages, plan.others) > MOST_OBJECTS:
            raise ObjectLimitError(len(self._documents))
        return plan

    def _shared_objects(self, objects: DocumentObjects) -> dict[int, int]:
        """Write what clones share and is not there yet; return all of it by its own number."""
        found: dict[int, int] = {}
        for number in sorted(objects.shared):
            if number in objects.streams:
                entries, content = objects.streams[number]
                # An image names its soft mask, which was added before it.
                named = renumbered(found, entries)
                found[number] = self._share(named, content)
            else:
                found[number] = self._share(renumbered(found, objects.plain[number]), None)
        return found

    def _share(self, said: str, content: bytes | None) -> int:
        """Write an object if it is not there yet: a stream with these entries, or what is said."""
        key = hashlib.blake2b(said.encode() + b"\0" + (content or b""), digest_size=16).digest()
        if key not in self._shared:
            number = self._shared[key] = self._next
            self._rows.add([whole_row(1, self._write(_object(number, said, content)), 0)])
            self._next += 1
        return self._shared[key]

    def _put(self, number: int, said: str, content: bytes | None = None) -> None:
        """Write an object with a low number."""
        self._low[number] = self._write(_object(number, said, content))

    def close(self) -> str:
        """Write what holds the documents together, and the table of objects.

        Returns the SHA-256 of the file, in hexadecimal.
        """
        self._write_streams()
        self._outline()
        pages = [n for _, base, plan in self._documents for n in plan.pages_of(base)]
        self._put(PAGES, f"<</Type/Pages/Count {len(pages)}/Kids{references(pages)}>>")
        structure = self._structure() if self.tagged else ""
        about = self.about
        metadata = Metadata(about, tagged=self.tagged)
        self._put(INFORMATION, metadata.information(about.title, about.date))
        self._put(METADATA, "/Type/Metadata/Subtype/XML", metadata.xmp(about.title, about.date))
        duplex = "/Duplex/DuplexFlipLongEdge" if self.two_sided else ""
        self._put(
            CATALOG,
            f"<</Type/Catalog/Pages {PAGES} 0 R/Lang{literal(about.language)}"
            f"{structure}/Metadata {METADATA} 0 R/Outlines {OUTLINE} 0 R"
            f"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None{duplex}>>>>",
        )
        self._table()
        return str(self._digest.hexdigest())

    def _structure(self) -> str:
        """Write what holds the structures of all documents; return the catalog's entries for it."""
        roots = references([base + plan.root for _, base, plan in self._documents])
        self._put(DOCUMENT, f"<</S/Document/P {TREE} 0 R/K{roots}>>")
        leaves = references([base + plan.leaf for _, base, plan in self._documents])
        self._put(PARENTS, f"<</Kids{leaves}>>")
        self._put(
            TREE,
            f"<</Type/StructTreeRoot/K {DOCUMENT} 0 R/ParentTree {PARENTS} 0 R"
            f"/ParentTreeNextKey {self._next}>>",
        )
        return f"/MarkInfo<</Marked true>>/StructTreeRoot {TREE} 0 R"

    def _outline(self) -> None:
        firsts = [(title, plan.pages_of(base)[0]) for title, base, plan in self._documents]
        marks = [Bookmark(title, f"/Dest[{page} 0 R/Fit]") for title, page in firsts]
        outline, *bookmarks = outline_of(marks, OUTLINE, self._next)
        self._rows.add(self._written(list(map(plain, count(self._next), bookmarks))))
        self._next += len(bookmarks)
        self._put(OUTLINE, outline)

    def _table(self) -> None:
        number = self._next
        # qpdf takes numbers over a third of the bytes of a file for damage.
        self._write(b" " * max(0, 3 * (number + 1) - self._offset))
        place = self._offset
        low = XrefRows()
        given = {low_number: whole_row(1, at, 0) for low_number, at in self._low.items()}
        low.add([FREE_HEAD, *[given.get(n, FREE_ROW) for n in range(1, _LOW)]])
        self._rows.add([whole_row(1, place, 0)])
        identifier = self._digest.hexdigest()[:_IDENTIFIER]
        entries = (
            f"/Type/XRef/Size {number + 1}/W{ROW_WIDTHS}/Root {CATALOG} 0 R"
            f"/Index[0 {_LOW} {FIRST} {number + 1 - FIRST}]/Info {INFORMATION} 0 R"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode{PREDICTED}"
        )
        content = spliced(*low.parts(), *self._rows.parts())
        self._write(stream(number, entries, content))
        self._write(b"startxref\n%d\n%%%%EOF\n" % place)


def blank_follows(template: Template, *, two_sided: bool) -> bool:
    """Tell whether a blank page follows a document, so that the next is on a new sheet."""
    return two_sided and len(template.objects.pages) % 2 == 1


def _object(number: int, said: str, content: bytes | None) -> bytes:
    """Return a stream with these entries, or an object that is what is said."""
    return plain(number, said) if content is None else stream(number, said, content)
