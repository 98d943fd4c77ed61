"""Sources, what cites them, and when somebody last looked at a text."""

import datetime
from collections.abc import Iterator

from stdnum import isbn, issn

from cardgen.errors import Problem
from cardgen.lint.context import LintContext
from cardgen.lint.data import Fields, Words, data, limits
from cardgen.lint.passages import passages
from cardgen.lint.reading import found
from cardgen.model.library import Record
from cardgen.model.origin import Origin
from cardgen.model.source import Source
from cardgen.model.stretch import Review


def unused(subject: LintContext) -> Iterator[Problem]:
    """Yield a person's own verified sources that nothing cites.

    One that is not verified yet cannot be cited; the built-in ones are a stock to draw from.
    Where a file cannot be read, what it cites is not known.
    """
    if subject.library.faults:
        return
    used = {id_ for id_, _ in subject.library.citations()}
    for source in subject.sources:
        if source.value.prints and not subject.is_stock(source) and source.id not in used:
            yield source.origin().problem(
                f"nothing cites the source '{source.id}'",
                "Name it in the `sources` of a claim, or delete the file",
            )


def duplicate(subject: LintContext) -> Iterator[Problem]:
    """Yield each source whose DOI, PMID or title another one has too."""
    for source in subject.sources:
        for other in subject.library.sources.values():
            is_later = other.file not in subject.files or other.id < source.id
            if other.id != source.id and is_later and (field := _shared(source, other)):
                yield source.origin(field).problem(
                    f"'{other.id}' is a record of the same work",
                    f"Cite {other.id}, and delete this file",
                )


def _shared(one: Record[Source], other: Record[Source]) -> str:
    """Return the field by which two records are of one work, or nothing."""
    for field, name in (("DOI", "doi"), ("PMID", "pmid"), ("title", "title")):
        mine, theirs = getattr(one.value, name), getattr(other.value, name)
        if mine and theirs and mine.lower() == theirs.lower() and _same_author(one, other):
            return field
    return ""


def _same_author(one: Record[Source], other: Record[Source]) -> bool:
    """Tell whether first authors agree; pages of different sites may share a title."""
    mine, theirs = one.value.author[:1], other.value.author[:1]
    return not mine or not theirs or mine == theirs or bool(one.value.doi or one.value.pmid)


def missing_fields(subject: LintContext) -> Iterator[Problem]:
    """Yield each field that a printed source of its type lacks."""
    needed = data("fields", Fields).types
    for source in subject.sources:
        if not source.value.prints:
            continue
        record = source.value.model_dump(by_alias=True, exclude_none=True)
        for choice in needed[source.value.type]:
            names = choice.split("|")
            if not any(record.get(name) for name in names):
                shown = " or ".join(f"`{name}`" for name in names)
                yield source.origin(names[0]).problem(
                    f"without {shown}, a reader can hardly find this {source.value.type}",
                    f"Add a line `{names[0]}: …`",
                )


_RESOLVERS = ("https://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/")


def identifiers(subject: LintContext) -> Iterator[Problem]:
    """Yield each ISSN or ISBN with a wrong check digit, and each DOI that its address denies."""
    for source in subject.sources:
        value = source.value
        if value.issn and not issn.is_valid(value.issn):
            yield source.origin("ISSN").problem(
                f"the check digit of '{value.issn}' does not agree", "Copy the ISSN again"
            )
        if value.isbn and not isbn.is_valid(value.isbn):
            yield source.origin("ISBN").problem(
                f"'{value.isbn}' is no ISBN, or its check digit does not agree",
                "Copy the ISBN again, with all its 10 or 13 digits",
            )
        named = next((r for r in _RESOLVERS if value.url and value.url.startswith(r)), None)
        if named and value.url and value.doi and value.url[len(named) :] != value.doi:
            yield source.origin("URL").problem(
                f"the address leads to another DOI than '{value.doi}'", "Copy the DOI again"
            )


def unchecked(subject: LintContext) -> Iterator[Problem]:
    """Yield each place that cites an unverified source whose record has no `note` on why."""
    for id_, origin in subject.library.citations():
        source = subject.library.sources.get(id_)
        if origin.file not in subject.files or source is None or source.value.prints:
            continue
        if not source.value.note:
            yield origin.problem(
                f"the source '{id_}' is {source.value.checked}, so it does not print",
                f"Read it and say `checked: verified` in {source.file}, or say in its `note` "
                "what is still to be looked up",
            )


def effects(subject: LintContext) -> Iterator[Problem]:
    """Yield each text outside `claims` that says what a movement does for health."""
    listed = data("effects", Words).words
    for passage in passages(subject):
        if not passage.is_claim:
            for word in dict.fromkeys(found(passage.text, listed)):
                yield passage.origin.problem(
                    f"'{word}' states an effect, with no source behind it",
                    "Say it under `claims`, with its sources, or take it out",
                )


def review_old(subject: LintContext) -> Iterator[Problem]:
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


def _reviews(subject: LintContext) -> Iterator[tuple[Review, Origin]]:
    for record in subject.stretches:
        yield record.value.reviewed, record.origin("reviewed", "date")
    for routine in subject.routines:
        yield routine.value.reviewed, routine.origin("reviewed", "date")
    for safety in subject.safety:
        yield safety.value.reviewed, safety.origin("reviewed", "date")


def _months(start: datetime.date, end: datetime.date) -> int:
    whole = (end.year - start.year) * 12 + end.month - start.month
    return whole - (end.day < start.day)
