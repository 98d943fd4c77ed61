"""Numbers that name a work, and carry a digit by which a slip of the pen is found."""

from collections.abc import Iterator

from stdnum import isbn, issn

from cardgen.check.subject import Subject
from cardgen.errors import Problem

_RESOLVERS = ("https://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/")


def identifiers(subject: Subject) -> Iterator[Problem]:
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
