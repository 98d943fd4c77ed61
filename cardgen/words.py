"""Small matters of wording that several stages share."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Sequence

from cardgen.errors import Problem


def nearest(word: str, known: Sequence[str], cutoff: float = 0.6) -> str | None:
    """Return the word of some that is most like another; None where none is.

    Capitals, composed letters, other spellings and the path of a file do not count, and a part
    that one id alone has stands for it. `cutoff` is how alike they must be, from 0 to 1, as
    difflib reckons it.
    """
    by_sign = {_folded(one): one for one in reversed(known)}
    said = ""
    for form in (word, _PATH.sub("", word)):
        said = _OTHERWISE.get(_folded(form), _folded(form))
        if near := difflib.get_close_matches(said, by_sign, n=1, cutoff=cutoff):
            return by_sign[near[0]]
    holding = [one for one in known if said in _folded(one).split("-")]
    return holding[0] if len(said) >= _PART and len(holding) == 1 else None


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word.strip()).casefold()


_PATH = re.compile(r".*[/\\]|\.ya?ml$")
"""What stands around an id in the path of its file."""
_PART = 3
"""So many letters of an id are enough to know it by, where they stand between hyphens."""
_OTHERWISE = {
    "color": "colour",
    "gray": "grey",
    "bw": "grey",
    "b&w": "ink",
    "gb": "uk",
    "usa": "us",
    "credit-card": "id-1",
    "name": "recipient",
    "patient": "recipient",
    "client": "recipient",
    "program": "routine",
    "programme": "routine",
}
"""What others call things of cardgen's."""


def suggestion(word: str, known: Sequence[str]) -> str:
    """Return "Did you mean `hold`?", or the list of what there is."""
    if close := nearest(word, known):
        return f"Did you mean `{close}`?"
    return f"There is: {', '.join(known)}" if known else ""


def unknown(said: str, id_: str, known: Collection[str], field: str, other: str = "") -> Problem:
    """Return the problem of a request that names something of which there is none in `known`.

    `said` is what a person calls such a thing: "routine". `other` says what else may be given in
    that `field`.
    """
    remedy = f"{other}{suggestion(id_, list(known))}"
    return Problem("", 0, 0, field, f"there is no {said} '{id_}'", remedy)


_SIGNS = ("Δ", "Ω")
"""Signs of mathematics: the typefaces have no small letters for them."""


def lower_first(text: str) -> str:
    """Return text with a small first letter, to stand in a sentence; "MRI" and "B12" stay."""
    is_word = (text[1:2].islower() or text[1:2] == " ") and not text.startswith(_SIGNS)
    return text[:1].lower() + text[1:] if is_word else text


def upper_first(text: str) -> str:
    """Return text with a capital first letter, to begin a sentence."""
    return text[:1].upper() + text[1:]


def counted(count: int, noun: str) -> str:
    """Return a number with its English noun, as a person is told of it: "1 file", "2 files"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def plain_words(name: str) -> list[str]:
    """Return the words of a name as an id can hold them: small letters without marks, and digits.

    Letters that have no plain form are left out: of "Été à 北京" there is "ete", "a".
    """
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain)


def shortened(text: str, longest: int = 40) -> str:
    """Return text as a message quotes it: whole, or its start."""
    return text if len(text) <= longest else f"{text[:longest]}…"
