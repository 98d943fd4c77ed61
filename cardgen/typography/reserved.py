"""The words of merge fields, set in the boxes that are kept for them.

Nothing here is kept: these are the words of one person.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from cardgen.model.content import Span
from cardgen.model.direction import USUAL, Setting, has_right_to_left, isolated
from cardgen.model.marks import Entry
from cardgen.model.page import CAPITAL, FontStyle, Line, Reserved
from cardgen.model.tidy import is_tidy
from cardgen.typography.fonts import is_plain
from cardgen.typography.lines import TOLERANCE, TooWideError, balanced, broken, line_of
from cardgen.typography.manner import LINE_END, styled
from cardgen.typography.measure import text_width
from cardgen.typography.mirrored import mirrored_line
from cardgen.typography.paragraph import first_baseline
from cardgen.typography.style import Style, TooLargeError
from cardgen.typography.words import Word, words_of

_STEPS = 12
"""In so many steps type shrinks from its size to its floor."""


def lines_needed(
    spans: Sequence[Span], face: FontStyle, width: float, floor: float, setting: Setting = USUAL
) -> int:
    """Return how many lines words take in a box `width` points wide, at the least type size.

    Raises TooLargeError when a single word is wider.
    """
    on_one_line = not setting.letters and not any(LINE_END in span.text for span in spans)
    if on_one_line and sum([text_width(s.text, styled(s, face), floor) for s in spans]) <= width:
        return 1
    try:
        return len(_broken(list(words_of(spans, face, setting)), width, floor))
    except TooWideError as error:
        with suppress(TooWideError):
            return len(_broken(_softer(spans, face, setting), width, floor))
        raise TooLargeError(error.word.width * floor - width, error.word.text) from None


def set_words(box: Reserved, words: Mapping[str, str]) -> list[Line]:
    """Return the lines of a box with the words of its merge fields, by the fields' names.

    They are set in the size of the box, or in the largest down to its floor that keeps to its
    lines. Raises TooLargeError when there is none, and KeyError for a field without words.
    """
    return _on_one_line(box, words) or on_lines(box, words)


def _on_one_line(box: Reserved, words: Mapping[str, str]) -> list[Line]:
    """Return tidy words on one line in full size, or nothing where it has no room for them."""
    runs = [run._replace(text=words[run.field]) if run.field else run for run in box.runs]
    whole = "".join([run.text for run in runs])
    if box.setting != USUAL or not is_tidy(whole) or not is_plain(whole):
        return []
    room = box.width - sum([text_width(run.text, run.face, run.size) for run in runs])
    if room < -TOLERANCE:
        return []
    # A blank at the end of a line does not show, but keeps words apart when read aloud.
    runs[-1] = runs[-1]._replace(text=f"{runs[-1].text} ")
    x = box.x if box.align == "start" else box.x + room
    return [Line(x, baseline(box), box.width - room, tuple(runs))]


def baseline(box: Reserved) -> float:
    """Return how far the first baseline of full size lies below what a box is measured from."""
    size = box.runs[0].size
    return box.y + (box.leading + CAPITAL * size) / 2 - box.setting.raised * size


def on_lines(box: Reserved, words: Mapping[str, str], entry: Entry | None = None) -> list[Line]:
    """Return the lines of a box with words that are shaped or broken; see `set_words`.

    Those of fields are known by `entry`.
    """
    first = box.runs[0]
    face: FontStyle = "heading" if first.face == "heading" else "regular"
    spans = list(_spans(box, words, entry))

    def style(size: float) -> Style:
        return Style(size, first.colour, box.leading / size, face, setting=box.setting)

    found = list(words_of(spans, face, box.setting))
    for step in range(_STEPS + 1):
        size = first.size - (first.size - box.floor) * step / _STEPS
        if lines := _fitting(found, box, size):
            return _placed(lines, box, style(size))
    # A word is hyphenated where nothing else helps, not even the least size of type.
    if lines := _fitting(_softer(spans, face, box.setting), box, box.floor):
        return _placed(lines, box, style(box.floor))
    widest = sum([word.width + word.gap for word in found]) * box.floor
    raise TooLargeError(widest - box.width * box.lines, " ".join([word.text for word in found]))


def _spans(box: Reserved, words: Mapping[str, str], entry: Entry | None) -> Iterator[Span]:
    """Yield the sentence of a box; words that are put into it do not turn it round."""
    texts = [words[run.field] if run.field else run.text for run in box.runs]
    turns = box.setting.to_left or has_right_to_left("".join(texts))
    for run, text in zip(box.runs, texts, strict=True):
        said = isolated(text) if turns and run.field else text
        known = entry if run.field else None
        yield Span(said, bold="bold" in run.face, italic="italic" in run.face, entry=known)


def _fitting(words: Sequence[Word], box: Reserved, size: float) -> list[list[Word]]:
    """Return words in the lines of a box, at a size of type; nothing where it has no room."""
    try:
        lines = _broken(words, box.width, size)
    except TooWideError:
        return []
    if len(lines) > box.lines:
        return []
    return balanced(words, box.width / size, TOLERANCE / size)


def _broken(words: Sequence[Word], width: float, size: float) -> list[list[Word]]:
    return broken(words, (width + TOLERANCE) / size)


def _softer(spans: Sequence[Span], face: FontStyle, setting: Setting) -> list[Word]:
    """Return words that may be broken between syllables."""
    from cardgen.typography.hyphenation import softened

    softer = [span._replace(text=softened(span.text)) for span in spans]
    return list(words_of(softer, face, setting))


def _placed(lines: Sequence[Sequence[Word]], box: Reserved, style: Style) -> list[Line]:
    """Return lines at their places; fewer than the box has room for stand at its top."""
    first = box.y + first_baseline(style)
    made = [line_of(words, style, first + i * box.leading) for i, words in enumerate(lines)]
    if box.align == "end":
        made = [replace(line, x=box.width - line.width) for line in made]
    if box.setting.to_left:
        made = [mirrored_line(line, box.width) for line in made]
    return [replace(line, x=box.x + line.x) for line in made]
