"""What a citation style is, looked at before it is used: its class, its needs, its faults."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from lxml import etree

from cardgen.bibliography.citeproc import citeproc_data
from cardgen.bibliography.style_xml import CSL as _CSL
from cardgen.bibliography.style_xml import parent_name, parent_of, parsed_style
from cardgen.errors import InvalidDataError
from cardgen.memo import kept
from cardgen.model.origin import requested
from cardgen.model.style import OTHER_STYLE, CitationStyle

_SAID = 160


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """An independent style that can be used."""

    text: str
    title: str
    notes: bool
    """Whether it cites in footnotes, which a page of exercises has none of."""
    numbered: bool
    """Whether its markers are the numbers of its list."""
    around: tuple[str, str]
    """What stands before and behind each marker, such as "(" and ")"."""
    by_use: bool
    """Whether what it prints depends on the order in which sources are first cited."""
    lists_numbers: bool
    """Whether the entries of its list print their numbers."""


def style_error(style: CitationStyle, message: str, remedy: str = OTHER_STYLE) -> InvalidDataError:
    """Return the error that a style cannot be used."""
    return InvalidDataError([requested("csl")._replace(file=style.file).problem(message, remedy)])


@kept(32)
def style_facts(style: CitationStyle) -> StyleFacts:
    """Return what a style is.

    Raises:
        InvalidDataError: it is no CSL 1.0 style, or has no list of references, or is a dependent
            style whose parent is not beside it; the message says which.
        NoProcessor: the extra `csl` is not installed.

    """
    try:
        root = parsed_style(style.content)
    except ValueError as error:
        raise style_error(style, f"this is not a CSL style: {_short(error)}") from None
    problem = next(_problems(root), None)
    if problem:
        raise style_error(style, *problem)
    citation = root.find(f"{_CSL}citation")
    numbered = _needs(root, citation, "citation-number")
    title = root.findtext(f"{_CSL}info/{_CSL}title") or style.file
    return StyleFacts(
        text=etree.tostring(_single(root), encoding="unicode"),
        title=" ".join(title.split()),
        notes=root.get("class") == "note",
        numbered=numbered,
        around=_around(citation.find(f"{_CSL}layout")),
        by_use=numbered or root.find(f"{_CSL}bibliography/{_CSL}sort") is None,
        lists_numbers=_needs(root, root.find(f"{_CSL}bibliography"), "citation-number"),
    )


def _problems(root: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - lxml has no types
    if root.tag != f"{_CSL}style":
        name = etree.QName(root).localname
        yield (f"this is not a CSL style: its outermost element is <{name}>, not <style>",)
        return
    version = root.get("version", "")
    if not version.startswith("1.0"):
        yield (f"this style is in version '{version}' of CSL, and cardgen reads 1.0",)
    if parent := parent_of(root):
        yield (
            f"this is a dependent style, which only names its parent: {parent}",
            f"Save the parent beside it as {parent_name(parent)}, or give that",
        )
    schema = etree.RelaxNG(etree.parse(citeproc_data() / "schema/schemas/styles/csl.rng"))
    if not schema.validate(root):
        fault = next((one for one in schema.error_log if one.line), schema.error_log[0])
        said = f"CSL's schema says of line {fault.line}: {_short(fault.message)}"
        yield (f"this is not a CSL style that can be used: {said}",)
    if root.find(f"{_CSL}bibliography") is None:
        yield ("this style has no list of references (<bibliography>)",)
    yield from _macro_problems(root)


def _macro_problems(root: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - see above
    calls = {macro.get("name"): set(_called(macro)) for macro in root.iter(f"{_CSL}macro")}
    for name in sorted(set(_called(root)) - set(calls)):
        yield (f"this style uses a macro that it does not have: {name}",)
    try:
        TopologicalSorter(calls).prepare()
    except CycleError as error:
        yield (f"a macro of this style uses itself: {' → '.join(error.args[1])}",)


def _called(element: Any) -> Iterator[str]:  # noqa: ANN401 - see above
    return (
        one.get("macro") for one in element.iter(f"{_CSL}text", f"{_CSL}key") if one.get("macro")
    )


def _needs(root: Any, element: Any, variable: str) -> bool:  # noqa: ANN401 - see above
    """Tell whether an element prints a variable, or a macro that it uses does."""
    macros: Mapping[str, Any] = {m.get("name"): m for m in root.iter(f"{_CSL}macro")}
    waiting, seen = [element], set[str]()
    while waiting:
        one = waiting.pop()
        layout = one.find(f"{_CSL}layout")
        part = one if layout is None else layout
        if any(
            text.get("variable") == variable for text in part.iter(f"{_CSL}text", f"{_CSL}number")
        ):
            return True
        new = set(_called(part)) - seen
        seen |= new
        waiting += [macros[name] for name in new]
    return False


def _single(root: Any) -> Any:  # noqa: ANN401 - see above
    """Return the style without the joining of markers ("2018a, b"): each leads somewhere."""
    root.find(f"{_CSL}citation").attrib.pop("collapse", None)
    return root


def _around(layout: Any) -> tuple[str, str]:  # noqa: ANN401 - see above
    return layout.get("prefix", "").strip(), layout.get("suffix", "").strip()


def _short(said: object) -> str:
    return re.sub(r"\{http://[^}]*\}", "", " ".join(str(said).split()))[:_SAID]
