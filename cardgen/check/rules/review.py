"""Texts that nobody has looked at for long."""

import datetime
from collections.abc import Iterator

from cardgen.check.data import limits
from cardgen.check.subject import Subject
from cardgen.errors import Problem
from cardgen.model.library import Origin
from cardgen.model.stretch import Review


def review_old(subject: Subject) -> Iterator[Problem]:
    """Yield each review that is out of date, or yet to come."""
    for review, origin in _reviews(subject):
        date = review.date
        if date > subject.today:
            yield origin.problem(f"the review is dated {date}, which is yet to come", "Correct it")
        elif _months(date, subject.today) >= limits().review_months:
            yield origin.problem(
                f"the review is {_months(date, subject.today)} months old",
                "Read the text and its sources again, then write the day",
            )


def _reviews(subject: Subject) -> Iterator[tuple[Review, Origin]]:
    for record in subject.stretches:
        yield record.value.reviewed, record.origin("reviewed", "date")
    for routine in subject.routines:
        yield routine.value.reviewed, routine.origin("reviewed", "date")
    for safety in subject.safety:
        yield safety.value.reviewed, safety.origin("reviewed", "date")


def _months(start: datetime.date, end: datetime.date) -> int:
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - (end.day < start.day)
