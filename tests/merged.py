"""Documents with the words of one person in the boxes that are kept for them."""

from dataclasses import fields, is_dataclass, replace

from cardgen.model.content import Span, Text
from cardgen.model.page import Placed, Reserved
from cardgen.typography.reserved import set_words


def content_with(value, words):
    """Return content, or a part of it, with words in the place of merge fields."""
    if isinstance(value, Span):
        return value._replace(text=words[value.field], field=None) if value.field else value
    if isinstance(value, Text):
        return value._replace(spans=content_with(value.spans, words))
    if type(value) is tuple:
        return tuple(content_with(part, words) for part in value)
    if is_dataclass(value):
        parts = {f.name: content_with(getattr(value, f.name), words) for f in fields(value)}
        return replace(value, **parts)
    return value


def pages_with(document, words):
    """Return the pages of a document with lines of words in the place of reserved boxes."""
    return tuple(
        replace(
            page, placed=tuple((part, _placed_with(placed, words)) for part, placed in page.placed)
        )
        for page in document.pages
    )


def _placed_with(placed, words):
    kids = []
    for kid in placed.block.kids:
        if isinstance(kid, Placed):
            kids.append(_placed_with(kid, words))
        else:
            kids += set_words(kid, words) if isinstance(kid, Reserved) else [kid]
    return replace(placed, block=replace(placed.block, kids=tuple(kids)))
