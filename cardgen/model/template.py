"""What every file is made from that is ready but for the words of one person."""

import datetime
from collections.abc import Mapping
from typing import Protocol

from cardgen.model.document import About


class DocumentTemplate(Protocol):
    """A document with holes for the words of merge fields."""

    @property
    def about(self) -> About:
        """Return what is said about it."""

    @property
    def head(self) -> bytes:
        """Return the file from its first byte to the last of what is the same for everyone."""

    def stamped(
        self, words: Mapping[str, str], date: datetime.date, title: str | None = None
    ) -> bytes:
        """Return the file with the words of its merge fields, with this date and title."""

    def tail(
        self, words: Mapping[str, str], date: datetime.date, title: str | None = None
    ) -> bytes:
        """Return what stands behind the head in that file."""

    def sha256(self, tail: bytes) -> str:
        """Return the digest of a file that ends in `tail`, in hexadecimal."""

    def identifier(
        self, words: Mapping[str, str], date: datetime.date, title: str | None = None
    ) -> str:
        """Return a digest of all that the document says."""
