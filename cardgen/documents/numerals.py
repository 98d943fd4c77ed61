"""Numbers as spreadsheets write them, to numbers as cardgen does."""

import re

from cardgen.model.findings import ValueRefusedError

_NUMBER = re.compile(r"([-+]?[0-9]+)([.,])([0-9]+)")
_THOUSANDS = 3
"""So many figures stand behind a sign that may part thousands."""


def plain_number(words: str, decimal: str) -> str:
    """Return a number as 20 or 2.5, where it may be 20.0 or 2,5; other words as they are.

    `decimal` is the sign before decimals in the file that has them, "" where that is not known.
    Raises ValueRefusedError where words may be two numbers, such as 1,500 in a file with points.
    """
    match = _NUMBER.fullmatch(words)
    if not match:
        return words
    whole, sign, fraction = match.groups()
    if len(fraction) == _THOUSANDS and sign != decimal and whole.strip("+-0"):
        short = fraction.rstrip("0")
        other = f"{whole}.{short}" if short else whole
        raise ValueRefusedError(
            f"'{words}' may be two numbers", f"Write {whole}{fraction}, or {other}"
        )
    short = fraction.rstrip("0")
    return f"{whole}.{short}" if short else whole
