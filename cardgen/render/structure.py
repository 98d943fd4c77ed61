"""The structure tree of a tagged PDF: what a screen reader follows (ISO 32000-1, 14.7-14.8)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from cardgen.model.page import Role
from cardgen.render.objects import Objects, literal, rectangle

_LISTS = {"OL": "Decimal", "UL": "Disc"}
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence on a page, by its number there; pages count from 0."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a web address, or to `#name` in the document, and the words that it shows."""

    page: int
    target: str
    contents: str
    where: Rectangle


@dataclass(slots=True, eq=False)
class Element:
    """A structure element and what it holds, in reading order."""

    role: "Role | str"
    kids: list["Element | Content | Link"] = field(default_factory=list)
    alt: str | None = None
    bounds: Rectangle | None = None
    number: int = 0
    """Of its object in the file."""

    def child(self, role: "Role | str", alt: str | None = None) -> "Element":
        """Return a new element at the end of this one."""
        element = Element(role, alt=alt)
        self.kids.append(element)
        return element

    def prune(self) -> None:
        """Take out elements that hold nothing."""
        kept = []
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.prune()
                if not kid.kids:
                    continue
            kept.append(kid)
        self.kids = kept

    def numbered(self, reserve: Callable[[], int]) -> None:
        """Give this element and all below it the numbers of their objects, in reading order."""
        self.number = reserve()
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.numbered(reserve)

    @property
    def tag(self) -> str:
        """Return the role as PDF names it."""
        return "L" if self.role in _LISTS else self.role


Links = Sequence[tuple[Link, int, "Element"]]
"""Each link with the number of its annotation and its element, in the order of their keys."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The numbers of a structure tree, of its way back from pages, and of its first element."""

    number: int
    way_back: int
    root: int
    parents: tuple[str, ...]
    """By key, what the way back leads to."""


def write_structure(
    root: Element,
    parents: Sequence[Sequence[Element]],
    links: Links,
    pages: Sequence[int],
    objects: Objects,
) -> Tree:
    """Add the tree below `root`, and the way back from pages to it.

    `parents` are the elements of each page's sequences, by their number; `pages` the numbers of
    the pages' objects. The keys of links follow those of the pages.
    """
    tree = objects.reserve()
    root.numbered(objects.reserve)
    annotations = {id(link): annotation for link, annotation, _ in links}
    _Writer(annotations, pages, objects).write(root, tree)
    found = [f"[{_references(elements)}]" for elements in parents]
    found += [_references((element,)) for _, _, element in links]
    nums = " ".join([f"{key} {value}" for key, value in enumerate(found)])
    way_back = objects.add(f"<</Nums[{nums}]>>")
    objects.set(
        tree,
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {way_back} 0 R"
        f"/ParentTreeNextKey {len(found)}>>",
    )
    return Tree(tree, way_back, root.number, tuple(found))


def _references(elements: Iterable[Element]) -> str:
    return " ".join([f"{element.number} 0 R" for element in elements])


@dataclass(frozen=True, slots=True)
class _Writer:
    annotations: dict[int, int]
    pages: Sequence[int]
    objects: Objects

    def write(self, element: Element, parent: int) -> None:
        """Write an element and all below it."""
        kids, page = [], None
        for kid in element.kids:
            if isinstance(kid, Element):
                self.write(kid, element.number)
                kids.append(f"{kid.number} 0 R")
            else:
                page = kid.page if page is None else page
                kids.append(self._content(kid, page))
        listed = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
        there = "" if page is None else f"/Pg {self.pages[page]} 0 R"
        alt = f"/Alt{literal(element.alt)}" if element.alt else ""
        self.objects.set(
            element.number,
            f"<</S/{element.tag}/P {parent} 0 R/K {listed}{there}{alt}{_attributes(element)}>>",
        )

    def _content(self, kid: "Content | Link", page: int) -> str:
        """Return what stands for a kid; a sequence on the element's own page is its number."""
        if isinstance(kid, Content) and kid.page == page:
            return str(kid.mcid)
        there = self.pages[kid.page]
        if isinstance(kid, Link):
            return f"<</Type/OBJR/Pg {there} 0 R/Obj {self.annotations[id(kid)]} 0 R>>"
        return f"<</Type/MCR/Pg {there} 0 R/MCID {kid.mcid}>>"


def _attributes(element: Element) -> str:
    if element.role in _LISTS:
        return f"/A<</O/List/ListNumbering/{_LISTS[element.role]}>>"
    if element.bounds:
        return f"/A<</O/Layout/Placement/Block/BBox{rectangle(element.bounds)}>>"
    return ""
