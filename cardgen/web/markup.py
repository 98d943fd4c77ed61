"""Texts to HTML: every character that could be markup is escaped, here and nowhere else."""

import html
import re
from collections.abc import Iterable

from cardgen.model.content import Span, Text
from cardgen.model.direction import with_numbers_isolated
from cardgen.model.web import text_hole

_SCHEMES = ("https://", "http://", "mailto:", "#")
"""What a link may begin with; any other prints as words."""


def escaped(words: str) -> str:
    """Return words as they stand between tags, or within the quotes of an attribute."""
    return html.escape(words, quote=True)


def element(tag: str, inner: str, **attributes: str | None) -> str:
    """Return an element around markup. Attributes are words; None leaves one out.

    Names that Python has for itself end in a line: `class_`.
    """
    said = "".join(
        f' {name.strip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{said}>{inner}</{tag}>"


class TextWriter:
    """Writes texts, with telephone numbers as links that a phone can call."""

    def __init__(self, source: str, numbers: Iterable[str] = (), *, to_left: bool = False) -> None:
        """`source` is what a link to a source is called, by the `number` that it shows.

        Texts of a page that runs `to_left` keep the order of numbers within them.
        """
        self._source, self._to_left = source, to_left
        known = sorted({n for n in numbers if _dialled(n)}, key=len, reverse=True)
        self._numbers = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in known) or "$^")

    def text(self, text: Text) -> str:
        """Return a text as markup."""
        return "".join(map(self._span, text.spans))

    def words(self, words: str) -> str:
        """Return plain words, their telephone numbers as links."""
        parts, end = [], 0
        for match in self._numbers.finditer(words):
            parts.append(self._plain(words[end : match.start()]))
            way = "ltr" if self._to_left else None
            href = f"tel:{_dialled(match[0])}"
            parts.append(element("a", escaped(match[0]), href=href, dir=way))
            end = match.end()
        return "".join([*parts, self._plain(words[end:])])

    def _plain(self, words: str) -> str:
        return escaped(with_numbers_isolated(words, to_left=True) if self._to_left else words)

    def _span(self, span: Span) -> str:
        if span.field:
            inner = text_hole(span.field)
        elif span.link and span.link.startswith(_SCHEMES):
            inner = self._link(span, span.link)
        else:
            inner = self.words(span.text)
        if span.marker:
            inner = element("sup", inner)
        if span.circled:
            inner = element("span", inner, class_="circle")
        for tag, wanted in (("em", span.italic), ("strong", span.bold)):
            inner = element(tag, inner) if wanted else inner
        return inner

    def _link(self, span: Span, link: str) -> str:
        label = self._source.format(number=span.text.strip()) if span.marker else None
        outside = None if link.startswith("#") else "noopener noreferrer"
        return element("a", escaped(span.text), href=link, rel=outside, aria_label=label)


def _dialled(number: str) -> str:
    """Return a number as it is dialled; "" for words that hold none."""
    return re.sub(r"[^\d+]", "", number) if re.fullmatch(r"[\d+() ./-]{2,}", number) else ""
