"""Files of lines that begin with a tag: RIS, and PubMed's own."""

import re
from collections.abc import Iterator

Record = dict[str, list[str]]
"""The values of each tag, in the order of a record."""
Line = tuple[str, str]
"""A tag and its value."""
_LINE = re.compile(r"([A-Z][A-Z0-9]{1,3})\s{0,4}-(?:\s+(.*))?")


def tagged_records(text: str, first: str) -> Iterator[Record]:
    """Yield the records of a file, each of which begins with the tag `first`."""
    for lines in tagged_lines(text, first):
        record: Record = {}
        for tag, value in lines:
            record.setdefault(tag, []).append(value)
        yield record


def tagged_lines(text: str, first: str) -> Iterator[list[Line]]:
    """Yield the lines of each record of a file, in their order.

    A line without a tag goes on with the one before it. An end that is missing is no fault.
    """
    record: list[Line] = []
    goes_on = False
    for line in text.splitlines():
        found = _LINE.fullmatch(line.strip("\ufeff").rstrip())
        if not found:
            if record and goes_on and line.strip():
                tag, said = record[-1]
                record[-1] = (tag, f"{said} {line.strip()}".strip())
            continue
        tag, value = found[1], (found[2] or "").strip()
        if tag == first:
            if record:
                yield record
            record = []
        goes_on = tag != "ER"
        if goes_on and (record or tag == first):
            record.append((tag, value))
    if record:
        yield record
