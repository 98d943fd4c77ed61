"""Reads a PDF the way a screen reader does: along its structure tree, and says what is amiss.

`python structure_text.py FILE.pdf` prints the text: headings as #, lists with their labels,
pictures as [Picture: …], links in brackets.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

SHOWN = {"Tj", "TJ", "'", '"'}
_INLINE = {"/Span", "/Link", "/Lbl", "/LBody", "/Reference", "/Note"}
_ROW = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


class UnreadableError(Exception):
    """A PDF without a structure that can be followed."""


@dataclass
class Sequence:
    """A marked-content sequence: its text, and where its first letter stands."""

    text: str = ""
    origin: tuple[float, float] | None = None


@dataclass
class PageContent:
    """What the content stream of a page holds: sequences by number, and text without a number."""

    sequences: dict[int, Sequence] = field(default_factory=lambda: defaultdict(Sequence))
    loose: list[str] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)


class Place:
    """Where what is drawn comes to lie on the page."""

    def __init__(self) -> None:
        self.matrix = pikepdf.Matrix()
        self._line = pikepdf.Matrix()
        self._saved: list[pikepdf.Matrix] = []

    @property
    def text(self) -> pikepdf.Matrix:
        """Where the line of text starts that is being written, and which way it runs."""
        return self._line @ self.matrix

    def follow(self, operator: str, operands: list) -> None:
        if operator == "q":
            self._saved.append(self.matrix)
        elif operator == "Q":
            self.matrix = self._saved.pop()
        elif operator == "cm":
            self.matrix = pikepdf.Matrix(*map(float, operands)) @ self.matrix
        elif operator == "BT":
            self._line = pikepdf.Matrix()
        elif operator == "Td":
            self._line = pikepdf.Matrix().translated(*map(float, operands)) @ self._line
        elif operator == "Tm":
            self._line = pikepdf.Matrix(*map(float, operands))


def page_content(page: pikepdf.Page) -> PageContent:
    """Return the texts of a page by marked-content sequence."""
    found = PageContent()
    fonts = {name: _characters(font) for name, font in page.resources.get("/Font", {}).items()}
    opened: list[int | str | None] = []
    characters: dict[bytes, str] = {}
    place = Place()
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            opened.append(_mark(operands))
            if isinstance(opened[-1], int):
                found.sequences[opened[-1]]
        elif name == "EMC":
            opened.pop()
        elif name == "Tf":
            characters = fonts[str(operands[0])]
        elif name in SHOWN:
            _keep(found, opened, "".join(_shown(operands, characters)), place.text)
        else:
            place.follow(name, operands)
    return found


def _mark(operands: list) -> int | str | None:
    if len(operands) > 1 and "/MCID" in operands[1]:
        return int(operands[1]["/MCID"])
    return "artifact" if operands[0] == Name.Artifact else None


def _keep(found: PageContent, opened: list, text: str, start: pikepdf.Matrix) -> None:
    innermost = next((mark for mark in reversed(opened) if mark is not None), None)
    if innermost == "artifact":
        found.artifacts.append(text)
    elif innermost is None:
        found.loose.append(text)
    else:
        sequence = found.sequences[innermost]
        sequence.text += text
        sequence.origin = sequence.origin or (start.e, start.f)


def _shown(operands: list, characters: dict[bytes, str]) -> Iterator[str]:
    strings = operands[-1] if isinstance(operands[-1], Array) else [operands[-1]]
    size = len(next(iter(characters), b"."))
    for string in strings:
        if isinstance(string, pikepdf.String):
            code = bytes(string)
            pieces = (code[i : i + size] for i in range(0, len(code), size))
            yield from (characters.get(piece, "\ufffd") for piece in pieces)


def _characters(font: Dictionary) -> dict[bytes, str]:
    """Return the character of each code of a font, by its ToUnicode map."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("ascii", "replace")
    found = {}
    for kind, rows in re.findall(r"beginbf(char|range)(.*?)endbf", table, flags=re.DOTALL):
        for *codes, text in (re.findall(r"<(.*?)>", row) for row in rows.split("\n") if row):
            first, last = int(codes[0], 16), int(codes[-1], 16)
            assert len(codes) == (2 if kind == "range" else 1)
            for code in range(first, last + 1):
                shown = bytes.fromhex(text).decode("utf-16-be")
                more = chr(ord(shown[-1]) + code - first)
                found[code.to_bytes(len(codes[0]) // 2, "big")] = shown[:-1] + more
    return found


@dataclass
class Node:
    """A structure element, with kids that are elements or texts, in order."""

    role: str
    element: Dictionary
    kids: list["Node | Sequence"] = field(default_factory=list)
    target: str = ""

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    @property
    def text(self) -> str:
        return "".join(kid.text for kid in self.kids)

    @property
    def origin(self) -> tuple[float, float] | None:
        return next((kid.origin for kid in self.kids if kid.origin), None)


class Structure:
    """The structure tree of a PDF, and the content of its pages."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.pages = {page.objgen: page_content(page) for page in pdf.pages}
        self._used: dict[tuple, list[Dictionary]] = defaultdict(list)
        self._linked: dict[tuple, Dictionary] = {}
        if "/StructTreeRoot" not in pdf.Root:
            raise UnreadableError("there is no structure tree")
        kids = _listed(pdf.Root.StructTreeRoot.get("/K"))
        if len(kids) != 1:
            raise UnreadableError(f"the structure tree has {len(kids)} roots")
        self.root = self._node(kids[0], None)

    def _node(self, element: Dictionary, page: Dictionary | None) -> Node:
        page = element.get("/Pg", page)
        node = Node(str(element.S), element)
        for kid in _listed(element.get("/K")):
            if isinstance(kid, int):
                node.kids.append(self._sequence(element, page, kid))
            elif kid.get("/Type") == Name.MCR:
                node.kids.append(self._sequence(element, kid.get("/Pg", page), int(kid.MCID)))
            elif kid.get("/Type") == Name.OBJR:
                self._linked[kid.Obj.objgen] = element
                node.target = _target(kid.Obj)
            else:
                node.kids.append(self._node(kid, page))
        return node

    def _sequence(self, element: Dictionary, page: Dictionary, number: int) -> Sequence:
        self._used[page.objgen, number].append(element)
        return self.pages[page.objgen].sequences.get(number, Sequence())

    def text(self) -> str:
        """Return the document as plain text."""
        text = "\n".join(_lines(self.root)).strip() + "\n"
        return re.sub(r"\n{3,}", "\n\n", text)

    def words(self) -> list[str]:
        """Return the words of the document in the order of reading."""
        return [word for block in _blocks(self.root) for word in block.text.split()]

    def problems(self) -> Iterator[str]:
        """Yield where content and structure do not fit together."""
        for page in self.pdf.pages:
            content = self.pages[page.objgen]
            if content.loose:
                yield f"text that is neither tagged nor decoration: {content.loose[0]!r}"
            if "/Contents" not in page:
                continue  # a blank page
            if "/StructParents" not in page:
                yield "a page that does not say where its parents are"
                continue
            yield from self._sequence_problems(page, content)
            for annotation in page.get("/Annots", []):
                yield from self._annotation_problems(annotation)

    def _sequence_problems(self, page: pikepdf.Page, content: PageContent) -> Iterator[str]:
        parents = _listed(self._parent(page.StructParents))
        for number, sequence in content.sequences.items():
            used = self._used.get((page.objgen, number), [])
            if len(used) != 1:
                yield f"content {number} stands {len(used)} times in the tree: {sequence.text!r}"
            elif number >= len(parents) or parents[number].objgen != used[0].objgen:
                yield f"content {number} has another parent than the tree says: {sequence.text!r}"
        for owner, number in self._used:
            if owner == page.objgen and number not in content.sequences:
                yield f"the tree names content {number}, which is not on the page"

    def _annotation_problems(self, annotation: Dictionary) -> Iterator[str]:
        if "/StructParent" not in annotation:
            yield "a link that does not say where its parent is"
            return
        element = self._linked.get(annotation.objgen)
        parent = self._parent(annotation.StructParent)
        if element is None or parent is None or parent.objgen != element.objgen:
            yield "a link that has another parent than the tree says"

    def _parent(self, key: int) -> Dictionary | Array | None:
        return self._numbers.get(int(key))

    @cached_property
    def _numbers(self) -> dict:
        """The number tree (ISO 32000-1, 7.9.7) that leads back from pages to elements."""
        found, waiting = {}, [self.pdf.Root.StructTreeRoot.get("/ParentTree", {})]
        while waiting:
            node = waiting.pop()
            waiting += _listed(node.get("/Kids"))
            numbers = _listed(node.get("/Nums"))
            found |= zip(map(int, numbers[::2]), numbers[1::2], strict=True)
        return found


def _listed(kids) -> list:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _target(annotation: Dictionary) -> str:
    return str(annotation.get("/A", {}).get("/URI", ""))


def _blocks(node: Node) -> Iterator[Node]:
    """Yield the elements whose texts stand on lines of their own."""
    nested = [kid for kid in node.kids if isinstance(kid, Node) and kid.role not in _INLINE]
    if not nested:
        yield node
    for kid in nested:
        yield from _blocks(kid)


def _lines(node: Node) -> Iterator[str]:
    if node.role == "/Figure":
        yield f"[Picture: {node.element.get('/Alt', '')}]"
    elif re.fullmatch(r"/H\d", node.role):
        yield from ("", f"{'#' * int(node.role[2:])} {_inline(node)}")
    elif node.role in ("/P", "/LI"):
        yield _inline(node)
    else:
        yield from [""] if node.role == "/Sect" else []
        for kid in node.kids:
            yield from _lines(kid) if isinstance(kid, Node) else [f"({node.role}) {kid.text}"]


def _inline(node: Node) -> str:
    return " ".join("".join(_pieces(node)).split())


def _pieces(node: Node) -> Iterator[str]:
    for kid in node.kids:
        if isinstance(kid, Sequence):
            yield kid.text
        elif kid.role == "/Link":
            yield f"[{kid.text}]({kid.target})" if kid.target else f"[{kid.text}]"
        elif kid.role in _INLINE:
            yield from _pieces(kid)
        else:
            yield from _lines(kid)


def read(path: Path) -> Structure:
    """Return the structure of a PDF file. Raises UnreadableError when it has none."""
    return Structure(pikepdf.open(path))


if __name__ == "__main__":
    sys.stdout.write(read(Path(sys.argv[1])).text())
