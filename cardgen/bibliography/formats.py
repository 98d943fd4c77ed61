"""The formats by their names and by the endings of their files. A new one is a line here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cardgen.bibliography.bibtex_read import bibtex_items
from cardgen.bibliography.bibtex_write import biblatex_text, bibtex_text
from cardgen.bibliography.csl import Item, csl_items, csl_text
from cardgen.bibliography.endnote_xml import endnote_items
from cardgen.bibliography.nbib import nbib_items, nbib_text
from cardgen.bibliography.ris_read import ris_items
from cardgen.bibliography.ris_write import ris_text

Reader = Callable[[str], list[Item]]

FORMATS: dict[str, Callable[[Iterable[Item]], str]] = {
    "csl-json": csl_text,
    "bibtex": bibtex_text,
    "biblatex": biblatex_text,
    "ris": ris_text,
    "nbib": nbib_text,
}
"""What writes each format."""


@dataclass(frozen=True, slots=True)
class ReadFormat:
    """How a format is known, and read."""

    suffix: str
    read: Reader
    begins: str
    """What a file begins with whose ending says nothing, as a pattern."""


READ = (
    ReadFormat(".json", csl_items, r"\s*[\[{]"),
    ReadFormat(".bib", bibtex_items, r"\s*(?:%[^\n]*\n\s*)*@\w+\s*[{(]"),
    ReadFormat(".ris", ris_items, r"\s*TY\s{0,4}-"),
    ReadFormat(".nbib", nbib_items, r"\s*PMID\s*-"),
    ReadFormat(".xml", endnote_items, r"\s*<"),
)
