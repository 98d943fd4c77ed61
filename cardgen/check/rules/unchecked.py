"""Sources that nobody has read against their record."""

from collections.abc import Iterator

from cardgen.check.subject import Subject
from cardgen.choose.cited import cited
from cardgen.errors import Problem


def unchecked(subject: Subject) -> Iterator[Problem]:
    """Yield each place that cites an unverified source whose record has no `note` on why."""
    for id_, origin in cited(subject.library):
        source = subject.library.sources.get(id_)
        if origin.file not in subject.files or source is None or source.value.prints:
            continue
        if not source.value.note:
            yield origin.problem(
                f"the source '{id_}' is {source.value.checked}, so it does not print",
                f"Read it and say `checked: verified` in {source.file}, or say in its `note` "
                "what is still to be looked up",
            )
