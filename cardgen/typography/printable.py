"""What cannot be printed: signs that no typeface has, and those whose typeface is not installed."""

import unicodedata

from cardgen.typography.fonts import is_plain

_NAMED = 3
"""So many signs are named at the most."""


def refusal(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a text, and what to do; None where it can be printed."""
    if is_plain(text):
        return None
    from cardgen.extras import how_to_install
    from cardgen.typography.fallback import extra_for, lacking

    missing = lacking(text)
    if not missing:
        return None
    extra = next(filter(None, map(extra_for, missing)), "")
    named = ", ".join(
        f"'{c}' (U+{ord(c):04X} {unicodedata.name(c, 'unnamed')})" for c in missing[:_NAMED]
    )
    if extra:
        return (
            f"the typeface for {named} is not installed",
            how_to_install(extra),
        )
    return f"the typeface has no sign for {named}", "Write it with other characters"
