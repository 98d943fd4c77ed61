"""The words of merge fields to operators: what fills the holes of a template.

Nothing here is kept but what surrounds the words: they are those of one person.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from cardgen.memo import kept
from cardgen.model.direction import USUAL
from cardgen.model.nobodys import NobodysWords
from cardgen.model.page import FontStyle, Line, Reserved
from cardgen.model.tidy import is_tidy
from cardgen.pdf.cluster_codes import ClusterCodes
from cardgen.pdf.colour import Inks
from cardgen.pdf.text import font, kerned, moved, written
from cardgen.typography.fonts import WESTERN, is_plain, is_western, widest
from cardgen.typography.lines import TOLERANCE
from cardgen.typography.measure import text_width
from cardgen.typography.one_line import frame_of
from cardgen.typography.reserved import baseline, set_words

_NOBODYS = 512
"""So many dates and numbers are kept of each hole."""
_MARK = "\u2021"
"""Stands for the words of each merge field in what surrounds them."""
_SHOWN_MARK = b"(%b) Tj\n" % _MARK.encode(WESTERN)


class Hole:
    """A reserved box, with what surrounds words that stand on one line in the size of their box.

    (x, y) is where that line starts, or ends where it ends at the end of its box: points right of
    and below what the box is measured from.
    """

    def __init__(self, box: Reserved, inks: Inks) -> None:
        self.box = box
        self._inks = inks
        self.x = box.x + (box.width if box.align == "end" else 0)
        self.y = baseline(box)
        first = box.runs[0]
        self.manner = font(first.face, 0, first.size) + inks.fill(first.colour)
        """What chooses font and colour of the first run: that is the same for everybody."""
        self.said = f"{box!r}{'' if box.setting == USUAL else box.setting}".encode()
        """The box in words, for a digest."""
        around = self._around()
        self._frame = None if around else frame_of(box)
        self.shaped = self._frame.shaped if self._frame else ()
        """What is shaped around the words of its field, the same for everybody."""
        self._fields = box.fields
        self.on_one_line = OneLine(box, around).operators
        """Returns what shows western words that stand on one line; else nothing."""
        self._nobodys = lru_cache(_NOBODYS)(self.on_one_line)
        """Returns the same of dates and numbers: many pages have the same."""

    def _around(self) -> Sequence[bytes]:
        """Return what stands before, between and after words on one line; none if never so."""
        runs = self.box.runs
        texts = [_MARK if run.field else run.text for run in runs]
        whole = "".join(texts)
        if self.box.setting != USUAL or not is_tidy(whole) or not is_plain(whole):
            return ()
        texts[-1] += "" if runs[-1].field else " "
        marked = [run._replace(text=text) for run, text in zip(runs, texts, strict=True)]
        around = self._written([Line(self.x, self.y, 0, tuple(marked))])
        found = around.split(_SHOWN_MARK)
        return found if len(found) == len(self.box.fields) + 1 else ()

    def _written(self, lines: Sequence[Line], codes: ClusterCodes | None = None) -> bytes:
        return written(lines, self.box.runs[0], codes, self._inks, (self.x, self.y))

    def operators(
        self, words: Mapping[str, str], letters: frozenset[str], codes: ClusterCodes
    ) -> bytes:
        """Return the text object that shows the words of merge fields, by the fields' names.

        `letters` are the characters that the fonts of the page have; the glyphs of all others are
        added to `codes`. Raises KeyError for a field without words, LackingGlyphError for a
        character that no typeface has, and TooLargeError for words that have no room in their box.
        """
        said = tuple([words[name] for name in self._fields])
        are_nobodys = _are_nobodys(said)
        if ready := (self._nobodys if are_nobodys else self.on_one_line)(said, letters):
            return ready
        return self._written(self._lines(said, letters, are_nobodys=are_nobodys), codes)

    def is_nobodys(self, words: Mapping[str, str]) -> bool:
        """Tell whether it shows dates and numbers alone, and no words of a person."""
        return _are_nobodys([words[name] for name in self._fields])

    def _lines(
        self, said: tuple[str, ...], letters: frozenset[str], *, are_nobodys: bool
    ) -> Sequence[Line]:
        if line := self._in_frame(said[0], letters):
            return [line]
        named = tuple(zip(self._fields, said, strict=True))
        return (_nobodys_lines if are_nobodys else _lines)(self.box, letters, named)

    def _in_frame(self, text: str, letters: frozenset[str]) -> Line | None:
        """Return western words among others that are shaped, on one line; else nothing."""
        if self._frame is None:
            return None
        is_known = is_tidy(text) and letters.issuperset(text) and is_western(text)
        return self._frame.filled(text, self.box) if is_known else None


def _are_nobodys(said: Sequence[str]) -> bool:
    return {*map(type, said)} == {NobodysWords}


class OneLine:
    """What shows words that stand on one line in the size of their box: nearly all are so."""

    def __init__(self, box: Reserved, around: Sequence[bytes]) -> None:
        """`around` stands before, between and after words; nothing where they are never so."""
        runs = [run for run in box.runs if run.field]
        self._box = box
        self._room = box.width - sum([text_width(r.text, r.face, r.size) for r in box.runs])
        """How many points are left for all words together."""
        most = self._room / max([widest(run.face) * run.size for run in box.runs])
        self._most = most if box.align == "start" else -1
        """So many characters have room, whichever they are, and need not be measured."""
        *before, self._end = around or [b""]
        last = runs[-1] if box.runs[-1].field else None
        self._parts = [
            (code, run, " " if run is last else "") for code, run in zip(before, runs, strict=False)
        ]
        """What stands before the words of each field, and the blank that ends a line."""

    def operators(self, said: tuple[str, ...], letters: frozenset[str]) -> bytes:
        """Return what shows western words, those of each field; nothing where they do not fit.

        `letters` are the characters that the fonts of the page have.
        """
        if not self._parts:
            return b""
        code, length = b"", 0
        for (before, run, blank), text in zip(self._parts, said, strict=True):
            plain = text.isascii() and text.isprintable()
            if not (is_tidy(text) and (plain or (letters.issuperset(text) and is_western(text)))):
                return b""
            code += before + kerned(text + blank, run.face)
            length += len(text)
        if length > self._most:
            runs = [run for _, run, _ in self._parts]
            texts = [text_width(text, r.face, r.size) for text, r in zip(said, runs, strict=True)]
            room = self._room - sum(texts)
            if room < -TOLERANCE:
                return b""
            if self._box.align == "end":
                code = code.replace(b"BT\n", b"BT\n" + moved(room - self._box.width, 0), 1)
        return code + self._end


def _lines(
    box: Reserved, letters: frozenset[str], words: tuple[tuple[str, str], ...]
) -> tuple[Line, ...]:
    known = letters_of(box, letters)
    return tuple(_within(line, known) for line in set_words(box, dict(words)))


_nobodys_lines = kept(512)(_lines)


def letters_of(box: Reserved, names: frozenset[str]) -> dict[FontStyle, set[str]]:
    """Return what the fonts of a page have for a box: all of `names` in the styles of its fields.

    Of the styles that only words around them have, it is the letters of these words.
    """
    found: defaultdict[FontStyle, set[str]] = defaultdict(set)
    for run in box.runs:
        found[run.face].update(names if run.field else run.text)
        # A broken line ends in a blank in the style of its paragraph.
        found["heading" if run.face == "heading" else "regular"].add(" ")
    return found


def _within(line: Line, letters: Mapping[FontStyle, set[str]]) -> Line:
    """Return a line whose runs are shaped where they have other characters than their fonts."""
    shown = [run.clusters or letters[run.face].issuperset(run.text) for run in line.runs]
    if all(shown):
        return line
    from cardgen.typography.shaping import side_by_side

    runs = tuple(
        run if there else run._replace(clusters=side_by_side(run.text, run.face))
        for run, there in zip(line.runs, shown, strict=True)
    )
    return replace(line, runs=runs)


hole_of = kept(512)(Hole)
"""Returns the hole of a box: most boxes are on the next page as well."""
