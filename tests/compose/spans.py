"""Every piece of text of a handout or a deck, in the order of its fields."""

from dataclasses import fields, is_dataclass

from cardgen.model.content import Span, Text
from cardgen.model.origin import Origin
from cardgen.model.picture import Artwork


def spans(content):
    """Yield the spans anywhere in a content; plain strings come as spans of their own."""
    if isinstance(content, Span):
        yield content
    elif isinstance(content, str):
        yield Span(content)
    elif isinstance(content, Text):
        yield from content.spans
    elif isinstance(content, (Origin, Artwork)):
        return
    elif isinstance(content, tuple):
        for part in content:
            yield from spans(part)
    elif is_dataclass(content):
        for field in fields(content):
            yield from spans(getattr(content, field.name))


def text(content):
    """Return all text of a content in one string."""
    return "\n".join(span.text for span in spans(content))


def cited(content):
    """Return the ids to which the markers of a content lead, in order, each once."""
    links = (span.link for span in spans(content) if span.link)
    return list(dict.fromkeys(link[1:] for link in links if link.startswith("#")))
