"""cardgen: printable exercise cards and handouts, with their sources, from plain text.

What is named here is the public interface; docs/python.md shows its use. It loads when it is
first used, so that `import cardgen` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cardgen.put_off import put_off
from cardgen.version import __version__

# ReportLab loads it with its canvas, a tenth of the time of a handout whose words need no shaping.
put_off("uharfbuzz")

if TYPE_CHECKING:
    from cardgen.api import render
    from cardgen.delivery import BuildResult
    from cardgen.delivery import BuildResult as Made
    from cardgen.documents.booklet import BookletRequest
    from cardgen.documents.cards import CardsRequest
    from cardgen.documents.check import check_request
    from cardgen.documents.handout_request import HandoutRequest
    from cardgen.documents.phone_request import PhoneRequest
    from cardgen.documents.poster import PosterRequest
    from cardgen.documents.programme import Programme, ProgrammeMove
    from cardgen.errors import CardgenError, Problem
    from cardgen.files import (
        build,
        build_booklet,
        build_cards,
        build_handout,
        load_letterhead,
        load_programme,
        load_style,
        read_library,
    )
    from cardgen.model.arrangement import Arrangement
    from cardgen.model.dose import DoseChange
    from cardgen.model.library import Library, Record
    from cardgen.model.printing import SheetOptions
    from cardgen.model.rendered import Rendered
    from cardgen.model.standards import Standards

_HOMES = {
    "Arrangement": "cardgen.model.arrangement",
    "BookletRequest": "cardgen.documents.booklet",
    "BuildResult": "cardgen.delivery",
    "CardgenError": "cardgen.errors",
    "CardsRequest": "cardgen.documents.cards",
    "DoseChange": "cardgen.model.dose",
    "HandoutRequest": "cardgen.documents.handout_request",
    "Library": "cardgen.model.library",
    "PhoneRequest": "cardgen.documents.phone_request",
    "PosterRequest": "cardgen.documents.poster",
    "Problem": "cardgen.errors",
    "Programme": "cardgen.documents.programme",
    "ProgrammeMove": "cardgen.documents.programme",
    "Record": "cardgen.model.library",
    "Rendered": "cardgen.model.rendered",
    "SheetOptions": "cardgen.model.printing",
    "Standards": "cardgen.model.standards",
    "build": "cardgen.files",
    "build_booklet": "cardgen.files",
    "build_cards": "cardgen.files",
    "build_handout": "cardgen.files",
    "check_request": "cardgen.documents.check",
    "load_letterhead": "cardgen.files",
    "load_programme": "cardgen.files",
    "load_style": "cardgen.files",
    "read_library": "cardgen.files",
    "render": "cardgen.api",
}
_FORMER = {"Made": "BuildResult"}
"""Names of earlier versions, which go on working."""

__all__ = [
    "Arrangement",
    "BookletRequest",
    "BuildResult",
    "CardgenError",
    "CardsRequest",
    "DoseChange",
    "HandoutRequest",
    "Library",
    "Made",
    "PhoneRequest",
    "PosterRequest",
    "Problem",
    "Programme",
    "ProgrammeMove",
    "Record",
    "Rendered",
    "SheetOptions",
    "Standards",
    "__version__",
    "build",
    "build_booklet",
    "build_cards",
    "build_handout",
    "check_request",
    "load_letterhead",
    "load_programme",
    "load_style",
    "read_library",
    "render",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is named
    known = _FORMER.get(name, name)
    if known not in _HOMES:
        raise AttributeError(f"module 'cardgen' has no attribute '{name}'")
    return getattr(import_module(_HOMES[known]), known)
