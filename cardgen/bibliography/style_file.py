"""Reads the file of a citation style, and the parent of a dependent one that lies beside it."""

from pathlib import Path

from lxml import etree

from cardgen.bibliography.style_xml import parent_name, parent_of, parsed_style
from cardgen.library import brought
from cardgen.model.style import CitationStyle


def load_style(path: Path) -> CitationStyle:
    """Return the citation style in a CSL file, or its parent where it only names one beside it.

    The language that a dependent style names holds for its parent. What a style says is looked at
    when it is used. Raises InvalidDataError when a file cannot be read.
    """
    style = brought.load_style(path)
    try:
        root = parsed_style(style.content)
    except ValueError:
        return style  # said when it is used
    address = parent_of(root)
    beside = path.with_name(parent_name(address)) if address else None
    if beside is None or not beside.is_file():
        return style
    return _in_language(brought.load_style(beside), root.get("default-locale"))


def _in_language(style: CitationStyle, language: str | None) -> CitationStyle:
    try:
        root = parsed_style(style.content)
    except ValueError:
        return style
    if language:
        root.set("default-locale", language)
    return style._replace(content=etree.tostring(root))
