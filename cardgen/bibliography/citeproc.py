"""Runs citeproc-js, the processor of citation styles that Zotero has, in an engine of its own."""

import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cardgen.memo import kept
from cardgen.paths import DATA

_SCRIPTS = ("citeproc_commonjs.js", "drive.js")
_SECONDS = 30
_BYTES = 1 << 30
"""What a style may take: the slowest of 2,851 takes 1.5 s and 190 MB."""
_BASE = "en-US"
NOTHING = "[CSL STYLE ERROR: reference with no printed form.]"
"""What citeproc-js writes where a style prints nothing."""


class NoProcessor(Exception):  # noqa: N818 - it is no fault
    """The packages that styles need are not installed."""


class StyleFailed(ValueError):  # noqa: N818 - said of the style
    """citeproc-js cannot follow a style; the message is its own."""


@dataclass(frozen=True, slots=True)
class Styled:
    """What a style makes of sources, as the HTML of citeproc-js."""

    entries: tuple[tuple[str, str], ...]
    """The list: the id of each source that the style lists, and its entry."""
    markers: tuple[str, ...]
    """The text of each cluster."""
    numbers: Mapping[str, int]
    """The number of each source, which numbered styles print."""


@kept(32)
def styled(
    style: str, items: str, clusters: tuple[tuple[str, ...], ...], language: str = _BASE
) -> Styled:
    """Return what a style makes of sources.

    Args:
        style: An independent CSL style, as XML.
        items: A list of CSL-JSON, in the order of first use.
        clusters: The ids that are cited together in one place, for each such place.
        language: The language of terms where the style names none, such as "es" or "en-US".

    Raises:
        StyleFailed: the style cannot be followed.
        NoProcessor: the extra `csl` is not installed.

    """
    said = _call(style, json.loads(items), clusters, locales(), language)
    entries = tuple(_entry(text) for text in said["entries"] if NOTHING not in text)
    return Styled(entries, tuple(said["markers"]), MappingProxyType(said["numbers"]))


def _entry(text: str) -> tuple[str, str]:
    body, _, id_ = text.strip().removesuffix("-->").rpartition("<!--")
    return id_, body


def _call(style: str, *arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    try:
        # Late: the engine is large, and only styles need it.
        from py_mini_racer import JSEvalException, MiniRacer  # noqa: PLC0415
    except ImportError:
        raise NoProcessor from None
    with MiniRacer() as engine:  # one that is left open can keep the process from ending
        engine.eval("const module = { exports: {} }; 0")
        for script in _SCRIPTS:
            engine.eval((DATA / "citeproc" / script).read_text(encoding="utf-8") + "\n;0")
        try:
            said: dict[str, Any] = engine.call(
                "cite", style, *arguments, timeout_sec=_SECONDS, max_memory=_BYTES
            )
        except JSEvalException as error:
            raise StyleFailed(_first_line(str(error))) from None
    return said


def _first_line(said: str) -> str:
    """Return the message of an error of JavaScript: "<anonymous>:1: Error: it" is "it"."""
    first = said.partition("\n")[0].removeprefix("<anonymous>:")
    words = first.split(": ")
    while len(words) > 1 and (words[0].isdigit() or words[0].endswith("Error")):
        words.pop(0)
    return ": ".join(words).removeprefix("citeproc-js error: ")


def citeproc_data() -> Path:
    """Return the folder of CSL's locales and schema. Raises NoProcessor."""
    found = importlib.util.find_spec("citeproc")
    if found is None or not found.submodule_search_locations:
        raise NoProcessor
    return Path(found.submodule_search_locations[0]) / "data"


@kept(2)
def locales() -> dict[str, str]:
    """Return the terms and dates of each language that CSL has. Raises NoProcessor."""
    folder = citeproc_data() / "locales"
    return {
        path.stem.removeprefix("locales-"): path.read_text("utf-8")
        for path in sorted(folder.glob("locales-*.xml"))
    }
