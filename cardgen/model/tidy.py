"""Text made fit to print: composed, white space evened out, and without what nobody sees."""

import re
import unicodedata

_REFUSED = ("Cc", "Co", "Cs", "Cn")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180b-\u180f\u200e\u200f\u202a-\u202c\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Soft hyphens, marks and controls of direction, word joiners, variants of a sign: contacts and
spreadsheets are full of them. Direction is found from the letters."""
_OVERRIDES = ("\u202d", "\u202e")
"""They turn letters round, so that a text says one thing and shows another."""
_HYPHENS = re.compile("[\u2010\u2011]")
_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_NEEDLESS = re.compile(
    f"(?<![{_WITHOUT_BLANKS}])\u200b|\u200b(?![{_WITHOUT_BLANKS}])"
    "|(?<![\u0530-\ufaff])[\u200c\u200d]|[\u200c\u200d](?![\u0530-\ufaff])"
)
"""Zero-width spaces but between letters of Thai, Lao, Khmer and Myanmar, which have no blanks; and
joiners but between letters that they change."""


def clean_text(text: str, *, lines: bool = False) -> str:
    """Return `text` composed (NFC), each run of white space as one blank, without the unseen.

    Line breaks stay where there may be `lines`, one between two lines. Raises ValueError when
    nothing is left, or when a character cannot be printed.
    """
    parts = text.splitlines() if lines else [text]
    tidy = "\n".join(filter(None, map(_clean_line, parts)))
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
    if text.isascii():
        return " ".join(text.split())
    return " ".join(visible(unicodedata.normalize("NFC", text)).split())


def visible(text: str) -> str:
    """Return a text without characters that nobody sees, and with plain hyphens."""
    return _HYPHENS.sub("-", _NEEDLESS.sub("", _UNSEEN.sub("", text)))
