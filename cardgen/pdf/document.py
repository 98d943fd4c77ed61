"""Pages to one tagged PDF file, the same bytes each time."""

import string
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count

from reportlab.pdfbase.pdfdoc import xObjectName

from cardgen.model.document import Document
from cardgen.model.page import FontStyle, Page
from cardgen.model.standards import ORDINARY, FileForm
from cardgen.pdf.colour import Inks
from cardgen.pdf.colour_spaces import add_colour_spaces
from cardgen.pdf.content_builder import Anchor, ContentBuilder, Drawn
from cardgen.pdf.deflate import BEST, PAGE_LEVEL, compressed, fixed
from cardgen.pdf.font_program import add_font
from cardgen.pdf.holes import letters_of
from cardgen.pdf.metadata import Metadata
from cardgen.pdf.objects import Objects, literal, number, rectangle, row_differences
from cardgen.pdf.outline import Bookmark, deepest_told, outline_of
from cardgen.pdf.output_intent import add_intents
from cardgen.pdf.pictures import add_picture
from cardgen.pdf.structure import Link, write_structure
from cardgen.pdf.targets import grown
from cardgen.pdf.template import (
    FIRST_HOLE,
    METADATA,
    RESERVED,
    RESOURCES,
    DocumentObjects,
    Resources,
    Template,
    digest_of,
    header_of,
)
from cardgen.typography.fonts import FACES, PAGES, codes, resource

NAMES = frozenset(
    c for c in codes(0) if c in string.printable or unicodedata.category(c).startswith("L")
) | frozenset("\u2019\u2013\u00b7\u00a0")
"""The characters that a merge field can always show: a name seldom needs others."""
_DUPLEX = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge", "none": "Simplex"}
"""ISO 32000-1, table 150."""
_PRINT = 4
"""The annotation flag that PDF/A asks for (ISO 32000-1, table 165)."""


def prepared(document: Document, form: FileForm = ORDINARY) -> Template:
    """Return the document ready to be stamped: a tagged PDF with a hole for each reserved box.

    It keeps to PDF/UA and to the other standards of its form. A press has no use for links.
    """
    builder = ContentBuilder(document.pages, Inks(form.plate), has_links=not form.standards.press)
    holes = tuple(builder.holes)
    objects = Objects(reserved=RESERVED + len(holes))
    writer = _Writer(document, builder, objects, form)
    catalog, parts = writer.write(_letters(builder))
    header = header_of(form.standards)
    content, rows = objects.packed(len(header), writer.level)
    head = header + content
    return Template(
        digest=digest_of(head, document.about, holes),
        about=document.about,
        metadata=Metadata(document.about, form.standards),
        head=head,
        rows=fixed(row_differences(rows)),
        count=RESERVED + len(holes) + objects.count + 1,
        catalog=catalog,
        holes=holes,
        letters=NAMES,
        codes=builder.codes,
        objects=parts,
    )


def _letters(builder: ContentBuilder) -> dict[FontStyle, set[str]]:
    """Return the characters of each style of font; those of merge fields have all of NAMES."""
    found = defaultdict(set, builder.letters)
    for hole in builder.holes:
        for face, letters in letters_of(hole.box, NAMES).items():
            found[face] |= letters
    return found


def _boxes(page: Page, *, press: bool) -> str:
    """Return the size of a page, where it is cut, and that its colour reaches its edge.

    A press wants to know of every page where it is cut.
    """
    media = rectangle((0, 0, page.width, page.height))
    if page.trim is None and not press:
        return f"/MediaBox{media}"
    left, top, right, bottom = page.trim or (0, 0, page.width, page.height)
    trim = rectangle((left, page.height - bottom, right, page.height - top))
    return f"/MediaBox{media}/TrimBox{trim}/BleedBox{media}"


class _Writer:
    """Adds all objects of a document but those that merge fields, date or title can change."""

    def __init__(
        self, document: Document, builder: ContentBuilder, objects: Objects, form: FileForm
    ) -> None:
        self._document = document
        self._form = form
        self._is_second = form.standards.accessible != 1
        self._builder = builder
        self._objects = objects
        self._pages = [objects.reserve() for _ in document.pages]
        self._holes = count(FIRST_HOLE)
        # Pages without holes are for anyone, and made once; those of one person are many.
        self.level = PAGE_LEVEL if builder.holes else BEST

    def write(self, letters: Mapping[FontStyle, Iterable[str]]) -> tuple[int, DocumentObjects]:
        """Return the number of the catalog, and what the objects are."""
        builder, objects = self._builder, self._objects
        for page in range(len(self._pages)):
            links = [link for link, _ in builder.links if link.page == page]
            for link, target in zip(links, grown([link.bounds for link in links]), strict=True):
                link.bounds = target
        for link, _ in builder.links:
            link.annotation = objects.reserve()
        first = objects.next
        contents = [self._contents(page) for page in builder.pages]
        resources = self._resources(letters)
        shared = frozenset(range(first, objects.next))
        page_tree = self._write_pages(contents)
        sequences = [page.sequences for page in builder.pages]
        tree = write_structure(
            builder.root, sequences, builder.links, self._pages, objects, named=self._is_second
        )
        for key, (link, _) in enumerate(builder.links, len(self._pages)):
            objects.set(link.annotation, self._annotation(link, key))
        last = self._document.pages[-1]
        parts = DocumentObjects(
            objects.plain(),
            objects.streams,
            shared,
            resources,
            tuple(self._pages),
            page_tree,
            tree,
            rectangle((0, 0, last.width, last.height)),
        )
        entries = f"/Pages {page_tree} 0 R/StructTreeRoot {tree.number} 0 R"
        if len(self._pages) > 1 and builder.headings:
            entries += f"/Outlines {self._outline()} 0 R"
        entries += add_intents(objects, self._form.standards)
        return objects.add(self._catalog(entries)), parts

    def _catalog(self, entries: str) -> str:
        asked = self._document.duplex
        viewer = f"/Duplex/{_DUPLEX[asked]}" if asked else ""
        # In a viewer that shows two pages, the first stands at the right.
        viewer += "/Direction/R2L" if self._document.about.to_left else ""
        language = literal(self._document.about.language)
        return (
            f"<</Type/Catalog/Lang{language}/MarkInfo<</Marked true>>/Metadata {METADATA} 0 R"
            f"{entries}/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None{viewer}>>>>"
        )

    def _contents(self, page: Drawn) -> str:
        """Add what a page draws; return its streams, those of holes among them."""
        pieces = page.pieces
        packed = (compressed(piece, self.level) for piece in pieces if isinstance(piece, bytes))
        static = (self._objects.stream("/Filter/FlateDecode", part) for part in packed)
        listed = [next(static if isinstance(piece, bytes) else self._holes) for piece in pieces]
        return " ".join([f"{number} 0 R" for number in listed])

    def _write_pages(self, contents: Iterable[str]) -> int:
        """Give each page its object; return the number of their tree."""
        tree = self._objects.reserve()
        annotations: list[list[str]] = [[] for _ in self._pages]
        for link, _ in self._builder.links:
            annotations[link.page].append(f"{link.annotation} 0 R")
        for index, (page, drawn) in enumerate(zip(self._document.pages, contents, strict=True)):
            boxes = _boxes(page, press=self._form.standards.press)
            links = f"/Annots[{' '.join(annotations[index])}]" if annotations[index] else ""
            self._objects.set(
                self._pages[index],
                f"<</Type/Page/Parent {tree} 0 R{boxes}/Contents[{drawn}]"
                f"/Resources {RESOURCES} 0 R/StructParents {index}/Tabs/S{links}>>",
            )
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._objects.set(tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        return tree

    def _resources(self, letters: Mapping[FontStyle, Iterable[str]]) -> Resources:
        spaces = add_colour_spaces(self._objects, self._form)
        fonts = [
            f"/{resource(face, page)} {add_font(self._objects, (face, page, found))} 0 R"
            for face in FACES
            for page in PAGES
            if (found := frozenset(codes(page)).intersection(letters.get(face, ())))
        ]
        if shaped := self._builder.codes:
            from cardgen.pdf.cluster_font import add_cluster_font

            fonts.append(f"/{shaped.name} {add_cluster_font(self._objects, shaped.clusters)} 0 R")
        printed = self._builder.printed_widths
        pictures = [
            f"/{xObjectName(name)} {add_picture(self._objects, *shown, printed[name], spaces)} 0 R"
            for shown, name in self._builder.pictures.items()
        ]
        drawn = f"/XObject<<{''.join(pictures)}>>" if pictures else ""
        return Resources("".join(fonts), drawn, spaces.named)

    def _annotation(self, link: Link, key: int) -> str:
        if link.target.startswith("#"):
            leads = self._leading(self._builder.anchors[link.target[1:]])
            name = self._document.about.source.format(number=link.contents)
        else:
            leads = f"/A<</S/URI/URI{literal(link.target)}>>"
            name = link.contents
        return (
            f"<</Type/Annot/Subtype/Link/Rect{rectangle(link.bounds)}/Border[0 0 0]/F {_PRINT}"
            f"/Contents{literal(name)}/StructParent {key}{leads}>>"
        )

    def _leading(self, anchor: Anchor) -> str:
        """Return the entry of what leads to a place: in PDF/UA-2 to what is read there, too."""
        page, x, top = anchor.place
        at = f"/XYZ {number(x)} {number(top)} 0]"
        shown = f"[{self._pages[page]} 0 R{at}"
        if not self._is_second:
            return f"/Dest{shown}"
        return f"/A<</S/GoTo/D{shown}/SD[{anchor.element.number} 0 R{at}>>"

    def _outline(self) -> int:
        """Add a bookmark for each heading that is told; return the number of their list."""
        objects, headings = self._objects, self._builder.headings
        deepest = deepest_told([heading.level for heading in headings])
        marks = [
            Bookmark(title, self._leading(anchor), level)
            for level, title, anchor in headings
            if level <= deepest
        ]
        outline = objects.reserve()
        listed, *bookmarks = outline_of(marks, outline, outline + 1)
        objects.set(outline, listed)
        for bookmark in bookmarks:
            objects.add(bookmark)
        return outline
