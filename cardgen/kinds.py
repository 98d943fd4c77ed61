"""The kinds of files that a person writes: where each stands, and the model that it must follow."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardgen.model.base import Model


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of definition. The model is named, not imported, so that `--help` stays light."""

    name: str
    place: str
    """Where a file of it stands in a working folder, with {id} for its name."""
    model_name: str
    """Its model, as "module:class"."""
    about: str

    @property
    def folder(self) -> str:
        """Return the folder that holds all of the kind, or "" for a single file."""
        return self.place.rpartition("/")[0]

    @property
    def model(self) -> "type[Model]":
        """Return the model that a file of this kind must follow."""
        module, name = self.model_name.split(":")
        model: type[Model] = getattr(import_module(module), name)
        return model


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "stretch",
            "stretches/{id}.yaml",
            "cardgen.model.stretch:Stretch",
            "one movement, with all that is said and shown about it",
        ),
        Kind(
            "routine",
            "routines/{id}.yaml",
            "cardgen.model.routine:Routine",
            "stretches in order, with their doses",
        ),
        Kind(
            "source",
            "sources/{id}.yaml",
            "cardgen.model.source:Source",
            "a study, a guideline or a page that claims rest on",
        ),
        Kind(
            "safety",
            "safety/{id}.yaml",
            "cardgen.model.safety:Safety",
            "danger signs, stop rules and whom to ask first",
        ),
        Kind(
            "clinic",
            "{id}.yaml",
            "cardgen.model.letterhead:Letterhead",
            "a clinic's letterhead",
        ),
        Kind(
            "pose",
            "images/poses/{id}.yaml",
            "cardgen.figure.pose:Pose",
            "a figure to draw",
        ),
    )
}
"""Every kind, by name. A new one is a line here and a file in cardgen/data/examples/."""

ROSTER = "roster"
"""A table of people, which is no definition: it has columns, and no schema."""
NEW = (*KINDS, ROSTER)
"""Everything that `cardgen new` can write."""
