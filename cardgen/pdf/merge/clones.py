"""How a document is cloned into a file that holds many: its objects, with other numbers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cardgen.pdf.cluster_codes import FONT_OBJECTS
from cardgen.pdf.merge.number_template import FIRST_CODE, NumberRange, NumberTemplate, round_up
from cardgen.pdf.objects import plain
from cardgen.pdf.template import (
    FIRST_HOLE,
    RESOURCES,
    DocumentObjects,
    Filled,
    Resources,
    Template,
)

PAGES, DOCUMENT = 4, 7
"""The numbers of the file's tree of pages, and of the first element of its structure."""
TOKEN = re.compile(
    r"\((?:\\.|[^\\()])*\)|<FEFF[0-9A-F]*>|(?P<ref>\d+) 0 R"
    r"|(?P<key>/StructParents? |#key )(?P<at>\d+)"
)
"""A number that another clone has otherwise; strings are passed over."""
_FOR_READERS = re.compile(r"/StructParents \d+/Tabs/S(?:/Annots\[[^\]]*\])?")
"""What a page has for those who read it on a screen: the way to its structure, and links."""
_LINKS = re.compile(r"/Annots(\[[^\]]*\])")
_BLANK, _LEAF, _FONT = -1, -2, -3
"""Stand for the numbers of what the document itself has not."""
_KEY = "#key "
"""Marks a number that stands for itself as a key of the parent tree."""
_OFFSET = 9
"""Digits that tell where an object begins in an object stream."""


@dataclass(frozen=True, slots=True)
class ClonePlan:
    """How a document is cloned.

    Its objects have the numbers that follow that of the clone, which is a multiple of the unit of
    `numbers`: first the streams with the words of merge fields, then its pages, then all else.
    Keys of the parent tree have the same numbers as objects.
    """

    numbers: NumberRange
    holes: int
    """How many streams come first."""
    pages: int
    """How many pages follow, a blank one among them."""
    page_bodies: NumberTemplate
    page_starts: Sequence[int]
    """Where each page begins in these, and where the last ends."""
    others: int
    """How many objects are left: structure, links, what pages draw of their own."""
    offsets: NumberRange
    """Where these begin in an object stream in which each clone has as many bytes."""
    bodies: NumberTemplate
    starts: NumberTemplate
    """The number of each, and where it begins."""
    resources: Resources | None
    """What its pages name beside a font of its own; None where all clones name the same."""
    root: int
    """The place of the first element of its structure."""
    leaf: int
    """The place of its leaf of the parent tree."""
    end: int
    """The first place behind its objects."""

    def pages_of(self, base: int) -> range:
        """Return the numbers of the pages of the clone with the number `base`."""
        return range(base + self.holes, base + self.holes + self.pages)


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
        if number in self.offsets:
            return f"{self.numbers.coded(self.offsets[number])} 0 R"
        return f"{self.shared[number]} 0 R"


def plan_clones(
    template: Template,
    shared: Mapping[int, int],
    *,
    resources: Resources | None,
    blank: bool,
    tagged: bool,
    digits: int,
) -> ClonePlan:
    """Return how a document is cloned where all numbers of a clone have so many `digits`.

    `shared` are the numbers of what clones share by those of the document. Each clone that has
    `resources` names them and a font of its own, which follow its holes. Where it is `blank`, a
    page follows. What is not `tagged` has its pages alone.
    """
    objects = template.objects
    given = _of_words(template, has_font=resources is not None)
    pages, others = _own_bodies(objects, blank=blank, tagged=tagged)
    own = (*given, *pages, *others)
    # Two more, for the object streams that a clone may be the first in.
    numbers = NumberRange(round_up(len(own) + 2), digits)
    pattern = _Renumbering(numbers, {number: at for at, number in enumerate(own)}, shared)
    pages_written = [f"{pattern.of(body)}\n" for body in pages.values()]
    written = [f"{pattern.of(body)}\n" for body in others.values()]
    offsets, starts = _placed(written, numbers, len(given) + len(pages))
    return ClonePlan(
        numbers=numbers,
        holes=len(given),
        pages=len(pages),
        page_bodies=_row("".join(pages_written)),
        page_starts=[*accumulate(map(len, pages_written), initial=0)],
        others=len(others),
        offsets=offsets,
        bodies=_row("".join(written), offsets.stride),
        starts=_row(starts, offsets.stride),
        resources=resources,
        root=own.index(objects.tree.root) if tagged else 0,
        leaf=len(own) - 1,
        end=len(own),
    )


def _of_words(template: Template, *, has_font: bool) -> list[int]:
    """Return the numbers of what differs from clone to clone: holes, and a font with its names."""
    holes = range(FIRST_HOLE, FIRST_HOLE + len(template.holes))
    # The objects of a font have no numbers in the document.
    font = (RESOURCES, *range(_FONT, _FONT - FONT_OBJECTS, -1)) if has_font else ()
    return [*holes, *font]


def _own_bodies(
    objects: DocumentObjects, *, blank: bool, tagged: bool
) -> tuple[dict[int, str], dict[int, str]]:
    """Return the pages of a clone, and all else that it has for itself, by number."""
    pages = {number: objects.plain[number] for number in objects.pages}
    others: dict[int, str] = {}
    if tagged:
        others = _with_structure(objects)
        _separate_links(pages, others, max(*objects.plain, *objects.streams) + 1)
        others[_LEAF] = _leaf(objects.tree.parents)
    else:
        pages = {number: _FOR_READERS.sub("", body) for number, body in pages.items()}
    if blank:
        pages[_BLANK] = _blank(objects)
    return pages, others


def _separate_links(pages: dict[int, str], others: dict[int, str], first: int) -> None:
    """Let each page name the list of its links, and not hold it: pages are short then."""
    for number, (page, body) in enumerate(pages.items(), first):
        if found := _LINKS.search(body):
            others[number] = found[1]
            pages[page] = body.replace(found[1], f" {number} 0 R", 1)


def _placed(bodies: Sequence[str], numbers: NumberRange, first: int) -> tuple[NumberRange, str]:
    """Return how offsets are written, and the numbers of bodies with where they begin.

    The first body has the number `first`, counted from that of the clone.
    """
    *starts, end = accumulate(map(len, bodies), initial=0)
    pair = numbers.digits + _OFFSET + 2
    digits = len(numbers.leading(numbers.unit))
    offsets = NumberRange(round_up(max(end, len(bodies) * pair)), _OFFSET, FIRST_CODE + digits)
    pairs = enumerate(starts, first)
    return offsets, "".join(f"{numbers.coded(n)} {offsets.coded(at)} " for n, at in pairs)


def _row(text: str, length: int = 0) -> NumberTemplate:
    return NumberTemplate(text.ljust(length).encode("latin-1"))


def _with_structure(objects: DocumentObjects) -> dict[int, str]:
    """Return all objects but its pages that a clone has for itself."""
    left_out = objects.shared | {objects.tree.number, objects.tree.parent_tree, objects.page_tree}
    left_out |= set(objects.pages)
    found = {number: body for number, body in objects.plain.items() if number not in left_out}
    root = objects.tree.root
    return {**found, root: found[root].replace("/S/Document", "/S/Part", 1)}


def _blank(objects: DocumentObjects) -> str:
    """Return a page with nothing on it, so that the next document starts on a new sheet."""
    parent = f"/Parent {objects.page_tree} 0 R"
    return f"<</Type/Page{parent}/MediaBox{objects.box}/Resources<<>>/Tabs/S>>"


def _leaf(parents: Sequence[str]) -> str:
    """Return a leaf of the parent tree."""
    listed = " ".join(f"{_KEY}{key} {parent}" for key, parent in enumerate(parents))
    last = len(parents) - 1
    return f"<</Limits[{_KEY}0 {_KEY}{last}]/Nums[{listed}]>>"


def renumbered(numbers: Mapping[int, int], body: str) -> str:
    """Return an object whose references have other numbers."""

    def moved(found: re.Match[str]) -> str:
        return f"{numbers[int(found['ref'])]} 0 R" if found["ref"] else found[0]

    return TOKEN.sub(moved, body)


def own_objects(plan: ClonePlan, filled: Filled, base: int) -> list[bytes]:
    """Return what a clone has for its words: streams, and its font with what names it."""
    found = filled.streams(base)
    if plan.resources:
        named = base + len(found)
        found += [plain(named, plan.resources.body(named + 1)), *filled.font(named + 1)]
    return found
