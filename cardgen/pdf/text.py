"""Text to operators: ReportLab has none for tagged text, nor for text that is set elsewhere.

The text of a block is one text object, unless holes divide it. It is drawn about the upper left
corner of its block, so that what draws it does not depend on where it stands. y runs up here.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cardgen.memo import kept
from cardgen.model.page import ASCENT, DESCENT, Block, Bounds, FontStyle, Line, Reserved, Run
from cardgen.pdf.colour import fill_of
from cardgen.pdf.objects import number
from cardgen.typography.fonts import encoded, resource, text_width

_BLOCKS = 4096
"""Of so many blocks of text it is kept what draws them: most stand on the next page as well."""


class Passage(NamedTuple):
    """What shows some text that is one link, or none."""

    code: bytes
    words: str
    link: str | None = None
    bounds: Bounds = (0, 0, 0, 0)
    """What a link covers: left, low, right and high, in points from the corner of its block."""


class TextObject(NamedTuple):
    """Lines of text, without the operators that open and close a text object."""

    passages: tuple[Passage, ...]
    letters: tuple[tuple[FontStyle, frozenset[str]], ...]
    """The characters that it has in each style of font."""


@kept(_BLOCKS)
def text_objects(block: Block) -> tuple[TextObject | Reserved, ...]:
    """Return the text of a block of text in the order of reading, with the boxes within it."""
    found: list[TextObject | Reserved] = []
    lines: list[Line] = []
    for text in block.texts:
        if isinstance(text, Line):
            lines.append(text)
            continue
        found += [_text_object(lines), text] if lines else [text]
        lines = []
    return (*found, _text_object(lines)) if lines else tuple(found)


def _text_object(lines: Sequence[Line]) -> TextObject:
    texts: dict[FontStyle, str] = {}
    for run in [run for line in lines for run in line.runs]:
        texts[run.face] = texts.get(run.face, "") + run.text
    letters = tuple((face, frozenset(text)) for face, text in texts.items())
    return TextObject(tuple(_passages(lines)), letters)


def _passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """Yield as few passages as there can be: each link is one of its own."""
    pen, words = _Pen(), ""
    for line in lines:
        x = line.x
        for link, group in groupby(line.runs, lambda run: run.link):
            runs = list(group)
            if link is not None and words:
                yield Passage(pen.taken(), words)
                words = ""
            pen.move(x, -line.y)
            pen.write(runs)
            right = x + sum([text_width(run.text, run.face, run.size) for run in runs])
            words += "".join([run.text for run in runs])
            if link is not None:
                yield Passage(pen.taken(), words, link, _bounds(runs[0], x, right, -line.y))
                words = ""
            x = right
    if words:
        yield Passage(pen.taken(), words)


def _bounds(run: Run, left: float, right: float, y: float) -> Bounds:
    base = y + run.rise
    return left, base - DESCENT * run.size, right, base + ASCENT * run.size


def written(lines: Sequence[Line], manner: Run) -> bytes:
    """Return lines as a text object, or nothing where there are none.

    The font and the colour of `manner` have been chosen.
    """
    pen = _Pen(manner)
    for line in lines:
        pen.move(line.x, -line.y)
        pen.write(line.runs)
    return b"BT\n%bET\n" % pen.taken() if lines else b""


class _Pen:
    """Writes lines of text, and says only what changes between them."""

    def __init__(self, manner: Run | None = None) -> None:
        """The font and the colour of `manner` have been chosen."""
        self._code: list[bytes] = []
        self._font = (manner.face, manner.size) if manner else None
        self._colour = manner.colour if manner else ""
        self._rise = 0.0
        self._place = (0.0, 0.0)

    def taken(self) -> bytes:
        """Return what has been written since this was last asked for."""
        code = b"".join(self._code)
        self._code.clear()
        return code

    def move(self, x: float, y: float) -> None:
        """Go to where a line starts, or goes on: at the start it is in the corner of its block."""
        place = round(x, 2), round(y, 2)
        if place != self._place:
            self._place = place
            self._code.append(f"1 0 0 1 {number(x)} {number(y)} Tm\n".encode())

    def write(self, runs: Iterable[Run]) -> None:
        """Write some runs from where it stands."""
        for run in runs:
            if (run.face, run.size) != self._font:
                self._font = run.face, run.size
                self._code.append(font(run.face, 0, run.size))
            if run.colour != self._colour:
                self._colour = run.colour
                self._code.append(fill_of(run.colour))
            self._lift(run.rise)
            self._code.append(shown(run.text, run.face, run.size))
        # The rise outlives its text object (ISO 32000-1, 9.3.1).
        self._lift(0)

    def _lift(self, rise: float) -> None:
        if rise != self._rise:
            self._rise = rise
            self._code.append(f"{number(rise)} Ts\n".encode())


def shown(text: str, face: FontStyle, size: float) -> bytes:
    """Return the operators that show text in a style whose encoding 0 is the current font.

    It is the current font again at the end. Raises ValueError for a character that the typeface
    lacks.
    """
    code, current = [], 0
    for page, characters in encoded(text):
        code += [font(face, page, size)] if page != current else []
        code.append(b"(%b) Tj\n" % escaped(characters))
        current = page
    return b"".join([*code, font(face, 0, size) if current else b""])


def font(face: FontStyle, page: int, size: float) -> bytes:
    """Return the operator that chooses an encoding of a style, at a size in points."""
    return f"/{resource(face, page)} {number(size)} Tf\n".encode()


def escaped(code: bytes) -> bytes:
    """Return what stands between the brackets of a string (ISO 32000-1, 7.3.4.2)."""
    if b"(" in code or b")" in code or b"\\" in code:
        return code.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return code
