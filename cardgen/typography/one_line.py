"""One line with the words of a merge field among others that are shaped: these are set once.

So the words of one person cost no more on a page of Arabic or Chinese than on one of English, as
long as our own typeface has their letters. None of them is kept.
"""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from cardgen.model.marks import Entry
from cardgen.model.page import Line, Reserved, Run
from cardgen.typography.lines import TOLERANCE
from cardgen.typography.measure import letters_width, text_width
from cardgen.typography.mirrored import following
from cardgen.typography.reserved import on_lines
from cardgen.typography.style import TooLargeError

_MARK, _FIELD = "\u2021", Entry(1)
"""What stands in the place of the words, and what it is known by."""


class Frame(NamedTuple):
    """A line whose words of one field are left out, and where they stand."""

    line: Line
    """With a mark in their place; it starts at the left of its box, or ends at its right."""
    at: int
    """Of the run that is the mark."""
    from_right: bool
    """Whether it ends at the right, whatever the words are."""

    def filled(self, words: str, box: Reserved) -> Line | None:
        """Return the line with the words; None where it is too wide for its box."""
        line, mark = self.line, self.line.runs[self.at]
        more = text_width(words, mark.face, mark.size) - letters_width(mark)
        if line.width + more > box.width + TOLERANCE:
            return None
        place, shift = line.starts[self.at], -more if self.from_right else more
        moved = [
            start + shift if (start < place) == self.from_right and start != place else start
            for start in line.starts
        ]
        moved[self.at] = place + (shift if self.from_right else 0)
        # A blank at the end of a line does not show, but keeps words apart when read aloud.
        end = "" if self.from_right or self.at + 1 < len(line.runs) else " "
        said = Run(words + end, mark.face, mark.size, mark.colour)
        runs = (*line.runs[: self.at], said, *line.runs[self.at + 1 :])
        return Line(line.x, line.y, line.width, runs, tuple(moved))

    @property
    def shaped(self) -> tuple[Run, ...]:
        """Return what is shaped of all others."""
        return tuple(run for run in self.line.runs if run.clusters and run.entry != _FIELD)


@lru_cache(maxsize=512)
def frame_of(box: Reserved) -> Frame | None:
    """Return the frame of a box with one field; None for any other, and for a narrow one."""
    if len(box.fields) != 1:
        return None
    try:
        lines = on_lines(box, {box.fields[0]: _MARK}, _FIELD)
    except TooLargeError:
        return None
    marks = [i for i, run in enumerate(lines[0].runs) if run.text == _MARK]
    if len(lines) > 1 or len(marks) != 1:
        return None
    line = replace(lines[0], starts=lines[0].starts or tuple(following(lines[0])))
    return Frame(line, marks[0], box.setting.to_left != (box.align == "end"))
