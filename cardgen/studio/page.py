"""The page itself: its file, and what of it the browser shows."""

from dataclasses import dataclass
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING

from cardgen.documents.handout_request import HandoutRequest
from cardgen.documents.request import Request
from cardgen.errors import InvalidDataError
from cardgen.model.library import Library
from cardgen.model.rendered import Rendered

if TYPE_CHECKING:
    import pypdfium2

# What draws takes long to load, and the start needs none of it: see `load`.
_SCALE = 1.6
"""Pixels of a preview in a point: 952 across A4."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a page."""

    picture: bytes
    """A PNG."""
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is made."""

    rendered: Rendered
    sides: tuple[Side, ...]


class PageMaker:
    """Makes pages, in any number of threads."""

    def __init__(self) -> None:
        self._pdfium = Lock()
        """PDFium may work for one thread at a time."""

    def make(self, request: HandoutRequest, library: Library) -> Page:
        """Return the page that `request` asks for. Raises CardgenError.

        It is that of `cardgen.api.render`, but that what was laid out is kept until the visit ends
        (`Visits.end`), so that the next change shows at once.
        """
        import pypdfium2  # noqa: PLC0415

        rendered = make_kept(request, library)
        with self._pdfium, pypdfium2.PdfDocument(rendered.content) as document:
            return Page(rendered, tuple(map(_side, document)))


def make_kept(request: Request, library: Library) -> Rendered:
    """Return a document as `cardgen.api.render` does, and keep what was laid out.

    Raises CardgenError.
    """
    from cardgen.api import prepare  # noqa: PLC0415
    from cardgen.documents.check import problems_with  # noqa: PLC0415

    if found := problems_with(request, library):
        raise InvalidDataError(found)
    return prepare(request, library).rendered()


def load() -> None:
    """Load what draws pages, while a person looks at the start."""
    for name in ("pypdfium2", "cardgen.api", "cardgen.documents.handout"):
        import_module(name)


def _side(page: "pypdfium2.PdfPage") -> Side:
    from cardgen.studio.png import fast_png  # noqa: PLC0415

    # All its colours: with a palette the small red arrows turn brown.
    picture = fast_png(page.render(scale=_SCALE).to_pil())
    return Side(picture, page.get_textpage().get_text_range().strip())
