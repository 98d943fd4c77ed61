"""Sources that nothing rests on."""

from collections.abc import Iterator

from cardgen.check.subject import Subject
from cardgen.choose.cited import cited
from cardgen.errors import Problem


def unused(subject: Subject) -> Iterator[Problem]:
    """Yield a person's own verified sources that nothing cites.

    One that is not verified yet cannot be cited; the built-in ones are a stock to draw from.
    """
    used = {id_ for id_, _ in cited(subject.library)}
    for source in subject.sources:
        is_ready = source.value.prints and source.root != subject.stock
        if is_ready and source.id not in used:
            yield source.origin().problem(
                f"nothing cites the source '{source.id}'",
                "Name it in the `sources` of a claim, or delete the file",
            )
