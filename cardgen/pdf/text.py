"""Text to operators: ReportLab has none for tagged text, nor for text that is set elsewhere."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from cardgen.model.page import FontStyle, Line, Run
from cardgen.pdf.cluster_codes import ClusterCodes
from cardgen.pdf.colour import PROCESS, Inks
from cardgen.pdf.objects import literal, number
from cardgen.typography.fonts import code_of, drawn, paged, resource
from cardgen.typography.kerning import kern

_NOTHING = "\0"
"""Stands behind the last letter."""


def written(
    lines: Sequence[Line],
    manner: Run,
    codes: ClusterCodes | None = None,
    inks: Inks = PROCESS,
    corner: tuple[float, float] = (0, 0),
) -> bytes:
    """Return lines as a text object, or nothing where there are none.

    The font and the colour of `manner` have been chosen. Clusters that are shown are added to
    `codes`. It is measured from `corner`.
    """
    pen = Pen(manner, codes, inks)
    for line in lines:
        x, y = line.x - corner[0], corner[1] - line.y
        places = [(x + start, y) for start in line.starts]
        pen.move(*(places[0] if places else (x, y)))
        pen.write(line.runs, places)
    return b"BT\n%bET\n" % pen.taken() if lines else b""


class Pen:
    """Writes lines of text, and says only what changes between them."""

    def __init__(self, manner: Run | None, codes: ClusterCodes | None, inks: Inks) -> None:
        """The font and the colour of `manner` have been chosen; `codes` are those of clusters."""
        self._code: list[bytes] = []
        self._codes = codes
        self._inks = inks
        self._font = (resource(manner.face, 0), manner.size) if manner else None
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
            right, up = place[0] - self._place[0], place[1] - self._place[1]
            self._place = place
            self._code.append(moved(right, up))

    def write(self, runs: Sequence[Run], places: Sequence[tuple[float, float]] = ()) -> None:
        """Write some runs from where it stands, or each at its place."""
        for index, run in enumerate(runs):
            if places:
                self.move(*places[index])
            if run.clusters and self._codes is not None:
                codes = self._codes.of(run.clusters)
                self._choose(codes.name, run)
                code = codes.shown(run.clusters)
            else:
                text, face = drawn(run.text, run.face)
                self._choose(resource(face, 0), run)
                code = shown(text, face, run.size)
            self._code.append(_aloud(code, run.circled) if run.circled else code)
        # The rise outlives its text object (ISO 32000-1, 9.3.1).
        self._lift(0)

    def _choose(self, font: str, run: Run) -> None:
        """Choose a font, by the name of its resource, and the manner of a run."""
        if (font, run.size) != self._font:
            self._font = font, run.size
            self._code.append(f"/{font} {number(run.size)} Tf\n".encode())
        if run.colour != self._colour:
            self._colour = run.colour
            self._code.append(self._inks.fill(run.colour))
        self._lift(run.rise)

    def _lift(self, rise: float) -> None:
        if rise != self._rise:
            self._rise = rise
            self._code.append(f"{number(rise)} Ts\n".encode())


def _aloud(code: bytes, words: str) -> bytes:
    """Return what shows a text that is read aloud in other words (ISO 32000-1, 14.9.4)."""
    return b"/Span<</ActualText%b>>BDC\n%bEMC\n" % (literal(words).encode("latin-1"), code)


def shown(text: str, face: FontStyle, size: float) -> bytes:
    """Return the operators that show text in a style whose encoding 0 is the current font.

    It is the current font again at the end. Raises ValueError for a character that the typeface
    lacks.
    """
    code, current, at = [], 0, 0
    for page, part in paged(text):
        at += len(part)
        code += [font(face, page, size)] if page != current else []
        code.append(kerned(part, face, text[at : at + 1] or _NOTHING))
        current = page
    return b"".join([*code, font(face, 0, size) if current else b""])


def moved(right: float, up: float) -> bytes:
    """Return the operator that goes so many points from where the line starts to another line."""
    return f"{number(right)} {number(up)} Td\n".encode()


def kerned(text: str, face: FontStyle, following: str = _NOTHING) -> bytes:
    """Return the operator that shows characters of one font, as far apart as the typeface says.

    `following` is the letter of another font behind them, if any. Raises ValueError for a
    character that the typeface lacks.
    """
    pieces = _pieces(face)
    code = b"".join(map(pieces.__getitem__, pairwise(text + following)))
    return b"[(%b)] TJ\n" % code if b")" in code else b"(%b) Tj\n" % code


class _Pieces(dict[tuple[str, str], bytes]):
    """What shows a letter within the brackets of a string, by it and the letter behind it.

    Where they are kerned, the string ends, and another begins as much further on: TJ takes what is
    to be subtracted (ISO 32000-1, 9.4.3).
    """

    def __init__(self, face: FontStyle) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letters: tuple[str, str]) -> bytes:
        code, gap = escaped(bytes([code_of(letters[0])])), kern(letters, self._face)
        self[letters] = piece = code + b")%d(" % -gap if gap else code
        return piece


@cache
def _pieces(face: FontStyle) -> _Pieces:
    """Return what is kept of a face: no more than it has pairs of letters."""
    return _Pieces(face)


def font(face: FontStyle, page: int, size: float) -> bytes:
    """Return the operator that chooses an encoding of a style, at a size in points."""
    return f"/{resource(face, page)} {number(size)} Tf\n".encode()


def escaped(code: bytes) -> bytes:
    """Return what stands between the brackets of a string (ISO 32000-1, 7.3.4.2)."""
    if b"(" in code or b")" in code or b"\\" in code:
        return code.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return code
