"""Many documents in one file, for the print room: what they share is written once."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial
from re import Match
from typing import Any, BinaryIO

from cardgen.render.copies import DOCUMENT, PAGES, TOKEN, Copies, copies
from cardgen.render.deflate import spliced
from cardgen.render.digits import up_to
from cardgen.render.metadata import About, information, xmp
from cardgen.render.objects import ROW_WIDTHS, literal, places, plain, row, stream
from cardgen.render.pack import MOST_OBJECTS, Pack, Rows, Steps
from cardgen.render.slots import Values
from cardgen.render.template import HEADER, Anatomy, Template

FIRST = 10_000
"""From this number on objects stand in the order in which they are added. Copies next to each
other have numbers of as many digits, so that they are equally long."""
LAST = 4_194_303
"""The largest number that all common viewers read."""
INFORMATION, METADATA, CATALOG, OUTLINE, TREE, PARENTS = 1, 2, 3, 5, 6, 8
_LOW = 9
"""These are below it."""
_KEPT = 16
"""So many packs are filled at once."""


class FullError(Exception):
    """More copies than one file can have; `copies` says how many it has."""

    def __init__(self, copies: int) -> None:
        super().__init__(copies)
        self.copies = copies


@dataclass(slots=True)
class Book:
    """Writes a file as it grows; each document starts on a new sheet where it is `two_sided`.

    What is not tagged, by what it says about itself, has no structure and no links.
    """

    file: BinaryIO
    about: About
    two_sided: bool = False
    _offset: int = 0
    _low: dict[int, int] = field(default_factory=dict)
    """The places of objects with low numbers."""
    _shared: dict[bytes, int] = field(default_factory=dict)
    """The numbers of what copies share, by a digest of it."""
    _next: int = FIRST
    _digits: int = len(str(FIRST))
    _open: OrderedDict[tuple[int, int], tuple[Template, Pack]] = field(default_factory=OrderedDict)
    """Packs that are being filled, by the document in them and the digits of its numbers."""
    _rows: Rows = field(default_factory=Rows)
    _roots: list[int] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _leaves: list[int] = field(default_factory=list)
    _titles: list[tuple[str, int]] = field(default_factory=list)
    _digest: Any = field(default_factory=lambda: hashlib.blake2b(digest_size=16))

    def __post_init__(self) -> None:
        self._write(HEADER)

    def _write(self, content: bytes) -> int:
        """Write on, and return where."""
        place = self._offset
        self.file.write(content)
        self._digest.update(content)
        self._offset += len(content)
        return place

    def add(self, template: Template, values: Values, title: str) -> None:
        """Add a document with these words in its slots, and a bookmark. Raises FullError."""
        pack, base = self._place(template)
        found = pack.copies
        after = base + found.numbers.stride
        # Each document has a bookmark, and the table has the last number.
        if after + len(self._titles) + 1 > LAST:
            raise FullError(len(self._titles))
        self._rows.add_free(base - self._next)
        rows = self._written(template.filled(values, base))
        place = pack.add(base)
        self._rows.add_copy(rows, pack.number, place * found.plain, found.plain)
        free = after - base - found.slots - found.plain
        if not place:
            self._rows.reserve(pack.number)
            free -= 1
        self._rows.add_free(free)
        self._note(found, base, title)
        self._next = after
        if pack.is_full:
            self._write_pack(pack)
            self._open[self._known(template)] = template, Pack(pack.steps)

    def _known(self, template: Template) -> tuple[int, int]:
        return id(template), self._digits

    def _place(self, template: Template) -> tuple[Pack, int]:
        """Return a pack for copies of a document, and the number of the next."""
        pack = self._pack(template)
        numbers = pack.copies.numbers
        base = up_to(self._next, numbers.unit)
        if base + numbers.stride < 10**self._digits:
            return pack, base
        self._lengthen()
        return self._place(template)

    def _written(self, made: list[bytes]) -> list[bytes]:
        """Write objects, and return their rows in the table of objects."""
        *offsets, _ = places(made, self._offset)
        self._write(b"".join(made))
        return [row(1, offset, 0) for offset in offsets]

    def _pack(self, template: Template) -> Pack:
        """Return a pack for copies of a document; what they share is written when first met."""
        known = self._known(template)
        if known not in self._open:
            self._open[known] = template, Pack(Steps(self._analysed(template)))
            if len(self._open) > _KEPT:
                _, (_, pack) = self._open.popitem(last=False)
                self._write_pack(pack)
        self._open.move_to_end(known)
        return self._open[known][1]

    def _write_pack(self, pack: Pack) -> None:
        """Write a pack, unless there is nothing in it."""
        if not pack.is_empty:
            self._rows.fill(pack.number, row(1, self._write(pack.content()), 0))

    def _write_packs(self) -> None:
        for _, pack in self._open.values():
            self._write_pack(pack)
        self._open.clear()

    def _lengthen(self) -> None:
        """Go on with numbers that are a digit longer."""
        self._write_packs()
        first = max(10**self._digits, self._next)
        self._rows.add_free(first - self._next)
        self._next, self._digits = first, self._digits + 1

    def _note(self, found: Copies, base: int, title: str) -> None:
        self._roots.append(base + found.root)
        self._pages += [base + page for page in found.pages]
        self._leaves.append(base + found.leaf)
        self._titles.append((title, base + found.pages[0]))

    def _analysed(self, template: Template) -> Copies:
        anatomy = template.anatomy
        shared = self._shared_objects(anatomy)
        shared |= {anatomy.page_tree: PAGES, anatomy.tree.number: DOCUMENT}
        found = copies(
            template,
            shared,
            blank=self._blank(template),
            tagged=self.about.tagged,
            digits=self._digits,
        )
        if found.plain > MOST_OBJECTS:
            raise FullError(len(self._titles))
        return found

    def _blank(self, template: Template) -> bool:
        return self.two_sided and len(template.anatomy.pages) % 2 == 1

    def _shared_objects(self, anatomy: Anatomy) -> dict[int, int]:
        """Write what copies share and is not there yet; return all of it by its own number."""
        found: dict[int, int] = {}
        for number in sorted(anatomy.shared):
            if number in anatomy.streams:
                entries, content = anatomy.streams[number]
                found[number] = self._share(entries, content)
            else:
                body = TOKEN.sub(partial(_renumbered, found), anatomy.plain[number])
                found[number] = self._share(body, None)
        return found

    def _share(self, said: str, content: bytes | None) -> int:
        """Write an object if it is not there yet: a stream with these entries, or what is said."""
        key = hashlib.blake2b(said.encode() + b"\0" + (content or b""), digest_size=16).digest()
        if key not in self._shared:
            number = self._shared[key] = self._next
            self._rows.add([row(1, self._write(_object(number, said, content)), 0)])
            self._next += 1
        return self._shared[key]

    def _put(self, number: int, said: str, content: bytes | None = None) -> None:
        """Write an object with a low number."""
        self._low[number] = self._write(_object(number, said, content))

    def close(self) -> None:
        """Write what holds the documents together, and the table of objects."""
        self._write_packs()
        self._outline()
        kids = " ".join(f"{n} 0 R" for n in self._pages)
        self._put(PAGES, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        structure = self._structure() if self.about.tagged else ""
        self._put(INFORMATION, information(self.about))
        self._put(METADATA, "/Type/Metadata/Subtype/XML", xmp(self.about))
        duplex = "/Duplex/DuplexFlipLongEdge" if self.two_sided else ""
        self._put(
            CATALOG,
            f"<</Type/Catalog/Pages {PAGES} 0 R/Lang{literal(self.about.language)}"
            f"{structure}/Metadata {METADATA} 0 R/Outlines {OUTLINE} 0 R"
            f"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None{duplex}>>>>",
        )
        self._table()

    def _structure(self) -> str:
        """Write what holds the structures of all documents; return the catalog's entries for it."""
        roots = " ".join(f"{n} 0 R" for n in self._roots)
        self._put(DOCUMENT, f"<</S/Document/P {TREE} 0 R/K[{roots}]>>")
        leaves = " ".join(f"{n} 0 R" for n in self._leaves)
        self._put(PARENTS, f"<</Kids[{leaves}]>>")
        self._put(
            TREE,
            f"<</Type/StructTreeRoot/K {DOCUMENT} 0 R/ParentTree {PARENTS} 0 R"
            f"/ParentTreeNextKey {self._next}>>",
        )
        return f"/MarkInfo<</Marked true>>/StructTreeRoot {TREE} 0 R"

    def _outline(self) -> None:
        first, count = self._next, len(self._titles)
        made = []
        for number, (title, page) in enumerate(self._titles, first):
            around = f"/Prev {number - 1} 0 R" if number > first else ""
            around += f"/Next {number + 1} 0 R" if number + 1 < first + count else ""
            body = f"<</Title{literal(title)}/Parent {OUTLINE} 0 R{around}/Dest[{page} 0 R/Fit]>>"
            made.append(plain(number, body))
        self._rows.add(self._written(made))
        self._next += count
        self._put(
            OUTLINE,
            f"<</Type/Outlines/First {first} 0 R/Last {first + count - 1} 0 R/Count {count}>>",
        )

    def _table(self) -> None:
        number = self._next
        # qpdf takes numbers over a third of the bytes of a file for damage.
        self._write(b" " * max(0, 3 * (number + 1) - self._offset))
        place = self._offset
        low = Rows()
        low.add([row(0, 0, 65535)])
        low.add(
            [row(1, self._low[n], 0) if n in self._low else row(0, 0, 0) for n in range(1, _LOW)]
        )
        self._rows.add([row(1, place, 0)])
        identifier = self._digest.hexdigest()
        entries = (
            f"/Type/XRef/Size {number + 1}/W{ROW_WIDTHS}/Root {CATALOG} 0 R"
            f"/Index[0 {_LOW} {FIRST} {number + 1 - FIRST}]/Info {INFORMATION} 0 R"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode{Rows.parameters}"
        )
        content = spliced(*low.parts(), *self._rows.parts())
        self._write(stream(number, entries, content))
        self._write(b"startxref\n%d\n%%%%EOF\n" % place)


def _object(number: int, said: str, content: bytes | None) -> bytes:
    """Return a stream with these entries, or an object that is what is said."""
    return plain(number, said) if content is None else stream(number, said, content)


def _renumbered(numbers: dict[int, int], found: Match[str]) -> str:
    return f"{numbers[int(found['ref'])]} 0 R" if found["ref"] else found[0]
