"""The ZIP package of a spreadsheet file, looked at before another library reads it.

A spreadsheet of a few kilobytes can unfold to gigabytes, and a sheet of two cells can span a
billion. Both are told here, with the cells of which a reader of spreadsheets says nothing.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from cardgen.errors import InvalidDataError
from cardgen.library.rosters.inspection import Inspection
from cardgen.library.rosters.source import Source

MOST_BYTES = 80_000_000
"""So long may all parts be together, unfolded."""
_MOST_TAGS = 8_000_000
_MOST_PARTS = 2_000
_CHUNK = 1 << 18
_TEXT = (".xml", ".rels")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""What files of earlier spreadsheets begin with, and those with a password."""
_SAVE_AS_TEXT = "Save the sheet as CSV UTF-8"
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    NotImplementedError,
    ValueError,
)
"""What zipfile raises where a file is damaged, each in another place of it."""
_AGAIN = "Open it in the spreadsheet, and save it again"


class Package:
    """The parts of a spreadsheet file, which have been found to be small enough."""

    def __init__(self, source: Source) -> None:
        """Raises InvalidDataError for what is no such file, and for one that is too large."""
        self._source = source
        content = source.content()
        if content.startswith(_OLE):
            message = "this file has a password, or is one of an earlier spreadsheet program"
            raise source.refusal(0, 0, message, "Save it without a password, as .xlsx")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except _DAMAGED as error:
            raise self._broken(error) from None
        if len(self._parts) > _MOST_PARTS or len(self._parts) < len(self._zip.infolist()):
            raise self._broken("its table of contents is not that of a spreadsheet")
        self._measure()

    def _broken(self, why: object) -> InvalidDataError:
        return self._source.refusal(0, 0, f"this is no whole spreadsheet file: {why}", _AGAIN)

    def _measure(self) -> None:
        length = tags = 0
        for name in self._parts:
            if name.lower().endswith(_TEXT):
                for chunk in self._chunks(name):
                    length += len(chunk)
                    tags += chunk.count(b"<")
                    if length > MOST_BYTES or tags > _MOST_TAGS:
                        message = "the file is too large to be read as a spreadsheet"
                        raise self._source.refusal(0, 0, message, _SAVE_AS_TEXT)

    def _chunks(self, name: str) -> Iterator[bytes]:
        info = self._parts[name]
        try:
            if info.flag_bits & 1 or info.compress_type not in (
                zipfile.ZIP_STORED,
                zipfile.ZIP_DEFLATED,
            ):
                raise self._broken(f"{name} is packed in another way")
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except _DAMAGED as error:
            raise self._broken(error) from None

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def content(self, name: str) -> bytes:
        """Return a part. Raises InvalidDataError."""
        return b"".join(self._chunks(name))

    def inspect(self, name: str, inspection: Inspection) -> None:
        """Let an inspection see the elements of a part. Raises InvalidDataError."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = inspection.start
        parser.CharacterDataHandler = inspection.text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk)
            parser.Parse(b"", True)  # noqa: FBT003 - as expat has it
        except expat.ExpatError as error:
            raise self._broken(f"{name}: {error}") from None
        inspection.close()

    def _refuse_doctype(self, *_: object) -> None:
        raise self._broken("it declares a document type")
