"""Wording that messages share."""

import difflib
from collections.abc import Sequence


def suggestion(word: str, known: Sequence[str]) -> str:
    """Return "Did you mean `hold`?", or the list of what there is."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{close[0]}`?"
    return f"There is: {', '.join(known)}" if known else ""
