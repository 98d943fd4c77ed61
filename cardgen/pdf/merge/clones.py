"""How a document is cloned into a file that holds many: its objects, with other numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cardgen.pdf.merge.number_template import FIRST_CODE, NumberRange, NumberTemplate, round_up
from cardgen.pdf.template import FIRST_HOLE, DocumentObjects, Template

PAGES, DOCUMENT = 4, 7
"""The numbers of the file's tree of pages, and of the first element of its structure."""
TOKEN = re.compile(
    r"\((?:\\.|[^\\()])*\)|<FEFF[0-9A-F]*>|(?P<ref>\d+) 0 R"
    r"|(?P<key>/StructParents? |#key )(?P<at>\d+)"
)
"""A number that another clone has otherwise; strings are passed over."""
_FOR_READERS = re.compile(r"/StructParents \d+/Tabs/S(?:/Annots\[[^\]]*\])?")
"""What a page has for those who read it on a screen: the way to its structure, and links."""
_KEY = "#key "
"""Marks a number that stands for itself as a key of the parent tree."""
_OFFSET = 9
"""Digits that tell where an object begins in an object stream."""


@dataclass(frozen=True, slots=True)
class ClonePlan:
    """How a document is cloned.

    Its objects have the numbers that follow that of the clone, which is a multiple of the unit of
    `numbers`. Keys of the parent tree have the same numbers as objects.
    """

    numbers: NumberRange
    offsets: NumberRange
    """Where objects begin in an object stream in which each clone has as many bytes."""
    bodies: NumberTemplate
    starts: NumberTemplate
    """The number of each object, and where it begins."""
    plain: int
    """How many objects are not streams."""
    holes: int
    """How many streams with the words of merge fields come before these."""
    root: int
    pages: Sequence[int]
    leaf: int
    """The place of its leaf of the parent tree."""


@dataclass(slots=True)
class _Renumbering:
    """Writes bodies as clones have them."""

    numbers: NumberRange
    offsets: Mapping[int, int]
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
        return f"{self.numbers.coded(self.offsets[number])} 0 R"


def plan_clones(
    template: Template,
    shared: Mapping[int, int],
    *,
    blank: bool,
    tagged: bool,
    digits: int,
) -> ClonePlan:
    """Return how a document is cloned where all numbers of a clone have so many `digits`.

    `shared` are the numbers of what clones share by those of the document. Where it is `blank`, a
    page follows. What is not `tagged` has its pages alone.
    """
    objects = template.objects
    own = _with_structure(objects) if tagged else list(objects.pages)
    bodies = [objects.plain[number] for number in own]
    root = leaf = 0
    pages = [*map(own.index, objects.pages)]
    if tagged:
        root, leaf = own.index(objects.tree.root), len(own)
        bodies[root] = bodies[root].replace("/S/Document", "/S/Part", 1)
        bodies.append(_leaf(objects.tree.parents))
    else:
        bodies = [_FOR_READERS.sub("", body) for body in bodies]
    if blank:
        pages.append(len(bodies))
        bodies.append(_blank(objects))
    holes = range(FIRST_HOLE, FIRST_HOLE + len(template.holes))
    first = len(holes)
    # One more, for the object stream that a clone may be the first in.
    numbers = NumberRange(round_up(first + len(bodies) + 1), digits)
    pattern = _Renumbering(numbers, {n: at for at, n in enumerate((*holes, *own))}, shared)
    written = [f"{pattern.of(body)}\n" for body in bodies]
    offsets, starts = _placed(written, numbers, first)
    return ClonePlan(
        numbers=numbers,
        offsets=offsets,
        bodies=_row("".join(written), offsets.stride),
        starts=_row(starts, offsets.stride),
        plain=len(bodies),
        holes=first,
        root=first + root,
        pages=[first + page for page in pages],
        leaf=first + leaf,
    )


def _placed(bodies: Sequence[str], numbers: NumberRange, first: int) -> tuple[NumberRange, str]:
    """Return how offsets are written, and the numbers of bodies with where they begin."""
    *starts, end = accumulate(map(len, bodies), initial=0)
    pair = numbers.digits + _OFFSET + 2
    digits = len(numbers.leading(numbers.unit))
    offsets = NumberRange(round_up(max(end, len(bodies) * pair)), _OFFSET, FIRST_CODE + digits)
    pairs = enumerate(starts, first)
    return offsets, "".join(f"{numbers.coded(n)} {offsets.coded(at)} " for n, at in pairs)


def _row(text: str, length: int) -> NumberTemplate:
    return NumberTemplate(text.ljust(length).encode("latin-1"))


def _with_structure(objects: DocumentObjects) -> list[int]:
    """Return the numbers of all objects that a clone has for itself."""
    left_out = objects.shared | {objects.tree.number, objects.tree.parent_tree, objects.page_tree}
    return [number for number in objects.plain if number not in left_out]


def _blank(objects: DocumentObjects) -> str:
    """Return a page with nothing on it, so that the next document starts on a new sheet."""
    parent = f"/Parent {objects.page_tree} 0 R"
    return f"<</Type/Page{parent}/MediaBox{objects.box}/Resources<<>>/Tabs/S>>"


def _leaf(parents: Sequence[str]) -> str:
    """Return a leaf of the parent tree."""
    listed = " ".join(f"{_KEY}{key} {parent}" for key, parent in enumerate(parents))
    last = len(parents) - 1
    return f"<</Limits[{_KEY}0 {_KEY}{last}]/Nums[{listed}]>>"
