"""Which sources the pages of a document lead to, in the order of reading."""

from collections.abc import Iterable

from cardgen.model.page import Page


def cited_in(pages: Iterable[Page]) -> tuple[str, ...]:
    """Return the anchors that markers lead to, each once, by first use."""
    links = (run.link for page in pages for line in page.all_lines() for run in line.runs)
    return tuple(dict.fromkeys(link[1:] for link in links if link and link.startswith("#")))
