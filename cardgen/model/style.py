"""A citation style, as citationstyles.org has them."""

from typing import NamedTuple

OTHER_STYLE = "Choose another style from citationstyles.org, or leave it out"
"""What to do about a style that cannot be used."""


class CitationStyle(NamedTuple):
    """The name of a CSL file, for messages, and its content."""

    file: str
    content: bytes
