"""Pictures too light for print."""

from collections.abc import Iterator
from typing import Any

from PIL import Image

from cardgen.check.subject import Subject
from cardgen.errors import InvalidDataError, Problem
from cardgen.load.data import load_theme
from cardgen.load.pictures import load_pictures
from cardgen.model.content import Shown
from cardgen.model.contrast import GRAPHIC, contrast

_DARK_SHARE = 0.02
"""So much of a photo must be dark for its shapes to be seen."""


def too_light(subject: Subject) -> Iterator[Problem]:
    """Yield each picture that has nothing dark enough to be seen on white paper."""
    for stretch in subject.stretches:
        for i, picture in enumerate(stretch.value.illustrations):
            origin = stretch.origin("illustrations", i, "file")
            shown = Shown(stretch.root / "images" / picture.file, picture.alt, origin)
            try:
                (artwork,) = load_pictures([shown], load_theme("colour")).values()
            except InvalidDataError:  # told as an error already
                continue
            ratio = max(contrast(colour, "#ffffff") for colour in _colours(artwork.content))
            if ratio < GRAPHIC:
                yield origin.problem(
                    f"its darkest colour has a contrast of {ratio:.1f} to white paper",
                    f"Darken it: {GRAPHIC:g} is the least that can be seen well",
                )


def _colours(content: Any) -> Iterator[str]:  # noqa: ANN401 - a drawing of ReportLab's, or pixels
    """Yield the colours of a picture, or the one that its dark parts reach."""
    yield "#ffffff"
    if isinstance(content, Image.Image):
        yield _dark(content)
        return
    for name in ("strokeColor", "fillColor"):
        colour = getattr(content, name, None)
        if colour is not None:
            yield f"#{colour.hexval()[2:8]}"
    for part in getattr(content, "contents", ()):
        yield from _colours(part)


def _dark(image: Image.Image) -> str:
    grey = image.convert("L")
    seen, needed = 0, grey.width * grey.height * _DARK_SHARE
    for level, count in enumerate(grey.histogram()):
        seen += count
        if seen >= needed:
            return f"#{level:02x}{level:02x}{level:02x}"
    return "#ffffff"
