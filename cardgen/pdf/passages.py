"""Blocks of text to text objects, with their links.

The text of a block is one text object, unless holes divide it. It is drawn about the upper left
corner of its block, so that what draws it does not depend on where it stands. y runs up here.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cardgen.memo import kept
from cardgen.model.page import ASCENT, DESCENT, Block, Bounds, FontStyle, Line, Reserved, Run
from cardgen.pdf.cluster_codes import ClusterCodes
from cardgen.pdf.colour import Inks
from cardgen.pdf.text import Pen
from cardgen.typography.fonts import drawn
from cardgen.typography.measure import run_width

_OBJECT = b"q\nBT\n%%g %%g Td\n%bET\nQ\n"
_SEQUENCE = b"/%%b <</MCID %%d>> BDC\n%bEMC\n"
_BLOCKS = 4096
"""Of so many blocks of text it is kept what draws them: most stand on the next page as well."""


class Passage(NamedTuple):
    """What shows some text that is one link, or none."""

    code: bytes
    words: str
    link: str | None = None
    bounds: Bounds = (0, 0, 0, 0)
    """What a link covers: left, low, right and high, in points from the corner of its block."""


class Phrase(NamedTuple):
    """Passages that follow each other and are one link, or none: what they say and cover."""

    link: str | None
    name: str
    bounds: tuple[Bounds, ...]
    """Of each passage."""


class TextObject(NamedTuple):
    """Lines of text."""

    code: bytes
    """What shows them: with `%`, where they start, and for each passage the tag and the number of
    its marked-content sequence."""
    bare: bytes
    """The same of text that says nothing: with where it starts alone."""
    phrases: tuple[Phrase, ...]
    is_plain: bool
    """Whether it is one passage, and no link."""
    letters: tuple[tuple[FontStyle, frozenset[str]], ...]
    """The characters that it has in each style of font."""


def text_objects(
    block: Block, codes: ClusterCodes, inks: Inks
) -> tuple[TextObject | Reserved, ...]:
    """Return the text of a block of text in the order of reading, with the boxes within it.

    Clusters that it shows are added to `codes`.
    """
    found = _without_clusters(block, inks)
    return _text_objects(block, codes, inks) if found is None else found


@kept(_BLOCKS)
def _without_clusters(block: Block, inks: Inks) -> tuple[TextObject | Reserved, ...] | None:
    """Return the same where no cluster is shown, so that it is alike in all documents."""
    lines = [text for text in block.texts if isinstance(text, Line)]
    if any(run.clusters for line in lines for run in line.runs):
        return None
    return _text_objects(block, None, inks)


def _text_objects(
    block: Block, codes: ClusterCodes | None, inks: Inks
) -> tuple[TextObject | Reserved, ...]:
    found: list[TextObject | Reserved] = []
    lines: list[Line] = []
    for text in block.texts:
        if isinstance(text, Line):
            lines.append(text)
            continue
        found += [_text_object(lines, codes, inks), text] if lines else [text]
        lines = []
    return (*found, _text_object(lines, codes, inks)) if lines else tuple(found)


def _text_object(lines: Sequence[Line], codes: ClusterCodes | None, inks: Inks) -> TextObject:
    texts: dict[FontStyle, str] = {}
    for run in [run for line in lines for run in line.runs if not run.clusters]:
        text, face = drawn(run.text, run.face)
        texts[face] = texts.get(face, "") + text
    letters = tuple((face, frozenset(text)) for face, text in texts.items())
    passages = [p._replace(code=p.code.replace(b"%", b"%%")) for p in _passages(lines, codes, inks)]
    return TextObject(
        _OBJECT % b"".join([_SEQUENCE % passage.code for passage in passages]),
        _OBJECT % b"".join([passage.code for passage in passages]),
        tuple(_phrases(passages)),
        [passage.link for passage in passages] == [None],
        letters,
    )


def _phrases(passages: Sequence[Passage]) -> Iterator[Phrase]:
    for link, group in groupby(passages, lambda passage: passage.link):
        found = list(group)
        name = "".join([passage.words for passage in found]).strip()
        yield Phrase(link, name, tuple([passage.bounds for passage in found]))


def _passages(lines: Sequence[Line], codes: ClusterCodes | None, inks: Inks) -> Iterator[Passage]:
    """Yield as few passages as there can be: each link is one of its own."""
    pen, words = Pen(None, codes, inks), ""
    for line in lines:
        x = line.x
        for link, runs, starts in _linked(line):
            if link is not None and words:
                yield Passage(pen.taken(), words)
                words = ""
            x = line.x + starts[0] if starts else x
            pen.move(x, -line.y)
            pen.write(runs, [(line.x + start, -line.y) for start in starts])
            right = x + sum(map(run_width, runs))
            words += "".join([run.text for run in runs])
            if link is not None:
                yield Passage(pen.taken(), words, link, _bounds(runs[0], x, right, -line.y))
                words = ""
            x = right
    if words:
        yield Passage(pen.taken(), words)


def _linked(line: Line) -> Iterator[tuple[str | None, list[Run], Sequence[float]]]:
    """Yield runs that are one link or none, in their order, and where they start."""
    done = 0
    for link, group in groupby(line.runs, lambda run: run.link):
        runs = list(group)
        yield link, runs, line.starts[done : done + len(runs)]
        done += len(runs)


def _bounds(run: Run, left: float, right: float, y: float) -> Bounds:
    base = y + run.rise
    return left, base - DESCENT * run.size, right, base + ASCENT * run.size
