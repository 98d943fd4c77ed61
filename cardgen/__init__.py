"""cardgen: printable exercise cards and handouts, with their sources, from plain text.

What is named here is the public interface; docs/python.md shows its use. It loads when it is
first used, so that `import cardgen` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cardgen.version import __version__

if TYPE_CHECKING:
    from cardgen.build import Made, build_cards, build_handout, load_letterhead, read_library
    from cardgen.errors import CardgenError, Problem
    from cardgen.model.library import Library, Record
    from cardgen.model.request import CardsRequest, HandoutRequest

__all__ = [
    "CardgenError",
    "CardsRequest",
    "HandoutRequest",
    "Library",
    "Made",
    "Problem",
    "Record",
    "__version__",
    "build_cards",
    "build_handout",
    "load_letterhead",
    "read_library",
]

_HOMES = {
    "CardgenError": "cardgen.errors",
    "CardsRequest": "cardgen.model.request",
    "HandoutRequest": "cardgen.model.request",
    "Library": "cardgen.model.library",
    "Made": "cardgen.build",
    "Problem": "cardgen.errors",
    "Record": "cardgen.model.library",
    "build_cards": "cardgen.build",
    "build_handout": "cardgen.build",
    "load_letterhead": "cardgen.build",
    "read_library": "cardgen.build",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is named
    if name not in _HOMES:
        raise AttributeError(f"module 'cardgen' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
