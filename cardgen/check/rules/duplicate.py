"""Two records of one work."""

from collections.abc import Iterator

from cardgen.check.subject import Subject
from cardgen.errors import Problem
from cardgen.model.library import Record
from cardgen.model.source import Source


def duplicate(subject: Subject) -> Iterator[Problem]:
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
