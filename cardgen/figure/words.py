"""Left and right in words, kept true when a picture is mirrored."""

import re

_WORD = re.compile(r"\b(left|right)\b", re.IGNORECASE)
_OTHER = {"left": "right", "right": "left"}


def mirrored_words(text: str, *, mirror: bool) -> str:
    """Return the text with left and right changed over, if the picture is mirrored."""
    return _WORD.sub(_changed, text) if mirror else text


def _changed(match: re.Match[str]) -> str:
    word = _OTHER[match[0].lower()]
    return word.capitalize() if match[0][0].isupper() else word
