"""The HTML that citeproc-js writes, as spans."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from cardgen.model.content import Span

_BLOCKS = {"csl-block", "csl-indent", "csl-left-margin", "csl-right-inline"}
LABEL = "csl-left-margin"
"""The class of what stands in the column of numbers."""


class _Manner(NamedTuple):
    bold: bool = False
    italic: bool = False
    raised: bool = False
    label: bool = False

    def within(self, tag: str, attributes: dict[str, str]) -> "_Manner":
        style, said = attributes.get("style", ""), attributes.get("class", "")
        return _Manner(
            bold=(self.bold or tag == "b") and "font-weight:normal" not in style,
            italic=(self.italic or tag == "i") and "font-style:normal" not in style,
            raised=(self.raised or tag == "sup") and "vertical-align:baseline" not in style,
            label=self.label or LABEL in said,
        )


class _Reader(HTMLParser):
    """Collects the words of each piece of text with its manner; what is to be a label apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.label: list[Span] = []
        self.body: list[Span] = []
        self._open: list[tuple[str, _Manner]] = [("", _Manner())]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if attributes.get("class") in _BLOCKS and self.body:
            self.body.append(Span(" "))
        manner = self._open[-1][1].within(tag, attributes)
        self._open.append((tag, manner._replace(label=manner.label and not self.body)))

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        manner = self._open[-1][1]
        span = Span(re.sub(r"[ \t\r\n]+", " ", data), manner.bold, manner.italic, manner.raised)
        (self.label if manner.label else self.body).append(span)


def spans_of(html: str) -> tuple[str, tuple[Span, ...]]:
    """Return the label of an entry ("" where it has none), and its text as spans.

    Small capitals and underlines are set like other text.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    label = "".join(span.text for span in reader.label).strip()
    return label, trimmed(reader.body)


def trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans without blanks at their ends and without two blanks in a row."""
    found: list[Span] = []
    for span in spans:
        blank = not found or found[-1].text.endswith(" ")
        text = span.text.lstrip(" ") if blank else span.text
        if text:
            found.append(span._replace(text=text))
    while found and not found[-1].text.strip(" "):
        found.pop()
    if found:
        found[-1] = found[-1]._replace(text=found[-1].text.rstrip(" "))
    return tuple(found)
