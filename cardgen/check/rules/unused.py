"""Sources that nothing rests on."""

from collections.abc import Iterator

from cardgen.check.cited import cited
from cardgen.check.subject import Subject
from cardgen.errors import Problem


def unused(subject: Subject) -> Iterator[Problem]:
    """Yield a person's own sources that nothing cites; the built-in ones are a stock to use."""
    used = {id_ for id_, _ in cited(subject.library)}
    for source in subject.sources:
        if source.id not in used and source.root != subject.stock:
            yield source.origin().problem(
                f"nothing cites the source '{source.id}'",
                "Name it in the `sources` of a claim, or delete the file",
            )
