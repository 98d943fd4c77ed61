"""The reading grade of English text, by Flesch and Kincaid."""

import re

import syllapy


def grade(text):
    """Return the US school grade at which a text reads."""
    sentences = [part for part in re.split(r"[.!?]+(?:\s|$)", text) if part.strip()]
    words = re.findall(r"\w[\w'’.-]*", text)  # noqa: RUF001 - both apostrophes
    # A number has no entry, and is read as a word of one syllable or more.
    syllables = sum(max(1, syllapy.count(word)) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
