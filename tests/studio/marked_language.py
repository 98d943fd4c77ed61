"""A language that is made up: each text of the studio and of the library stands in «»."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from cardgen.library.data import load_locale
from cardgen.library.translation_files import RECORDS, VOCABULARY
from cardgen.model.library import field_of
from cardgen.model.locale import Plural
from cardgen.model.texts import reworded, texts
from cardgen.studio.tongue import Tongue
from cardgen.studio.words import load_words

_READ = ("alt", "placeholder", "aria-label", "title")
_VALUE = re.compile(r"(\{\w+\}|\*\*)")


def marked(pattern):
    """Return a pattern whose own words are marked, and its values are not."""
    parts = _VALUE.split(pattern)
    return "".join(one if not one or _VALUE.fullmatch(one) else f"«{one}»" for one in parts)


def _plurals(counts):
    return {
        key: Plural(**{name: marked(form) for name, form in plural if form is not None})
        for key, plural in counts.items()
    }


def _labels(labels):
    return {key: marked(pattern) for key, pattern in labels.items()}


def _spoken(library):
    """Return a library all of whose texts are marked."""

    def said(value):
        return reworded(value, lambda written: f"«{written.words}»")

    made = {
        kind: {id_: replace(one, value=said(one.value)) for id_, one in
               library.of_kind(kind).items()} for kind in RECORDS
    }  # fmt: skip
    made |= {
        field_of(kind): {id_: said(one) for id_, one in library.of_kind(kind).items()}
        for kind in VOCABULARY
    }
    return replace(library, **made)


def routine_words(library):
    """Return the texts of all routines, marked."""
    found = (written.words for one in library.routines.values() for written in texts(one.value))
    return {"as agreed": "«as agreed»"} | {
        words.strip("«»"): f"«{words.strip('«»')}»" for words in found
    }


class _Names(dict):
    def get(self, name, _=None):
        return f"«{name}»"


def pseudo(library):
    """Return the language."""
    words, locale = load_words("en"), load_locale("en")
    words = words.model_copy(
        update={"counts": _plurals(words.counts), "labels": _labels(words.labels)}
    )
    locale = locale.model_copy(
        update={"counts": _plurals(locale.counts), "labels": _labels(locale.labels), "name": "«»"}
    )
    return Tongue("qq", words, locale, _spoken(library), _Names())


class _Seen(HTMLParser):
    """All that a person reads or hears of a page, but for what is said to be in a language."""

    def __init__(self):
        super().__init__()
        self.told, self._open = [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        skipped = "lang" in attrs and tag != "html"
        if not any(self._open) and not skipped:
            self.told += [attrs[name] for name in _READ if attrs.get(name)]
        if tag not in ("input", "img", "meta", "link", "circle", "ellipse", "path"):
            self._open.append(skipped or tag in ("textarea", "script"))
            if not any(self._open) and tag in ("p", "li", "option", "button", "h1", "h2", "h3"):
                self.told.append("")

    def handle_endtag(self, tag):
        if self._open and tag not in ("circle", "ellipse", "path"):
            self._open.pop()

    def handle_data(self, data):
        if not any(self._open):
            self.told.append(data)


def unmarked(text, *own):
    """Return the words of a page that are in no language of ours; `own` is what was typed."""
    seen = _Seen()
    seen.feed(text)
    found = []
    for told in seen.told:
        rest, last = told, ""
        while rest != last:
            rest, last = re.sub("«[^«»]*»", " ", rest), rest
        for one in own:
            rest = rest.replace(one, " ")
        found += re.findall(r"[^\W\d_][\w'.-]*", rest)
    return found
