"""Bytes to text, and what PyYAML says of text that is not YAML, in words that help."""

import yaml

from cardgen.errors import InvalidDataError, Problem

MAX_BYTES = 256 * 1024
START_AFRESH = "Start from a copy of a file that works"


def decoded(file: str, content: bytes, most: int = MAX_BYTES) -> str:
    """Return UTF-8 bytes as text. Raises InvalidDataError when they are not, or over `most`."""
    if len(content) > most:
        whose = "definitions" if most == MAX_BYTES else "such files"
        message = f"the file has more than {most // 1024} KB, which is the most for {whose}"
        raise InvalidDataError(
            [Problem(file, 0, 0, "", message, "Check that it is the right file")]
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        message = f"expected text in UTF-8, found the byte 0x{content[error.start]:02x}"
        raise InvalidDataError(
            [Problem(file, line, column, "", message, "Save the file as UTF-8 text")]
        ) from None


_TYPOGRAPHIC = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
"""Quotation marks that text programs write, and that YAML takes for letters."""
_REMEDIES = (
    ("mapping values are not allowed", "Put text that holds a colon in quotation marks"),
    ("alias", "Put text that begins with & or * in quotation marks"),
    ("anchor", "Put text that begins with & or * in quotation marks"),
    ("quoted scalar", "Close the quotation mark"),
    ("control characters", "Delete the character; it does not show"),
)
"""What to do, by what PyYAML says."""
_LAST_REMEDY = (
    "Look at the indentation, quotation marks and brackets on this line and the one before"
)


def yaml_problem(file: str, text: str, error: yaml.YAMLError) -> Problem:
    """Return what is wrong with `text`, where a person should look, and what to do."""
    line, column = _place(text, error)
    said = _said(error)
    return Problem(
        file, line, column, "", f"this is not valid YAML: {said}", _remedy(said, text, line)
    )


def _said(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError):
        return " ".join(str(part) for part in (error.context, error.problem) if part)
    return " ".join(str(getattr(error, "reason", error)).split())


def _place(text: str, error: yaml.YAMLError) -> tuple[int, int]:
    if isinstance(error, yaml.MarkedYAMLError):
        # An open quotation mark is found at the end of the file, and mended where it opens.
        quoted = "quoted scalar" in str(error.context)
        mark = (error.context_mark if quoted else None) or error.problem_mark or error.context_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if isinstance(error, yaml.reader.ReaderError):
        before = text[: error.position]
        return before.count("\n") + 1, error.position - before.rfind("\n")
    return 1, 1


def _remedy(said: str, text: str, line: int) -> str:
    lines = text.splitlines()
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in here:
        return "Use blanks in place of the tab"
    if set(_TYPOGRAPHIC) & set(here):
        return "Use straight quotation marks, \" or ', around the whole text: others are letters"
    return next((remedy for sign, remedy in _REMEDIES if sign in said), _LAST_REMEDY)
