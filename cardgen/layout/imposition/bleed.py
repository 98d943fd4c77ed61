"""Colour that reaches beyond the edge of a card, so that a cut a little off leaves no white."""

from dataclasses import replace

from cardgen.model.page import Block, Mark, Placed, Rect

_NEAR = 0.01


def bled(face: Block, bleed: float) -> Block:
    """Return a face whose grounds that touch its edges reach `bleed` beyond them."""
    return _bled(face, 0, 0, face, bleed) if bleed else face


def _bled(block: Block, x: float, y: float, face: Block, bleed: float) -> Block:
    kids: list[Placed | Mark] = []
    for kid in block.kids:
        if isinstance(kid, Placed):
            inner = _bled(kid.block, x + kid.x, y + kid.y, face, bleed)
            kids.append(replace(kid, block=inner))
        elif isinstance(kid, Rect) and kid.fill:
            kids.append(_reaching(kid, x, y, face, bleed))
        else:
            kids.append(kid)
    return replace(block, kids=tuple(kids))


def _reaching(ground: Rect, x: float, y: float, face: Block, bleed: float) -> Rect:
    left, top, right, bottom = ground.bounds
    left -= bleed * (abs(x + left) < _NEAR)
    top -= bleed * (abs(y + top) < _NEAR)
    right += bleed * (abs(x + right - face.width) < _NEAR)
    bottom += bleed * (abs(y + bottom - face.height) < _NEAR)
    return replace(ground, x=left, y=top, width=right - left, height=bottom - top)
