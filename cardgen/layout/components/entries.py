"""Lists whose entries run on as a sentence does: what is seen is a paragraph, what is heard a list.

The text tells which of its parts are entries (`Span.entry`); where its lines break does not depend
on them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from cardgen.memo import kept
from cardgen.model.content import Text
from cardgen.model.marks import Entry
from cardgen.model.page import Block, Line, Placed, Role
from cardgen.typography.measure import run_width
from cardgen.typography.paragraph import paragraph
from cardgen.typography.style import Style


@kept()
def listing(
    text: Text, style: Style, width: float, *, role: Role = "UL", lead: Role = "P"
) -> Block:
    """Return a paragraph of at most `width` points whose entries are those of a list.

    What stands before the first entry has the role `lead`; what stands behind the last is a
    paragraph, and so is a text without entries. Raises TooLargeError.
    """
    whole = paragraph(text, style, width)
    found: dict[Entry | None, list[Line]] = {}
    for line in whole.texts:
        if not isinstance(line, Line):
            return whole
        for entry, some in _parts(line):
            found.setdefault(entry, []).append(some)
    if not any(found):
        return whole
    has_lead = next(iter(found)) is None
    others = found.pop(None, [])

    def part(kids: Sequence[Line | Placed], role: Role | None) -> Block:
        return Block(width, whole.height, tuple(kids), role)

    def item(number: int) -> Placed:
        labels, bodies = (found.get(Entry(number, is_label)) for is_label in (True, False))
        kids = [Placed(0, 0, part(labels, "Lbl"))] if labels else []
        kids += [Placed(0, 0, part(bodies, "LBody"))] if bodies else []
        return Placed(0, 0, part(kids, "LI"))

    numbers = dict.fromkeys(entry.number for entry in found if entry)
    listed = Placed(0, 0, part([item(number) for number in numbers], role))
    other = [Placed(0, 0, part(others, lead if has_lead else "P"))] if others else []
    kids = (*other, listed) if has_lead else (listed, *other)
    return replace(whole, kids=kids, role=None)


def _parts(line: Line) -> Iterator[tuple[Entry | None, Line]]:
    """Yield the parts of a line that are of one entry, each where it stands."""
    done, at = 0, 0.0
    for entry, group in groupby(line.runs, lambda run: run.entry):
        runs = tuple(group)
        starts = line.starts[done : done + len(runs)]
        left, wide = min(starts, default=at), sum(map(run_width, runs))
        moved = tuple(start - left for start in starts)
        # The blank at the end of a line counts for nothing.
        width = min(wide, line.width - left)
        yield entry, replace(line, x=line.x + left, width=width, runs=runs, starts=moved)
        done, at = done + len(runs), at + wide
