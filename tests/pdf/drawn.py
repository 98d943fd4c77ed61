"""Reads back from a PDF where its rectangles and its letters lie, turned as they may be."""

from dataclasses import dataclass

import pikepdf
from structure_text import SHOWN, Place

from cardgen.model.design import MM

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Letters:
    """Where a text starts on its page, in points from the bottom left, and which way it runs."""

    x: float
    y: float
    along: tuple[int, int]


def filled(page: pikepdf.Page) -> list[Box]:
    """Return every filled shape of a page: left, top, right, bottom in mm from its top left."""
    place, points, found = Place(), [], []
    height = float(page.mediabox[3])
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        numbers = [float(number) for number in operands] if name in ("m", "l", "c", "re") else []
        if name == "re":
            x, y, across, up = numbers
            points += [place.matrix.transform(p) for p in ((x, y), (x + across, y + up))]
        elif numbers:
            points += [place.matrix.transform(p) for p in zip(*[iter(numbers)] * 2, strict=True)]
        elif name in ("f", "f*", "B", "B*", "b", "S", "n", "s"):
            if points and name in ("f", "f*", "B", "B*", "b"):
                xs, ys = [x for x, _ in points], [height - y for _, y in points]
                found.append(tuple(v / MM for v in (min(xs), min(ys), max(xs), max(ys))))
            points = []
        else:
            place.follow(name, operands)
    return found


def letters(page: pikepdf.Page) -> list[Letters]:
    """Return where each text of a page starts."""
    place, found, elsewhere = Place(), [], False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        place.follow(name, operands)
        if name in SHOWN and elsewhere:
            matrix = place.text
            found.append(Letters(matrix.e, matrix.f, (round(matrix.a), round(matrix.b))))
        elsewhere = name in ("BT", "Td", "Tm") or (elsewhere and name not in SHOWN)
    return found
