"""A document that is made: its files, and what is in them in words."""

from dataclasses import dataclass

from cardgen.errors import Problem


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document: its files, what is in it in words, and what a person should know of it."""

    contents: tuple[bytes, ...]
    """One file, or two where fronts and backs are apart."""
    facts: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def content(self) -> bytes:
        """Return the first file."""
        return self.contents[0]
