"""A sentence, and the records that back it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from cardgen.model.base import Model, Text
from cardgen.model.reference import Refers

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""What names a definition: its file without `.yaml`."""
SourceId = Annotated[Id, Refers("sources")]


class Claim(Model):
    """A sentence that says what its sources say, and no more."""

    text: Text
    """The sentence as it prints, in plain words."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Ids of the records in sources/ that the sentence rests on."""
