"""Text in an SVG: it prints in the typeface that cardgen carries, or not at all."""

import re
from collections.abc import Iterator
from typing import Any

from fontTools.ttLib import TTFont
from lxml import etree

from cardgen.artwork.faults import BrokenPictureError, Note
from cardgen.artwork.resvg import FAMILY, font_files
from cardgen.artwork.svg_file import SVG
from cardgen.artwork.svg_looks import declared, is_invisible

_FAMILY = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_GENERIC = frozenset(("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"))
_AS_PATHS = "Turn its text into paths in the drawing program"


def text_notes(root: Any) -> list[Note]:
    """Return what a person should know of the text that shows.

    Raises BrokenPictureError for a character that the typeface lacks.
    """
    texts = [*_shown(root)]
    said = "".join("".join(element.itertext()) for element in texts)
    if not said.strip():
        return []
    with TTFont(font_files()[0], lazy=True) as font:
        known = font.getBestCmap()
    lacking = sorted({c for c in said if not c.isspace() and ord(c) not in known})
    if lacking:
        raise BrokenPictureError(f"its text has '{lacking[0]}', which {FAMILY} lacks", _AS_PATHS)
    others = [name for name in _families(root) if name != FAMILY and name not in _GENERIC]
    if not others:
        return []
    return [Note("file", f"its text prints in {FAMILY}, not in {others[0]}", _AS_PATHS)]


def _shown(parent: Any) -> Iterator[Any]:
    """Yield the elements of text that are not hidden."""
    for element in parent:
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name in ("", "defs", "metadata") or is_invisible(element):
            continue
        if element.tag == f"{{{SVG}}}text":
            yield element
        else:
            yield from _shown(element)


def _families(root: Any) -> Iterator[str]:
    """Yield the first family of each list that is said anywhere."""
    for element in root.iter(f"{{{SVG}}}*"):
        found = [declared(element.attrib).get("font-family", "")]
        if element.tag == f"{{{SVG}}}style":
            found = _FAMILY.findall(element.text or "")
        yield from (name for said in found if (name := said.split(",")[0].strip(" '\"\n")))
