"""What a browser sends of a form with files (RFC 7578), without a file on the disk."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BOUNDARY = re.compile(r'multipart/form-data;.*boundary="?([^";]{1,70})"?', re.IGNORECASE)
_NAME = re.compile(r'[; ]name="([^"]*)"')
_FILE = re.compile(r'filename="([^"]*)"')
_END = b"\r\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a form, or a file in it."""

    name: str
    content: bytes
    file: str | None = None
    """The name of the file, without folders; None for a field."""


def parts_of(body: bytes, content_type: str, most: int) -> Iterator[Part]:
    """Yield at most so many parts. Raises ValueError for what no browser sends."""
    found = _BOUNDARY.match(content_type)
    if not found:
        raise ValueError("expected a form with files")
    # What a boundary stands in is a line of its own.
    first, *parts = (_END + body).split(b"\r\n--" + found[1].encode("latin-1"))
    if first or len(parts) > most + 1 or not parts or not parts[-1].startswith(b"--"):
        raise ValueError("expected whole parts")
    for part in parts[:-1]:
        head, empty, content = part.removeprefix(_END).partition(_END * 2)
        lines = head.decode("utf-8").split("\r\n")
        told = next((one for one in lines if one.lower().startswith("content-disposition:")), "")
        name, file = _NAME.search(told), _FILE.search(told)
        if not empty or not name:
            raise ValueError("expected a name")
        yield Part(name[1], content, re.split(r"[/\\]", file[1])[-1] if file else None)
