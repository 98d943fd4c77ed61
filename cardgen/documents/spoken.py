"""The library in the language of a request: the one place where the two meet.

A request in the language of the definitions asks nothing, and loads nothing.
"""

from typing import TYPE_CHECKING

from cardgen.errors import InvalidDataError
from cardgen.kinds import ORIGINAL
from cardgen.library.translation_files import languages
from cardgen.model.origin import requested

if TYPE_CHECKING:
    from cardgen.documents.request import Request
    from cardgen.model.library import Library


def spoken(request: "Request", library: "Library") -> "Library":
    """Return a library whose texts are in the language of a request.

    It is the same one where there is no such language: that is told as what is wrong with the
    request.
    """
    language = getattr(request, "language", ORIGINAL)
    return in_language(library, language, mixed=getattr(request, "allow_mixed", False))


def in_language(library: "Library", language: str, *, mixed: bool = False) -> "Library":
    """Return a library whose texts are in a language; `mixed` keeps what is not translated.

    Raises InvalidDataError where its typeface is not installed: once, and not for each text.
    """
    if language == ORIGINAL or language not in languages():
        return library
    from cardgen.library.data import load_locale
    from cardgen.library.translated import translated
    from cardgen.typography.printable import refusal

    if wrong := refusal(load_locale(language).name):
        message = f"the typeface for pages in `{language}` is not installed"
        raise InvalidDataError([requested("language").problem(message, wrong[1])])
    return translated(library, language, mixed=mixed, refusal=refusal)
