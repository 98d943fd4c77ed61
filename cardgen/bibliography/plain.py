"""Text without markup: entities and tags of HTML, and what LaTeX says in commands."""

import html
import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexencode import UnicodeToLatexEncoder

_TAG = re.compile(
    r"</?(?:i|b|u|em|strong|sup|sub|sc|scp|span|p|br|title|italic|bold|inf|[a-z]+:[a-z-]+)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LATEX = re.compile(r"[\\{}$~%#&`^_]|--|''")
"""What means more in LaTeX than itself."""
_HREF = re.compile(r"\\href\s*\{((?:[^{}]|\\[{}])*)\}\s*\{((?:[^{}]|\\[{}])*)\}")
_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")

_SIGNS = {"textless": "<", "textgreater": ">", "textasciicircum": "^"}
"""Commands that pylatexenc does not know, or turns into another sign."""


def from_html(text: str) -> str:
    """Return text without tags and entities: "Pain &amp; gain in <scp>DNA</scp>" loses both.

    Crossref writes some twice over. A "<" that begins no tag stays.
    """
    for _ in range(3):
        bare = html.unescape(_TAG.sub("", text))
        if bare == text:
            break
        text = bare
    return " ".join(text.split())


def from_latex(text: str) -> str:
    """Return text without LaTeX; a bare & is one that somebody forgot to escape."""
    if not _LATEX.search(text):
        return from_html(text)
    flat = _URL.sub(r"\1", _HREF.sub(r"\2", text))
    for name, sign in _SIGNS.items():
        flat = re.sub(rf"\{{\\{name}\}}|\\{name}(?![A-Za-z])(?:\{{\}}|\s)?", sign, flat)
    escaped = re.sub(r"(?<!\\)([&%#])", r"\\\1", flat)
    said = LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text(escaped)
    return from_html(str(said))


@lru_cache(maxsize=1024)
def letter(character: str) -> str:
    r"""Return a letter as a command of LaTeX, such as {\"o}; as it is where it would change."""
    encoder = UnicodeToLatexEncoder(
        non_ascii_only=True,
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
    command = str(encoder.unicode_to_latex(character))
    return command if from_latex(command) == character else character


def address(text: str) -> str:
    r"""Return a DOI or web address without LaTeX: "a\_b" is "a_b"."""
    flat = _URL.sub(r"\1", _HREF.sub(r"\1", text))
    flat = flat.replace(r"\textasciitilde", "~").replace(r"\textunderscore", "_").replace("{}", "")
    return re.sub(r"\\([_&%#$~{}^])", r"\1", flat).replace("{", "").replace("}", "").strip()
