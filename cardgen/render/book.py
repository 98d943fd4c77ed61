"""Many documents in one file, for the print room: what they share is written once."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import partial
from re import Match
from typing import Any, BinaryIO

from cardgen.render.copies import DOCUMENT, PAGES, TOKEN, Copies, copies
from cardgen.render.deflate import fixed, spliced
from cardgen.render.metadata import About, information, xmp
from cardgen.render.objects import ROW_WIDTHS, literal, row, stream
from cardgen.render.pack import Pack, Rows
from cardgen.render.slots import Values
from cardgen.render.template import HEADER, Anatomy, Template

FIRST = 10_000
"""The number of the first object of a copy. Copies next to each other have numbers of as many
digits, so that they are equally long and nothing in them must be measured again."""
LAST = 4_194_303
"""The largest number that all common viewers read."""
INFORMATION, METADATA, CATALOG, OUTLINE, TREE, PARENTS = 1, 2, 3, 5, 6, 8
_SHARED = 9
"""The first number of what copies share."""
_TOGETHER = 4_000
"""So many objects make a pack full."""
_KEPT = 16


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
    _key: int = FIRST
    _digits: int = len(str(FIRST))
    _copied: OrderedDict[tuple[int, int], tuple[Template, Copies]] = field(
        default_factory=OrderedDict
    )
    _pack: Pack | None = None
    _rows: Rows = field(default_factory=Rows)
    _roots: list[int] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _leaves: list[int] = field(default_factory=list)
    _titles: list[tuple[str, int]] = field(default_factory=list)
    _digest: Any = field(default_factory=lambda: hashlib.blake2b(digest_size=16))

    def __post_init__(self) -> None:
        self._write(HEADER)
        self._digest.update(repr(self.about).encode())

    def _write(self, content: bytes) -> int:
        """Write on, and return where."""
        place = self._offset
        self.file.write(content)
        self._offset += len(content)
        return place

    def add(self, template: Template, values: Values, title: str) -> None:
        """Add a document with these words in its slots, and a bookmark. Raises FullError."""
        found = self._copies(template)
        if self._next + found.objects + 1 >= 10**self._digits:
            self._lengthen()
            found = self._copies(template)
        if self._next + found.objects + 1 > LAST:
            raise FullError(len(self._titles))
        if self._pack is None:
            self._pack = Pack(self._next)
            self._next += 1
        base, key = self._next, self._key
        self._pack.add(found, base, key)
        for number, slot in enumerate(template.slots, base + found.plain):
            place = self._write(stream(number, "", slot.operators(values)))
            self._pack.rows.append(row(1, place, 0))
        self._note(found, base, title)
        self._next, self._key = base + found.objects, key + found.keys
        if self._pack.plain >= _TOGETHER:
            self._write_pack()
        said = (template.digest.hex(), *(values[slot] for slot in template.values))
        self._digest.update("\0".join(said).encode())

    def _write_pack(self) -> None:
        """Write the pack of copies that is being filled, if there is one."""
        if self._pack is not None:
            place = row(1, self._write(self._pack.content()), 0)
            self._rows.add(b"".join((place, *self._pack.rows)))
            self._pack = None

    def _lengthen(self) -> None:
        """Go on with numbers that are a digit longer."""
        self._write_pack()
        first = 10**self._digits
        self._rows.add(row(0, 0, 0) * (first - self._next))
        self._next, self._key, self._digits = first, first, self._digits + 1

    def _note(self, found: Copies, base: int, title: str) -> None:
        self._roots.append(base + found.root)
        self._pages += (base + page for page in found.pages)
        self._leaves.append(base + found.leaf)
        self._titles.append((title, base + found.pages[0]))

    def _copies(self, template: Template) -> Copies:
        """Return how a document is copied; what copies share is written when it is first met."""
        known = id(template), self._digits
        found = self._copied.get(known)
        if found is None:
            found = template, self._analysed(template)
            self._copied[known] = found
            if len(self._copied) > _KEPT:
                self._copied.popitem(last=False)
        return found[1]

    def _analysed(self, template: Template) -> Copies:
        anatomy = template.anatomy
        shared = self._shared_objects(anatomy)
        shared |= {anatomy.page_tree: PAGES, anatomy.tree.number: DOCUMENT}
        return copies(
            template,
            shared,
            blank=self._blank(template),
            tagged=self.about.tagged,
            digits=self._digits,
        )

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
        key = hashlib.blake2b(said.encode() + b"\0" + (content or b""), digest_size=16).digest()
        if key not in self._shared:
            number = self._shared[key] = _SHARED + len(self._shared)
            self._put(number, said, content)
        return self._shared[key]

    def _put(self, number: int, said: str, content: bytes | None = None) -> None:
        """Write an object with a low number: a stream with these entries, or what is said."""
        if content is None:
            made = f"{number} 0 obj\n{said}\nendobj\n".encode()
        else:
            made = stream(number, said, content)
        self._low[number] = self._write(made)

    def close(self) -> None:
        """Write what holds the documents together, and the table of objects."""
        self._write_pack()
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
            f"/ParentTreeNextKey {self._key}>>",
        )
        return f"/MarkInfo<</Marked true>>/StructTreeRoot {TREE} 0 R"

    def _outline(self) -> None:
        first, count = self._next, len(self._titles)
        rows = []
        for i, (title, page) in enumerate(self._titles):
            around = f"/Prev {first + i - 1} 0 R" if i else ""
            around += f"/Next {first + i + 1} 0 R" if i + 1 < count else ""
            body = f"<</Title{literal(title)}/Parent {OUTLINE} 0 R{around}/Dest[{page} 0 R/Fit]>>"
            rows.append(row(1, self._write(f"{first + i} 0 obj\n{body}\nendobj\n".encode()), 0))
        self._rows.add(b"".join(rows))
        self._next += count
        self._put(
            OUTLINE,
            f"<</Type/Outlines/First {first} 0 R/Last {first + count - 1} 0 R/Count {count}>>",
        )

    def _table(self) -> None:
        number, place = self._next, self._offset
        highest = _SHARED + len(self._shared)
        low = [row(0, 0, 65535)]
        low += (
            row(1, self._low[n], 0) if n in self._low else row(0, 0, 0) for n in range(1, highest)
        )
        self._rows.add(row(1, place, 0))
        identifier = self._digest.hexdigest()
        entries = (
            f"/Type/XRef/Size {number + 1}/W{ROW_WIDTHS}/Root {CATALOG} 0 R"
            f"/Index[0 {highest} {FIRST} {number + 1 - FIRST}]/Info {INFORMATION} 0 R"
            f"/ID[<{identifier}><{identifier}>]/Filter/FlateDecode"
        )
        content = spliced((fixed(b"".join(low)), self._rows.part()), (b"",))
        self._write(stream(number, entries, content))
        self._write(b"startxref\n%d\n%%%%EOF\n" % place)


def _renumbered(numbers: dict[int, int], found: Match[str]) -> str:
    return f"{numbers[int(found['ref'])]} 0 R" if found["ref"] else found[0]
