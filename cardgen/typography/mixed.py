"""Lines with letters that are shaped: each run where it is seen."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, starmap

from cardgen.model.glyphs import Cluster
from cardgen.model.page import Line, Run
from cardgen.typography.bidi import visual
from cardgen.typography.manner import Manner, Piece, run_of
from cardgen.typography.measure import letters_width, run_width
from cardgen.typography.segments import clusters_of
from cardgen.typography.style import Style
from cardgen.typography.words import Word

_Shaped = tuple[Piece, tuple[Cluster, ...]]
"""A piece and its glyphs, from left to right; none where its letters stand side by side."""


def mixed_line(words: Sequence[Word], style: Style, y: float) -> Line:
    """Return words as a line whose baseline is at `y` points.

    Its runs are drawn in the order in which they are read, so that those who follow the content
    of a page, and those who look where letters stand, find the same words.
    """
    pieces = [*chain.from_iterable(map(_pieces, words[:-1])), *_of_word(words[-1])]
    groups = [(manner, list(group)) for manner, group in groupby(pieces, _manner)]
    runs = [_run(group, manner, style) for manner, group in groups]
    seen = [manner.level for manner, _ in groups]
    widths = list(map(run_width, runs))
    starts = [0.0] * len(runs)
    at = 0.0
    for index in visual(range(len(runs)), seen):
        starts[index] = at
        at += widths[index]
    if style.setting.to_left:  # they are counted from where the line starts
        starts = [at - start - width for start, width in zip(starts, widths, strict=True)]
    starts = [
        start + (width - letters_width(run)) / 2
        for start, width, run in zip(starts, widths, runs, strict=True)
    ]
    if words[-1].blank:
        text, manner = words[-1].blank
        runs.append(run_of(text, Manner(manner.face, entry=manner.entry), style))
        turned = seen[-1] % 2 and not style.setting.to_left
        starts.append(starts[-1] + (-run_width(runs[-1]) if turned else widths[-1]))
    follow = starts == sorted(starts) and not any(run.circled for run in runs)
    return Line(0, y, at, tuple(runs), () if follow else tuple(starts))


def _of_word(word: Word) -> Iterator[_Shaped]:
    """Yield the pieces of a word with their glyphs."""
    return zip(word.pieces, word.shaped or starmap(clusters_of, word.pieces), strict=True)


def _pieces(word: Word) -> Iterator[_Shaped]:
    """Yield the pieces of a word, and the blank behind it."""
    yield from _of_word(word)
    if word.blank:
        yield word.blank, clusters_of(*word.blank)


def _manner(shaped: _Shaped) -> Manner:
    return shaped[0][1]


def _run(pieces: Sequence[_Shaped], manner: Manner, style: Style) -> Run:
    """Return pieces of one manner as a run: as wide as they were measured, one by one."""
    shaped = [clusters for _, clusters in pieces]
    if manner.level % 2:
        shaped.reverse()
    run = run_of("".join([text for (text, _), _ in pieces]), manner, style)
    return run._replace(clusters=tuple(chain.from_iterable(shaped)))
