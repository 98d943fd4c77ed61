"""The formats by their names and by the endings of their files. A new one is a line here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cardgen.bibliography.bibtex import bibtex_items, bibtex_text
from cardgen.bibliography.csl import Item, csl_items, csl_text
from cardgen.bibliography.ris import ris_items, ris_text


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written and read."""

    suffix: str
    write: Callable[[Iterable[Item]], str]
    read: Callable[[str], list[Item]]


FORMATS = {
    "csl-json": Format(".json", csl_text, csl_items),
    "bibtex": Format(".bib", bibtex_text, bibtex_items),
    "ris": Format(".ris", ris_text, ris_items),
}
