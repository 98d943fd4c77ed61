"""What a reader needs in order to find a source."""

from collections.abc import Iterator

from cardgen.check.data import Fields, data
from cardgen.check.subject import Subject
from cardgen.errors import Problem


def missing_fields(subject: Subject) -> Iterator[Problem]:
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
