"""Reads pictures: SVG to vectors or to what resvg draws of it, all others to bare pixels."""

from collections.abc import Mapping
from functools import partial
from hashlib import blake2b
from pathlib import Path

from cardgen.artwork.faults import BrokenPictureError
from cardgen.errors import InvalidDataError, Problem
from cardgen.library.compiled import read_compiled
from cardgen.library.files import MOST_BYTES, TOO_LARGE, bounded, near_file
from cardgen.memo import Memo
from cardgen.model.design import Theme
from cardgen.model.origin import Origin
from cardgen.model.picture import Artwork, PictureNote

_PUT_THERE = "Put the file there, or correct the name"
_GZIP, _MARKS = b"\x1f\x8b", b"\xef\xbb\xbf \t\r\n"
_KEPT = 128
"""Pictures that are kept; each has at most 2 MB, or what its drawing takes."""


def load_pictures(places: Mapping[Path, Origin], theme: Theme) -> dict[Path, Artwork]:
    """Return the artwork of each picture file in the tones of a theme.

    `places` tell what names each file. Raises InvalidDataError with every picture that is
    missing or broken.
    """
    tones = f"{theme.photos} {sorted(theme.drawing.items())} "
    found: dict[Path, Artwork] = {}
    problems: list[Problem] = []
    for file, origin in places.items():
        try:
            found[file] = _read(file, theme, tones)
        except BrokenPictureError as error:
            remedy = error.remedy if file.is_file() else near_file(file) or _PUT_THERE
            problems.append(origin.problem(f"cannot print {file.name}: {error}", remedy))
    if problems:
        raise InvalidDataError(problems)
    return found


def noted(origin: Origin, note: PictureNote) -> Problem:
    """Return what a person should know of a picture that prints, at the place that names it."""
    return origin.problem(note.message, note.remedy)


def _read(file: Path, theme: Theme, tones: str) -> Artwork:
    try:
        content = bounded(file)
    except OSError as error:
        raise BrokenPictureError(error.strerror or type(error).__name__) from None
    if len(content) > MOST_BYTES:
        raise BrokenPictureError(TOO_LARGE)
    ending = file.suffix.lower()
    said = f"{ending} {tones}".encode()
    digest = blake2b(said + content, digest_size=16).hexdigest()
    return _artworks.get(digest, partial(_parsed, ending, content, theme, digest))


_artworks: Memo[str, Artwork] = Memo(_KEPT)


def _parsed(ending: str, content: bytes, theme: Theme, digest: str) -> Artwork:
    if own := read_compiled(content):
        return own.artwork(theme, digest)
    # Late: most pages have cardgen's own drawings alone, and need no reader of pictures.
    if _is_svg(ending, content):
        from cardgen.library.drawings import read_drawing  # noqa: PLC0415

        return read_drawing(content, ending, theme, digest)
    from cardgen.library.photos import read_photo  # noqa: PLC0415

    return read_photo(content, ending, theme, digest)


def _is_svg(ending: str, content: bytes) -> bool:
    """Tell whether a file is SVG, or means to be: what it holds outranks its name."""
    start = content[:512].lstrip(_MARKS)
    if start.startswith((b"<", _GZIP)) or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    if ending != ".svg":
        return False
    from cardgen.artwork.raster_file import format_of  # noqa: PLC0415

    return not format_of(content)
