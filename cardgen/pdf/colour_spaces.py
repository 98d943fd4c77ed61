"""The colour spaces that pages and drawings name (ISO 32000-1, 8.6): for a press alone."""

from dataclasses import dataclass

from cardgen.model.plate import Plate, parts_of
from cardgen.model.standards import FileForm
from cardgen.pdf.colour import INK, Inks
from cardgen.pdf.objects import Objects
from cardgen.pdf.output_intent import add_srgb

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+")
"""What stands in a name as it is (7.3.5)."""


@dataclass(frozen=True, slots=True)
class ColourSpaces:
    """The inks of a document, and the spaces that it names for them."""

    inks: Inks
    named: str = ""
    """An entry of a dictionary of resources, or nothing."""

    @property
    def resources(self) -> str:
        """Return the entry that a drawing has for them; it has no other resources."""
        return f"/Resources<<{self.named}>>" if self.named else ""


def add_colour_spaces(objects: Objects, form: FileForm) -> ColourSpaces:
    """Add the objects of the spaces that a file needs.

    A file for a press says what red, green and blue are: the space of the device is that of the
    press, which has none of them (ISO 15930-7, 6.2.4).
    """
    spaces, rgb = "", "/DeviceRGB"
    if form.standards.press:
        rgb = f"{objects.add(f'[/ICCBased {add_srgb(objects)} 0 R]')} 0 R"
        spaces += f"/DefaultRGB {rgb}"
    if form.plate:
        spaces += f"/{INK} {objects.add(_separation(form.plate, rgb))} 0 R"
    return ColourSpaces(Inks(form.plate), f"/ColorSpace<<{spaces}>>" if spaces else "")


def _separation(plate: Plate, rgb: str) -> str:
    """Return the space of an ink: its tints lead in a line from white to its colour.

    `rgb` is the space in which it shows where there is no such ink.
    """
    full = " ".join(f"{part:.4g}" for part in parts_of(plate.colour))
    tints = f"<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[{full}]/N 1>>"
    return f"[/Separation/{_name(plate.name)} {rgb} {tints}]"


def _name(text: str) -> str:
    return "".join(c if c in _PLAIN else f"#{ord(c):02X}" for c in text)
