"""A page for a browser that is ready but for the words of its merge fields."""

import datetime
import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from cardgen.model.document import About
from cardgen.model.standards import FileForm
from cardgen.model.web import MARK, VALUE, WebPage
from cardgen.web.markup import element, escaped

KEY = "key"
"""The hole for what the log of a page is kept by: a digest of the page, which tells no name."""
TEXTS = "cardgen-texts"
"""The name of what tells which definitions the texts are of, each with its digest."""
_DIGEST = 12
_LANGUAGES = {
    "HEBREW": "he", "GREEK": "el", "THAI": "th", "HANGUL": "ko", "HIRAGANA": "ja",
    "KATAKANA": "ja", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml",
    "GUJARATI": "gu", "GURMUKHI": "pa", "SINHALA": "si", "KHMER": "km", "LAO": "lo",
    "MYANMAR": "my", "GEORGIAN": "ka", "ARMENIAN": "hy", "ARABIC": "und-Arab",
    "CYRILLIC": "und-Cyrl", "CJK": "und-Hani", "DEVANAGARI": "und-Deva", "BENGALI": "und-Beng",
    "ETHIOPIC": "und-Ethi",
}  # fmt: skip
"""By how Unicode names its letters, the language of a script; that alone where it has several."""


@dataclass(frozen=True, slots=True)
class WebTemplate:
    """A page with holes for the words of merge fields."""

    about: About
    head: bytes
    """The file from its first byte to the last of what is always the same."""
    body: tuple[str, ...] = field(repr=False)
    """Markup and the names of merge fields in turn."""

    def stamped(
        self, words: Mapping[str, str], date: datetime.date, title: str | None = None
    ) -> bytes:
        """Return the file with the words of its merge fields, and with this title."""
        return self.head + self.tail(words, date, title)

    def tail(
        self,
        words: Mapping[str, str],
        date: datetime.date,  # noqa: ARG002 - as pages on paper have it
        title: str | None = None,
    ) -> bytes:
        """Return what stands behind the head."""
        named = element("title", escaped(title or self.about.title))
        key = hashlib.blake2b(named.encode(), digest_size=_DIGEST)
        for part in self._filled({**words, KEY: ""}):
            key.update(part.encode())
        said = self._filled({**words, KEY: key.hexdigest()})
        return "".join([named, *said]).encode()

    def sha256(self, tail: bytes) -> str:
        """Return the digest of a file that ends in `tail`, in hexadecimal."""
        return hashlib.sha256(self.head + tail).hexdigest()

    def identifier(
        self, words: Mapping[str, str], date: datetime.date, title: str | None = None
    ) -> str:
        """Return a digest of all that the page says."""
        return self.sha256(self.tail(words, date, title))

    def _filled(self, words: Mapping[str, str]) -> list[str]:
        return [_filled(one, words) if i % 2 else one for i, one in enumerate(self.body)]


def prepared(page: WebPage, form: FileForm) -> WebTemplate:  # noqa: ARG001 - a browser has one form
    """Return a page that is ready but for its words."""
    texts = f'<meta name="{TEXTS}" content="{escaped(",".join(page.about.texts))}">\n'
    return WebTemplate(page.about, (page.head + texts).encode(), tuple(page.body.split(MARK)))


def _filled(field_: str, words: Mapping[str, str]) -> str:
    """Return the words of a merge field as markup, or as the value of an attribute."""
    if field_.startswith(VALUE):
        return escaped(words[field_[len(VALUE) :]])
    said = words[field_]
    lines = "<br>".join(map(escaped, said.split("\n")))
    return element("bdi", lines, dir="auto", lang=language_of(said))


def language_of(words: str) -> str | None:
    """Return the language of words in another script than Latin, as BCP 47 has it; else None."""
    for letter in words:
        if letter.isalpha() and not letter.isascii():
            script = unicodedata.name(letter, "").partition(" ")[0]
            if script in _LANGUAGES:
                return _LANGUAGES[script]
    return None
