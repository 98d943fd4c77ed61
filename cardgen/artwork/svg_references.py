"""What an SVG refers to: nothing outside itself is ever fetched, so what needs that is refused."""

import re
from typing import Any

from lxml import etree

from cardgen.artwork.faults import BrokenPictureError

_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*([^#'\"\s)][^'\")]*)", re.IGNORECASE)
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_PICTURES = ("image", "feImage")
_LINKS = ("a",)
"""Where a reference leads to what a reader may open, and nothing is drawn of it."""
_PUT_IN = "Put into the file what it refers to, as drawing programs do with `embed`"


def check_references(root: Any) -> None:
    """Refuse what is not whole, and drop what prints nothing. Raises BrokenPictureError."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if any(etree.QName(e).localname == "metadata" for e in element.iterancestors()):
            continue
        _check_kind(element, name)
        _check_links(element, name)
        if name == "style":
            _check_sheet(element)


def _check_kind(element: Any, name: str) -> None:
    if name == "script":
        raise BrokenPictureError("it holds <script>, which cardgen cannot print")
    if name == "foreignObject" and not _has_other(element):
        raise BrokenPictureError("it holds <foreignObject>, which cardgen cannot print")


def _has_other(element: Any) -> bool:
    """Tell whether an element stands among several of which one is to be chosen."""
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname == "switch" and len(parent) > 1


def _check_links(element: Any, name: str) -> None:
    for key in _HREFS:
        target = element.get(key)
        if target is None:
            continue
        if name in _LINKS:
            del element.attrib[key]
        elif not (
            target.startswith("#") or (name in _PICTURES and _EMBEDDED.match(target.strip()))
        ):
            told = "a picture of another kind" if target.startswith("data:") else target[:60]
            raise BrokenPictureError(f"it holds <{name}> of another file ({told})", _PUT_IN)
    for key, value in element.attrib.items():
        if outside := _outside(value):
            raise BrokenPictureError(
                f"it holds <{name}> with {key} of another file ({outside})", _PUT_IN
            )


def _outside(value: str) -> str:
    """Return the address of another file that a value names, or ""."""
    return next((found[1][:60] for found in _URL.finditer(value)), "")


def _check_sheet(element: Any) -> None:
    # What it says of fonts is passed over: text has ours.
    sheet = element.text = _FONT_FACE.sub("", "".join(element.itertext()))
    if _IMPORT.search(sheet) or (_outside(sheet)):
        raise BrokenPictureError("it holds <style> that brings in another file", _PUT_IN)
