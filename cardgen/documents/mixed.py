"""What a document in one language has in another, since nobody has translated it."""

from collections.abc import Iterable, Iterator

from cardgen.documents.made_of import FOLDERS, files_of
from cardgen.errors import Problem
from cardgen.kinds import ORIGINAL
from cardgen.model.document import Document
from cardgen.model.library import Library
from cardgen.model.web import WebPage


def mixed_warnings(documents: Iterable[Document | WebPage], library: Library) -> Iterator[Problem]:
    """Yield a warning for each definition that a document prints and that is not translated."""
    lacking = [
        (folder, record, record.spoken)
        for folder in FOLDERS
        for record in library.of_kind(folder).values()
        if record.spoken and record.spoken.missing
    ]
    if not lacking:
        return
    from cardgen.library.translated import untranslated

    files = files_of(documents)
    for folder, record, spoken in lacking:
        if files.isdisjoint((record.file, *(one.file for one in spoken.sources))):
            continue
        remedy = f"They stand as they are, marked [{ORIGINAL}]"
        yield untranslated(folder, spoken.original, spoken.missing, spoken.language, remedy)
