"""The structure tree of a tagged PDF: what a screen reader follows (ISO 32000-1, 14.7-14.8)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cardgen.model.page import Block, Bounds, Page, Placed
from cardgen.pdf.objects import Objects, literal, rectangle

_TAGS = {"OL": "L", "UL": "L", "column-header": "TH", "row-header": "TH"}
"""Roles that PDF knows by another name."""
_ATTRIBUTES = {
    "OL": "/O/List/ListNumbering/Decimal",
    "UL": "/O/List/ListNumbering/Disc",
    "column-header": "/O/Table/Scope/Column",
    "row-header": "/O/Table/Scope/Row",
}
_UNLABELLED = "/O/List/ListNumbering/None"
"""Of a list whose entries have no labels (ISO 32000-1, table 347)."""
_EMPTY = "TD"
"""The role of what stands in the tree also when it holds nothing: a cell to write in."""
_NAMESPACE = "<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"
HEADINGS = ("H1", "H2", "H3")
LISTS = ("OL", "UL")


@dataclass(slots=True, eq=False)
class Link:
    """A link to a web address, or to `#name` in the document, and the words that it shows."""

    page: int
    target: str
    contents: str
    bounds: Bounds
    """Left, low, right and high, in points from the lower left of its page."""
    annotation: int = 0
    """The number of its annotation in the file."""


@dataclass(slots=True, eq=False)
class Element:
    """A structure element and what it holds, in reading order."""

    role: str
    alt: str | None = None
    bounds: Bounds | None = None
    kids: list["Element | str | tuple[int, int] | Link"] = field(default_factory=list)
    """Marked-content sequences by their number; on another page than the first with its number."""
    page: int | None = None
    """The page of its first sequence, counted from 0."""
    number: int = 0
    """Of its object in the file."""
    language: str = ""
    """BCP 47, where it is another than that of the document."""

    def child(self, role: str, alt: str | None = None) -> "Element":
        """Return a new element at the end of this one."""
        element = Element(role, alt)
        self.kids.append(element)
        return element

    def hold(self, page: int, sequence: int) -> None:
        """Add a marked-content sequence, by its number on a page, at the end."""
        if self.page is None:
            self.page = page
        self.kids.append(str(sequence) if page == self.page else (page, sequence))


@dataclass(frozen=True, slots=True)
class Tree:
    """The numbers of a structure tree, of its parent tree, and of its first element."""

    number: int
    parent_tree: int
    root: int
    parents: tuple[str, ...]
    """By key, what the parent tree leads to."""


@lru_cache(maxsize=64)
def tag_of(role: str) -> bytes:
    """Return a role as PDF names it."""
    return _TAGS.get(role, role).encode()


def raised_headings(pages: Iterable[Page]) -> dict[str, str]:
    """Return the roles of headings that stand higher in the structure than in layout.

    The first heading of a document is an H1 (ISO 14289-1, 7.4.2): where it is not, all are raised.
    """
    parts: dict[str | int, list[Block]] = {}
    for page in pages:
        for part, placed in page.placed:
            parts.setdefault(part or len(parts), []).append(placed.block)
    found = (level for blocks in parts.values() for block in blocks for level in _levels(block))
    steps = next(found, 0)
    return {role: HEADINGS[max(i - steps, 0)] for i, role in enumerate(HEADINGS) if steps}


def _levels(block: Block) -> Iterator[int]:
    """Yield the level of each heading in a block, counted from 0, in the order of reading."""
    if block.role in HEADINGS:
        yield HEADINGS.index(block.role)
    elif block.role != "Artifact":
        for kid in block.kids:
            if isinstance(kid, Placed):
                yield from _levels(kid.block)


def write_structure(
    root: Element,
    sequences: Sequence[Sequence[Element]],
    links: Sequence[tuple[Link, Element]],
    pages: Sequence[int],
    objects: Objects,
    *,
    named: bool = False,
) -> Tree:
    """Add the tree below `root`, and the parent tree that leads back from pages to it.

    `sequences` are the elements of each page's marked-content sequences, by their number; `pages`
    the numbers of the pages' objects. The keys of links follow those of the pages. Where the roles
    are `named`, each says that it is one of PDF 2.0 (ISO 32000-2, 14.8.6).
    """
    tree = objects.reserve()
    namespace = f"{objects.add(_NAMESPACE)} 0 R" if named else ""
    _Writer(pages, objects, f"/NS {namespace}" if named else "").write(root, tree)
    parents = [f"[{' '.join([f'{e.number} 0 R' for e in elements])}]" for elements in sequences]
    parents += [f"{element.number} 0 R" for _, element in links]
    nums = " ".join([f"{key} {value}" for key, value in enumerate(parents)])
    parent_tree = objects.add(f"<</Nums[{nums}]>>")
    objects.set(
        tree,
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parent_tree} 0 R"
        f"/ParentTreeNextKey {len(parents)}{f'/Namespaces[{namespace}]' if named else ''}>>",
    )
    return Tree(tree, parent_tree, root.number, tuple(parents))


class _Writer:
    """Writes elements; a namespace is the entry that each has for it, or nothing."""

    def __init__(self, pages: Sequence[int], objects: Objects, namespace: str) -> None:
        self._pages = [f"/Pg {page} 0 R" for page in pages]
        self._objects, self._namespace = objects, namespace

    def write(self, element: Element, parent: int) -> str:
        """Write an element and all below it; return what stands for it in its parent.

        That is "" for an element that holds nothing: it is left out.
        """
        objects, role = self._objects, element.role
        number = element.number = objects.reserve()
        kids = []
        for kid in element.kids:
            if isinstance(kid, str):
                kids.append(kid)
            elif not isinstance(kid, Element):
                kids.append(self._elsewhere(kid))
            elif reference := self.write(kid, number):
                kids.append(reference)
        if not kids and role != _EMPTY:
            objects.drop_last()
            return ""
        held = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
        listed = f"/K {held}" if kids else ""
        page = "" if element.page is None else self._pages[element.page]
        more = self._namespace + _attributes(element)
        more += f"/Lang{literal(element.language)}" if element.language else ""
        tag = _TAGS.get(role, role)
        objects.set(number, f"<</S/{tag}/P {parent} 0 R{listed}{page}{more}>>")
        return f"{number} 0 R"

    def _elsewhere(self, kid: tuple[int, int] | Link) -> str:
        """Return what stands for an annotation, or a sequence on another page."""
        if isinstance(kid, Link):
            return f"<</Type/OBJR{self._pages[kid.page]}/Obj {kid.annotation} 0 R>>"
        page, sequence = kid
        return f"<</Type/MCR{self._pages[page]}/MCID {sequence}>>"


def _is_labelled(element: Element) -> bool:
    """Tell whether any entry of a list has a label."""
    kids = [kid for entry in element.kids if isinstance(entry, Element) for kid in entry.kids]
    return any(isinstance(kid, Element) and kid.role == "Lbl" for kid in kids)


def _attributes(element: Element) -> str:
    if element.role == "Table":
        return f"/A<</O/Table/Summary{literal(element.alt or '')}>>"
    alt = f"/Alt{literal(element.alt)}" if element.alt else ""
    if said := _ATTRIBUTES.get(element.role):
        unlabelled = element.role in LISTS and not _is_labelled(element)
        return f"{alt}/A<<{_UNLABELLED if unlabelled else said}>>"
    if element.bounds:
        return f"{alt}/A<</O/Layout/Placement/Block/BBox{rectangle(element.bounds)}>>"
    return alt
