"""How a document is copied into a file that holds many: its objects, with other numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cardgen.render.digits import FIRST_CODE, Numbers, Row, round_up
from cardgen.render.template import FIRST_SLOT, Anatomy, Template

PAGES, DOCUMENT = 4, 7
"""Numbers of the file's tree of pages, and of the first element of its structure."""
TOKEN = re.compile(
    r"\((?:\\.|[^\\()])*\)|<FEFF[0-9A-F]*>|(?P<ref>\d+) 0 R"
    r"|(?P<key>/StructParents? |#key )(?P<at>\d+)"
)
"""A number that another copy has otherwise; strings are passed over."""
_FOR_READERS = re.compile(r"/StructParents \d+/Tabs/S(?:/Annots\[[^\]]*\])?")
"""What a page has for those who read it on a screen: the way to its structure, and links."""
_KEY = "#key "
"""Marks a number that stands for itself as a key of the way back."""
_OFFSET = 9
"""Digits that tell where an object begins in a pack."""


@dataclass(frozen=True, slots=True)
class Copies:
    """How a document is copied.

    Its objects have the numbers that follow that of the copy, which is a multiple of the unit of
    `numbers`. Keys of the way back from pages have the same numbers as objects.
    """

    numbers: Numbers
    offsets: Numbers
    """Where objects begin in a pack in which each copy has as many bytes."""
    bodies: Row
    starts: Row
    """The number of each object, and where it begins."""
    plain: int
    """How many objects are not streams."""
    slots: int
    """How many streams with the words of slots come before these."""
    root: int
    pages: Sequence[int]
    leaf: int
    """The place of its part of the way back."""


@dataclass(slots=True)
class _Pattern:
    """Writes bodies as copies have them."""

    numbers: Numbers
    places: Mapping[int, int]
    shared: Mapping[int, int]

    def of(self, body: str) -> str:
        return TOKEN.sub(self._moved, body)

    def _moved(self, found: re.Match[str]) -> str:
        if found["key"]:
            key = "" if found["key"] == _KEY else found["key"]
            return f"{key}{self.numbers.coded(int(found['at']))}"
        if not found["ref"]:
            return found[0]
        number = int(found["ref"])
        if number in self.shared:
            return f"{self.shared[number]} 0 R"
        return f"{self.numbers.coded(self.places[number])} 0 R"


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
    first = len(slots)
    # One more, for the pack that a copy may be the first in.
    numbers = Numbers(round_up(first + len(bodies) + 1), digits)
    pattern = _Pattern(numbers, {n: at for at, n in enumerate((*slots, *own))}, shared)
    written = [f"{pattern.of(body)}\n" for body in bodies]
    offsets, starts = _placed(written, numbers, first)
    return Copies(
        numbers=numbers,
        offsets=offsets,
        bodies=_row("".join(written), offsets.stride),
        starts=_row(starts, offsets.stride),
        plain=len(bodies),
        slots=first,
        root=first + root,
        pages=[first + page for page in pages],
        leaf=first + leaf,
    )


def _placed(bodies: Sequence[str], numbers: Numbers, first: int) -> tuple[Numbers, str]:
    """Return how places in a pack are written, and the numbers of bodies with where they begin."""
    *starts, end = accumulate(map(len, bodies), initial=0)
    pair = numbers.digits + _OFFSET + 2
    digits = len(numbers.leading(numbers.unit))
    offsets = Numbers(round_up(max(end, len(bodies) * pair)), _OFFSET, FIRST_CODE + digits)
    pairs = enumerate(starts, first)
    return offsets, "".join(f"{numbers.coded(n)} {offsets.coded(at)} " for n, at in pairs)


def _row(text: str, length: int) -> Row:
    return Row(text.ljust(length).encode("latin-1"))


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
