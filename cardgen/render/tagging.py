"""Marked content: ties each operator on a page to the structure tree, or calls it decoration."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from cardgen.render.structure import Content, Element, Parents

Rectangle = tuple[float, float, float, float]
_PRINT = 4
"""The annotation flag that PDF/A asks for (ISO 32000-1, table 165)."""


class Tagger:
    """Opens and closes marked content on a ReportLab canvas, page by page."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._pages: list[list[Element]] = []
        self._waiting: list[tuple[Any, Element]] = []
        self.root = Element("Document")

    def begin_page(self) -> None:
        """Start to count the sequences of a new page."""
        self._pages.append([])

    def end_page(self) -> None:
        """Finish the page on the canvas, and note on it where its parents are."""
        self._canvas.showPage()
        page = self._canvas._doc.idToObject[f"Page{len(self._pages)}"]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._pages) - 1, PDFName("S")

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Within: what is drawn belongs to `element`."""
        sequences = self._pages[-1]
        role = "L" if element.role in ("OL", "UL") else element.role
        self._canvas._code.append(f"/{role} <</MCID {len(sequences)}>> BDC")
        element.kids.append(Content(self._canvas._doc.thisPageRef(), mcid=len(sequences)))
        sequences.append(element)
        yield
        self._canvas._code.append("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Within: what is drawn says nothing to someone who cannot see it."""
        self._canvas._code.append("/Artifact BMC")
        yield
        self._canvas._code.append("EMC")

    def link(self, element: Element, target: str, contents: str, where: Rectangle) -> None:
        """Add a link to a web address, or to `#name` in the document, as part of `element`."""
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(value, 2) for value in where]),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINT,
                "Contents": PDFString(contents),
            }
        )
        if target.startswith("#"):
            annotation["Dest"] = self._canvas._bookmarkReference(target[1:])
        else:
            annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})
        self._canvas._addAnnotation(annotation)
        reference = self._canvas._annotationrefs[-1]
        element.kids.append(Content(self._canvas._doc.thisPageRef(), annotation=reference))
        self._waiting.append((annotation, element))

    def parents(self) -> Parents:
        """Return the way back from pages and links to elements; call it after the last page."""
        for key, (annotation, _) in enumerate(self._waiting, len(self._pages)):
            annotation["StructParent"] = key
        return [*self._pages, *(element for _, element in self._waiting)]
