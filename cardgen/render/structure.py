"""The structure tree of a tagged PDF: what a screen reader follows (ISO 32000-1, 14.7-14.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from cardgen.model.page import Role

_LISTS = {"OL": "Decimal", "UL": "Disc"}


@dataclass(slots=True)
class Content:
    """A marked-content sequence, or an annotation, on a page."""

    page: Any
    """Reference of the page."""
    mcid: int | None = None
    annotation: Any = None


@dataclass(slots=True, eq=False)
class Element:
    """A structure element and what it holds, in reading order."""

    role: "Role | str"
    kids: list["Element | Content"] = field(default_factory=list)
    alt: str | None = None
    bounds: tuple[float, float, float, float] | None = None
    reference: Any = None

    def child(self, role: "Role | str", alt: str | None = None) -> "Element":
        """Return a new element at the end of this one."""
        element = Element(role, alt=alt)
        self.kids.append(element)
        return element

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def prune(self) -> None:
        """Take out elements that hold nothing."""
        for kid in list(self.kids):
            if isinstance(kid, Element):
                kid.prune()
                if not kid.kids:
                    self.kids.remove(kid)


Parents = list["list[Element] | Element"]
"""By key: the elements of a page's sequences by their number, or an annotation's element."""


def write_structure(root: Element, parents: Parents, document: Any) -> None:
    """Add the tree below `root`, and the way back from pages to it, to a ReportLab document."""
    root.prune()
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    tree_reference = document.Reference(tree)
    dictionaries = {}
    for element in root.walk():
        dictionaries[id(element)] = PDFDictionary()
        element.reference = document.Reference(dictionaries[id(element)])
    _fill(root, tree_reference, dictionaries)
    numbers: list[Any] = []
    for key, parent in enumerate(parents):
        found = parent.reference if isinstance(parent, Element) else _references(parent)
        numbers += [key, found]
    tree["K"] = root.reference
    tree["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(parents)
    document.Catalog.StructTreeRoot = tree_reference
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _references(elements: list[Element]) -> Any:
    return PDFArray([element.reference for element in elements])


def _fill(element: Element, parent: Any, dictionaries: dict[int, Any]) -> None:
    page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    kids = [_kid(kid, page) for kid in element.kids]
    entry = dictionaries[id(element)].dict
    entry["S"] = PDFName("L" if element.role in _LISTS else element.role)
    entry["P"] = parent
    entry["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
    if page is not None:
        entry["Pg"] = page
    if element.alt:
        entry["Alt"] = PDFString(element.alt)
    if attributes := _attributes(element):
        entry["A"] = PDFDictionary(attributes)
    for kid in element.kids:
        if isinstance(kid, Element):
            _fill(kid, element.reference, dictionaries)


def _kid(kid: Element | Content, page: Any) -> Any:
    """Return what stands for a kid; a sequence on the element's own page is its number alone."""
    if isinstance(kid, Element):
        return kid.reference
    if kid.annotation is not None:
        entry = {"Type": PDFName("OBJR"), "Pg": kid.page, "Obj": kid.annotation}
        return PDFDictionary(entry)
    if kid.page.name == page.name:
        return kid.mcid
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": kid.page, "MCID": kid.mcid})


def _attributes(element: Element) -> dict[str, Any]:
    if element.role in _LISTS:
        return {"O": PDFName("List"), "ListNumbering": PDFName(_LISTS[element.role])}
    if element.bounds:
        return {
            "O": PDFName("Layout"),
            "Placement": PDFName("Block"),
            "BBox": PDFArray([round(value, 2) for value in element.bounds]),
        }
    return {}
