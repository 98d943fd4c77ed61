"""A list of references by itself, as text or as HTML."""

import html as escaping
from collections.abc import Sequence

from cardgen.compose.citations import NumberedReferences, References
from cardgen.model.content import Span
from cardgen.model.library import Record
from cardgen.model.reference_list import Reference
from cardgen.model.source import Source
from cardgen.model.style import CitationStyle


def references_of(records: Sequence[Record[Source]], style: CitationStyle | None) -> References:
    """Return the references to sources, in their order or in that of a style; None is our own.

    Those that are not verified are left out. Raises InvalidDataError when the style cannot be used.
    """
    known = {record.id: record for record in records if record.value.prints}
    if style is not None:
        from cardgen.compose.csl_style import CslReferences

        return CslReferences(known, list(known), (), style)
    found = NumberedReferences(known)
    found(list(known))
    return found


def listed(references: Sequence[Reference], *, html: bool) -> str:
    """Return entries as lines of text, or as an HTML document of its own."""
    if not html:
        lines = (f"{one.label} {one.text.plain}".strip() for one in references)
        return "".join(f"{line}\n" for line in lines)
    entries = "".join(f"<p>{_entry(one)}</p>\n" for one in references)
    return f'<!doctype html>\n<meta charset="utf-8">\n<title>References</title>\n{entries}'


def _entry(reference: Reference) -> str:
    said = "".join(map(_marked_up, reference.text.spans))
    return f"{escaping.escape(reference.label)} {said}".strip()


def _marked_up(span: Span) -> str:
    text = escaping.escape(span.text)
    for tag, holds in (("b", span.bold), ("i", span.italic), ("sup", span.marker)):
        text = f"<{tag}>{text}</{tag}>" if holds else text
    return f'<a href="{escaping.escape(span.link)}">{text}</a>' if span.link else text
