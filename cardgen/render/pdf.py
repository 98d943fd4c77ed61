"""Pages to one tagged PDF file, the same bytes each time."""

import string
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from cardgen.model.document import Document
from cardgen.model.page import Face, Page, Run
from cardgen.model.picture import Artwork
from cardgen.render.deflate import compressed_each, fixed
from cardgen.render.font_program import add_font
from cardgen.render.fonts import FACES, PAGES, codes, resource
from cardgen.render.intent import add_intent
from cardgen.render.marks import Operators, joined, picture_stream
from cardgen.render.metadata import About
from cardgen.render.objects import Objects, literal, number, rectangle
from cardgen.render.painter import Painter, Place
from cardgen.render.slots import Values
from cardgen.render.structure import Link, write_structure
from cardgen.render.template import (
    FIRST_SLOT,
    HEADER,
    METADATA,
    Anatomy,
    Template,
    digest,
)

NAMES = frozenset(
    c for c in codes(0) if c in string.printable or unicodedata.category(c).startswith("L")
) | frozenset("\u2019\u2013\u00b7\u00a0")
"""The characters that a slot can always show: a name seldom needs others."""
_DUPLEX = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge", "none": "Simplex"}
"""ISO 32000-1, table 150."""
_PRINT = 4
"""The annotation flag that PDF/A asks for (ISO 32000-1, table 165)."""


def render_pdf(
    document: Document, artwork: Mapping[Path, Artwork], *, archival: bool = False
) -> bytes:
    """Return the document as a tagged PDF (PDF/UA-1, and PDF/A-2a too where it is `archival`).

    `artwork` holds every picture of its pages. The same document gives the same bytes: the
    file's ID is a digest of its content.
    """
    words = {run.slot: run.text for run in _runs(document) if run.slot}
    template = prepared(document, artwork, words, archival=archival)
    return template.stamped(template.values, document.date)


def prepared(
    document: Document,
    artwork: Mapping[Path, Artwork],
    words: Values,
    *,
    archival: bool = False,
) -> Template:
    """Return the document ready to be stamped, with its own words or with those of others.

    Its fonts have the letters of names, and those of the `words` of its slots.
    """
    runs = list(_runs(document))
    slots = _slots(runs)
    letters = _letters(runs, slots)
    painter = Painter(artwork, slots)
    for page in document.pages:
        painter.draw_page(page)
    filled = painter.slots
    objects = Objects(reserved=METADATA + len(filled))
    catalog, anatomy = _Writer(document, painter, artwork, objects).write(
        _with_words(letters, runs, slots, words), archival=archival
    )
    content, rows = objects.packed(len(HEADER))
    head = HEADER + content
    about = About(document.title, document.subject, document.language, document.date, archival)
    return Template(
        about=about,
        head=head,
        rows=fixed(rows),
        objects=METADATA + len(filled) + objects.count + 1,
        catalog=catalog,
        slots=filled,
        values={run.slot: run.text for run in runs if run.slot and run.slot in slots},
        letters={run.slot: letters[run.face] for run in runs if run.slot and run.slot in slots},
        digest=digest(head, about, filled),
        anatomy=anatomy,
    )


def _cut(page: Page) -> str:
    """Return where a page is cut, and that its colour reaches its edge; "" where it is not."""
    if page.trim is None:
        return ""
    left, top, right, bottom = page.trim
    trim = rectangle((left, page.height - bottom, right, page.height - top))
    return f"/TrimBox{trim}/BleedBox{rectangle((0, 0, page.width, page.height))}"


def _runs(document: Document) -> Iterator[Run]:
    for page in document.pages:
        for line in page.all_lines():
            yield from line.runs


def _slots(runs: list[Run]) -> frozenset[str]:
    """Return the slots that can be filled: words on several lines stay as they are."""
    counted = Counter(run.slot for run in runs if run.slot)
    return frozenset(slot for slot, count in counted.items() if count == 1)


def _letters(runs: list[Run], slots: frozenset[str]) -> dict[Face, frozenset[str]]:
    """Return the characters that each face must have, whatever is in the slots."""
    found: dict[Face, set[str]] = defaultdict(set)
    for run in runs:
        found[run.face] |= NAMES if run.slot in slots else set(run.text)
    return {face: frozenset(letters) for face, letters in found.items()}


def _with_words(
    letters: Mapping[Face, frozenset[str]], runs: list[Run], slots: frozenset[str], words: Values
) -> dict[Face, frozenset[str]]:
    """Return the characters of each face, with those of the words of its slots."""
    said: dict[Face, set[str]] = defaultdict(set)
    for run in runs:
        if run.slot in slots:
            said[run.face].update(words.get(run.slot or "", ""))
    return {face: known | said[face] for face, known in letters.items()}


class _Writer:
    """Adds all objects of a document but those that a slot or the date can change."""

    def __init__(
        self,
        document: Document,
        painter: Painter,
        artwork: Mapping[Path, Artwork],
        objects: Objects,
    ) -> None:
        self._document = document
        self._painter = painter
        self._artwork = artwork
        self._objects = objects
        self._pages = [objects.reserve() for _ in document.pages]
        self._slots = count(FIRST_SLOT)

    def write(
        self, letters: Mapping[Face, frozenset[str]], *, archival: bool
    ) -> tuple[int, Anatomy]:
        """Return the number of the catalog, and what the objects are."""
        painter, objects = self._painter, self._objects
        first_link = len(self._pages)
        links = [
            (link, objects.add(self._annotation(link, first_link + i)), element)
            for i, (link, element) in enumerate(painter.links)
        ]
        first = objects.count
        drawn = [self._drawn(sheet.code) for sheet in painter.sheets]
        resources = objects.add(self._resources(letters))
        shared = frozenset(range(resources - (objects.count - first) + 1, resources + 1))
        self._write_pages(drawn, resources, [(link.page, n) for link, n, _ in links])
        painter.root.prune()
        sequences = [sheet.sequences for sheet in painter.sheets]
        tree = write_structure(painter.root, sequences, links, self._pages, objects)
        last = self._document.pages[-1]
        anatomy = Anatomy(
            objects.plain,
            objects.streams,
            shared,
            tuple(self._pages),
            self._tree,
            tree,
            rectangle((0, 0, last.width, last.height)),
        )
        entries = [f"/StructTreeRoot {tree.number} 0 R/Metadata {METADATA} 0 R"]
        if len(self._pages) > 1 and painter.headings:
            entries.append(f"/Outlines {self._outline()} 0 R")
        if archival:
            entries.append(f"/OutputIntents[{add_intent(objects)} 0 R]")
        return objects.add(self._catalog("".join(entries))), anatomy

    def _catalog(self, entries: str) -> str:
        asked = self._document.duplex
        duplex = f"/Duplex/{_DUPLEX[asked]}" if asked else ""
        return (
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{literal(self._document.language)}"
            f"/MarkInfo<</Marked true>>{entries}"
            f"/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None{duplex}>>>>"
        )

    def _drawn(self, code: Operators) -> str:
        """Add what a page draws; return its streams, those with the words of slots among them."""
        pieces = joined(code)
        made = compressed_each(piece for piece in pieces if isinstance(piece, bytes))
        parts = (self._objects.stream("/Filter/FlateDecode", part) for part in made)
        listed = [next(parts if isinstance(piece, bytes) else self._slots) for piece in pieces]
        return " ".join(f"{number} 0 R" for number in listed)

    def _write_pages(
        self, drawn: Sequence[str], resources: int, annotations: list[tuple[int, int]]
    ) -> None:
        self._tree = self._objects.reserve()
        sheets = zip(self._document.pages, self._pages, strict=True)
        for index, (sheet, page_number) in enumerate(sheets):
            listed = " ".join(f"{n} 0 R" for page, n in annotations if page == index)
            links = f"/Annots[{listed}]" if listed else ""
            self._objects.set(
                page_number,
                f"<</Type/Page/Parent {self._tree} 0 R"
                f"/MediaBox{rectangle((0, 0, sheet.width, sheet.height))}{_cut(sheet)}"
                f"/Contents[{drawn[index]}]/Resources {resources} 0 R"
                f"/StructParents {index}/Tabs/S{links}>>",
            )
        kids = " ".join(f"{number} 0 R" for number in self._pages)
        self._objects.set(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")

    def _resources(self, letters: Mapping[Face, frozenset[str]]) -> str:
        fonts = [
            f"/{resource(face, page)} {add_font(self._objects, (face, page, found))} 0 R"
            for face in FACES
            for page in PAGES
            if (found := letters.get(face, frozenset()).intersection(codes(page)))
        ]
        pictures = [
            f"/{name} {self._objects.stream(*picture_stream(self._artwork[file], width))} 0 R"
            for (file, width), name in self._painter.pictures.items()
        ]
        drawn = f"/XObject<<{''.join(pictures)}>>" if pictures else ""
        return f"<</Font<<{''.join(fonts)}>>{drawn}>>"

    def _annotation(self, link: Link, key: int) -> str:
        if link.target.startswith("#"):
            leads = f"/Dest{self._destination(self._painter.anchors[link.target[1:]])}"
        else:
            leads = f"/A<</S/URI/URI{literal(link.target)}>>"
        return (
            f"<</Type/Annot/Subtype/Link/Rect{rectangle(link.where)}/Border[0 0 0]/F {_PRINT}"
            f"/Contents{literal(link.contents)}/StructParent {key}{leads}>>"
        )

    def _destination(self, place: Place) -> str:
        page, x, top = place
        return f"[{self._pages[page]} 0 R/XYZ {number(x)} {number(top)} 0]"

    def _outline(self) -> int:
        """Add a bookmark for each heading of the first level; return the number of their list."""
        objects, headings = self._objects, self._painter.headings
        outline = objects.reserve()
        entries = [objects.reserve() for _ in headings]
        for i, (title, place) in enumerate(headings):
            around = f"/Prev {entries[i - 1]} 0 R" if i else ""
            around += f"/Next {entries[i + 1]} 0 R" if i + 1 < len(entries) else ""
            objects.set(
                entries[i],
                f"<</Title{literal(title)}/Parent {outline} 0 R{around}"
                f"/Dest{self._destination(place)}>>",
            )
        ends = f"/First {entries[0]} 0 R/Last {entries[-1]} 0 R/Count {len(entries)}"
        objects.set(outline, f"<</Type/Outlines{ends}>>")
        return outline
