"""SVG files: parsed without fetching anything, with their size.

What could bring in another file, run, or be left out by resvg without a word is refused.
"""

import re
import zlib
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from cardgen.artwork.faults import BrokenPictureError
from cardgen.artwork.svg_bounds import check_size
from cardgen.artwork.svg_colours import mend_colours
from cardgen.artwork.svg_references import check_references
from cardgen.artwork.svg_values import length

SVG = "http://www.w3.org/2000/svg"
MAX_BYTES = 20 * 2**20
_GZIP = b"\x1f\x8b"
_SHEET, _HEAD = b"<?xml-stylesheet", 4096
"""What names a style sheet that is a file of its own, and how far from the start it can stand."""
_ONE_FILE = "Save it with its styles in it, as drawing programs do for `plain SVG`"
_UNITS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""User units in each unit of length (CSS Values and Units 3, 6.2)."""
_SIZE = re.compile(r"\s*([0-9.eE+-]+)\s*([a-z]*)\s*")
_BOX = 4
_FINE = 10_000
"""Units of the longer side of a picture."""
_NUMERIC = frozenset(
    "x y x1 x2 y1 y2 cx cy r rx ry width height d points transform stroke-width stroke-dasharray "
    "stroke-dashoffset stroke-miterlimit opacity fill-opacity stroke-opacity offset viewBox".split()
)
_NO_NUMBER = re.compile(r"(?<![a-z])[+-]?(?:nan|inf(?:inity)?)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SvgFile:
    """An SVG that nothing outside it is needed for."""

    root: Any
    """Its element `svg`, with a width and a height in user units."""
    width: float
    height: float
    """In user units, 96 an inch."""

    @property
    def text(self) -> str:
        """Return it as resvg reads it, which has no parts of a unit in the size of a picture."""
        root, fine = copy(self.root), _FINE / max(self.width, self.height)
        root.set("width", f"{self.width * fine:.10g}")
        root.set("height", f"{self.height * fine:.10g}")
        if not view_box(root):
            root.set("viewBox", f"0 0 {self.width:.10g} {self.height:.10g}")
        return str(etree.tostring(root, encoding="unicode", with_tail=False))


def read_svg(content: bytes) -> SvgFile:
    """Return the SVG in a file, which may be packed by gzip. Raises BrokenPictureError."""
    unpacked = _unpacked(content)
    if _SHEET in unpacked[:_HEAD]:
        raise BrokenPictureError("it takes its looks from another file", _ONE_FILE)
    root = _parsed(unpacked)
    if not isinstance(root.tag, str) or etree.QName(root).localname != "svg":
        raise BrokenPictureError(f"it is not SVG (it holds <{_local(root)}>)")
    if not etree.QName(root).namespace:
        root = _with_namespace(root)
    check_numbers(root)
    width, height = _size(root)
    root.set("width", f"{width:.10g}")
    root.set("height", f"{height:.10g}")
    check_references(root)
    check_size(root)
    mend_colours(root)
    return SvgFile(root, width, height)


def _unpacked(content: bytes) -> bytes:
    """Return what an SVG says. Raises BrokenPictureError for more than cardgen reads."""
    found, rest = content, b""
    if content.startswith(_GZIP):
        unpacking = zlib.decompressobj(31)
        try:
            found = unpacking.decompress(content, MAX_BYTES)
        except zlib.error as error:
            raise BrokenPictureError(f"it is not SVG (it cannot be unpacked: {error})") from None
        rest = unpacking.unconsumed_tail
    if rest or len(found) > MAX_BYTES:
        reason = f"it is larger than {MAX_BYTES // 2**20} MB, which is the most for an SVG"
        raise BrokenPictureError(reason, "Simplify it, or save it as PNG")
    return found


def _parsed(content: bytes) -> Any:
    try:
        return etree.fromstring(content, _parser("internal"))
    except etree.XMLSyntaxError as error:
        reason = error.msg or "it is damaged"
    # An entity of another file: whatever is said with it must say nothing that prints.
    if "not defined" not in reason:
        raise BrokenPictureError(f"it is not SVG ({reason})")
    try:
        root = etree.fromstring(content, _parser(resolve=False))
    except etree.XMLSyntaxError as error:
        raise BrokenPictureError(f"it is not SVG ({error.msg})") from None
    for entity in list(root.iter(etree.Entity)):
        if not any(_local(e) in ("title", "desc", "metadata") for e in entity.iterancestors()):
            raise BrokenPictureError(f"it names what stands in another file ({entity.text})")
        entity.getparent().remove(entity)
    return root


def _parser(resolve: "str | bool") -> Any:
    return etree.XMLParser(
        resolve_entities=resolve,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def _local(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _with_namespace(root: Any) -> Any:
    """Return an SVG whose elements are SVG: old programs leave the namespace out."""
    for element in root.iter():
        if isinstance(element.tag, str) and not etree.QName(element).namespace:
            element.tag = f"{{{SVG}}}{element.tag}"
    made = etree.Element(f"{{{SVG}}}svg", root.attrib, nsmap={**root.nsmap, None: SVG})
    made.extend(list(root))
    return made


def check_numbers(root: Any) -> None:
    """Raise BrokenPictureError for a measure that is no number."""
    for element in root.iter(f"{{{SVG}}}*"):
        for name, value in _measures(element):
            if _NO_NUMBER.search(value):
                raise BrokenPictureError(
                    f'line {element.sourceline} of it has {name}="{value[:40]}", which is no number'
                )


def _measures(element: Any) -> Iterator[tuple[str, str]]:
    yield from ((name, value) for name, value in element.attrib.items() if name in _NUMERIC)
    for part in element.get("style", "").split(";"):
        name, _, value = part.partition(":")
        if name.strip() in _NUMERIC:
            yield name.strip(), value


def _size(root: Any) -> tuple[float, float]:
    """Return width and height: as they are said, or as the box of what it shows has them."""
    width, height = _said(root.get("width")), _said(root.get("height"))
    box = view_box(root)
    if box and not (width and height):
        _, _, across, down = box
        width, height = (
            width or (height * across / down if height else across),
            height or (width * down / across if width else down),
        )
    if not width or not height:
        raise BrokenPictureError("it has no size", "Give its <svg> a viewBox, or width and height")
    return width, height


def view_box(root: Any) -> tuple[float, float, float, float] | None:
    """Return the box of what is shown: left, top, width, height; None where none is said."""
    values = [length(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    if len(values) != _BOX or any(value is None for value in values):
        return None
    x, y, width, height = (value or 0.0 for value in values)
    return (x, y, width, height) if width > 0 and height > 0 else None


def _said(text: str | None) -> float:
    """Return a length in user units; 0 for one that depends on where it stands, as `auto`."""
    found = _SIZE.fullmatch(text or "")
    try:
        value = float(found[1]) * _UNITS[found[2]] if found else 0.0
    except (KeyError, ValueError):
        return 0.0
    return max(value, 0.0)
