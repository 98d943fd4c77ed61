"""How hard a text is to read in a language other than English.

Spanish has a measure of its own. Those published for Vietnamese, Chinese and Arabic count what only
large models or dictionaries can tell (Arabic: OSMAN needs every vowel mark), and no library that is
kept has them: there the length of sentences is all that is judged.
"""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[.!?\u2026\u061f]+(?:\s|$)|[\u3002\uff01\uff1f]")
_LETTERS = r"[^\W\u3400-\u9fff]+"
_WORD = re.compile(rf"[\u3400-\u9fff]|{_LETTERS}(?:['\u2019.-]{_LETTERS})*")
"""A word, or a character of Chinese, which has no blanks between words."""
_SILENT = re.compile(r"(?<=q)u|(?<=g)u(?=[ei\u00e9\u00ed])")
"""The letter that is not said in "que" and "gue"."""
_WORD_Y = re.compile(r"(?<![a-z])y|y(?![a-z\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1])")
"""The letter y where it is a vowel: alone, and at the end of a word."""
_NUCLEUS = re.compile(
    r"[iu\u00fc]?h?[aeo\u00e1\u00e9\u00f3][iu](?![aeo\u00e1\u00e9\u00f3])"  # bai-le, miau
    r"|[iu\u00fc]?[aeo\u00e1\u00e9\u00f3]"  # pie, a
    r"|[\u00ed\u00fa]"  # d\u00ed-a: a mark keeps vowels apart
    r"|[iu\u00fc]+"  # ciu-dad
)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, in whichever script, without the signs at their ends."""
    return (part.strip() for part in _SENTENCE.split(text) if part.strip())


def length(sentence: str) -> int:
    """Return the words of a sentence; of Chinese, its characters."""
    return len(_WORD.findall(sentence))


def syllables(word: str) -> int:
    """Return the syllables of a Spanish word; a number counts as one.

    Two open vowels (a, e, o) make two, and so does a closed one (i, u) with a mark beside them;
    all other vowels that meet make one (RAE, Ortograf\u00eda 2010, II 3.3).
    """
    small = _WORD_Y.sub("i", _SILENT.sub("", word.lower()))
    return max(1, len(_NUCLEUS.findall(small)))


def inflesz(text: str) -> float:
    """Return how easy a Spanish text reads, from 0 to 100: from 65 on it is "quite easy".

    206.835 - 62.3 syllables/words - words/sentences. Sources: Szigriszt Pazos 1993 (thesis,
    Universidad Complutense de Madrid); the scale: Barrio-Cantalejo and others 2008, An Sist Sanit
    Navar 31(2), 135-152. 100 for a text without words.
    """
    words = _WORD.findall(text)
    if not words:
        return 100.0
    per_word = sum(map(syllables, words)) / len(words)
    return 206.835 - 62.3 * per_word - len(words) / len(list(sentences(text)))
