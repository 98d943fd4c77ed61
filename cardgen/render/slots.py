"""The few places on a page where words differ from one person to the next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from cardgen.model.page import Face, Run
from cardgen.render.fonts import encoded, resource, text_width
from cardgen.render.objects import number

Values = Mapping[str, str]


@lru_cache(maxsize=4096)
def shown(text: str, face: Face, size: float) -> bytes:
    """Return the operators that show text in a face whose page 0 is the current font.

    It is the current font again at the end.
    """
    out: list[bytes] = []
    current = 0
    for page, code in encoded(text):
        out += [font(face, page, size)] if page != current else []
        out.append(b"(%b) Tj\n" % _escaped(code))
        current = page
    return b"".join((*out, font(face, 0, size) if current else b""))


def font(face: Face, page: int, size: float) -> bytes:
    """Return the operator that chooses a page of a face."""
    return b"/%b %b Tf\n" % (resource(face, page).encode(), number(size).encode())


def _escaped(code: bytes) -> bytes:
    return code.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def width(runs: Iterable[Run], values: Values) -> float:
    """Return the width of runs in points, with other words in those that are slots."""
    return sum(text_width(values.get(run.slot or "", run.text), run.face, run.size) for run in runs)


@dataclass(frozen=True, slots=True)
class Shown:
    """A slot for the words themselves, in the current font."""

    key: str
    face: Face
    size: float

    def operators(self, values: Values) -> bytes:
        """Return what shows the value."""
        return shown(values[self.key], self.face, self.size)


@dataclass(frozen=True, slots=True)
class Started:
    """A slot for where a line begins whose end does not move: it ends at `right`."""

    runs: tuple[Run, ...]
    right: float
    y: float

    def operators(self, values: Values) -> bytes:
        """Return what moves the pen to the start of the line."""
        return moved(self.right - width(self.runs, values), self.y)


Slot = Shown | Started


def moved(x: float, y: float) -> bytes:
    """Return what moves the pen to the start of a line of text."""
    return f"1 0 0 1 {number(x)} {number(y)} Tm\n".encode()
