"""What language a browser asks for."""

from collections.abc import Iterator

from cardgen.studio.words import languages


def heard(accepted: str) -> str:
    """Return the first language that a browser asks for and the studio speaks; "" for none."""
    asked = sorted(_asked(accepted), reverse=True)
    return next((language for _, _, language in asked if language in languages()), "")


def _asked(accepted: str) -> Iterator[tuple[float, int, str]]:
    """Yield the languages of a header with their weight; of two that weigh as much, the first."""
    for place, one in enumerate(accepted.split(",")):
        tag, _, weight = one.strip().partition(";q=")
        try:
            weighs = float(weight or 1)
        except ValueError:
            continue
        if weighs > 0:
            yield weighs, -place, tag.partition("-")[0].lower()
