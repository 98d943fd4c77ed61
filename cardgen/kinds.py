"""The kinds of files that a person writes: where each stands, and the model that it must follow."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardgen.model.base import Model
    from cardgen.model.described import Described


@dataclass(frozen=True, slots=True)
class Naming:
    """How the files of a kind are named."""

    pattern: str
    """A regular expression for the whole of an id."""
    said: str
    """The same in words."""
    example: str
    joint: str = "-"
    """What stands between two words."""

    def fits(self, id_: str) -> bool:
        """Tell whether `id_` can be an id."""
        return bool(re.fullmatch(self.pattern, id_))


WORDS = Naming("[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and single hyphens", "side-bend")
FIELD = Naming(
    "[a-z0-9]+(_[a-z0-9]+)*", "small letters, digits and single underscores", "this_week", "_"
)
CODE = Naming("[A-Z]{2}", "two capital letters", "CH")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of definition. The model is named, not imported, so that `--help` stays light."""

    name: str
    place: str
    """Where a file of it stands in a working folder, with {id} for its name."""
    model_name: str
    """Its model, as "module:class", below cardgen."""
    about: str
    says: str = ""
    """What a person calls one, where it is not `name`."""
    naming: Naming = WORDS
    vocabulary: bool = False
    """Whether other definitions choose from it by id, and a person may add to it."""

    @property
    def folder(self) -> str:
        """Return the folder that holds all of the kind, or "" for a single file."""
        return self.place.rpartition("/")[0]

    @property
    def words(self) -> str:
        """Return what a person calls one of the kind: "safety text"."""
        return self.says or self.name

    @property
    def model(self) -> "type[Described]":
        """Return the model that a file of this kind must follow."""
        module, name = self.model_name.split(":")
        model: type[Described] = getattr(import_module(f"cardgen.{module}"), name)
        return model


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "stretch",
            "stretches/{id}.yaml",
            "model.stretch:Stretch",
            "one movement, with all that is said and shown about it",
        ),
        Kind(
            "routine",
            "routines/{id}.yaml",
            "model.routine:Routine",
            "stretches in order, with their doses",
        ),
        Kind(
            "source",
            "sources/{id}.yaml",
            "model.source:Source",
            "a study, a guideline or a page that claims rest on",
        ),
        Kind(
            "safety",
            "safety/{id}.yaml",
            "model.safety:Safety",
            "danger signs, stop rules and whom to ask first",
            says="safety text",
        ),
        Kind(
            "condition",
            "conditions/{id}.yaml",
            "model.vocabulary:Condition",
            "what a person may have that changes how they move",
            vocabulary=True,
        ),
        Kind(
            "posture",
            "postures/{id}.yaml",
            "model.vocabulary:Posture",
            "a posture that moves are done in",
            vocabulary=True,
        ),
        Kind(
            "move-kind",
            "move-kinds/{id}.yaml",
            "model.vocabulary:MoveKind",
            "a kind of move",
            says="kind of move",
            vocabulary=True,
        ),
        Kind(
            "region",
            "regions/{id}.yaml",
            "model.vocabulary:Region",
            "a part of the body, and the signs that its safety texts must name",
            vocabulary=True,
        ),
        Kind(
            "level",
            "levels/{id}.yaml",
            "model.vocabulary:Level",
            "how urgent a list of signs is, and where it prints",
            naming=FIELD,
            vocabulary=True,
        ),
        Kind(
            "country",
            "countries/{id}.yaml",
            "model.country:Country",
            "whom its people call when something is wrong",
            naming=CODE,
        ),
        Kind(
            "size",
            "sizes/{id}.yaml",
            "model.design:CardSize",
            "the size of a card",
            says="card size",
        ),
        Kind(
            "sheet",
            "sheets/{id}.yaml",
            "model.design:Sheet",
            "a maker's sheet of cards, perforated or cut beforehand",
        ),
        Kind("paper", "papers/{id}.yaml", "model.design:Paper", "a sheet of paper to print on"),
        Kind("theme", "themes/{id}.yaml", "model.design:Theme", "colours by what they are for"),
        Kind(
            "programme",
            "programmes/{id}.yaml",
            "documents.programme:Programme",
            "moves put together for somebody, with their doses",
        ),
        Kind(
            "translation",
            "{id}.yaml",
            "model.translation:Translation",
            "the texts of a definition in another language",
        ),
        Kind("clinic", "{id}.yaml", "model.letterhead:Letterhead", "a clinic's letterhead"),
        Kind(
            "settings",
            "cardgen.yaml",
            "model.settings:Settings",
            "what holds for all your work in a folder",
        ),
        Kind("pose", "images/poses/{id}.yaml", "figure.pose:Pose", "a figure to draw"),
    )
}
"""Every kind, by name. A new one is a line here and a file in cardgen/data/examples/."""

ROSTER = "roster"
"""A table of people, which is no definition: it has columns, and no schema."""
NEW = (*KINDS, ROSTER)
"""Everything that `cardgen new` can write."""
ORIGINAL = "en"
"""The language that definitions are written in."""
_UNLISTED = ("programme", "translation", "clinic", "settings", "pose")
LISTED = tuple(kind.folder for kind in KINDS.values() if kind.name not in _UNLISTED)
"""What `cardgen list` can list: the folders of kinds that ship with cardgen."""


@lru_cache(maxsize=64)
def kind_of(model: "type[Model]") -> Kind:
    """Return the kind of the files that follow `model`. Raises KeyError for a model of none."""
    named = f"{model.__module__.removeprefix('cardgen.')}:{model.__name__}"
    return {kind.model_name: kind for kind in KINDS.values()}[named]


def kind_in(folder: str) -> Kind:
    """Return the kind whose files stand in `folder`: "stretches". Raises KeyError."""
    return {kind.folder: kind for kind in KINDS.values()}[folder]
