"""How a document is copied into a file that holds many: its objects, with other numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cardgen.render.objects import row
from cardgen.render.template import FIRST_SLOT, Anatomy, Template

PAGES, DOCUMENT = 4, 7
"""Numbers of the file's tree of pages, and of the first element of its structure."""
STREAM = b"\xff\xff\xff\xff"
"""Stands in rows for the number of the stream that the objects of a copy are in."""
TOKEN = re.compile(
    r"\((?:\\.|[^\\()])*\)|<FEFF[0-9A-F]*>|(?P<ref>\d+) 0 R"
    r"|(?P<key>/StructParents? |#key )(?P<at>\d+)"
)
"""A number that another copy has otherwise; strings are passed over."""
_FOR_READERS = re.compile(r"/StructParents \d+/Tabs/S(?:/Annots\[[^\]]*\])?")
"""What a page has for those who read it on a screen: the way to its structure, and links."""
_KEY = "#key "
"""Marks a number that stands for itself as a key of the way back."""


_MOST_PLACES = 64


@dataclass(frozen=True, slots=True)
class Copies:
    """How a document is copied. Places count from the number of a copy's first object."""

    bodies: str
    """Its objects, with a %d for each number that differs."""
    numbers: Sequence[tuple[bool, int]]
    """For each %d, whether it is a key of the way back from pages, and its place."""
    starts: Sequence[int]
    """Where each object begins, and where the next copy does."""
    objects: int
    keys: int
    root: int
    pages: Sequence[int]
    leaf: int
    """The place of its part of the way back."""
    _placed: dict[tuple[int, int], tuple[str, bytes]] = field(default_factory=dict)

    @property
    def plain(self) -> int:
        """Return how many objects are not streams."""
        return len(self.starts) - 1

    def placed(self, first: int, offset: int) -> tuple[str, bytes]:
        """Return where each object begins in a pack, a %d for its number, and the rows for them.

        `first` is the place of a copy's first object in its pack, and `offset` that in bytes.
        """
        if (first, offset) not in self._placed:
            if len(self._placed) >= _MOST_PLACES:
                self._placed.clear()
            starts = " ".join(f"%d {offset + start}" for start in self.starts[:-1])
            rows = (
                row(2, 0, i).replace(bytes(4), STREAM, 1) for i in range(first, first + self.plain)
            )
            self._placed[first, offset] = starts, b"".join(rows)
        return self._placed[first, offset]


@dataclass(slots=True)
class _Pattern:
    """Writes bodies with %d in place of numbers."""

    places: Mapping[int, int]
    shared: Mapping[int, int]
    numbers: list[tuple[bool, int]] = field(default_factory=list)

    def of(self, body: str) -> str:
        return TOKEN.sub(self._moved, body.replace("%", "%%"))

    def _moved(self, found: re.Match[str]) -> str:
        if found["key"]:
            self.numbers.append((True, int(found["at"])))
            return "%d" if found["key"] == _KEY else f"{found['key']}%d"
        if not found["ref"]:
            return found[0]
        number = int(found["ref"])
        if number in self.shared:
            return f"{self.shared[number]} 0 R"
        self.numbers.append((False, self.places[number]))
        return "%d 0 R"


def copies(
    template: Template,
    shared: Mapping[int, int],
    *,
    blank: bool,
    tagged: bool,
    digits: int,
) -> Copies:
    """Return how a document is copied where all numbers of a copy have so many digits.

    `shared` are the numbers of what copies share by those of the document. Where it is `blank`, a
    page follows. What is not `tagged` has its pages alone.
    """
    anatomy = template.anatomy
    own = _with_structure(anatomy) if tagged else list(anatomy.pages)
    bodies = [anatomy.plain[number] for number in own]
    root = leaf = 0
    pages = [*map(own.index, anatomy.pages)]
    if tagged:
        root, leaf = own.index(anatomy.tree.root), len(own)
        bodies[root] = bodies[root].replace("/S/Document", "/S/Part", 1)
        bodies.append(_leaf(anatomy.tree.parents))
    else:
        bodies = [_FOR_READERS.sub("", body) for body in bodies]
    if blank:
        pages.append(len(bodies))
        bodies.append(_blank(anatomy))
    slots = range(FIRST_SLOT, FIRST_SLOT + len(template.slots))
    order = (*own, *[None] * (len(bodies) - len(own)), *slots)
    pattern = _Pattern({number: at for at, number in enumerate(order) if number}, shared)
    written = [pattern.of(body) for body in bodies]
    return Copies(
        bodies="\n".join(written),
        numbers=pattern.numbers,
        starts=_starts(written, digits),
        objects=len(bodies) + len(slots),
        keys=len(anatomy.tree.parents) if tagged else 0,
        root=root,
        pages=pages,
        leaf=leaf,
    )


def _with_structure(anatomy: Anatomy) -> list[int]:
    """Return the numbers of all objects that a copy has for itself."""
    left_out = anatomy.shared | {anatomy.tree.number, anatomy.tree.way_back, anatomy.page_tree}
    return [number for number in anatomy.plain if number not in left_out]


def _blank(anatomy: Anatomy) -> str:
    """Return a page with nothing on it, so that the next document starts on a new sheet."""
    parent = f"/Parent {anatomy.page_tree} 0 R"
    return f"<</Type/Page{parent}/MediaBox{anatomy.box}/Resources<<>>/Tabs/S>>"


def _leaf(parents: Sequence[str]) -> str:
    """Return a part of the way back from pages to elements."""
    listed = " ".join(f"{_KEY}{key} {parent}" for key, parent in enumerate(parents))
    last = len(parents) - 1
    return f"<</Limits[{_KEY}0 {_KEY}{last}]/Nums[{listed}]>>"


def _starts(bodies: Sequence[str], digits: int) -> Sequence[int]:
    """Return where each body begins, and what follows them."""
    starts = [0]
    for body in bodies:
        # As long as it will be: a %d becomes digits, and %% a sign.
        written = body.replace("%%", "\0").replace("%d", "0" * digits)
        starts.append(starts[-1] + len(written.encode()) + 1)
    return starts
