"""Numbers by which works are known: each is taken only where it is what it claims to be."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote

from stdnum import isbn, issn

_DOI = re.compile(r"10\.\d{4,9}/(?:[^\s<>\"]|<\d+:[^\s<>\"]*>)+")
"""Older ones hold the number of an article (SICI, ANSI/NISO Z39.56): "<1661::AID-SIM968>"."""
_BEFORE_DOI = re.compile(r"^(https?://(dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)

_PMID = re.compile(
    r"(?:pmid:?\s*|https?://pubmed\.ncbi\.nlm\.nih\.gov/)?(\d{1,8})/?", re.IGNORECASE
)


def doi(text: str) -> str | None:
    """Return the DOI in a text: "https://doi.org/10.1234/abc" is "10.1234/abc"."""
    bare = _BEFORE_DOI.sub("", text.strip())
    if text.strip() != bare:
        bare = unquote(bare)
    found = _DOI.match(bare)
    return found[0].rstrip(".,;") if found else None


def pmid(text: str) -> str | None:
    """Return a number of PubMed's: "PMID: 22319684" is "22319684"."""
    found = _PMID.fullmatch(text.strip())
    return found[1] if found else None


def pmcid(text: str) -> str | None:
    """Return a number of PubMed Central's: "PMCID: PMC7739349" is "PMC7739349"."""
    found = re.search(r"(?:^|\W)(PMC\d+)(?:\.\d+)?(?:$|\W)", text, re.IGNORECASE)
    return found[1].upper() if found else None


def serial(text: str) -> str | None:
    """Return the first valid ISSN in a text: "20411723 (ISSN)" is "2041-1723"."""
    numbers = re.findall(r"(?<![\dxX-])\d{4}-?\d{3}[\dxX](?![\dxX-])", text)
    return next((str(issn.format(n)) for n in numbers if issn.is_valid(n)), None)


def book(text: str) -> str | None:
    """Return the first valid ISBN in a text, as it is written there."""
    numbers = re.findall(r"(?<![\dxX])[\d][\d \-]{8,16}[\dxX](?![\dxX])", text)
    return next((n.strip() for n in numbers if isbn.is_valid(n)), None)


def url(text: str) -> str | None:
    """Return a web address, with what may not stand in one encoded."""
    bare = text.strip().strip("<>")
    for character in ' <>"':
        bare = bare.replace(character, f"%{ord(character):02X}")
    return bare if re.match(r"https?://[^\s/]", bare, re.IGNORECASE) else None


KINDS: dict[str, tuple[str, Callable[[str], str | None]]] = {
    "DOI": ("DOI", doi),
    "PMID": ("PMID", pmid),
    "PMCID": ("PMCID", pmcid),
    "ISSN": ("ISSN", serial),
    "ISBN": ("ISBN", book),
    "URL": ("web address", url),
}
"""What each field of a source holds, in words, and what finds it in a text."""


def identifier(field: str, texts: Iterable[str]) -> tuple[str | None, list[str]]:
    """Return the first of some texts that is what `field` holds, and what is to be told of others.

    Another valid one of the same kind is no loss, since a source has one.
    """
    name, find = KINDS[field]
    told = []
    first = None
    for text in texts:
        found = find(text)
        first = first or found
        if text.strip() and not found:
            told.append(f"{field}: '{text.strip()[:60]}' is no {name}, and was passed over")
    return first, told
