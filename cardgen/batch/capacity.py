"""How many files a roster becomes where it is merged: told before the work begins."""

from collections.abc import Sequence
from typing import cast

from cardgen.api import Prepared
from cardgen.batch.bundle import volume_name
from cardgen.batch.renderer import Document
from cardgen.batch.request import Batch
from cardgen.pdf.merge.capacity import most_documents
from cardgen.pdf.template import Template


def announcement(batch: Batch, documents: Sequence[Document], rows: int) -> str:
    """Return how many files so many rows need, in words; "" where it is one.

    `documents` are the first of them: the others are taken to be like these.
    """
    found = (one.templates[0] for one in documents if isinstance(one, Prepared))
    templates = [cast("Template", one) for one in found]  # only PDFs are merged
    if not templates:
        return ""
    fits = most_documents(templates, two_sided=batch.duplex, tagged=not batch.print_only)
    each = min(fits, batch.per_file or fits)
    count = -(-rows // each)
    if count < 2:  # noqa: PLR2004 - more than one
        return ""
    about = "" if each == batch.per_file else "about "
    first, last = volume_name(batch.stem, 1), volume_name(batch.stem, count)
    return f"{rows} rows go into {about}{count} files of {each}: {first} to {last}"
