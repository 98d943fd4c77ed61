"""Marks other than text to operators, taken off a canvas of ReportLab's. y runs up here."""

import re
from functools import lru_cache
from io import BytesIO

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from cardgen.model.page import Arc, Code, Mark, Picture, Rect, Rule, Triangle
from cardgen.pdf.affine import Matrix
from cardgen.pdf.colour import Inks, grey_of, inked

_ROUND = 0.5523
"""How far the handles of a Bezier curve reach that is a quarter of a circle, as a part of it."""


class MarkCanvas:
    """Draws the marks of one document; threads have one each."""

    def __init__(self, inks: Inks) -> None:
        """Draw in these inks."""
        self._canvas = Canvas(BytesIO())
        self._inks = inks

    def drawn(self, mark: Mark, x: float, y: float) -> bytes:
        """Return what draws a mark that is neither text nor a picture.

        (x, y) is where it is measured from, in points. Raises TypeError for any other.
        """
        if isinstance(mark, Rect):
            self._rect(mark, x, y)
        elif isinstance(mark, Rule):
            self._rule(mark, x, y)
        elif isinstance(mark, Arc):
            self._arc(mark, x, y)
        elif isinstance(mark, Code):
            self._code(mark, x, y)
        elif isinstance(mark, Triangle):
            self._triangle(mark, x, y)
        else:
            raise TypeError(f"a {type(mark).__name__} is not drawn by itself")
        return self._taken()

    def picture(self, picture: Picture, x: float, y: float, name: str) -> bytes:
        """Return what draws a picture, a form or image of this name."""
        canvas, art = self._canvas, picture.artwork
        own = (art.width, art.height) if art.is_vector else (1, 1)
        canvas.saveState()
        self._place(x + picture.x, y - picture.y - picture.height)
        canvas.scale(picture.width / own[0], picture.height / own[1])
        canvas.doForm(name)
        canvas.restoreState()
        return self._taken()

    def moved(self, matrix: Matrix) -> bytes:
        """Return what moves and turns all that follows, as far as `moved_back`."""
        self._canvas.saveState()
        self._canvas.transform(*matrix)
        return self._taken()

    def moved_back(self) -> bytes:
        """Return what ends that."""
        self._canvas.restoreState()
        return self._taken()

    def _taken(self) -> bytes:
        """Return the operators since this was last asked for."""
        code = "\n".join(self._canvas._code)
        self._canvas._code.clear()
        return f"{code}\n".encode()

    def _place(self, x: float, y: float) -> None:
        self._canvas.translate(round(x, 2), round(y, 2))

    def _fill(self, name: str) -> None:
        grey, tint = grey_of(name), self._inks.tint_of(name)
        if grey is not None:
            self._canvas.setFillGray(grey)
        elif tint is not None:
            self._canvas._code.append(inked(tint))
        else:
            self._canvas.setFillColor(_colour(name))

    def _stroke(self, name: str) -> None:
        grey, tint = grey_of(name), self._inks.tint_of(name)
        if grey is not None:
            self._canvas.setStrokeGray(grey)
        elif tint is not None:
            self._canvas._code.append(inked(tint, stroke=True))
        else:
            self._canvas.setStrokeColor(_colour(name))

    def _rule(self, rule: Rule, x: float, y: float) -> None:
        canvas = self._canvas
        self._stroke(rule.colour)
        canvas.setLineWidth(rule.width)
        if rule.dash:
            canvas.setDash([rule.dash])
        canvas.line(*_rounded(x + rule.x, y - rule.y, x + rule.x2, y - rule.y2))
        if rule.dash:
            canvas.setDash([])

    def _arc(self, arc: Arc, x: float, y: float) -> None:
        left, high, right, low = x + arc.x, y - arc.y, x + arc.x2, y - arc.y2
        across, up = left + _ROUND * (right - left), low + _ROUND * (high - low)
        canvas = self._canvas
        self._stroke(arc.colour)
        canvas.setLineWidth(arc.width)
        canvas.bezier(*_rounded(left, high, across, high, right, up, right, low))

    def _rect(self, rect: Rect, x: float, y: float) -> None:
        canvas = self._canvas
        if rect.fill:
            self._fill(rect.fill)
        if rect.stroke:
            self._stroke(rect.stroke)
            canvas.setLineWidth(rect.line)
        left, low = x + rect.x, y - rect.y - rect.height
        paint = {"stroke": bool(rect.stroke), "fill": bool(rect.fill)}
        if not rect.radius:
            canvas.rect(*_rounded(left, low, rect.width, rect.height), **paint)
            return
        canvas.saveState()
        self._place(left, low)
        canvas.drawPath(_rounded_rect(rect.width, rect.height, rect.radius), **paint)
        canvas.restoreState()

    def _triangle(self, mark: Triangle, x: float, y: float) -> None:
        left, low = x + mark.x, y - mark.y - mark.height
        path = PDFPathObject()
        path.moveTo(*_rounded(left, low))
        path.lineTo(*_rounded(left + mark.width, low))
        path.lineTo(*_rounded(left + mark.width / 2, low + mark.height))
        path.close()
        self._fill(mark.colour)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _code(self, code: Code, x: float, y: float) -> None:
        canvas, size = self._canvas, code.side / len(code.rows)
        canvas.saveState()
        self._place(x + code.x, y - code.y)
        canvas.scale(size, -size)
        self._fill(code.colour)
        canvas.drawPath(_modules(code.rows), stroke=0, fill=1)
        canvas.restoreState()


@lru_cache(maxsize=64)
def _colour(name: str) -> Color:
    return HexColor(name)


@lru_cache(maxsize=256)
def _rounded_rect(width: float, height: float, radius: float) -> PDFPathObject:
    """Return a path of its own: ReportLab writes it in 40 microseconds, and many are alike."""
    path = PDFPathObject()
    path.roundRect(0, 0, width, height, radius)
    return path


@lru_cache(maxsize=64)
def _modules(rows: tuple[str, ...]) -> PDFPathObject:
    """Return a path of the dark modules of a code, each run of them in a row a rectangle."""
    path = PDFPathObject()
    for i, row in enumerate(rows):
        for run in re.finditer("1+", row):
            path.rect(run.start(), i, len(run[0]), 1)
    return path


def _rounded(*values: float) -> list[float]:
    return [round(value, 2) for value in values]
