"""Names as BibTeX and biblatex write them."""

import re

from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from cardgen.bibliography.csl import Item
from cardgen.bibliography.plain import from_latex

_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)


def names(text: str) -> list[Item]:
    """Return the names of an author field. Raises ValueError for one that cannot be understood."""
    try:
        return [_name(one) for one in split_multiple_persons_names(" ".join(text.split())) if one]
    except InvalidNameError as error:
        raise ValueError(f"author: {' '.join(str(error).split())[:120]}") from None


def _name(text: str) -> Item:
    if _EXTENDED.match(text):
        return _extended(text)
    if re.fullmatch(r"\{[^{}]*\}|\{(?:[^{}]|\{[^{}]*\})*\}", text):
        return {"literal": from_latex(text)}
    parts = parse_single_name_into_parts(text)
    family = " ".join([*parts.von, *parts.last])
    if not parts.first and family.startswith("{"):
        return {"literal": from_latex(family)}
    name = {"family": from_latex(family), "given": from_latex(" ".join(parts.first))}
    return {**name, "suffix": from_latex(" ".join(parts.jr))}


def _extended(text: str) -> Item:
    """Return a name of biblatex's: "family=Berg, given=Jane, prefix=van den, useprefix=true"."""
    pairs = [part.partition("=") for part in re.split(r",(?![^{]*\})", text)]
    said = {key.strip().lower(): from_latex(value.strip().strip('"')) for key, _, value in pairs}
    family = " ".join(part for part in (said.get("prefix"), said.get("family")) if part)
    return {"family": family, "given": said.get("given", ""), "suffix": said.get("suffix", "")}
