"""Lines with letters that are shaped: each run where it is seen."""

from collections.abc import Sequence
from itertools import chain, groupby
from operator import itemgetter

from cardgen.model.page import Line, Run
from cardgen.typography.bidi import visual
from cardgen.typography.manner import Manner, Piece, run_of
from cardgen.typography.measure import letters_width, run_width
from cardgen.typography.segments import clusters_of
from cardgen.typography.style import Style


def mixed_line(pieces: Sequence[Piece], style: Style, y: float, *, has_blank: bool) -> Line:
    """Return pieces as a line; where it `has_blank` the last of them is a blank.

    Its runs are drawn in the order in which they are read, so that those who follow the content
    of a page, and those who look where letters stand, find the same words.
    """
    body = pieces[:-1] if has_blank else pieces
    groups = [(manner, list(group)) for manner, group in groupby(body, itemgetter(1))]
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
    if has_blank:
        text, manner = pieces[-1]
        runs.append(run_of(text, Manner(manner.face, entry=manner.entry), style))
        turned = seen[-1] % 2 and not style.setting.to_left
        starts.append(starts[-1] + (-run_width(runs[-1]) if turned else widths[-1]))
    follow = starts == sorted(starts) and not any(run.circled for run in runs)
    return Line(0, y, at, tuple(runs), () if follow else tuple(starts))


def _run(pieces: Sequence[Piece], manner: Manner, style: Style) -> Run:
    """Return pieces of one manner as a run: as wide as they were measured, one by one."""
    shaped = [clusters_of(text, manner) for text, _ in pieces]
    if manner.level % 2:
        shaped.reverse()
    run = run_of("".join([text for text, _ in pieces]), manner, style)
    return run._replace(clusters=tuple(chain.from_iterable(shaped)))
