"""Reads a CSL style as XML, and tells the parent of one that only names it."""

from typing import Any

from lxml import etree

CSL = "{http://purl.org/net/xbiblio/csl}"


def parsed_style(content: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    """Return the outermost element of a style. Raises ValueError, also for one with entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it has a document type")
    return root


def parent_of(root: Any) -> str | None:  # noqa: ANN401 - see above
    """Return the address of the style that a dependent style names, or None for any other."""
    link = root.find(f"{CSL}info/{CSL}link[@rel='independent-parent']")
    return None if link is None else link.get("href")


def parent_name(address: str) -> str:
    """Return the name of the file that a style comes in: ".../styles/apa" is "apa.csl"."""
    return f"{address.rstrip('/').rpartition('/')[2]}.csl"
