"""Whether a PDF of cardgen's, or its page for a phone, prints what the definitions say today."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pikepdf

from cardgen.documents.made_of import Definition, definitions
from cardgen.documents.spoken import in_language
from cardgen.errors import InvalidDataError, Problem
from cardgen.library.files import read_bytes, shown_path
from cardgen.model.library import Library
from cardgen.pdf.metadata import CREATOR, TEXTS
from cardgen.web.template import TEXTS as PAGE_TEXTS

_PAGE = b"<!DOCTYPE html>"
_META = re.compile(r'<meta name="([\w-]+)" content="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Printed:
    """What a PDF says of how it was made."""

    maker: str
    """The program and its version: "cardgen 0.1.0"."""
    texts: Mapping[str, str]
    """The digests of the definitions whose texts it prints, by their names."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the definitions that a file prints."""

    printed: Printed
    problems: tuple[Problem, ...]
    """One for each that is not as it was."""
    warnings: tuple[Problem, ...]


def verified(path: Path, library: Library, password: str = "") -> Verdict:
    """Return whether the texts in a PDF are those of `library`.

    Raises InvalidDataError for what is no PDF of cardgen's, or is locked with another password.
    """
    printed = read_printed(path, password)
    warnings = []
    if printed.maker != CREATOR:
        message = f"made by {printed.maker}, and this is {CREATOR}: words of its own may differ"
        warnings = [_problem(path, message, "Print it anew")]
    changed = tuple(_changed(path, printed, _known(printed, library)))
    return Verdict(printed, changed, tuple(warnings))


def _known(printed: Printed, library: Library) -> Mapping[str, Definition]:
    """Return the definitions of a library, and its translations into the language of a file."""
    said = {name.partition(".")[2].partition("#")[0] for name in printed.texts}
    known = dict(definitions(library))
    for language in sorted(said - {""}):
        known |= definitions(in_language(library, language, mixed=True))
    return known


def read_printed(path: Path, password: str = "") -> Printed:
    """Return what a PDF or a page for a phone says of its making. Raises InvalidDataError."""
    content = read_bytes(path)  # says what is wrong where it cannot be read at all
    is_page = content.startswith(_PAGE)
    maker, texts = _read_page(content) if is_page else _read_pdf(path, password)
    if not texts:
        message = "this file does not say which texts it prints"
        remedy = "Name a PDF that cardgen made, and that no other program has saved since"
        raise InvalidDataError([_problem(path, message, remedy)])
    return Printed(maker, dict(one.split(" ", 1) for one in texts.split(",")))


def _read_page(content: bytes) -> tuple[str, str]:
    """Return what a page for a phone says of its maker and its texts; "" where it does not."""
    said = dict(_META.findall(content.decode("utf-8", "replace")))
    return unescape(said.get("generator", "")), unescape(said.get(PAGE_TEXTS, ""))


def _read_pdf(path: Path, password: str) -> tuple[str, str]:
    """Return the same of a PDF. Raises InvalidDataError."""
    try:
        with pikepdf.open(path, password=password) as pdf:
            return str(pdf.docinfo.get("/Creator", "")), str(pdf.docinfo.get(TEXTS, ""))
    except pikepdf.PasswordError:
        message = "this file is locked"
        raise InvalidDataError([_problem(path, message, "Give its password")]) from None
    except pikepdf.PdfError:
        raise InvalidDataError([_problem(path, "this is no PDF", "Name a PDF")]) from None


def _changed(path: Path, printed: Printed, known: Mapping[str, Definition]) -> Iterator[Problem]:
    for name, digest in printed.texts.items():
        if name not in known:
            yield _problem(path, f"{name} is no longer there", "Print it anew without it")
        elif known[name].digest != digest:
            message = f"{name} has changed since: see {known[name].file}"
            yield _problem(path, message, "Print it anew")


def _problem(path: Path, message: str, remedy: str) -> Problem:
    return Problem(shown_path(path.resolve()), 0, 0, "", message, remedy)
