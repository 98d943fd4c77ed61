"""Text made fit to print: composed, white space evened out, and without what nobody sees."""

import re
import unicodedata

_LATIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u1ea0-\u1ef9]*")
"""Letters that are composed and seen, each by itself: most names have no others."""
_REFUSED = ("Cc", "Co", "Cs", "Cn")
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\u202a-\u202c"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    f"|(?<![{_HAN}])[{_SELECTORS}]"
)
"""Soft hyphens, marks and controls of direction, joiners of words and marks, fillers, variants of a
sign: contacts and spreadsheets are full of them. Direction is found from the letters. A variant of
a Chinese letter is how its bearer writes a name, and stays."""
_COMPATIBLE = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
"""Chinese letters that composing would turn into others, as are 﨏 and 祥 in Japanese names."""
_OVERRIDES = ("\u202d", "\u202e")
"""They turn letters round, so that a text says one thing and shows another."""
_HYPHENS = re.compile("[\u2010\u2011]")
_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_NEEDLESS = re.compile(
    f"(?<![{_WITHOUT_BLANKS}])\u200b|\u200b(?![{_WITHOUT_BLANKS}])"
    "|(?<![\u0530-\u1fff])\u200c|\u200c(?![\u0530-\u1fff])"
    "|(?<![\u0530-\u1fff])\u200d(?![\u0530-\u1fff])"
)
"""Zero-width spaces but between letters of Thai, Lao, Khmer and Myanmar, which have no blanks; what
keeps letters apart but between two that join; what joins them but beside one. In Malayalam it ends
words."""


def clean_text(text: str, *, lines: bool = False) -> str:
    """Return `text` composed (NFC), each run of white space as one blank, without the unseen.

    Line breaks stay where there may be `lines`, one between two lines. Raises ValueError when
    nothing is left, or when a character cannot be printed.
    """
    if lines:
        tidy = "\n".join(filter(None, map(_clean_line, text.splitlines())))
    else:
        tidy = _clean_line(text)
    if not tidy:
        raise ValueError("expected some text, found none")
    # What Python prints has none of them; most texts are so.
    for character in () if tidy.isprintable() else tidy:
        refused = unicodedata.category(character) in _REFUSED or character in _OVERRIDES
        if refused and character != "\n":
            name = unicodedata.name(character, "control character")
            raise ValueError(f"found U+{ord(character):04X} ({name}), which does not print")
    return tidy


def _clean_line(text: str) -> str:
    return " ".join(visible(text).split())


def is_tidy(text: str) -> bool:
    """Tell whether a text has no blanks that a line leaves out: at its ends, or one after another.

    An empty text is not tidy either.
    """
    return bool(text) and text[0] != " " != text[-1] and "  " not in text


def visible(text: str) -> str:
    """Return a text composed (NFC), with plain hyphens, without characters that nobody sees."""
    if text.isascii() or _LATIN.fullmatch(text):
        return text
    parts = enumerate(_COMPATIBLE.split(text))
    composed = "".join([part if i % 2 else unicodedata.normalize("NFC", part) for i, part in parts])
    return _HYPHENS.sub("-", _NEEDLESS.sub("", _UNSEEN.sub("", composed)))
