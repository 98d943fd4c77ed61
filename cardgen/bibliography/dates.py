"""Dates as reference managers write them, as far as they go: "2010-09-22", "2010-09" or "2010"."""

import datetime
import re

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORD = re.compile(r"[^\W\d_]{3,}\.?")


def csl_date(text: str, year: str = "") -> tuple[str, bool]:
    """Return a date, and whether all of `text` is in it.

    Args:
        text: A date in figures or words: "2019-07-05", "2012/02//", "2010 Sep 22", "SEP 22".
        year: The year, where `text` may have none.

    Returns:
        The date in CSL's way ("" where there is no year), and False where something was left out,
        such as one end of "Jan-Feb 2019".

    """
    figures = re.fullmatch(
        r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?:T.*|[-/.\s]*)", text.strip()
    )
    if figures:
        return _as_far(*figures.groups())
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text) or re.findall(r"\d{4}", year)
    if not years:
        return "", not text.strip()
    rest = re.sub(r"(?<!\d)\d{4}(?!\d)", " ", text)
    words = [word.strip(".").lower()[:3] for word in _WORD.findall(rest)]
    months = [_MONTHS.index(word) + 1 for word in words if word in _MONTHS]
    days = re.findall(r"(?<!\d)\d{1,2}(?!\d)", rest)
    if len(months) != 1 or len(words) > 1 or len(years) > 1 or len(days) > 1:
        return years[0], not rest.strip(" /.,-") and len(years) == 1
    return _as_far(years[0], str(months[0]), days[0] if days else None)


def _as_far(year: str, month: str | None, day: str | None) -> tuple[str, bool]:
    parts = [part for part in (year, month, day) if part and int(part)]
    whole = True
    while parts and not _is_real(*map(int, parts)):
        parts.pop()
        whole = False
    return "-".join(part.zfill(2) for part in parts), whole and bool(parts)


def _is_real(year: int, month: int = 1, day: int = 1) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
