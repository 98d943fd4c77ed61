"""Pictures within a page: drawings as SVG, all others as data; each is there once."""

import base64
from io import BytesIO

from cardgen.artwork.back_to_svg import Vectors, svg_parts
from cardgen.model.content import Image
from cardgen.model.drawing import short, weighed
from cardgen.model.picture import Artwork
from cardgen.web.markup import element

WIDTH_MM = 60.0
"""How wide a drawing shows on a phone: its lines are as heavy as in a print of that width."""
PIXELS = 720
"""How many pixels wide all other pictures are: twice what a phone shows."""
_QUALITY = 80
_WIDE = " w"
"""The operator that sets the width of lines."""


class PictureSet:
    """The pictures of a page, by what they show."""

    def __init__(self) -> None:
        self._drawings: dict[Artwork, str] = {}

    def shown(self, image: Image) -> str:
        """Return the markup of a picture, with its alternative text."""
        art = image.artwork
        if not art.is_vector:
            return _pixels(image)
        id_ = self._drawings.setdefault(art, f"p{len(self._drawings) + 1}")
        use = element("use", "", href=f"#{id_}")
        return element("svg", use, viewBox=_box(art), role="img", aria_label=image.alt)

    def drawings(self) -> str:
        """Return the drawings that have been shown, which stand in front of all else."""
        kept = [
            element("symbol", _drawn(art), id=id_, viewBox=_box(art))
            for art, id_ in self._drawings.items()
        ]
        return element("svg", "".join(kept), class_="drawings", aria_hidden="true") if kept else ""


def _box(art: Artwork) -> str:
    return f"0 0 {art.width:.10g} {art.height:.10g}"


def _drawn(art: Artwork) -> str:
    lines = tuple(art.content)
    if art.unit:
        per_mm = art.width / art.unit / WIDTH_MM
        lines = tuple(
            f"{short(weighed(float(line[: -len(_WIDE)]), WIDTH_MM, per_mm))}{_WIDE}"
            if line.endswith(_WIDE)
            else line
            for line in lines
        )
    return svg_parts(Vectors(lines, art.width, art.height))


def _pixels(image: Image) -> str:
    made = image.artwork.content.pixels(PIXELS)
    out, kind = BytesIO(), "jpeg" if made.mode in ("L", "RGB") else "png"
    made.save(out, kind.upper(), **({"quality": _QUALITY} if kind == "jpeg" else {}))
    data = base64.b64encode(out.getvalue()).decode("ascii")
    source = f"data:image/{kind};base64,{data}"
    # It has no content, and so no end tag.
    return element("img", "", src=source, alt=image.alt).removesuffix("</img>")
