"""A text beside the same in another language."""

import re
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from cardgen.model.base import Model, Text

_PLACEHOLDER = re.compile(r"\{\w*\}")


class Pair(Model):
    """A text, and the same in another language."""

    original: Text
    """The text as the definition has it. Where that changes, the translation no longer counts."""
    translation: Text
    """The same in the language of the file. Words in braces, such as {emergency}, stay."""
    at: Annotated[str, StringConstraints(pattern=r"^\w+(\.\w+)*$")] | None = None
    """The one field that it is for, where the same words need another translation there:
    `illustrations.0.caption`, the first of a list being 0."""

    @model_validator(mode="after")
    def _keeps_the_braces(self) -> Self:
        had, has = (sorted(_PLACEHOLDER.findall(t)) for t in (self.original, self.translation))
        lost = [one for one in had if one not in has]
        added = [one for one in has if one not in had]
        if lost:
            raise ValueError(f"expected {lost[0]} in the translation, as in the original")
        if added:
            raise ValueError(f"expected no {added[0]} in the translation: the original has none")
        return self
