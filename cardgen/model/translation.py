"""A translation of a definition: its texts, each beside the one that it translates."""

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from cardgen.model.base import Model
from cardgen.model.pair import Pair
from cardgen.model.stretch import Review
from cardgen.words import shortened


class Translation(Model):
    """The texts of a definition in another language. It stands beside it: `cat-cow.es.yaml`."""

    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    """The id of the language, as in the name of the file: es."""
    reviewed: Review | None = None
    """When the translation was last checked, and by whom; `clinician` is one who speaks the
    language."""
    texts: tuple[Pair, ...] = ()
    """The texts, in any order; one that comes twice in the definition stands here once."""

    @model_validator(mode="after")
    def _has_each_once(self) -> Self:
        seen: set[tuple[str, str | None]] = set()
        for pair in self.texts:
            if (pair.original, pair.at) in seen:
                raise ValueError(
                    f"expected each text once, found '{shortened(pair.original)}' twice; where it "
                    "needs another translation in one place, say so by `at`"
                )
            seen.add((pair.original, pair.at))
        return self
